import type { DocumentColumns } from './columns.ts'
import type { SearchSort } from './engine.ts'
import { all } from './expression.ts'
import type { Expression } from './expression.ts'
import { secondRanking } from './rank.ts'
import type { ReadableStore } from './store.ts'
import type { Understanding } from './understand.ts'

/** Hits that are ranked a second time. */
const POOL = 100
/** Above this many hits the first ranking is by title and date only, since scoring each would cost too much. */
const SCORED_AT_MOST = 3000

/** A slot with its score. */
export interface Ranked {
  slot: number
  score: number
}

type Score = (slot: number) => number

/** The `count` best slots in order: highest score first, then the newest. */
function best(slots: number[], count: number, score: Score, positions: Uint32Array): Ranked[] {
  const before = (a: Ranked, b: Ranked) =>
    a.score !== b.score ? b.score - a.score : (positions[a.slot] ?? 0) - (positions[b.slot] ?? 0)
  if (count >= slots.length) return slots.map((slot) => ({ slot, score: score(slot) })).sort(before)
  const kept: Ranked[] = []
  for (const slot of slots) {
    const candidate = { slot, score: score(slot) }
    const worst = kept[kept.length - 1]
    if (kept.length >= count && worst && before(candidate, worst) >= 0) continue
    let low = 0
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = kept[middle]
      if (other && before(other, candidate) < 0) low = middle + 1
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

/** Ranks the hits of one query: a first ranking of all, a second of the best. */
export class Relevance {
  readonly #store: ReadableStore
  readonly #understanding: Understanding

  constructor(store: ReadableStore, understanding: Understanding) {
    this.#store = store
    this.#understanding = understanding
  }

  /** At least the first `needed` of documents that hold every word of `expression`; `known`: scores given already. */
  complete(
    slots: number[],
    expression: Expression | null,
    needed: number,
    known: Map<number, number> | null = null,
  ): Ranked[] {
    if (slots.length === 0 || needed <= 0 || !expression) return []
    const { columns } = this.#store
    const members = membership(slots, columns.capacity)
    const scores = known ?? new Map<number, number>()
    const scoreOf = (slot: number) => scores.get(slot) ?? 0
    const few = slots.length <= SCORED_AT_MOST
    let candidates = slots
    if (few) {
      if (slots.length > 1 && !known) {
        const scored = this.#store.scored(expression)
        for (const [index, slot] of scored.slots.entries()) scores.set(slot, scored.scores[index] ?? 0)
      }
    } else {
      const titles = this.#store.matching(expression, 'title').filter((slot) => members[slot] === 1)
      // Where no title holds every word, the newest stand for all.
      candidates = titles.length > 0 ? titles : inOrder(columns, slots, 'newest').slice(0, POOL)
    }
    const pool = best(candidates, POOL, scoreOf, columns.positions())
    if (slots.length > POOL) this.#addTitles(pool, members, scoreOf)
    return this.#behindPool(this.#second(pool, 1, true), needed, () =>
      few ? this.#all(slots, scoreOf) : inOrder(columns, slots, 'newest'),
    )
  }

  /** At least the first `needed` of the documents that hold most of the query's weight. */
  loose(slots: number[], weight: Map<number, number>, needed: number): Ranked[] {
    if (slots.length === 0 || needed <= 0) return []
    const weightOf = (slot: number) => weight.get(slot) ?? 0
    const pool = best(slots, POOL, weightOf, this.#store.columns.positions())
    // Among loose hits the share of the query matters most, so the first ranking counts twice.
    return this.#behindPool(this.#second(pool, 2, false), needed, () => this.#all(slots, weightOf))
  }

  #all(slots: number[], score: Score): number[] {
    return best(slots, slots.length, score, this.#store.columns.positions()).map((ranked) => ranked.slot)
  }

  /** A pool that could not hold all hits must not miss a title that holds the query as it stands. */
  #addTitles(pool: Ranked[], members: Uint8Array, score: Score): void {
    const { plan, chosen } = this.#understanding
    const words = plan.words.flatMap((word, at) => chosen[at]?.words ?? [word.folded])
    const prefix = plan.words.at(-1)?.prefix === true && chosen.at(-1) === null
    const phrase = words.length < 2 ? null : all([{ words, prefix }])
    if (!phrase) return
    const inPool = new Set(pool.map((ranked) => ranked.slot))
    const titles = this.#store.matching(phrase, 'title').filter((slot) => members[slot] === 1 && !inPool.has(slot))
    pool.push(...best(titles, POOL, score, this.#store.columns.positions()))
  }

  #second(pool: Ranked[], share: number, complete: boolean): Ranked[] {
    const rank = secondRanking(this.#understanding, this.#store.vocabulary)
    const highest = pool.reduce((most, ranked) => Math.max(most, ranked.score), 0)
    const scores = new Map<number, number>()
    for (const { slot, score } of pool) {
      const first = highest > 0 ? (share * score) / highest : 0
      scores.set(slot, rank(first, this.#store.exactTitle(slot), this.#store.exactSummary(slot), complete))
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
