export { consents } from './technologies.tables.server.ts'
