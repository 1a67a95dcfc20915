export { openMemorySearch } from './memory/engine.ts'
export { openSqliteSearch } from './sqlite/engine.ts'
