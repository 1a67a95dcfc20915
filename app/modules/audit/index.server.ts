export { type AuditFact, firstBrokenEntry, historyOf, record } from './record.server.ts'
