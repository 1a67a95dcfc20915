export { organisations, people } from './accounts.tables.server.ts'
export { actorOf } from './sessions.server.ts'
