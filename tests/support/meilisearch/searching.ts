import { facetValues, filterTest, valuesAt, type Test } from './filter.ts'
import { Matcher, proximity, type Fields, type Match } from './matching.ts'
import { Refusal } from './refusal.ts'
import { filterableFeatures, filterablePatterns, isSortable, type IndexSettings } from './settings.ts'
import {
  anything,
  asStrings,
  boolean,
  checked,
  isObject,
  number,
  object,
  orNull,
  positive,
  string,
  strings,
  type Json,
  type JsonObject,
  type Shape,
} from './shape.ts'
import { facetForm, parsedQuery, tokensOfField, type QueryTerm } from './text.ts'

export interface StoredIndex {
  uid: string
  primaryKey: string | null
  settings: IndexSettings
  documents: Map<string, JsonObject>
}

const strategy: Shape = {
  expected: 'one of `last`, `all`, `frequency`',
  test: (value) => value === 'last' || value === 'all' || value === 'frequency',
}

/** reference/api/search/search-with-post */
const parameters: Readonly<Record<string, Shape>> = {
  q: orNull(string),
  offset: positive,
  limit: positive,
  page: orNull(positive),
  hitsPerPage: orNull(positive),
  attributesToRetrieve: orNull(strings),
  attributesToCrop: orNull(strings),
  cropLength: positive,
  cropMarker: string,
  attributesToHighlight: orNull(strings),
  highlightPreTag: string,
  highlightPostTag: string,
  showMatchesPosition: boolean,
  showRankingScore: boolean,
  showRankingScoreDetails: boolean,
  showPerformanceDetails: boolean,
  filter: anything,
  sort: orNull(strings),
  distinct: orNull(string),
  facets: orNull(strings),
  matchingStrategy: strategy,
  attributesToSearchOn: orNull(strings),
  rankingScoreThreshold: orNull(number),
  locales: orNull(strings),
  hybrid: orNull(object),
  vector: anything,
  retrieveVectors: boolean,
  media: anything,
  personalize: orNull(object),
  useNetwork: orNull(boolean),
}

const asNumber = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null)

interface Sort {
  attribute: string
  descending: boolean
}

interface Scored {
  document: JsonObject
  match: Match | null
  key: (number | string)[]
}

const compared = (a: number | string, b: number | string): number => (a === b ? 0 : a < b ? -1 : 1)

const known = new WeakMap<JsonObject, Map<string, Map<string, number[]>>>()

/** The words of a field with their positions; a document is never changed, only replaced. */
function wordsIn(document: JsonObject, attribute: string): Map<string, number[]> {
  const fields = known.get(document) ?? new Map<string, Map<string, number[]>>()
  known.set(document, fields)
  const before = fields.get(attribute)
  if (before) return before
  const values = valuesAt(document, attribute.split('.'))
  const texts = values.filter((value) => value !== null && typeof value !== 'object')
  const words = new Map<string, number[]>()
  for (const { word, position } of tokensOfField(texts.map(String))) {
    const positions = words.get(word)
    if (positions) positions.push(position)
    else words.set(word, [position])
  }
  fields.set(attribute, words)
  return words
}

/** One search of one index, after the documentation. */
class Searching {
  readonly #index: StoredIndex
  readonly #given: JsonObject
  readonly #settings: IndexSettings
  readonly #filter: Test
  readonly #sorts: Sort[]
  readonly #attributes: string[]

