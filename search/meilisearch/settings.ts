import type { Settings } from 'meilisearch'
import { facetNames } from '../document.ts'

/**
 * The version of the settings and of the documents' layout. Raise it when either changes: an index of another version
 * is built anew beside the one in use.
 */
export const LAYOUT = 1

/** Folded words, found only as they stand, the most telling first. */
export const exactAttributes = ['title', 'codes', 'keywords', 'summary', 'owner', 'body', 'runs'] as const

/** Texts as they were written, in which slips of the finger are allowed for. */
export const originalAttributes = [
  'original.title',
  'original.keywords',
  'original.summary',
  'original.owner',
  'original.body',
] as const

/** Hits of one search that can be reached. Counts are not limited by it. */
export const MOST_HITS = 1000
/** Values counted of one facet, the most frequent ones. */
const MOST_VALUES = 2000
/** Words of a query that Meilisearch reads; it passes over the rest. */
export const MOST_WORDS = 10

/** Words of one key, other forms of one key, and words of all its forms together that Meilisearch reads. */
export const SYNONYM_LIMITS = { wordsOfKey: 3, forms: 50, words: 100 } as const

/**
 * Everything the server's behaviour depends on. No stop words: marks are taken off before indexing, and without them
 * the function word `có` is also `cơ` and `cổ`; function words are left out of queries instead. The rule `sort` is the
 * first, since an order that was asked for is an order; without one it does nothing.
 */
export function settingsWith(synonyms: Record<string, string[]>): Settings {
  return {
    searchableAttributes: [...exactAttributes, ...originalAttributes],
    displayedAttributes: ['*'],
    filterableAttributes: [
      ...['id', 'audience', ...facetNames.map((name) => `facets.${name}`)].map((attribute) => ({
        attributePatterns: [attribute],
        features: { facetSearch: false, filter: { equality: true, comparison: false } },
      })),
      {
        attributePatterns: ['trl', 'price'],
        features: { facetSearch: false, filter: { equality: false, comparison: true } },
      },
    ],
    sortableAttributes: ['publishedAt', 'trlOrder', 'priceOrder', 'id'],
    rankingRules: [
      'sort',
      'words',
      'typo',
      'proximity',
      'attributeRank',
      'wordPosition',
      'exactness',
      'publishedAt:desc',
      'id:asc',
    ],
    stopWords: [],
    synonyms,
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 3, twoTypos: 8 },
      disableOnAttributes: [...exactAttributes],
      disableOnWords: [],
      disableOnNumbers: true,
    },
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['vie', 'eng'] }],
    faceting: { maxValuesPerFacet: MOST_VALUES, sortFacetValuesBy: { '*': 'count' } },
    pagination: { maxTotalHits: MOST_HITS },
    prefixSearch: 'indexingTime',
    proximityPrecision: 'byWord',
    facetSearch: false,
    searchCutoffMs: 500,
  }
}
