export { carryOut } from './carry-out.server.ts'
export { checkImport } from './check.server.ts'
export {
  carryOutImport,
  discardImport,
  forgetImport,
  importDirectly,
  mapImport,
  remapImport,
  startCarrying,
  uploadImport,
} from './commands.server.ts'
export { importPage, importReport, ownImports, refusedRows, reportOf } from './queries.server.ts'
export { startInterchange } from './start.server.ts'
export { countsOf, importById, type ImportRow } from './store.server.ts'
export { openApi } from './api/openapi.server.ts'
export { callSearch, problem, searchApiAddress } from './api/search-api.server.ts'
export { type FeedFormat, questionFeed } from './feeds/question-feed.server.ts'
