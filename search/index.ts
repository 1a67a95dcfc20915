export { facetNames, rangeNames } from './document.ts'
export type { FacetName, Language, ListingKind, RangeName, SearchDocument } from './document.ts'
export { matchKinds, readings, SearchBusyError, searchSorts } from './engine.ts'
export type {
  Candidate,
  CandidateQuery,
  FacetCount,
  MatchKind,
  Narrowing,
  Range,
  Reading,
  Reason,
  SearchCapabilities,
  SearchEngine,
  SearchHit,
  SearchQuery,
  SearchReader,
  SearchResult,
  SearchSort,
  Suggestion,
  SuggestQuery,
  TermPair,
} from './engine.ts'
export { fold } from './fold.ts'
export { highlight } from './highlight.ts'
export type { Segment, Terms } from './highlight.ts'
