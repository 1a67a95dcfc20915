/** Languages a listing may be written in. */
export type Language = 'vi' | 'en'

export type ListingKind = 'technology' | 'need'

/** Everything a person may narrow a search by choosing values. `kind` and `language` follow from the document itself. */
export const facetNames = [
  'kind',
  'field',
  'industry',
  'ipc',
  'trl',
  'ipStatus',
  'rights',
  'territory',
  'green',
  'province',
  'language',
] as const

export type FacetName = (typeof facetNames)[number]

/** What a search may be narrowed by from a number to a number: readiness level, price in đồng. */
export const rangeNames = ['trl', 'price'] as const

export type RangeName = (typeof rangeNames)[number]

/** One listing as the index sees it: what may be found, by whom, and what a result row is drawn from. */
export interface SearchDocument {
  /** Unique over all kinds. */
  id: string
  kind: ListingKind
  /** The number another system knows it by; found like a code. */
  externalId: string | null
  /** At least one language. `title` and `summary` are kept for showing, `body` is only searched. */
  texts: Partial<Record<Language, { title: string; summary: string; body: string }>>
  keywords: string[]
  /** Name of the organisation that lists it. */
  owner: string
  /** Written as people write them: IPC `C02F 3/30`, patent `1-0012345`, `SDG 6`. */
  codes: string[]
  /** Of a classification with levels, a document carries the code and all codes above it. */
  facets: {
    field: string[]
    industry: string[]
    ipc: string[]
    /** Band of readiness: `research`, `development` or `deployment`. */
    trl: string | null
    ipStatus: string[]
    rights: string[]
    /** Where a right may still be had; a wider territory carries those inside it. */
    territory: string[]
    green: string[]
    province: string | null
  }
  /** Asking price in đồng, a safe integer; null where it is negotiated. */
  price: number | null
  /** Technology readiness level, 1 to 9. */
  trlLevel: number | null
  /** Milliseconds since the epoch. */
  publishedAt: number
  /** Milliseconds since the epoch; an older version never replaces a newer one. */
  updatedAt: number
  /** Who may find it: everyone, or the members of these organisations only. */
  audience: 'public' | { organisations: string[] }
  /** JSON the page draws the result row from; kept and returned unchanged. */
  card: unknown
}
