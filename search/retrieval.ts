import type { Plan, Unit } from './plan.ts'
import type { Store } from './store.ts'

/** Fewer documents with every word than this, and documents with most of the words are added beneath. */
const FEW = 10
/** Postings read for the loose stage, rarest words first. */
const LOOSE_BUDGET = 20_000
/** A loose hit holds this share of the weight the best one holds, or all words but one of three and more. */
const LOOSE_SHARE = 0.6
const LOOSE_TITLE = 0.7
const LOOSE_PAIR = 0.6

/** A function word counts this much of its rarity. */
const MINOR = 0.2

/** What the words of a plan found before any filter. */
export interface Retrieved {
  /** Slots of documents with every required word. */
  complete: number[]
  /** Slots of documents with most of the weight, each not in `complete`. */
  loose: number[]
  /** Weight found by slot, for `loose`. */
  looseWeight: Float32Array
}

/** Document frequencies by unit. Kept between searches, since a few documents more or less change no ranking. */
export class Frequencies {
  #known = new Map<string, number>()
  #size = 0

  of(store: Store, unit: Unit): number {
    if (Math.abs(store.columns.size - this.#size) > this.#size / 50 || this.#known.size > 10_000) {
      this.#known.clear()
      this.#size = store.columns.size
    }
    const key = JSON.stringify(unit.patterns)
    let frequency = this.#known.get(key)
    if (frequency === undefined) {
      frequency = store.count(unit)
      this.#known.set(key, frequency)
    }
    return frequency
  }

  /** The weight of each unit by how rare it is; a single one needs no comparing. */
  rarities(store: Store, units: Unit[]): number[] {
    if (units.length === 1) return [1]
    return units.map((unit) => {
      const weight = Math.log(1 + (store.columns.size + 1) / (this.of(store, unit) + 0.5))
      return unit.minor ? weight * MINOR : weight
    })
  }
}

/** The words that stand next to each other in the query, as phrases; phrases and codes hold theirs already. */
function pairsOf(plan: Plan): { unit: Unit; of: [number, number] }[] {
  const pairs: { unit: Unit; of: [number, number] }[] = []
  for (const [index, second] of plan.words.entries()) {
    const first = plan.words[index - 1]
    if (!first || first.unit === second.unit) continue
    const pattern = { words: [first.folded, second.folded], prefix: second.prefix }
    pairs.push({ unit: { patterns: [pattern], minor: false }, of: [first.unit, second.unit] })
  }
  return pairs
}

/**
 * Finds the documents that hold every required unit and, when these are few, those that hold most of the query's
 * weight. `allowed` says which slots the reader may see and no minus leaves out.
 */
export function retrieve(
  store: Store,
  plan: Plan,
  rarity: number[],
  frequencies: Frequencies,
  allowed: (slot: number) => boolean,
): Retrieved {
  const required = plan.units.filter((unit) => !unit.minor)
  const complete = store.matching(required, 'anywhere').filter(allowed)
  if (complete.length >= FEW || required.length < 2) {
    return { complete, loose: [], looseWeight: new Float32Array(0) }
  }

  const weight = new Float32Array(store.columns.capacity)
  const bonus = new Float32Array(store.columns.capacity)
  const held = new Uint8Array(store.columns.capacity)
  const touched: number[] = []
  const read = new Set<number>()
  let budget = LOOSE_BUDGET
  const byRarity = [...plan.units.entries()]
    .filter(([, unit]) => !unit.minor)
    .sort(([, a], [, b]) => frequencies.of(store, a) - frequencies.of(store, b))
  for (const [index, unit] of byRarity) {
    const frequency = frequencies.of(store, unit)
    if (frequency === 0) continue
    if (frequency > budget && read.size > 0) break
    budget -= frequency
    read.add(index)
    const worth = rarity[index] ?? 0
    for (const slot of store.matching([unit], 'anywhere')) {
      if (held[slot] === 0) touched.push(slot)
      held[slot] = (held[slot] ?? 0) + 1
      weight[slot] = (weight[slot] ?? 0) + worth
    }
    for (const slot of store.matching([unit], 'title')) bonus[slot] = (bonus[slot] ?? 0) + worth * LOOSE_TITLE
  }
  for (const pair of pairsOf(plan)) {
    const [first, second] = pair.of
    if (!read.has(first) || !read.has(second)) continue
    const worth = Math.min(rarity[first] ?? 0, rarity[second] ?? 0) * LOOSE_PAIR
    for (const slot of store.matching([pair.unit], 'anywhere')) bonus[slot] = (bonus[slot] ?? 0) + worth
  }

  const taken = new Set(complete)
  const candidates = touched.filter((slot) => !taken.has(slot) && allowed(slot))
  const best = candidates.reduce((most, slot) => Math.max(most, weight[slot] ?? 0), 0)
  const whole = complete.length > 0 ? [...read].reduce((sum, index) => sum + (rarity[index] ?? 0), 0) : best
  const enough = required.length > 2 ? required.length - 1 : Infinity
  const loose = candidates.filter((slot) => (weight[slot] ?? 0) >= whole * LOOSE_SHARE || (held[slot] ?? 0) >= enough)
  for (const slot of loose) weight[slot] = (weight[slot] ?? 0) + (bonus[slot] ?? 0)
  return { complete, loose, looseWeight: weight }
}
