import { correctionOf } from './correction.ts'
import type { MatchKind, SearchHit, SearchQuery, SearchResult } from './engine.ts'
import { reasonsFor } from './explain.ts'
import type { Terms } from './highlight.ts'
import { shownText } from './hit.ts'
import { inOrder, Relevance } from './order.ts'
import type { Ranked } from './order.ts'
import { planOf } from './plan.ts'
import type { Plan } from './plan.ts'
import { retrieve } from './retrieval.ts'
import type { Retrieved } from './retrieval.ts'
import type { ReadableStore } from './store.ts'
import type { Terminology } from './terminology.ts'
import { understand } from './understand.ts'
import type { Understanding } from './understand.ts'

const MAXIMUM_PAGE_SIZE = 100

function clamp(value: number, most: number): number {
  if (Number.isNaN(value)) return 1
  return Math.min(Math.max(1, Math.trunc(value)), most)
}

/** Which slots the reader may see and no minus leaves out. */
function allowance(store: ReadableStore, plan: Plan, organisationId: string | null): (slot: number) => boolean {
  const visible = store.columns.visibleTo(organisationId)
  if (plan.excluded.length === 0) return visible
  const excluded = new Set<number>()
  for (const { patterns } of plan.excluded) {
    for (const slot of store.matching({ any: patterns }, 'anywhere')) excluded.add(slot)
  }
  return (slot) => visible(slot) && !excluded.has(slot)
}

/** Function words are marked only where nothing else was asked for. */
function termsOf({ plan, chosen, answers }: Understanding): Terms {
  const words = plan.words.filter((word) => plan.units[word.unit]?.minor === false)
  const last = words.at(-1)
  const mended = chosen.flatMap((reading) => reading?.words ?? [])
  const other = answers.filter((answer) => answer.reading === 'translated' || answer.reading === 'synonym')
  const phrases = other.map((answer) => answer.pattern.words)
  return {
    words: [...new Set([...words.map((word) => word.folded), ...mended])],
    prefix: last?.prefix === true ? last.folded : null,
    ...(phrases.length > 0 ? { phrases } : {}),
  }
}

/** The hits of a query, best kind first; every list is in the order of the store until `first` asks for more. */
interface Found {
  kinds: Retrieved
  facets: SearchResult['facets']
  /** The first `count` or more, in the order asked for. */
  first: (count: number) => Ranked[]
}

const unscored = (slots: number[]): Ranked[] => slots.map((slot) => ({ slot, score: 0 }))

function everything(store: ReadableStore, query: SearchQuery, allowed: (slot: number) => boolean): Found {
  const { columns } = store
  const all: number[] = []
  for (const slot of columns.ordered(query.sort === 'relevance' ? 'newest' : query.sort)) {
    if (allowed(slot)) all.push(slot)
  }
  const { slots, facets } = columns.select(all, query)
  const rest = { wider: [], translated: [], loose: [], looseWeight: new Map<number, number>(), scores: null }
  const kinds: Retrieved = { direct: slots, ...rest }
  return { kinds, facets, first: (count) => unscored(slots.slice(0, count)) }
}

function find(store: ReadableStore, query: SearchQuery, understanding: Understanding): Found {
  const { columns } = store
  const { plan } = understanding
  const allowed = allowance(store, plan, query.reader.organisationId)
  if (plan.units.length === 0) return everything(store, query, allowed)

  const found = retrieve(store, understanding, allowed)
  const lists = [found.direct, found.wider, found.translated, found.loose]
  const rest = lists.slice(1).some((list) => list.length > 0)
  const { slots, facets } = columns.select(rest ? lists.flat() : found.direct, query)
  const kinds = rest ? parted(found, slots, columns.capacity) : { ...found, direct: slots }
  const { sort } = query
  if (sort !== 'relevance') {
    const complete = [...kinds.direct, ...kinds.wider, ...kinds.translated]
    const first = () => unscored([...inOrder(columns, complete, sort), ...inOrder(columns, kinds.loose, sort)])
    return { kinds, facets, first }
  }
  const relevance = new Relevance(store, understanding)
  const first = (count: number) => {
    // Doubtful readings stand in one order with what was typed: the title that was meant is to come first.
    const ranked =
      kinds.wider.length > 0
        ? relevance.complete([...kinds.direct, ...kinds.wider], understanding.wider, count)
        : relevance.complete(kinds.direct, understanding.direct, count, kinds.scores)
    ranked.push(...relevance.complete(kinds.translated, understanding.translated, count - ranked.length))
    ranked.push(...relevance.loose(kinds.loose, kinds.looseWeight, count - ranked.length))
    return ranked
  }
  return { kinds, facets, first }
}

/** Parts the filtered slots again by the list they came from. */
function parted(found: Retrieved, slots: number[], capacity: number): Retrieved {
  const passed = new Uint8Array(capacity)
  for (const slot of slots) passed[slot] = 1
  const kept = (list: number[]) => list.filter((slot) => passed[slot] === 1)
  return {
    direct: kept(found.direct),
    wider: kept(found.wider),
    translated: kept(found.translated),
    loose: kept(found.loose),
    looseWeight: found.looseWeight,
    scores: found.scores,
  }
}

/** Answers a query from a store. Never throws for anything in the query's text, filters or paging. */
export function searchStore(store: ReadableStore, query: SearchQuery, terminology: Terminology): SearchResult {
  const plan = planOf(query.text)
  const means = { vocabulary: store.vocabulary, terminology, documents: store.columns.size, exact: query.exact }
  const understanding = understand(plan, means)
  const terms = termsOf(understanding)
  const { kinds, facets, first } = find(store, query, understanding)
  const complete = kinds.direct.length + kinds.wider.length + kinds.translated.length
  const total = complete + kinds.loose.length
  const pageSize = clamp(query.pageSize, MAXIMUM_PAGE_SIZE)
  const pageCount = Math.max(1, Math.ceil(total / pageSize))
  const page = clamp(query.page, pageCount)
  const from = (page - 1) * pageSize
  const until = Math.min(from + pageSize, total)
  const ranked = first(until)
  const matchOf = matches(store, understanding, kinds)
  const hits = ranked.slice(from, until).flatMap(({ slot, score }): SearchHit[] => {
    const shown = store.shown(slot)
    if (!shown) return []
    const { kind, texts, card } = shown
    const reasons = query.explain ? reasonsFor(store, slot, understanding) : null
    const id = store.columns.idOf(slot)
    return [{ id, kind, match: matchOf(slot), reasons, score, card, ...shownText(texts, query.language, terms) }]
  })
  const best = ranked.slice(0, 10).map(({ slot }) => slot)
  return {
    hits,
    total,
    complete,
    correction: correctionOf(store, understanding, query.text, best),
    translations: understanding.translations,
    facets,
    page,
    pageCount,
    query: terms,
  }
}

function matches(store: ReadableStore, understanding: Understanding, kinds: Retrieved): (slot: number) => MatchKind {
  const of = new Map<number, MatchKind>()
  for (const slot of kinds.wider) of.set(slot, 'mended')
  for (const slot of kinds.translated) of.set(slot, 'translated')
  for (const slot of kinds.loose) of.set(slot, 'partial')
  const mended = understanding.chosen.some((reading) => reading !== null)
  return (slot) => {
    const known = of.get(slot)
    if (known !== undefined) return known
    const { typed } = understanding
    return mended && typed && !store.holds(slot, typed, 'anywhere') ? 'mended' : 'direct'
  }
}
