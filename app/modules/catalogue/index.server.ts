export { robots, siteMapIndex, siteMapPage, siteSchema } from './addresses.server.ts'
export { technologiesBeside } from './compare.server.ts'
export { catalogueReady, closeCatalogue, useCatalogue } from './engine.server.ts'
export { openCatalogue } from './opening.server.ts'
export { rebuildCatalogue, rebuildIfNeeded, requestRebuild, startCatalogue } from './indexing.server.ts'
export { type Nearest, nearestTo } from './nearest.server.ts'
export { suggestions } from './suggestions.server.ts'
export { giveTermsAtStart } from './terms.server.ts'
export { nearestListings } from './candidates.server.ts'
export {
  inView,
  type Found,
  type FoundRow,
  type MarketFigures,
  marketFigures,
  listingsOf,
  newestListings,
  searchCatalogue,
} from './market.server.ts'
export { type QuestionInWords, questionInWords } from './question-words.server.ts'
