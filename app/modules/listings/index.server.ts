export { listings } from './listings.tables.server.ts'
