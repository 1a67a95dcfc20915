import { correctionOf } from './correction.ts'
import type { MatchKind, SearchHit, SearchQuery, SearchResult } from './engine.ts'
import { reasonsFor } from './explain.ts'
import { Holding } from './held.ts'
import type { Terms } from './highlight.ts'
import { shownText } from './hit.ts'
import { inOrder, Relevance } from './order.ts'
import { planOf } from './plan.ts'
import type { Plan } from './plan.ts'
import { retrieve } from './retrieval.ts'
import type { Retrieved } from './retrieval.ts'
import { kept, NONE } from './selection.ts'
import type { Ranked } from './selection.ts'
import type { ReadableStore } from './store.ts'
import type { Terminology } from './terminology.ts'
import { understand } from './understand.ts'
import type { Understanding } from './understand.ts'

const MAXIMUM_PAGE_SIZE = 100

function clamp(value: number, most: number): number {
  if (Number.isNaN(value)) return 1
  return Math.min(Math.max(1, Math.trunc(value)), most)
}

/** Which slots the reader may see and no minus leaves out; null for all. */
function allowance(
  store: ReadableStore,
  plan: Plan,
  organisationId: string | null,
): ((slot: number) => boolean) | null {
  const visible = store.columns.visibleTo(organisationId)
  if (plan.excluded.length === 0) return visible
  const excluded = new Uint8Array(store.postings.capacity)
  for (const { patterns } of plan.excluded) {
    for (const pattern of patterns) for (const slot of store.postings.hits(pattern).slots) excluded[slot] = 1
  }
  return (slot) => visible?.(slot) !== false && excluded[slot] !== 1
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

/** The hits of a query that pass the filters. */
interface Found {
  kinds: Retrieved
  facets: SearchResult['facets']
  /** The first `count` or more, in the order asked for. */
  first: (count: number) => Ranked[]
}

const unscored = (slots: number[]): Ranked[] => slots.map((slot) => ({ slot, score: 0 }))

function everything(store: ReadableStore, query: SearchQuery, allowed: ((slot: number) => boolean) | null): Found {
  const { columns } = store
  const ordered = columns.ordered(query.sort === 'relevance' ? 'newest' : query.sort)
  const { slots, facets } = columns.select(allowed ? ordered.filter(allowed) : ordered, query)
  const whole = { slots, scores: new Float32Array(slots.length) }
  const kinds: Retrieved = { whole, wider: NONE.slots, translated: NONE, loose: NONE }
  return { kinds, facets, first: (count) => unscored(Array.from(slots.subarray(0, count))) }
}

function joined(lists: Uint32Array[]): Uint32Array {
  const filled = lists.filter((list) => list.length > 0)
  const [only] = filled
  if (only && filled.length === 1) return only
  const all = new Uint32Array(filled.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of filled) {
    all.set(list, at)
    at += list.length
  }
  return all
}

function find(store: ReadableStore, query: SearchQuery, understanding: Understanding): Found {
  const { columns } = store
  const { plan } = understanding
  const allowed = allowance(store, plan, query.reader.organisationId)
  if (plan.units.length === 0) return everything(store, query, allowed)

  const found = retrieve(store, understanding, allowed)
  const all = joined([found.whole.slots, found.translated.slots, found.loose.slots])
  const { slots, facets } = columns.select(all, query)
  const kinds = slots === all ? found : parted(found, slots, columns.capacity)
  const { sort } = query
  if (sort !== 'relevance') {
    const complete = joined([kinds.whole.slots, kinds.translated.slots])
    const first = () => unscored([...inOrder(columns, complete, sort), ...inOrder(columns, kinds.loose.slots, sort)])
    return { kinds, facets, first }
  }
  return { kinds, facets, first: (count) => byRelevance(store, understanding, kinds, count) }
}

function byRelevance(store: ReadableStore, understanding: Understanding, kinds: Retrieved, count: number): Ranked[] {
  const relevance = new Relevance(store, understanding)
  const ranked = relevance.complete(kinds.whole, count)
  ranked.push(...relevance.complete(kinds.translated, count - ranked.length))
  ranked.push(...relevance.loose(kinds.loose, count - ranked.length))
  return ranked
}

const meansOf = ({ vocabulary, columns }: ReadableStore, terminology: Terminology, exact: boolean) => ({
  vocabulary,
  terminology,
  documents: columns.size,
  exact,
})

/** The first slots for a text, best first, without filters or counts; and what is to be marked in them. */
export function firstHits(
  store: ReadableStore,
  { text, reader }: Pick<SearchQuery, 'text' | 'reader'>,
  terminology: Terminology,
  count: number,
): { slots: number[]; terms: Terms } {
  const plan = planOf(text)
  const understanding = understand(plan, meansOf(store, terminology, false))
  const terms = termsOf(understanding)
  if (plan.units.length === 0) return { slots: [], terms }
  const kinds = retrieve(store, understanding, allowance(store, plan, reader.organisationId))
  const ranked = byRelevance(store, understanding, kinds, count).slice(0, count)
  return { slots: ranked.map(({ slot }) => slot), terms }
}

/** Parts the filtered slots again by the list they came from. */
function parted(found: Retrieved, slots: Uint32Array, capacity: number): Retrieved {
  const passed = new Uint8Array(capacity)
  for (const slot of slots) passed[slot] = 1
  const passes = (slot: number) => passed[slot] === 1
  return {
    whole: kept(found.whole, passes),
    wider: found.wider.filter(passes),
    translated: kept(found.translated, passes),
    loose: kept(found.loose, passes),
  }
}

/** Answers a query from a store. Never throws for anything in the query's text, filters or paging. */
export function searchStore(store: ReadableStore, query: SearchQuery, terminology: Terminology): SearchResult {
  const plan = planOf(query.text)
  const understanding = understand(plan, meansOf(store, terminology, query.exact))
  const terms = termsOf(understanding)
  const { kinds, facets, first } = find(store, query, understanding)
  const complete = kinds.whole.slots.length + kinds.translated.slots.length
  const total = complete + kinds.loose.slots.length
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

function matches(
  store: ReadableStore,
  { chosen, typed }: Understanding,
  { wider, translated, loose }: Retrieved,
): (slot: number) => MatchKind {
  const mended = chosen.some((reading) => reading !== null)
  return (slot) => {
    if (loose.slots.includes(slot)) return 'partial'
    if (translated.slots.includes(slot)) return 'translated'
    if (wider.includes(slot)) return 'mended'
    return mended && typed && !new Holding(store, slot).holds(typed) ? 'mended' : 'direct'
  }
}
