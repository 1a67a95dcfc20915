export { firstBrokenEntry, historyOf, record } from './record.server.ts'
export { type AuditEntry, auditPage } from './read.server.ts'
