import { facetNames } from '../document.ts'
import type { FacetCount, SearchQuery, SearchResult } from '../engine.ts'
import type { Connection } from './connection.ts'
import { activeFacets, chosenOf, narrowedTo } from './filter.ts'
import type { Indexed } from './indexed.ts'
import { exactAttributes } from './settings.ts'
import { decoded } from './values.ts'

type Query = Parameters<Connection['search']>[0][number]
type Answers = Awaited<ReturnType<Connection['search']>>

/** Chosen values of a facet that are always listed, found or not. */
const MOST_LISTED = 100

/** What one search looks for before the reader's own narrowing. */
export interface Scope {
  text: string
  /** Conditions that hold for hits and for all counts. */
  conditions: string[]
  /** Whether relevance may decide the order. */
  ranked: boolean
}

export interface Window {
  offset: number
  limit: number
}

const sorts = {
  newest: ['publishedAt:desc', 'id:asc'],
  trl: ['trlOrder:desc', 'publishedAt:desc', 'id:asc'],
  price: ['priceOrder:asc', 'publishedAt:desc', 'id:asc'],
} as const

function orderOf(query: SearchQuery, ranked: boolean): string[] | null {
  if (query.sort !== 'relevance') return [...sorts[query.sort]]
  return ranked ? null : [...sorts.newest]
}

export function hitsQuery(scope: Scope, query: SearchQuery, window: Window, fields: readonly string[]): Query {
  const sort = orderOf(query, scope.ranked)
  return {
    q: scope.text,
    attributesToSearchOn: [...exactAttributes],
    matchingStrategy: 'all',
    filter: [...scope.conditions, ...narrowedTo(query)],
    attributesToRetrieve: [...fields],
    ...(sort === null ? {} : { sort }),
    ...window,
  }
}

/**
 * One query for the hits with the counts of the facets that are not narrowed, and one for the counts of each that is,
 * without its own condition.
 */
export function narrowedQueries(scope: Scope, query: SearchQuery, window: Window, fields: readonly string[]): Query[] {
  const active = activeFacets(query)
  const free = facetNames.filter((name) => name === 'kind' || !active.includes(name))
  return [
    { ...hitsQuery(scope, query, window, fields), facets: free.map((name) => `facets.${name}`) },
    ...active.map((name) => ({
      q: scope.text,
      attributesToSearchOn: [...exactAttributes],
      matchingStrategy: 'all' as const,
      filter: [...scope.conditions, ...narrowedTo(query, name)],
      facets: [`facets.${name}`],
      limit: 0,
    })),
  ]
}

export interface Narrowed {
  hits: Indexed[]
  total: number
  facets: SearchResult['facets']
}

function counted(distribution: Record<string, number>, chosen: string[]): FacetCount[] {
  const counts = new Map(chosen.slice(0, MOST_LISTED).map((value) => [value, 0]))
  for (const [code, count] of Object.entries(distribution)) counts.set(decoded(code), count)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** Reads the answers to `narrowedQueries`; more answers may follow. */
export function narrowedAnswers(answers: Answers, query: SearchQuery): Narrowed {
  const active = activeFacets(query)
  const [main] = answers
  const distributionOf = (at: number, name: string) => answers[at]?.facetDistribution?.[`facets.${name}`] ?? {}
  const facets = Object.fromEntries(
    facetNames.map((name) => {
      const own = active.indexOf(name)
      return [name, counted(distributionOf(own + 1, name), chosenOf(query, name))]
    }),
  ) as SearchResult['facets']
  // Every listing is of one kind: counts go beyond the hits that can be reached, where `estimatedTotalHits` ends.
  const total = Object.values(distributionOf(0, 'kind')).reduce((sum, count) => sum + count, 0)
  return { hits: main?.hits ?? [], total, facets }
}
