export { facetNames } from './document.ts'
export type { FacetName, Language, ListingKind, SearchDocument } from './document.ts'
export { searchSorts } from './engine.ts'
export type {
  FacetCount,
  SearchCapabilities,
  SearchEngine,
  SearchHit,
  SearchQuery,
  SearchResult,
  SearchSort,
} from './engine.ts'
export { fold } from './fold.ts'
export { highlight } from './highlight.ts'
export type { Segment, Terms } from './highlight.ts'
