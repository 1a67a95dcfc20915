import type { DocumentColumns } from './columns.ts'
import type { SearchSort } from './engine.ts'
import type { Plan } from './plan.ts'
import { secondRanking } from './rank.ts'
import type { Store } from './store.ts'

/** Hits that are ranked a second time. */
const POOL = 100
/** Above this many hits the first ranking is by title and date only, since scoring each would cost too much. */
const SCORED_AT_MOST = 2000

/** A slot with its score. */
export interface Ranked {
  slot: number
  score: number
}

type Score = (slot: number) => number

/** The `count` best slots in order: highest score first, then the newest. */
function best(slots: number[], count: number, score: Score, positions: Uint32Array): Ranked[] {
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

function membership(slots: number[], capacity: number): Uint8Array {
  const members = new Uint8Array(capacity)
  for (const slot of slots) members[slot] = 1
  return members
}

/** The slots in one of the orders that do not depend on the words. */
export function inOrder(columns: DocumentColumns, slots: number[], sort: Exclude<SearchSort, 'relevance'>): number[] {
  const members = membership(slots, columns.capacity)
  const ordered: number[] = []
  for (const slot of columns.ordered(sort)) if (members[slot] === 1) ordered.push(slot)
  return ordered
}

/** Ranks the hits of one plan: a first ranking of all, a second of the best. */
export class Relevance {
  readonly #store: Store
  readonly #plan: Plan
  readonly #rarity: number[]

  constructor(store: Store, plan: Plan, rarity: number[]) {
    this.#store = store
    this.#plan = plan
    this.#rarity = rarity
  }

  /** At least the first `needed` of the documents that hold every word. */
  complete(slots: number[], needed: number): Ranked[] {
    if (slots.length === 0 || needed === 0) return []
    const { columns } = this.#store
    const required = this.#plan.units.filter((unit) => !unit.minor)
    const members = membership(slots, columns.capacity)
    const scores = new Map<number, number>()
    const scoreOf = (slot: number) => scores.get(slot) ?? 0
    const few = slots.length <= SCORED_AT_MOST
    let candidates = slots
    if (few) {
      const scored = this.#store.scored(required)
      for (const [index, slot] of scored.slots.entries()) scores.set(slot, scored.scores[index] ?? 0)
    } else candidates = this.#store.matching(required, 'title').filter((slot) => members[slot] === 1)
    const pool = best(candidates, POOL, scoreOf, columns.positions())
    if (slots.length > POOL) this.#addTitles(pool, members, scoreOf)
    return this.#behindPool(this.#second(pool, 1), needed, () =>
      few ? this.#all(slots, scoreOf) : inOrder(columns, slots, 'newest'),
    )
  }

  /** At least the first `needed` of the documents that hold most of the query's weight. */
  loose(slots: number[], weight: Float32Array, needed: number): Ranked[] {
    if (slots.length === 0 || needed <= 0) return []
    const weightOf = (slot: number) => weight[slot] ?? 0
    const pool = best(slots, POOL, weightOf, this.#store.columns.positions())
    // Among loose hits the share of the query matters most, so the first ranking counts twice.
    return this.#behindPool(this.#second(pool, 2), needed, () => this.#all(slots, weightOf))
  }

  #all(slots: number[], score: Score): number[] {
    return best(slots, slots.length, score, this.#store.columns.positions()).map((ranked) => ranked.slot)
  }

  /** A pool that could not hold all hits must not miss a title that holds the query as it stands. */
  #addTitles(pool: Ranked[], members: Uint8Array, score: Score): void {
    const words = this.#plan.words.map((word) => word.folded)
    const prefix = this.#plan.words.at(-1)?.prefix === true
    if (words.length < 2) return
    const inPool = new Set(pool.map((ranked) => ranked.slot))
    const titles = this.#store
      .matching([{ patterns: [{ words, prefix }], minor: false }], 'title')
      .filter((slot) => members[slot] === 1 && !inPool.has(slot))
    pool.push(...best(titles, POOL, score, this.#store.columns.positions()))
  }

  #second(pool: Ranked[], share: number): Ranked[] {
    const rank = secondRanking(this.#plan, this.#rarity)
    const highest = pool.reduce((most, ranked) => Math.max(most, ranked.score), 0)
    const scores = new Map<number, number>()
    for (const { slot, score } of pool) {
      const first = highest > 0 ? (share * score) / highest : 0
      scores.set(
        slot,
        rank(first, this.#store.exactTitle(slot), () => this.#store.exactSummary(slot)),
      )
    }
    return best([...scores.keys()], pool.length, (slot) => scores.get(slot) ?? 0, this.#store.columns.positions())
  }

  #behindPool(pool: Ranked[], needed: number, rest: () => number[]): Ranked[] {
    if (needed <= pool.length) return pool
    const inPool = new Set(pool.map((ranked) => ranked.slot))
    const behind = rest().filter((slot) => !inPool.has(slot))
    return [...pool, ...behind.map((slot) => ({ slot, score: 0 }))]
  }
}
