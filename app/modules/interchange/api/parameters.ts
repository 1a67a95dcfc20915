import { languages } from '#kernel'
import { facetValues, type Question, questionOf } from '#modules/catalogue'
import { type FacetName, searchSorts } from '#search'

/**
 * The parameters of `/api/v1/search`: what is read, what is documented and what the OpenAPI document holds all come from
 * this table.
 */

interface Text {
  readonly kind: 'text'
  readonly maxLength: number
}

interface OneOf {
  readonly kind: 'choice'
  readonly values: readonly string[]
  /** May be given several times; any of the values is enough. */
  readonly many: boolean
  /** What is taken beside the values. */
  readonly pattern: RegExp | null
}

interface WholeNumber {
  readonly kind: 'number'
  readonly minimum: number
  readonly maximum: number
}

type Shape = Text | OneOf | WholeNumber

const facet = (values: readonly string[], pattern: RegExp | null = null): OneOf => ({
  kind: 'choice',
  values,
  many: true,
  pattern,
})
const choice = (values: readonly string[]): OneOf => ({ kind: 'choice', values, many: false, pattern: null })
const whole = (minimum: number, maximum: number): WholeNumber => ({ kind: 'number', minimum, maximum })

export const mostOnAPage = 100
export const usualOnAPage = 20
/** For how many seconds an answer may be kept. */
export const answersKept = 30
/** No listing beyond this place of the order is handed out. */
export const deepest = 10_000

const readiness = whole(1, 9)
const price = whole(0, Number.MAX_SAFE_INTEGER)

export const parameters = {
  q: { kind: 'text', maxLength: 400 },
  kind: facet(facetValues.kind),
  field: facet(facetValues.field),
  industry: facet(facetValues.industry),
  ipc: facet(facetValues.ipc, /^[A-H](\d{2}[A-Z]?)?$/),
  trl: facet(facetValues.trl),
  ipStatus: facet(facetValues.ipStatus),
  rights: facet(facetValues.rights),
  territory: facet(facetValues.territory),
  green: facet(facetValues.green),
  province: facet(facetValues.province),
  language: facet(facetValues.language),
  trlFrom: readiness,
  trlTo: readiness,
  priceFrom: price,
  priceTo: price,
  exact: choice(['0', '1']),
  sort: choice(searchSorts),
  lang: choice(languages),
  page: whole(1, deepest),
  limit: whole(1, mostOnAPage),
} as const satisfies Record<string, Shape> & Record<FacetName, OneOf>

export type ParameterName = keyof typeof parameters

export const parameterNames = Object.keys(parameters) as ParameterName[]

export const shapeOf = (name: ParameterName): Shape => parameters[name]

/** What is taken where a parameter is not given; null where nothing is. */
export const defaults: Readonly<Partial<Record<ParameterName, string>>> = {
  exact: '0',
  sort: 'relevance',
  lang: 'vi',
  page: '1',
  limit: String(usualOnAPage),
}

export const faultKinds = [
  'unknown_parameter',
  'given_twice',
  'unknown_value',
  'not_a_number',
  'out_of_range',
  'too_long',
  'wrong_order',
  'too_deep',
] as const

/** What is wrong with one parameter. */
export interface Fault {
  readonly parameter: string
  readonly fault: (typeof faultKinds)[number]
}

/** What a program asks of the search. */
export interface SearchCall {
  readonly question: Question
  readonly lang: 'vi' | 'en'
  readonly limit: number
}

const bounded = (name: string): string => name.slice(0, 60).toWellFormed()

function faultOf(shape: Shape, value: string): Fault['fault'] | null {
  switch (shape.kind) {
    case 'text':
      return value.length > shape.maxLength ? 'too_long' : null
    case 'choice':
      return shape.values.includes(value) || shape.pattern?.test(value) === true ? null : 'unknown_value'
    case 'number': {
      if (!/^\d{1,16}$/.test(value)) return 'not_a_number'
      return Number(value) < shape.minimum || Number(value) > shape.maximum ? 'out_of_range' : null
    }
  }
}

function faultsOf(query: URLSearchParams): Fault[] {
  const faults: Fault[] = []
  for (const name of new Set(query.keys())) {
    const known = parameterNames.find((one) => one === name)
    if (known === undefined) {
      faults.push({ parameter: bounded(name), fault: 'unknown_parameter' })
      continue
    }
    const shape = shapeOf(known)
    const values = query.getAll(name)
    if (values.length > 1 && !(shape.kind === 'choice' && shape.many)) {
      faults.push({ parameter: known, fault: 'given_twice' })
      continue
    }
    for (const value of new Set(values)) {
      const fault = faultOf(shape, value)
      if (fault !== null) faults.push({ parameter: known, fault })
    }
  }
  return faults
}

function ordered(query: URLSearchParams, from: ParameterName, to: ParameterName): Fault[] {
  const [low, high] = [query.get(from), query.get(to)]
  return low !== null && high !== null && Number(low) > Number(high) ? [{ parameter: from, fault: 'wrong_order' }] : []
}

/** The most that is wrong with one call and told at once. */
const faultsTold = 20

/**
 * Reads a call as strictly as a program needs it; a call without faults asks exactly what the search page with the same
 * query asks.
 */
export function readCall(query: URLSearchParams): { call: SearchCall } | { faults: readonly Fault[] } {
  const faults = faultsOf(query)
  if (faults.length > 0) return { faults: faults.slice(0, faultsTold) }
  const limit = Number(query.get('limit') ?? usualOnAPage)
  const further = [
    ...ordered(query, 'trlFrom', 'trlTo'),
    ...ordered(query, 'priceFrom', 'priceTo'),
    ...(Number(query.get('page') ?? 1) * limit > deepest ? [{ parameter: 'page', fault: 'too_deep' } as const] : []),
  ]
  if (further.length > 0) return { faults: further }
  return {
    call: {
      question: { ...questionOf(query), explain: true },
      lang: query.get('lang') === 'en' ? 'en' : 'vi',
      limit,
    },
  }
}
