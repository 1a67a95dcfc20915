import type { Filterable } from './filter.ts'
import { Refusal } from './refusal.ts'
import {
  anything,
  asStrings,
  boolean,
  checked,
  isObject,
  object,
  orNull,
  positive,
  string,
  strings,
  type Json,
  type JsonObject,
  type Shape,
} from './shape.ts'

/** reference/api/settings, with their defaults. */
export interface IndexSettings {
  displayedAttributes: string[]
  searchableAttributes: string[]
  filterableAttributes: Json[]
  sortableAttributes: string[]
  rankingRules: string[]
  stopWords: string[]
  synonyms: Record<string, string[]>
  typoTolerance: {
    enabled: boolean
    minWordSizeForTypos: { oneTypo: number; twoTypos: number }
    disableOnWords: string[]
    disableOnAttributes: string[]
    disableOnNumbers: boolean
  }
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, string> }
  pagination: { maxTotalHits: number }
  prefixSearch: string
}

export const defaults = (): IndexSettings => ({
  displayedAttributes: ['*'],
  searchableAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
  stopWords: [],
  synonyms: {},
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: false,
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: 1000 },
  prefixSearch: 'indexingTime',
})

const array: Shape = { expected: 'an array', test: Array.isArray }
const listsByWord: Shape = {
  expected: 'an object',
  test: (value) => isObject(value) && Object.values(value).every((list) => strings.test(list)),
}
const oneOf = (...values: string[]): Shape => ({
  expected: `one of ${values.map((value) => `\`${value}\``).join(', ')}`,
  test: (value) => typeof value === 'string' && values.includes(value),
})

const fields: Readonly<Record<string, Shape>> = {
  displayedAttributes: orNull(strings),
  searchableAttributes: orNull(strings),
  filterableAttributes: orNull(array),
  sortableAttributes: orNull(strings),
  foreignKeys: orNull(array),
  rankingRules: orNull(strings),
  stopWords: orNull(strings),
  nonSeparatorTokens: orNull(strings),
  separatorTokens: orNull(strings),
  dictionary: orNull(strings),
  synonyms: orNull(listsByWord),
  distinctAttribute: orNull(string),
  proximityPrecision: orNull(oneOf('byWord', 'byAttribute')),
  typoTolerance: orNull(object),
  faceting: orNull(object),
  pagination: orNull(object),
  embedders: orNull(object),
  searchCutoffMs: orNull(positive),
  localizedAttributes: orNull(array),
  facetSearch: orNull(boolean),
  prefixSearch: orNull(oneOf('indexingTime', 'disabled')),
  chat: orNull(object),
}

const languages = new Set(
  'afr aka amh ara aze bel ben bul cat ces dan deu ell eng epo est fin fra guj heb hin hrv hun hye ind ita jav jpn kan kat khm kor lat lav lit mal mar mkd mya nep nld nob ori pan pes pol por ron rus sin slk slv sna spa srp swe tam tel tgl tha tuk tur ukr urd uzb vie yid zho zul cmn'.split(
    ' ',
  ),
)
const rules = new Set(['words', 'typo', 'proximity', 'attribute', 'attributeRank', 'sort', 'wordPosition', 'exactness'])
const CUSTOM_RULE = /^[^:]+:(asc|desc)$/

const of = (setting: string) => `invalid_settings_${setting.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`

function checkRules(given: string[]): void {
  for (const rule of given) {
    if (rules.has(rule) || (CUSTOM_RULE.test(rule) && !rule.startsWith('_geo'))) continue
    throw new Refusal(
      'invalid_settings_ranking_rules',
      `Invalid value at \`.rankingRules\`: \`${rule}\` ranking rule is invalid. Valid ranking rules are words, typo, sort, proximity, attribute, attributeRank, wordPosition, exactness and custom ranking rules.`,
    )
  }
  if (given.includes('attribute') && (given.includes('attributeRank') || given.includes('wordPosition'))) {
    throw new Refusal(
      'invalid_settings_ranking_rules',
      'Mixed usage of the attribute, attributeRank, and wordPosition ranking rules.',
    )
  }
}

function checkTypos(value: JsonObject): void {
  const code = () => 'invalid_settings_typo_tolerance'
  const path = '.typoTolerance'
  checked(
    value,
    {
      enabled: orNull(boolean),
      minWordSizeForTypos: orNull(object),
      disableOnWords: orNull(strings),
      disableOnAttributes: orNull(strings),
      disableOnNumbers: orNull(boolean),
    },
    { path, code },
  )
  const sizes = value['minWordSizeForTypos']
  if (!isObject(sizes)) return
  checked(
    sizes,
    { oneTypo: orNull(positive), twoTypos: orNull(positive) },
    { path: `${path}.minWordSizeForTypos`, code },
  )
  const one = typeof sizes['oneTypo'] === 'number' ? sizes['oneTypo'] : 5
  const two = typeof sizes['twoTypos'] === 'number' ? sizes['twoTypos'] : 9
  if (one > two || two > 255) {
    throw new Refusal(
      'invalid_settings_typo_tolerance',
      `\`minWordSizeForTypos\` setting is invalid. \`oneTypo\` and \`twoTypos\` fields should be between \`0\` and \`255\`, and \`twoTypos\` should be greater or equals to \`oneTypo\` but found \`oneTypo: ${String(one)}\` and twoTypos: ${String(two)}\`.`,
    )
  }
}