  constructor(index: StoredIndex, given: JsonObject) {
    this.#index = index
    this.#given = given
    this.#settings = index.settings
    this.#filter = filterTest(given['filter'] ?? null, {
      index: index.uid,
      code: 'invalid_search_filter',
      featuresOf: (attribute) => filterableFeatures(index.settings, attribute),
      filterable: filterablePatterns(index.settings),
    })
    this.#sorts = this.#sortsOf(asStrings(given['sort']) ?? [])
    this.#attributes = this.#searched(asStrings(given['attributesToSearchOn']))
    this.#checkFacets(asStrings(given['facets']) ?? [])
  }

  #sortsOf(given: string[]): Sort[] {
    const { uid, settings } = this.#index
    if (given.length > 0 && !settings.rankingRules.includes('sort')) {
      throw new Refusal(
        'invalid_search_sort',
        `Index \`${uid}\`: You must specify where \`sort\` is listed in the rankingRules setting to use the sort parameter at search time.`,
      )
    }
    return given.map((text) => {
      const parts = /^(.+):(asc|desc)$/.exec(text)
      if (!parts)
        throw new Refusal(
          'invalid_search_sort',
          `Invalid syntax for the sort parameter: expected expression ending by \`:asc\` or \`:desc\`, found \`${text}\`.`,
        )
      const attribute = parts[1] ?? ''
      if (!isSortable(settings, attribute)) {
        const known = settings.sortableAttributes.join(', ')
        throw new Refusal(
          'invalid_search_sort',
          `Index \`${uid}\`: Attribute \`${attribute}\` is not sortable. Available sortable attributes are: \`${known}\`.`,
        )
      }
      return { attribute, descending: parts[2] === 'desc' }
    })
  }

  #searched(given: string[] | null): string[] {
    const { searchableAttributes } = this.#settings
    if (given === null || given.includes('*')) return searchableAttributes
    for (const attribute of given) {
      if (searchableAttributes.includes(attribute) || searchableAttributes.includes('*')) continue
      throw new Refusal(
        'invalid_search_attributes_to_search_on',
        `Index \`${this.#index.uid}\`: Attribute \`${attribute}\` is not searchable. Available searchable attributes are: \`${searchableAttributes.join(', ')}\`.`,
      )
    }
    return given
  }

  #checkFacets(given: string[]): void {
    for (const facet of given) {
      if (facet === '*' || filterableFeatures(this.#settings, facet)) continue
      const patterns = filterablePatterns(this.#settings)
      const available =
        patterns.length === 0
          ? 'This index does not have configured filterable attributes.'
          : `Available filterable attributes patterns are: \`${patterns.sort().join(', ')}\`.`
      throw new Refusal(
        'invalid_search_facets',
        `Invalid facet distribution: Pattern \`${facet}\` is not filterable. ${available}`,
      )
    }
  }

  #fieldsOf(document: JsonObject, attributes: string[]): Fields {
    const names = attributes.includes('*') ? Object.keys(document) : attributes
    const stop = new Set(this.#settings.stopWords)
    return names.map((attribute) => {
      const rank = attributes.includes('*') ? 0 : this.#settings.searchableAttributes.indexOf(attribute)
      const words = wordsIn(document, attribute)
      const kept = stop.size === 0 ? words : new Map([...words].filter(([word]) => !stop.has(word)))
      return { attribute, rank, words: kept }
    })
  }

  #splitter(all: readonly Fields[]): (word: string) => [string, string] | null {
    const known = new Map<string, [string, string] | null>()
    return (word) => {
      const before = known.get(word)
      if (before !== undefined) return before
      let best: [string, string] | null = null
      let most = 0
      for (let at = 1; at < word.length; at++) {
        const [left, right] = [word.slice(0, at), word.slice(at)]
        const count = all.filter((fields) => adjacent(fields, left, right)).length
        if (count > most) [most, best] = [count, [left, right]]
      }
      known.set(word, best)
      return best
    }
  }

  /** The terms in the order in which they are kept: the last ones are left out first, phrases never. */
  #kept(terms: QueryTerm[], all: readonly Fields[], matcher: Matcher): QueryTerm[][] {
    const by = this.#given['matchingStrategy'] ?? 'last'
    if (by === 'all') return [terms]
    const droppable = terms.filter((term) => !term.phrase)
    if (by === 'frequency') {
      const counts = new Map(
        droppable.map((term) => [term, all.filter((fields) => matcher.all(fields, [term]) !== null).length]),
      )
      droppable.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
    }
    const sets = [terms]
    const least = droppable.length === terms.length ? 1 : 0
    for (let left = droppable.length - 1; left >= least; left--) {
      const dropped = new Set(droppable.slice(left))
      sets.push(terms.filter((term) => !dropped.has(term)))
    }
    return sets
  }

  #sortKey(document: JsonObject, { attribute, descending }: Sort): (number | string)[] {
    const values = valuesAt(document, attribute.split('.')).filter(
      (value) => typeof value === 'number' || typeof value === 'string',
    )
    const numbers = values.filter((value) => typeof value === 'number').sort((a, b) => a - b)
    const texts = values
      .filter((value) => typeof value === 'string')
      .map(facetForm)
      .sort()
    const figure = descending ? numbers.at(-1) : numbers[0]
    const text = descending ? texts.at(-1) : texts[0]
    // Numbers come before texts; what has neither comes last, which no page promises for a ranking rule.
    if (figure !== undefined) return [0, descending ? -figure : figure, '']
    if (text !== undefined)
      return [
        1,
        0,
        descending
          ? [...text].map((sign) => String.fromCharCode(0xffff - sign.charCodeAt(0))).join('') + '\uffff'
          : text,
      ]
    return [2, 0, '']
  }

  #key(document: JsonObject, match: Match | null): (number | string)[] {
    const rules = [...this.#settings.rankingRules]
    const words = match && !rules.includes('words') ? [-match.words] : []
    return [
      ...words,
      ...rules.flatMap((rule): (number | string)[] => {
        const custom = /^(.+):(asc|desc)$/.exec(rule)
        if (custom) return this.#sortKey(document, { attribute: custom[1] ?? '', descending: custom[2] === 'desc' })
        if (rule === 'sort') return this.#sorts.flatMap((sort) => this.#sortKey(document, sort))
        if (!match) return []
        const best = (of: (place: { rank: number; first: number }) => number) =>
          match.places.reduce((sum, places) => sum + Math.min(...places.map(of)), 0)
        switch (rule) {
          case 'words':
            return [-match.words]
          case 'typo':
            return [match.typos]
          case 'proximity':
            return [proximity(match)]
          case 'attribute':
            return [best((place) => place.rank), best((place) => place.first)]
          case 'attributeRank':
            return [best((place) => place.rank)]
          case 'wordPosition':
            return [best((place) => place.first)]
          case 'exactness':
            return [-match.places.filter((places) => places.some((place) => place.exact)).length]
          default:
            return []
        }
      }),
    ]
  }

  #candidates(): { scored: Scored[]; terms: number } {
    const documents = [...this.#index.documents.values()]
    const query = parsedQuery(
      typeof this.#given['q'] === 'string' ? this.#given['q'] : '',
      new Set(this.#settings.stopWords),
    )
    const fields = new Map(documents.map((document) => [document, this.#fieldsOf(document, this.#attributes)]))
    const every = [...fields.values()]
    const matcher = new Matcher(this.#settings, this.#splitter(every))
    const passing = documents.filter((document) => {
      const own = fields.get(document) ?? []
      return this.#filter(document) && !query.negative.some((term) => matcher.phrase(own, term.words).length > 0)
    })
    const sets = this.#kept(query.terms, every, matcher)
    const scored = passing.flatMap((document): Scored[] => {
      if (query.terms.length === 0) return [{ document, match: null, key: this.#key(document, null) }]
      for (const terms of sets) {
        const match = matcher.all(fields.get(document) ?? [], terms)
        if (match) return [{ document, match, key: this.#key(document, match) }]
      }
      return []
    })
    scored.sort((a, b) => {
      for (const [index, part] of a.key.entries()) {
        const order = compared(part, b.key[index] ?? 0)
        if (order !== 0) return order
      }
      return 0
    })
    return { scored, terms: query.terms.length }
  }

  #distribution(scored: readonly Scored[]): Record<string, Record<string, number>> {
    const asked = asStrings(this.#given['facets']) ?? []
    const { maxValuesPerFacet, sortFacetValuesBy } = this.#settings.faceting
    return Object.fromEntries(
      asked.map((facet) => {
        const counts = new Map<string, { value: string; count: number }>()
        for (const { document } of scored) {
          const { numbers, texts } = facetValues(document, facet)
          for (const value of new Set([...numbers.map(String), ...texts])) {
            const known = counts.get(facetForm(value))
            if (known) known.count++
            else counts.set(facetForm(value), { value, count: 1 })
          }
        }
        const byCount = (sortFacetValuesBy[facet] ?? sortFacetValuesBy['*']) === 'count'
        const values = [...counts].sort(
          ([a, one], [b, other]) => (byCount ? other.count - one.count : 0) || compared(a, b),
        )
        return [
          facet,
          Object.fromEntries(values.slice(0, maxValuesPerFacet).map(([, { value, count }]) => [value, count])),
        ]
      }),
    )
  }

  #hit({ document, match }: Scored, terms: number): JsonObject {
    const asked = asStrings(this.#given['attributesToRetrieve'])
    const whole = asked === null || asked.includes('*')
    const hit = whole ? { ...document } : projected(document, asked)
    if (this.#given['showRankingScoreDetails'] === true && match) {
      const { words, typos } = match
      hit['_rankingScoreDetails'] = {
        words: { order: 0, matchingWords: words, maxMatchingWords: terms, score: terms > 0 ? words / terms : 1 },
        typo: { order: 1, typoCount: typos, maxTypoCount: typos, score: 1 / (1 + typos) },
      }
    }
    return hit
  }

  answer(): JsonObject {
    const { scored, terms } = this.#candidates()
    const most = this.#settings.pagination.maxTotalHits
    const total = Math.min(scored.length, most)
    const page = asNumber(this.#given['page'])
    const hitsPerPage = asNumber(this.#given['hitsPerPage'])
    const finite = page !== null || hitsPerPage !== null
    const size = hitsPerPage ?? 20
    const limit = finite ? (page === 0 ? 0 : size) : (asNumber(this.#given['limit']) ?? 20)
    const offset = finite ? (Math.max(page ?? 1, 1) - 1) * size : (asNumber(this.#given['offset']) ?? 0)
    const hits = scored.slice(0, most).slice(offset, offset + limit)
    return {
      hits: hits.map((one) => this.#hit(one, terms)),
      query: this.#given['q'] ?? '',
      processingTimeMs: 0,
      ...(finite
        ? { hitsPerPage: size, page: page ?? 1, totalPages: size > 0 ? Math.ceil(total / size) : 0, totalHits: total }
        : { limit, offset, estimatedTotalHits: total }),
      ...(this.#given['facets'] === undefined ? {} : { facetDistribution: this.#distribution(scored), facetStats: {} }),
    }
  }
}

function adjacent(fields: Fields, left: string, right: string): boolean {
  return fields.some(({ words }) => {
    const after = words.get(right)
    return after !== undefined && words.get(left)?.some((position) => after.includes(position + 1)) === true
  })
}

/** The named attributes of a document, where the name of an inner one brings the objects around it. */
export function projected(document: JsonObject, attributes: readonly string[]): JsonObject {
  const result: JsonObject = {}
  for (const attribute of attributes) {
    const [name = '', ...rest] = attribute.split('.')
    const value = document[name]
    if (value === undefined) continue
    if (rest.length === 0) result[name] = value
    else if (isObject(value)) {
      const inner = projected(value, [rest.join('.')])
      const before = result[name]
      result[name] = isObject(before) ? { ...before, ...inner } : inner
    }
  }
  return result
}

/** Checks and answers one search; `path` is where its parameters stand in the body. */
export function search(index: StoredIndex, given: JsonObject, path = ''): JsonObject {
  checked(given, parameters, { path, code: (field) => `invalid_search_${field}` })
  return new Searching(index, given).answer()
}
