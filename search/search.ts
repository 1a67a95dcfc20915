import type { SearchHit, SearchQuery, SearchResult } from './engine.ts'
import type { Terms } from './highlight.ts'
import { shownText } from './hit.ts'
import { Relevance, inOrder } from './order.ts'
import type { Ranked } from './order.ts'
import { planOf } from './plan.ts'
import type { Plan } from './plan.ts'
import { retrieve } from './retrieval.ts'
import type { Frequencies } from './retrieval.ts'
import type { Store } from './store.ts'

const MAXIMUM_PAGE_SIZE = 100

function clamp(value: number, most: number): number {
  if (Number.isNaN(value)) return 1
  return Math.min(Math.max(1, Math.trunc(value)), most)
}

/** Which slots the reader may see and no minus leaves out. */
function allowance(store: Store, plan: Plan, organisationId: string | null): (slot: number) => boolean {
  const visible = store.columns.visibleTo(organisationId)
  if (plan.excluded.length === 0) return visible
  const excluded = new Set<number>()
  for (const unit of plan.excluded) for (const slot of store.matching([unit], 'anywhere')) excluded.add(slot)
  return (slot) => visible(slot) && !excluded.has(slot)
}

/** Function words are marked only where nothing else was asked for. */
function termsOf(plan: Plan): Terms {
  const words = plan.words.filter((word) => plan.units[word.unit]?.minor === false)
  const last = words.at(-1)
  return {
    words: [...new Set(words.map((word) => word.folded))],
    prefix: last?.prefix === true ? last.folded : null,
  }
}

interface Found {
  complete: number[]
  loose: number[]
  facets: SearchResult['facets']
  /** The first `count` or more, in the order asked for. */
  first: (count: number) => Ranked[]
}

const unscored = (slots: number[]): Ranked[] => slots.map((slot) => ({ slot, score: 0 }))

function find(store: Store, query: SearchQuery, plan: Plan, frequencies: Frequencies): Found {
  const { columns } = store
  const allowed = allowance(store, plan, query.reader.organisationId)

  if (plan.units.length === 0) {
    const all: number[] = []
    const order = query.sort === 'relevance' ? 'newest' : query.sort
    for (const slot of columns.ordered(order)) if (allowed(slot)) all.push(slot)
    const { slots, facets } = columns.select(all, query)
    return { complete: slots, loose: [], facets, first: (count) => unscored(slots.slice(0, count)) }
  }

  const rarity = frequencies.rarities(store, plan.units)
  const found = retrieve(store, plan, rarity, frequencies, allowed)
  const all = found.loose.length > 0 ? [...found.complete, ...found.loose] : found.complete
  const { slots, facets } = columns.select(all, query)
  const isLoose = new Set(found.loose)
  const complete = isLoose.size > 0 ? slots.filter((slot) => !isLoose.has(slot)) : slots
  const loose = isLoose.size > 0 ? slots.filter((slot) => isLoose.has(slot)) : []
  const { sort } = query
  if (sort !== 'relevance') {
    const first = () => unscored([...inOrder(columns, complete, sort), ...inOrder(columns, loose, sort)])
    return { complete, loose, facets, first }
  }
  const relevance = new Relevance(store, plan, rarity)
  const first = (count: number) => [
    ...relevance.complete(complete, count),
    ...relevance.loose(loose, found.looseWeight, count - complete.length),
  ]
  return { complete, loose, facets, first }
}

/** Answers a query from a store. Never throws for anything in the query's text, filters or paging. */
export function searchStore(store: Store, query: SearchQuery, frequencies: Frequencies): SearchResult {
  const plan = planOf(query.text)
  const terms = termsOf(plan)
  const found = find(store, query, plan, frequencies)
  const total = found.complete.length + found.loose.length
  const pageSize = clamp(query.pageSize, MAXIMUM_PAGE_SIZE)
  const pageCount = Math.max(1, Math.ceil(total / pageSize))
  const page = clamp(query.page, pageCount)
  const complete = new Set(found.complete)
  const from = (page - 1) * pageSize
  const until = Math.min(from + pageSize, total)
  const hits = found
    .first(until)
    .slice(from, until)
    .flatMap(({ slot, score }): SearchHit[] => {
      const shown = store.shown(slot)
      if (!shown) return []
      const { kind, texts, card } = shown
      const match = complete.has(slot) ? ('direct' as const) : ('partial' as const)
      const id = store.columns.idOf(slot)
      return [{ id, kind, match, reasons: null, score, card, ...shownText(texts, query.language, terms) }]
    })
  return {
    hits,
    total,
    complete: found.complete.length,
    correction: null,
    translations: [],
    facets: found.facets,
    page,
    pageCount,
    query: terms,
  }
}
