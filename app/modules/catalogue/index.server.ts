export { robots, siteMapIndex, siteMapPage, siteSchema } from './addresses.server.ts'
export { catalogueReady, closeCatalogue, openCatalogue, useCatalogue } from './engine.server.ts'
export { rebuildCatalogue, rebuildIfNeeded, requestRebuild, startCatalogue } from './indexing.server.ts'
export {
  type Found,
  type FoundRow,
  type MarketFigures,
  marketFigures,
  listingsOf,
  newestListings,
  searchCatalogue,
} from './market.server.ts'
export { busySeconds } from './busy.server.ts'
export { type QuestionInWords, questionInWords } from './question-words.server.ts'
