import type { FacetName } from '../document.ts'
import { facetNames, rangeNames } from '../document.ts'
import type { Narrowing, SearchReader } from '../engine.ts'
import { audienceOf } from './indexed.ts'
import { encoded, LONGEST_VALUE } from './values.ts'

/** Values of one facet that are looked for; more are passed over. */
const MOST_CHOSEN = 500

const listed = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(', ')

/** The condition that stands in every search: what the reader may see. */
export function visibleTo({ organisationId }: SearchReader): string {
  const may = organisationId === null ? [] : [audienceOf.organisation(organisationId)]
  const audiences = [audienceOf.public, ...may].filter((value) => value.length <= LONGEST_VALUE)
  return `audience IN [${listed(audiences)}]`
}

/** Chosen values of a facet, without repetition. */
export function chosenOf({ filters }: Narrowing, name: FacetName): string[] {
  return [...new Set(filters[name] ?? [])].slice(0, MOST_CHOSEN)
}

export function activeFacets(narrowing: Narrowing): FacetName[] {
  return facetNames.filter((name) => filtersLength(narrowing, name) > 0)
}

const filtersLength = ({ filters }: Narrowing, name: FacetName): number => filters[name]?.length ?? 0

function facetCondition(narrowing: Narrowing, name: FacetName): string {
  const values = chosenOf(narrowing, name)
    .map(encoded)
    .filter((value) => value.length <= LONGEST_VALUE)
  return `facets.${name} IN [${listed(values)}]`
}

/** A whole number within what the server holds exactly; null where the bound says nothing. */
function bound(value: number | null, round: (value: number) => number): number | null {
  if (value === null || Number.isNaN(value)) return null
  const most = Number.MAX_SAFE_INTEGER
  return Math.min(Math.max(round(value), -most), most)
}

/** What narrows a search, as conditions that must all hold; `but` leaves out a facet's own. */
export function narrowedTo(narrowing: Narrowing, but: FacetName | null = null): string[] {
  const conditions = activeFacets(narrowing).flatMap((name) => (name === but ? [] : [facetCondition(narrowing, name)]))
  for (const name of rangeNames) {
    const range = narrowing.ranges[name]
    const from = bound(range?.from ?? null, Math.ceil)
    const to = bound(range?.to ?? null, Math.floor)
    if (from !== null) conditions.push(`${name} >= ${String(from)}`)
    if (to !== null) conditions.push(`${name} <= ${String(to)}`)
  }
  return conditions
}

export function isNarrowed(narrowing: Narrowing): boolean {
  return narrowedTo(narrowing).length > 0
}

export const oneOf = (ids: readonly string[]): string => `id IN [${listed(ids)}]`