function checkFaceting(value: JsonObject): void {
  const code = () => 'invalid_settings_faceting'
  checked(
    value,
    { maxValuesPerFacet: orNull(positive), sortFacetValuesBy: orNull(object) },
    { path: '.faceting', code },
  )
  const orders = value['sortFacetValuesBy']
  for (const order of isObject(orders) ? Object.values(orders) : []) {
    if (order !== 'alpha' && order !== 'count')
      throw new Refusal(
        'invalid_settings_faceting',
        `Unknown value \`${JSON.stringify(order)}\` at \`.faceting.sortFacetValuesBy\`: expected one of \`alpha\`, \`count\``,
      )
  }
}

function checkLanguages(value: Json[]): void {
  const code = () => 'invalid_settings_localized_attributes'
  for (const [index, rule] of value.entries()) {
    const { locales } = checked(
      rule,
      { attributePatterns: strings, locales: strings },
      { path: `.localizedAttributes[${String(index)}]`, code },
    )
    for (const locale of asStrings(locales) ?? []) {
      if (!languages.has(locale))
        throw new Refusal(code(), `Unknown value \`${locale}\` at \`.localizedAttributes[${String(index)}].locales\`.`)
    }
  }
}

function checkFilterable(value: Json[]): void {
  const code = () => 'invalid_settings_filterable_attributes'
  for (const [index, rule] of value.entries()) {
    if (typeof rule === 'string') continue
    const path = `.filterableAttributes[${String(index)}]`
    const { features } = checked(rule, { attributePatterns: strings, features: anything }, { path, code })
    if (!isObject(features)) continue
    checked(features, { facetSearch: boolean, filter: object }, { path: `${path}.features`, code })
    const filter = features['filter']
    if (isObject(filter))
      checked(filter, { equality: boolean, comparison: boolean }, { path: `${path}.features.filter`, code })
  }
}

/** Checks a settings payload; unknown ones and wrong values are refused. */
export function checkedSettings(payload: Json): JsonObject {
  const given = checked(payload, fields, { code: (field) => `invalid_settings_${field}` })
  const ranking = given['rankingRules']
  checkRules(asStrings(ranking) ?? [])
  if (isObject(given['typoTolerance'])) checkTypos(given['typoTolerance'])
  if (isObject(given['faceting'])) checkFaceting(given['faceting'])
  if (Array.isArray(given['localizedAttributes'])) checkLanguages(given['localizedAttributes'])
  if (Array.isArray(given['filterableAttributes'])) checkFilterable(given['filterableAttributes'])
  const pagination = given['pagination']
  if (isObject(pagination)) {
    checked(pagination, { maxTotalHits: orNull(positive) }, { path: '.pagination', code: () => of('pagination') })
    if (pagination['maxTotalHits'] === 0)
      throw new Refusal(
        of('pagination'),
        'Invalid value at `.pagination.maxTotalHits`: a non-zero integer value was expected, but found a zero',
      )
  }
  return given
}

/** Null resets a setting; the fields of an object that are not given stay. */
export function merged(settings: IndexSettings, given: JsonObject): IndexSettings {
  const next: Record<string, Json | undefined> = { ...(settings as unknown as JsonObject) }
  const initial = defaults() as unknown as JsonObject
  for (const [name, value] of Object.entries(given)) {
    const before = next[name]
    if (value === null) next[name] = initial[name]
    else if (isObject(value) && isObject(before) && name !== 'synonyms') next[name] = joined(before, value)
    else next[name] = value
  }
  return next as unknown as IndexSettings
}

function joined(before: JsonObject, value: JsonObject): JsonObject {
  const next = { ...before }
  for (const [name, inner] of Object.entries(value)) {
    const old = next[name]
    next[name] = isObject(inner) && isObject(old) ? joined(old, inner) : inner
  }
  return next
}

/** The names that may be filtered by, as patterns. */
export function filterablePatterns({ filterableAttributes }: IndexSettings): string[] {
  return filterableAttributes.flatMap((rule) => {
    if (typeof rule === 'string') return [rule]
    const patterns = isObject(rule) ? rule['attributePatterns'] : undefined
    return asStrings(patterns) ?? []
  })
}

/** A pattern is a name, or its beginning or end with a star; a name stands for what lies under it, too. */
function matches(pattern: string, attribute: string): boolean {
  if (pattern === '*') return true
  if (pattern.endsWith('*')) return attribute.startsWith(pattern.slice(0, -1))
  if (pattern.startsWith('*')) return attribute.endsWith(pattern.slice(1))
  return attribute === pattern || attribute.startsWith(`${pattern}.`)
}

/** What an attribute may be filtered by, of the first rule that it matches. */
export function filterableFeatures({ filterableAttributes }: IndexSettings, attribute: string): Filterable | undefined {
  for (const rule of filterableAttributes) {
    if (typeof rule === 'string') {
      if (matches(rule, attribute)) return { equality: true, comparison: true }
      continue
    }
    const patterns = isObject(rule) ? rule['attributePatterns'] : undefined
    if (asStrings(patterns)?.some((pattern) => matches(pattern, attribute)) !== true) continue
    const features = isObject(rule) ? rule['features'] : undefined
    const filter = isObject(features) ? features['filter'] : undefined
    if (!isObject(filter)) return { equality: true, comparison: false }
    return { equality: filter['equality'] !== false, comparison: filter['comparison'] === true }
  }
  return undefined
}

export const isSortable = ({ sortableAttributes }: IndexSettings, attribute: string): boolean =>
  sortableAttributes.some((pattern) => matches(pattern, attribute))
