import { correctionOf } from './correction.ts'
import type { MatchKind, SearchHit, SearchQuery, SearchResult } from './engine.ts'
import { reasonsFor } from './explain.ts'
import { Holding } from './held.ts'
import type { Terms } from './highlight.ts'
import { shownText } from './hit.ts'
import { Relevance } from './order.ts'
import { planOf } from './plan.ts'
import type { Plan } from './plan.ts'
import { room } from './postings/room.ts'
import { retrieve } from './retrieval.ts'
import type { Retrieved } from './retrieval.ts'
import { NONE, partOf } from './selection.ts'
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

/** What the reader may find and no minus leaves out. */
interface Allowance {
  /** Whether a slot may be found; null where all may. */
  allows: ((slot: number) => boolean) | null
  /** The slots that may not be found, each once. */
  hidden: () => Uint32Array
}

function allowance(store: ReadableStore, plan: Plan, organisationId: string | null): Allowance {
  const { columns, postings } = store
  const visible = columns.visibleTo(organisationId)
  const unseen = () => (visible ? Array.from(columns.limited).filter((slot) => !visible(slot)) : [])
  if (plan.excluded.length === 0) return { allows: visible, hidden: () => Uint32Array.from(unseen()) }
  const isExcluded = new Uint8Array(postings.capacity)
  const excluded: number[] = []
  for (const { patterns } of plan.excluded) {
    for (const pattern of patterns) {
      for (const slot of postings.hits(pattern).slots) {
        if (isExcluded[slot] === 1) continue
        isExcluded[slot] = 1
        excluded.push(slot)
      }
    }
  }
  return {
    allows: (slot) => visible?.(slot) !== false && isExcluded[slot] !== 1,
    hidden: () => Uint32Array.from([...excluded, ...unseen().filter((slot) => isExcluded[slot] !== 1)]),
  }
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
  /** How many hold all that was asked for. */
  complete: number
  /** The others, and how they were found. */
  kinds: Pick<Retrieved, 'wider' | 'translated' | 'loose'>
  facets: SearchResult['facets']
  /** The first `count` or more, in the order asked for. */
  first: (count: number) => Ranked[]
}

const unscored = (slots: Iterable<number>): Ranked[] => Array.from(slots, (slot) => ({ slot, score: 0 }))

const NOTHING_BESIDE = { wider: NONE.slots, translated: NONE, loose: NONE }

function everything({ columns }: ReadableStore, query: SearchQuery, { allows, hidden }: Allowance): Found {
  const order = query.sort === 'relevance' ? 'newest' : query.sort
  const narrowed = [...Object.values(query.filters), ...Object.values(query.ranges)].length > 0
  if (narrowed) {
    const { lists, facets } = columns.select([allows ? columns.slots().filter(allows) : columns.slots()], query)
    const [slots = NONE.slots] = lists
    const first = (count: number) => unscored(columns.first(slots, order, count))
    return { complete: slots.length, kinds: NOTHING_BESIDE, facets, first }
  }
  // All are counted already: those that may not be found are taken off.
  const without = hidden()
  const first = (count: number) => unscored(columns.firstOfAll(order, count, allows))
  const complete = columns.size - without.length
  return { complete, kinds: NOTHING_BESIDE, facets: columns.countAll(without), first }
}

function find(store: ReadableStore, query: SearchQuery, understanding: Understanding): Found {
  const { columns } = store
  const { plan } = understanding
  const allowed = allowance(store, plan, query.reader.organisationId)
  if (plan.units.length === 0) return everything(store, query, allowed)

  const found = retrieve(store, understanding, allowed.allows)
  const { lists, facets } = columns.select([found.whole.slots, found.translated.slots, found.loose.slots], query)
  const [whole = NONE.slots, translated = NONE.slots, loose = NONE.slots] = lists
  const kinds = {
    whole: partOf(found.whole, whole),
    wider: found.wider,
    translated: partOf(found.translated, translated),
    loose: partOf(found.loose, loose),
  }
  const complete = whole.length + translated.length
  const { sort } = query
  if (sort === 'relevance') {
    return { complete, kinds, facets, first: (count) => byRelevance(store, understanding, kinds, count) }
  }
  const both = room.numbers(complete)
  both.set(whole)
  both.set(translated, whole.length)
  const first = (count: number) =>
    unscored([...columns.first(both, sort, count), ...columns.first(loose, sort, Math.max(0, count - complete))])
  return { complete, kinds, facets, first }
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
  const kinds = retrieve(store, understanding, allowance(store, plan, reader.organisationId).allows)
  const ranked = byRelevance(store, understanding, kinds, count).slice(0, count)
  return { slots: ranked.map(({ slot }) => slot), terms }
}

/** Answers a query from a store. Never throws for anything in the query's text, filters or paging. */
export function searchStore(store: ReadableStore, query: SearchQuery, terminology: Terminology): SearchResult {
  const plan = planOf(query.text)
  const understanding = understand(plan, meansOf(store, terminology, query.exact))
  const terms = termsOf(understanding)
  const { complete, kinds, facets, first } = find(store, query, understanding)
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
  { wider, translated, loose }: Found['kinds'],
): (slot: number) => MatchKind {
  const mended = chosen.some((reading) => reading !== null)
  return (slot) => {
    if (loose.slots.includes(slot)) return 'partial'
    if (translated.slots.includes(slot)) return 'translated'
    if (wider.includes(slot)) return 'mended'
    return mended && typed && !new Holding(store, slot).holds(typed) ? 'mended' : 'direct'
  }
}
