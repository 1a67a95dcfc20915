import type { DocumentColumns } from './columns.ts'
import { facetNames } from './document.ts'
import type { Language } from './document.ts'
import type { SearchHit, SearchQuery, SearchResult, SearchSort } from './engine.ts'
import type { ShownText } from './entry.ts'
import { highlight, snippet } from './highlight.ts'
import type { Segment, Terms } from './highlight.ts'
import { planOf } from './plan.ts'
import type { Plan } from './plan.ts'
import { secondRanking } from './rank.ts'
import { retrieve } from './retrieval.ts'
import type { Frequencies, Retrieved } from './retrieval.ts'
import type { Store } from './store.ts'

/** Hits that are ranked a second time. */
const POOL = 100
/** Above this many hits the first ranking is by title and date only, since scoring each would cost too much. */
const SCORED_AT_MOST = 2000
const MAXIMUM_PAGE_SIZE = 100

interface Ranked {
  slot: number
  score: number
}

/** The `count` best slots in order: highest score, then smallest position. */
function best(slots: number[], count: number, score: (slot: number) => number, positions: Uint32Array): Ranked[] {
  const kept: Ranked[] = []
  const before = (a: Ranked, b: Ranked) =>
    a.score !== b.score ? a.score > b.score : (positions[a.slot] ?? 0) < (positions[b.slot] ?? 0)
  for (const slot of slots) {
    const candidate = { slot, score: score(slot) }
    const worst = kept[kept.length - 1]
    if (kept.length >= count && worst && !before(candidate, worst)) continue
    let low = 0
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = kept[middle]
      if (other && before(other, candidate)) low = middle + 1
      else high = middle
    }
    kept.splice(low, 0, candidate)
    if (kept.length > count) kept.pop()
  }
  return kept
}

/** The slots among `members` in the order of `all`. */
function inOrder(columns: DocumentColumns, members: number[], sort: Exclude<SearchSort, 'relevance'>): number[] {
  if (members.length === columns.size) return [...columns.ordered(sort)]
  const marked = new Uint8Array(columns.capacity)
  for (const slot of members) marked[slot] = 1
  const ordered: number[] = []
  for (const slot of columns.ordered(sort)) if (marked[slot] === 1) ordered.push(slot)
  return ordered
}

/** Ranks a pool a second time, brings in the rest behind it in the order `rest` gives. */
function withPool(pool: Ranked[], rest: () => number[], needed: number): Ranked[] {
  if (needed <= pool.length) return pool
  const inPool = new Set(pool.map((ranked) => ranked.slot))
  const behind = rest().filter((slot) => !inPool.has(slot))
  return [...pool, ...behind.map((slot) => ({ slot, score: 0 }))]
}

/** One search over one state of a store. */
class Search {
  readonly #store: Store
  readonly #plan: Plan
  readonly #rarity: number[]
  readonly #query: SearchQuery
  readonly #frequencies: Frequencies

  constructor(store: Store, query: SearchQuery, frequencies: Frequencies) {
    this.#store = store
    this.#query = query
    this.#frequencies = frequencies
    this.#plan = planOf(query.text)
    this.#rarity = this.#plan.units.map((unit) => frequencies.rarity(store, unit))
  }

