import type { FacetName, Language, ListingKind, RangeName, SearchDocument } from './document.ts'
import type { ColumnName } from './entry.ts'
import type { Segment, Terms } from './highlight.ts'

export const searchSorts = ['relevance', 'newest', 'trl', 'price'] as const

/**
 * `newest`: latest publication first. `trl`: highest level first. `price`: lowest first. Listings without a level or
 * a price come last. `relevance` without words to search is `newest`.
 */
export type SearchSort = (typeof searchSorts)[number]

/** On whose behalf is asked: decides which listings with a limited audience are seen. */
export interface SearchReader {
  organisationId: string | null
}

/** Both ends included; null is open. A listing without the number is outside every range. */
export interface Range {
  from: number | null
  to: number | null
}

/** What narrows a search beside its words. */
export interface Narrowing {
  /** Chosen values. Values of one facet are alternatives, different facets must all hold; an empty list is no choice. */
  filters: Partial<Record<FacetName, string[]>>
  ranges: Partial<Record<RangeName, Range | undefined>>
}

export interface SearchQuery extends Narrowing {
  /** As the person typed it: anything at all. The first 24 words of the first 400 characters count. */
  text: string
  reader: SearchReader
  /** Language of the page: the text shown first where a listing has both. */
  language: Language
  /** The words exactly as typed: nothing is mended, decoded or translated. */
  exact: boolean
  /** Whether each hit says why it was found. */
  explain: boolean
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

/**
 * How a hit answers the query, the best first: every word as it was typed; some only after mending; some only by a
 * translation or synonym; or not all of the words.
 */
export const matchKinds = ['direct', 'mended', 'translated', 'partial'] as const

export type MatchKind = (typeof matchKinds)[number]

/**
 * How a word of the query was taken: as typed, as the beginning of a word, after mending a slip, as raw keys of an
 * input method (Telex, VNI), with a blank added or taken away, as a translation, as a synonym, or not found at all.
 */
export const readings = ['typed', 'beginning', 'mended', 'keys', 'blank', 'translated', 'synonym', 'missing'] as const

export type Reading = (typeof readings)[number]

/** Why a document was found: one stretch of the query, how it was taken, and where that stands. */
export interface Reason {
  /** The words of the query, as typed. */
  asked: string
  reading: Reading
  /** What was found instead, as it is usually written; as `asked` where it was found as typed, empty where missing. */
  found: string
  /** The columns that hold it, the most telling first. */
  places: ColumnName[]
}

export interface SearchHit {
  id: string
  kind: ListingKind
  match: MatchKind
  /** For each stretch of the query in its order; null unless asked for by `explain`. */
  reasons: Reason[] | null
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
  /** How many of them hold every word; the others are partial and stand beneath. */
  complete: number
  /** The query as it was understood, where something was mended or decoded; null where it was taken as typed. */
  correction: string | null
  /** Stretches of the query that were also looked for in other words. */
  translations: { asked: string; terms: string[] }[]
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
  /** Which of several engines answered, where one stands in for another. */
  answeredBy?: string
}

export interface SearchCapabilities {
  /** `total` and facet counts are exact, not estimates. */
  exactTotals: boolean
  /** Diacritics that were typed decide between words that fold alike. */
  exactTones: boolean
  /** Slips of the finger and raw keys are mended, and the correction is told. */
  mends: boolean
  /** The index outlives the process. */
  persistent: boolean
}

export interface SuggestQuery {
  /** What stands in the search box so far. */
  text: string
  reader: SearchReader
  /** Language of the page. */
  language: Language
  /** At most this many of each kind, 1 to 10. */
  limit: number
}

export interface Suggestion {
  kind: 'title' | 'term' | 'organisation'
  /** As it is written in the listing. */
  text: Segment[]
  /** The listing of a title; null for the others. */
  id: string | null
}

/** A document that may answer another one. */
export interface Candidate {
  id: string
  /** The share of the asked weight that it holds, 0 to 1. */
  score: number
}

/** Looks for documents that speak of the same things as a longer text. */
export interface CandidateQuery extends Narrowing {
  /** Texts with the weight that a word of each counts; the rarest hundred words over all of them are looked for. */
  texts: { text: string; weight: number }[]
  reader: SearchReader
  /** 1 to 500. */
  limit: number
}

/** An English term and a Vietnamese one for the same thing; or two words of one language for it. */
export interface TermPair {
  kind: 'translation' | 'synonym'
  /** Of a translation the English term; of a synonym either. */
  a: string
  /** Of a translation the Vietnamese term; of a synonym the other. */
  b: string
}

/** More questions wait than can be answered in time: to be asked again after a while. */
export class SearchBusyError extends Error {
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super('the search is busy')
    this.name = 'SearchBusyError'
    this.retryAfterSeconds = retryAfterSeconds
  }
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
  /** Never throws for anything in `text`, `filters` or `ranges`. Throws a SearchBusyError when too many wait. */
  search(query: SearchQuery): Promise<SearchResult>
  /** What the text so far may become, from what the reader may see: titles, terms of the listings, organisations. */
  suggest(query: SuggestQuery): Promise<Suggestion[]>
  /** The documents nearest to some texts, best first; ties by the newest, then by id. */
  candidates(query: CandidateQuery): Promise<Candidate[]>
  /** Replaces the terms that are known beside the built-in ones; `without` are built-in pairs not to be used. */
  useTerms(terms: { added: TermPair[]; without: TermPair[] }): Promise<void>
  /**
   * Replaces the whole index by what `source` yields, while searches go on in the old one. What is indexed or removed
   * meanwhile is in the new one too. If the source fails, the old index stays and the error is passed on.
   * Throws if a rebuild is under way.
   */
  rebuild(source: AsyncIterable<SearchDocument[]>): Promise<{ documents: number }>
  count(): Promise<number>
  close(): Promise<void>
}
