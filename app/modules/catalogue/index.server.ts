export { catalogueReady, closeCatalogue, openCatalogue, useCatalogue } from './engine.server.ts'
export { rebuildCatalogue, rebuildIfNeeded, requestRebuild, startCatalogue } from './indexing.server.ts'
export {
  type Address,
  addresses,
  addressCount,
  type Found,
  type MarketFigures,
  marketFigures,
  newestListings,
  type Row,
  searchCatalogue,
} from './market.server.ts'
