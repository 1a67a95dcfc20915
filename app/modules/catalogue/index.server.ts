export { robots, siteMapIndex, siteMapPage, siteSchema } from './addresses.server.ts'
export { nearestListings } from './candidates.server.ts'
export { catalogueReady, closeCatalogue, openCatalogue, useCatalogue } from './engine.server.ts'
export { rebuildCatalogue, rebuildIfNeeded, requestRebuild, startCatalogue } from './indexing.server.ts'
export {
  inView,
  type MarketFigures,
  marketFigures,
  listingsOf,
  newestListings,
  searchCatalogue,
} from './market.server.ts'
