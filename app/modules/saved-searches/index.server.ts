export { editSearch, removeSearch, setSearchState } from './commands/edit-search.server.ts'
export { saveSearchFor } from './commands/save-search.server.ts'
export { unsubscribe, unsubscription } from './commands/unsubscribe.server.ts'
export { tellNews } from './jobs/tell.server.ts'
export {
  ownSearch,
  ownSearches,
  searchesOnAPage,
  type SearchLine,
  searchToSave,
} from './queries/own-searches.server.ts'
export { startSavedSearches } from './start.server.ts'
