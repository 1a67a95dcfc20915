import { classified, greenTags, industries, ipcSections, provinces, scienceFields } from '#classifications'
import { amountFromText, languages } from '#kernel'
import { listingKinds } from '#modules/listings'
import { readinessStages, territories } from '#modules/technologies'
import {
  type FacetName,
  facetNames,
  type Range,
  type RangeName,
  rangeNames,
  type SearchSort,
  searchSorts,
} from '#search'
import { protectionGroups, rightsGroups } from './card.ts'

/** What a reader asks of the market: the address of a result page says all of it. */
export interface Question {
  readonly text: string
  readonly filters: Readonly<Partial<Record<FacetName, readonly string[]>>>
  readonly ranges: Readonly<Partial<Record<RangeName, Range | undefined>>>
  /** The words exactly as typed. */
  readonly exact: boolean
  /** Whether each row says why it was found. */
  readonly explain: boolean
  readonly sort: SearchSort
  readonly page: number
}

/** The question that asks for everything. */
export const everything: Question = {
  text: '',
  filters: {},
  ranges: {},
  exact: false,
  explain: false,
  sort: 'relevance',
  page: 1,
}

const longest = 400

/** A section, class or subclass of the International Patent Classification. */
const ipcLevel = /^[A-H](\d{2}[A-Z]?)?$/

/** The values each filter knows, in the order in which a short list is shown; of `ipc` the sections only. */
export const facetValues: Readonly<Record<FacetName, readonly string[]>> = {
  kind: listingKinds,
  field: scienceFields.map((field) => field.code),
  industry: industries.map((industry) => industry.code),
  ipc: ipcSections.map((section) => section.code),
  trl: readinessStages,
  ipStatus: protectionGroups,
  rights: rightsGroups,
  territory: territories,
  green: greenTags.map((tag) => tag.code),
  province: provinces.map((province) => province.code),
  language: languages,
}

function pageOf(raw: string | null): number {
  const page = Number(raw ?? 1)
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/^([\d.,]+)\s*(?:tỷ|tỉ|ty|ti|billion|bn)$/, 1e9],
  [/^([\d.,]+)\s*(?:triệu|trieu|tr|million|m)$/, 1e6],
]

/** An amount in đồng as people write it: `1.200.000.000`, `1,2 tỷ`, `500 triệu`; null for anything else. */
function dongOf(raw: string): number | null {
  const text = raw
    .normalize('NFC')
    .toLowerCase()
    .replace(/đồng|vnđ|vnd|[đ₫]/g, '')
    .trim()
  for (const [form, scale] of scales) {
    const [, figure] = form.exec(text) ?? []
    if (figure === undefined) continue
    const amount = Math.round(Number(figure.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.')) * scale)
    return Number.isSafeInteger(amount) ? amount : null
  }
  return amountFromText(text)
}

function levelOf(raw: string): number | null {
  return /^[1-9]$/.test(raw.trim()) ? Number(raw) : null
}

const numberOf: Readonly<Record<RangeName, (raw: string) => number | null>> = { trl: levelOf, price: dongOf }

/** `trlFrom`, `trlTo`, `priceFrom`, `priceTo`; ends that stand the wrong way round are exchanged. */
function rangesOf(query: URLSearchParams): Question['ranges'] {
  const ranges: Partial<Record<RangeName, Range>> = {}
  for (const name of rangeNames) {
    const from = numberOf[name]((query.get(`${name}From`) ?? '').slice(0, 60))
    const to = numberOf[name]((query.get(`${name}To`) ?? '').slice(0, 60))
    if (from === null && to === null) continue
    const turned = from !== null && to !== null && from > to
    ranges[name] = turned ? { from: to, to: from } : { from, to }
  }
  return ranges
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
    const known =
      name === 'ipc'
        ? [...asked].filter((value) => ipcLevel.test(value)).sort()
        : facetValues[name].filter((value) => asked.has(value))
    // What lies within another choice adds nothing to it.
    const widest = known.filter((value) => !known.some((other) => liesWithin(name, value, other)))
    if (widest.length > 0) filters[name] = widest
  }
  const sort = searchSorts.find((known) => known === query.get('sort')) ?? 'relevance'
  const exact = query.get('exact') === '1'
  const explain = query.get('why') === '1'
  return { text, filters, ranges: rangesOf(query), exact, explain, sort, page: pageOf(query.get('page')) }
}

/** The address of a question, without the language; always the same for the same question. */
export function questionPath(question: Question): string {
  const query = new URLSearchParams()
  if (question.text !== '') query.set('q', question.text)
  for (const name of facetNames) for (const value of question.filters[name] ?? []) query.append(name, value)
  for (const name of rangeNames) {
    const { from, to } = question.ranges[name] ?? { from: null, to: null }
    if (from !== null) query.set(`${name}From`, String(from))
    if (to !== null) query.set(`${name}To`, String(to))
  }
  if (question.exact) query.set('exact', '1')
  if (question.explain) query.set('why', '1')
  if (question.sort !== 'relevance') query.set('sort', question.sort)
  if (question.page > 1) query.set('page', String(question.page))
  const text = query.toString()
  return text === '' ? '/search' : `/search?${text}`
}

/** The code above a value in a classification with levels; null at the top and where there are no levels. */
export function valueAbove(name: FacetName, value: string): string | null {
  if (name === 'field') return classified(scienceFields, value)?.parent ?? null
  return name === 'ipc' && value.length > 1 ? value.slice(0, value.length === 4 ? 3 : 1) : null
}

/** Whether a value lies beneath another one of its classification. */
export function liesWithin(name: FacetName, value: string, other: string): boolean {
  for (let above = valueAbove(name, value); above !== null; above = valueAbove(name, above))
    if (above === other) return true
  return false
}

/**
 * The question with one more choice of a filter, or without it where it is chosen; from the first page again. What lies
 * above or beneath the new choice gives way to it, since it would make the choice mean nothing.
 */
export function toggled(question: Question, name: FacetName, value: string): Question {
  const chosen = question.filters[name] ?? []
  const next = chosen.includes(value)
    ? chosen.filter((other) => other !== value)
    : [...chosen.filter((other) => !liesWithin(name, other, value) && !liesWithin(name, value, other)), value]
  const ordered = name === 'ipc' ? next.sort() : facetValues[name].filter((known) => next.includes(known))
  return { ...question, filters: { ...question.filters, [name]: ordered }, page: 1 }
}

/** One thing that narrows a question: the choices of a filter, or a range. */
export type Narrowing =
  { readonly by: 'filter'; readonly name: FacetName } | { readonly by: 'range'; readonly name: RangeName }

/** All that narrows a question beside its words and its kind of listing. */
export function narrowings(question: Question): readonly Narrowing[] {
  return [
    ...facetNames
      .filter((name) => name !== 'kind' && (question.filters[name]?.length ?? 0) > 0)
      .map((name) => ({ by: 'filter', name }) as const),
    ...rangeNames.filter((name) => question.ranges[name] !== undefined).map((name) => ({ by: 'range', name }) as const),
  ]
}

/** The question without one of its narrowings, from the first page again. */
export function without(question: Question, { by, name }: Narrowing): Question {
  if (by === 'filter') {
    const { [name]: _gone, ...filters } = question.filters
    return { ...question, filters, page: 1 }
  }
  const { [name]: _gone, ...ranges } = question.ranges
  return { ...question, ranges, page: 1 }
}

/** The same words and kind of listing without any narrowing, from the first page. */
export function cleared(question: Question): Question {
  const { kind } = question.filters
  return { ...question, filters: kind ? { kind } : {}, ranges: {}, page: 1 }
}
