import { provinces, scienceFields } from '#classifications'
import { languages } from '#kernel'
import { listingKinds } from '#modules/listings'
import { readinessStages } from '#modules/technologies'
import { type FacetName, facetNames, type SearchSort, searchSorts } from '#search'
import { protectionGroups, rightsGroups } from './card.ts'

/** What a reader asks of the market: the address of a result page says all of it. */
export interface Question {
  readonly text: string
  readonly filters: Readonly<Partial<Record<FacetName, readonly string[]>>>
  readonly sort: SearchSort
  readonly page: number
}

const longest = 400

/** The values each filter knows, in the order in which a short list is shown. */
export const facetValues: Readonly<Record<FacetName, readonly string[]>> = {
  kind: listingKinds,
  field: scienceFields.map((field) => field.code),
  trl: readinessStages,
  ipStatus: protectionGroups,
  rights: rightsGroups,
  province: provinces.map((province) => province.code),
  language: languages,
}

function pageOf(raw: string | null): number {
  const page = Number(raw ?? 1)
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}

/** Reads a question from an address. What it does not know it leaves out; it refuses nothing. */
export function questionOf(query: URLSearchParams): Question {
  const text = (query.get('q') ?? '')
    .slice(0, longest)
    .toWellFormed()
    .replace(/[\s\p{Cc}\ufffd]+/gu, ' ')
    .normalize('NFC')
    .trim()
  const filters: Partial<Record<FacetName, readonly string[]>> = {}
  for (const name of facetNames) {
    const asked = new Set(query.getAll(name))
    const known = facetValues[name].filter((value) => asked.has(value))
    if (known.length > 0) filters[name] = known
  }
  const sort = searchSorts.find((known) => known === query.get('sort')) ?? 'relevance'
  return { text, filters, sort, page: pageOf(query.get('page')) }
}

/** The address of a question, without the language; always the same for the same question. */
export function questionPath(question: Question): string {
  const query = new URLSearchParams()
  if (question.text !== '') query.set('q', question.text)
  for (const name of facetNames) for (const value of question.filters[name] ?? []) query.append(name, value)
  if (question.sort !== 'relevance') query.set('sort', question.sort)
  if (question.page > 1) query.set('page', String(question.page))
  const text = query.toString()
  return text === '' ? '/search' : `/search?${text}`
}

/** The question with one more choice of a filter, or without it where it is chosen; from the first page again. */
export function toggled(question: Question, name: FacetName, value: string): Question {
  const chosen = question.filters[name] ?? []
  const next = chosen.includes(value)
    ? chosen.filter((other) => other !== value)
    : facetValues[name].filter((known) => known === value || chosen.includes(known))
  return { ...question, filters: { ...question.filters, [name]: next }, page: 1 }
}
