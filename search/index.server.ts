export { openMemorySearch } from './memory/engine.ts'
export { openSqliteSearch } from './sqlite/engine.ts'
export { openThreadedSearch } from './sqlite/threaded-engine.ts'
export { type BuiltInTerm, builtInTerms } from './terminology.ts'
