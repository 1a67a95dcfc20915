import type { FacetName, Language, ListingKind, SearchDocument } from './document.ts'
import type { Segment, Terms } from './highlight.ts'

export const searchSorts = ['relevance', 'newest', 'trl', 'price'] as const

/**
 * `newest`: latest publication first. `trl`: highest level first. `price`: lowest first. Listings without a level or
 * a price come last. `relevance` without words to search is `newest`.
 */
export type SearchSort = (typeof searchSorts)[number]

export interface SearchQuery {
  /** As the person typed it: anything at all. The first 24 words of the first 400 characters count. */
  text: string
  /** On whose behalf: decides which listings with a limited audience are seen. */
  reader: { organisationId: string | null }
  /** Language of the page: the text shown first where a listing has both. */
  language: Language
  /** Chosen values. Values of one facet are alternatives, different facets must all hold; an empty list is no choice. */
  filters: Partial<Record<FacetName, string[]>>
  sort: SearchSort
  /** From 1; brought into the range that exists. */
  page: number
  /** 1 to 100. */
  pageSize: number
}

export interface FacetCount {
  value: string
  count: number
}

export interface SearchHit {
  id: string
  kind: ListingKind
  /** Comparable within one result only; 0 where relevance did not decide the order. */
  score: number
  card: unknown
  /** Language of `title` and `snippet`. */
  language: Language
  title: Segment[]
  snippet: Segment[]
}

export interface SearchResult {
  hits: SearchHit[]
  /** Exact number of listings over all pages. */
  total: number
  /** How many of them hold every word; the others hold most of the query's weight and stand beneath. */
  complete: number
  /**
   * What each further choice would give: counts of a facet ignore that facet's own filter. Most frequent first;
   * chosen values are always listed.
   */
  facets: Record<FacetName, FacetCount[]>
  page: number
  /** At least 1. */
  pageCount: number
  /** How the text was understood, for highlighting elsewhere. */
  query: Terms
}

export interface SearchCapabilities {
  /** `total` and facet counts are exact, not estimates. */
  exactTotals: boolean
  /** Diacritics that were typed decide between words that fold alike. */
  exactTones: boolean
  /** The index outlives the process. */
  persistent: boolean
}

/** The one way to search. Every engine passes `describeSearchEngine` in `contract.ts`. */
export interface SearchEngine {
  readonly name: string
  readonly capabilities: SearchCapabilities
  /** True until a rebuild has completed: on first use, and after the layout changed or the file was damaged. */
  readonly needsRebuild: boolean
  /**
   * Adds or replaces documents by id, all of them or none; visible to the next search. Holds the thread for about
   * 0.15 ms a document: hand over hundreds, not thousands, at once.
   * Throws a TypeError for a document without text or with numbers that are not safe integers.
   */
  index(documents: SearchDocument[]): Promise<void>
  /** Unknown ids are ignored. */
  remove(ids: string[]): Promise<void>
  /** Never throws for anything in `text` or `filters`. */
  search(query: SearchQuery): Promise<SearchResult>
  /**
   * Replaces the whole index by what `source` yields, while searches go on in the old one. What is indexed or removed
   * meanwhile is in the new one too. If the source fails, the old index stays and the error is passed on.
   * Throws if a rebuild is under way.
   */
  rebuild(source: AsyncIterable<SearchDocument[]>): Promise<{ documents: number }>
  count(): Promise<number>
  close(): void
}
