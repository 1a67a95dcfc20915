import { titlesHolding } from './held.ts'
import type { Scored } from './postings/evaluate.ts'
import { secondRanking } from './rank.ts'
import type { SecondRanking } from './rank.ts'
import { best, bestPassing } from './selection.ts'
import type { Ranked } from './selection.ts'
import type { ReadableStore } from './store.ts'
import type { Understanding } from './understand.ts'

/** Hits that are ranked a second time. */
const POOL = 100
/** A title that holds every word scores at least this share of the best, but for texts of very many words. */
const TITLE_SHARE = 0.6

/** Ranks the hits of one query: a first ranking of all, a second of the best. */
export class Relevance {
  readonly #store: ReadableStore
  readonly #understanding: Understanding
  readonly #newer: (a: number, b: number) => number
  #rank: SecondRanking | undefined

  constructor(store: ReadableStore, understanding: Understanding) {
    this.#store = store
    this.#newer = store.columns.comparison('newest')
    this.#understanding = understanding
  }

  /** At least the first `needed` of documents that hold every word. */
  complete(found: Scored, needed: number): Ranked[] {
    if (found.slots.length === 0 || needed <= 0) return []
    const pool = best(found, POOL, this.#newer)
    if (found.slots.length > POOL) this.#addTitles(pool, found)
    return this.#behindPool(this.#second(pool, 1, true, needed), needed, found)
  }

  /** At least the first `needed` of the documents that hold most of the query's weight. */
  loose(found: Scored, needed: number): Ranked[] {
    if (found.slots.length === 0 || needed <= 0) return []
    const pool = best(found, POOL, this.#newer)
    // Among loose hits the share of the query matters most, so the first ranking counts twice.
    return this.#behindPool(this.#second(pool, 2, false, needed), needed, found)
  }

  /** A pool that could not hold all hits must not miss a title that holds the query as it stands. */
  #addTitles(pool: Ranked[], found: Scored): void {
    const { plan, chosen } = this.#understanding
    const words = plan.words.flatMap((word, at) => chosen[at]?.words ?? [word.folded])
    if (words.length < 2) return
    const phrase = { words, prefix: plan.words.at(-1)?.prefix === true && chosen.at(-1) === null }
    const titles = titlesHolding(this.#store, phrase)
    if (!titles) return
    const known = new Set(pool.map((ranked) => ranked.slot))
    const most = pool[0]?.score ?? 0
    const least = most * TITLE_SHARE
    const passes = (slot: number) => titles.holds(slot) && !known.has(slot)
    pool.push(...bestPassing(titles.sifted(found, least), { most, least }, POOL, this.#newer, passes))
  }

  /** The first `needed` of the pool. Summaries are read only of those that may be among them. */
  #second(pool: Ranked[], share: number, complete: boolean, needed: number): Ranked[] {
    this.#rank ??= secondRanking(this.#understanding, this.#store.vocabulary)
    const { ofTitle, most, score } = this.#rank
    const highest = pool.reduce((sofar, ranked) => Math.max(sofar, ranked.score), 0)
    const candidates = pool
      .map((ranked) => {
        const first = highest > 0 ? (share * ranked.score) / highest : 0
        const title = ofTitle(this.#store.titles.get(ranked.slot))
        return { slot: ranked.slot, first, title, most: most(first, title) }
      })
      .sort((a, b) => b.most - a.most)
    const found: Ranked[] = []
    /** The scores so far, the highest first, up to as many as are needed. */
    const scores: number[] = []
    for (const { slot, first, title, most: bound } of candidates) {
      const last = scores[needed - 1]
      if (last !== undefined && bound < last) break
      const own = score(first, title, this.#store.exactSummary(slot), complete)
      found.push({ slot, score: own })
      const place = scores.findIndex((other) => other < own)
      scores.splice(place < 0 ? scores.length : place, 0, own)
      scores.length = Math.min(scores.length, needed)
    }
    const ranked = { slots: Uint32Array.from(found, ({ slot }) => slot), scores: found.map((one) => one.score) }
    return best(ranked, found.length, this.#newer).slice(0, needed)
  }

  #behindPool(pool: Ranked[], needed: number, found: Scored): Ranked[] {
    if (needed <= pool.length) return pool
    const inPool = new Set(pool.map((ranked) => ranked.slot))
    const all = best(found, found.slots.length, this.#newer)
    const behind = all.filter(({ slot }) => !inPool.has(slot))
    return [...pool, ...behind.map(({ slot }) => ({ slot, score: 0 }))]
  }
}
