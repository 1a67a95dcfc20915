export { carryOut } from './carry-out.server.ts'
export { checkImport } from './check.server.ts'
export {
  carryOutImport,
  type DirectImport,
  discardImport,
  forgetImport,
  importDirectly,
  mapImport,
  remapImport,
  startCarrying,
  uploadImport,
} from './commands.server.ts'
export {
  importFacts,
  type ImportPage,
  importPage,
  importReport,
  ownImports,
  refusedRows,
  reportOf,
  type ReportWords,
} from './queries.server.ts'
export { startInterchange } from './start.server.ts'
export { countsOf, type Import, importById, type ImportRow } from './store.server.ts'