  run(): SearchResult {
    const { columns } = this.#store
    const { filters, sort } = this.#query
    const { units } = this.#plan
    const allowed = this.#allowed()
    const found: Retrieved =
      units.length > 0
        ? retrieve(this.#store, this.#plan, this.#rarity, this.#frequencies, allowed)
        : { complete: [...columns.ordered('newest')].filter(allowed), loose: [], looseWeight: new Float32Array(0) }
    const selection = columns.select(
      found.loose.length > 0 ? [...found.complete, ...found.loose] : found.complete,
      filters,
    )
    const total = selection.slots.length
    const isComplete = new Set(found.loose.length > 0 ? found.complete : [])
    const complete = found.loose.length > 0 ? selection.slots.filter((slot) => isComplete.has(slot)) : selection.slots
    const loose = found.loose.length > 0 ? selection.slots.filter((slot) => !isComplete.has(slot)) : []

    const pageSize = clamp(this.#query.pageSize, MAXIMUM_PAGE_SIZE)
    const pageCount = Math.max(1, Math.ceil(total / pageSize))
    const page = clamp(this.#query.page, pageCount)
    const from = (page - 1) * pageSize
    const until = Math.min(from + pageSize, total)

    let ordered: Ranked[]
    if (units.length === 0 || sort !== 'relevance') {
      const order = sort === 'relevance' ? 'newest' : sort
      ordered = [complete, loose].flatMap((slots) =>
        slots.length > 0 ? inOrder(columns, slots, order).map((slot) => ({ slot, score: 0 })) : [],
      )
    } else {
      ordered = [
        ...this.#rankComplete(complete, until),
        ...(until > complete.length ? this.#rankLoose(loose, found.looseWeight, until - complete.length) : []),
      ]
    }
    const terms = this.#terms()
    return {
      hits: ordered.slice(from, until).map((ranked) => this.#hit(ranked, terms)),
      total,
      complete: complete.length,
      facets: selection.facets,
      page,
      pageCount,
      query: terms,
    }
  }

  /** Which slots the reader may see and no minus leaves out. */
  #allowed(): (slot: number) => boolean {
    const visible = this.#store.columns.visibleTo(this.#query.reader.organisationId)
    if (this.#plan.excluded.length === 0) return visible
    const excluded = new Set(this.#plan.excluded.flatMap((unit) => this.#store.matching([unit], 'anywhere')))
    return (slot) => visible(slot) && !excluded.has(slot)
  }

  #second(pool: Ranked[], highest: number): Ranked[] {
    const rank = secondRanking(this.#plan, this.#rarity)
    const scores = new Map(
      pool.map(({ slot, score }) => [slot, rank(highest > 0 ? score / highest : 0, this.#store.exact(slot))]),
    )
    const slots = pool.map((ranked) => ranked.slot)
    return best(slots, slots.length, (slot) => scores.get(slot) ?? 0, this.#store.columns.positions())
  }

  #rankComplete(slots: number[], needed: number): Ranked[] {
    if (slots.length === 0) return []
    const { columns } = this.#store
    const positions = columns.positions()
    const required = this.#plan.units.filter((unit) => !unit.minor)
    const scores = new Float64Array(columns.capacity)
    const scoreOf = (slot: number) => scores[slot] ?? 0
    if (slots.length > POOL || needed > 0) {
      const members = new Uint8Array(columns.capacity)
      for (const slot of slots) members[slot] = 1
      let candidates = slots
      if (slots.length <= SCORED_AT_MOST) {
        const scored = this.#store.scored(required)
        for (const [index, slot] of scored.slots.entries()) scores[slot] = scored.scores[index] ?? 0
      } else {
        candidates = this.#store.matching(required, 'title').filter((slot) => members[slot] === 1)
      }
      const pool = best(candidates, POOL, scoreOf, positions)
      const highest = pool[0]?.score ?? 0
      if (slots.length > POOL) this.#addTitles(pool, members, scoreOf)
      const rest = () =>
        slots.length <= SCORED_AT_MOST
          ? best(slots, slots.length, scoreOf, positions).map((ranked) => ranked.slot)
          : inOrder(columns, slots, 'newest')
      return withPool(this.#second(pool, highest), rest, needed)
    }
    return []
  }

  /** A pool that could not hold all hits must not miss a title that holds the query as it stands. */
  #addTitles(pool: Ranked[], members: Uint8Array, scoreOf: (slot: number) => number): void {
    const words = this.#plan.words
    const prefix = words.at(-1)?.prefix === true
    const phrase = { patterns: [{ words: words.map((word) => word.folded), prefix }], minor: false }
    const inPool = new Set(pool.map((ranked) => ranked.slot))
    const titles = this.#store.matching([phrase], 'title').filter((slot) => members[slot] === 1 && !inPool.has(slot))
    pool.push(...best(titles, POOL, scoreOf, this.#store.columns.positions()))
  }

  #rankLoose(slots: number[], weight: Float32Array, needed: number): Ranked[] {
    if (slots.length === 0) return []
    const positions = this.#store.columns.positions()
    const weightOf = (slot: number) => weight[slot] ?? 0
    const pool = best(slots, POOL, weightOf, positions)
    const rest = () => best(slots, slots.length, weightOf, positions).map((ranked) => ranked.slot)
    return withPool(this.#second(pool, (pool[0]?.score ?? 0) / 2), rest, needed)
  }

  /** Function words are marked only where nothing else was asked for. */
  #terms(): Terms {
    const words = this.#plan.words.filter((word) => !(this.#plan.units[word.unit]?.minor ?? false))
    const last = words.at(-1)
    const prefix = last?.prefix === true ? last.folded : null
    return { words: [...new Set(words.map((word) => word.folded))], prefix }
  }

  #hit({ slot, score }: Ranked, terms: Terms): SearchHit {
    const { kind, texts, card } = this.#store.shown(slot)
    const shown = chooseText(texts, this.#query.language, terms)
    return { id: this.#store.columns.idOf(slot), kind, score, card, ...shown }
  }
}

function clamp(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(1, Math.trunc(value)), most) : 1
}

function hits(segments: Segment[]): number {
  return new Set(segments.filter((segment) => segment.hit).map((segment) => segment.text.toLowerCase())).size
}

/** The page's language, unless the other text holds more of the words. */
function chooseText(
  texts: ShownText[],
  language: Language,
  terms: Terms,
): { language: Language; title: Segment[]; snippet: Segment[] } {
  const marked = texts.map((text) => ({
    language: text.language,
    title: highlight(text.title, terms),
    snippet: snippet(text.summary, terms),
  }))
  const preferred = marked.find((text) => text.language === language) ?? marked[0]
  if (!preferred) return { language, title: [], snippet: [] }
  let chosen = preferred
  for (const text of marked) {
    if (hits([...text.title, ...text.snippet]) > hits([...chosen.title, ...chosen.snippet])) chosen = text
  }
  return chosen
}

/** Answers a query from a store. Never throws for anything in the query's text, filters or paging. */
export function searchStore(store: Store, query: SearchQuery, frequencies: Frequencies): SearchResult {
  const filters = Object.fromEntries(
    facetNames.flatMap((name) => (query.filters[name] ? [[name, query.filters[name]]] : [])),
  )
  return new Search(store, { ...query, filters }, frequencies).run()
}
