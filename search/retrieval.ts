import type { Expression } from './expression.ts'
import type { ReadableStore } from './store.ts'
import { frequencyOf, rarityOf } from './understand.ts'
import type { Answer, Understanding } from './understand.ts'

/** Fewer documents with every word than this, and doubtful readings and documents with most of the words are added. */
const FEW = 10
/** Postings read for the loose stage, rarest words first. */
const LOOSE_BUDGET = 20_000
/** A loose hit holds this share of the weight the best one holds, or all words but one of three and more. */
const LOOSE_SHARE = 0.6
const LOOSE_TITLE = 0.7
const LOOSE_PAIR = 0.6
/** Documents with most of the words that are kept, best first. */
const MOST_LOOSE = 2000

/** What the words of a query found before any filter; no slot is in two of the lists. */
export interface Retrieved {
  /** Slots of documents with every required word as typed, or as the query was mended. */
  direct: number[]
  /** With every word, some only in a doubtful reading. */
  wider: number[]
  /** With every word, some only as a translation or a synonym. */
  translated: number[]
  /** With most of the weight. */
  loose: number[]
  /** Weight found by slot, for `loose`. */
  looseWeight: Map<number, number>
  /** Scores of the first ranking by slot, for `direct`; null where there are too many to score each. */
  scores: Map<number, number> | null
}

/** Above this many hits the first ranking is by title and date only, since scoring each would cost too much. */
const SCORED_AT_MOST = 3000

function distinct(slots: number[], taken: Set<number>): number[] {
  const fresh = slots.filter((slot) => !taken.has(slot))
  for (const slot of fresh) taken.add(slot)
  return fresh
}

/**
 * Finds the documents that hold every required word and, when these are few, those that hold most of the query's
 * weight. `allowed` says which slots the reader may see and no minus leaves out.
 */
export function retrieve(
  store: ReadableStore,
  understanding: Understanding,
  allowed: (slot: number) => boolean,
): Retrieved {
  const taken = new Set<number>()
  const found = (expression: Expression | null) =>
    expression ? distinct(store.matching(expression, 'anywhere').filter(allowed), taken) : []
  const { direct, scores } = directHits(store, understanding, allowed)
  const required = understanding.plan.units.filter((unit) => !unit.minor).length
  // Where there is nothing else to find, nothing need be told apart.
  if (direct.length >= FEW && !understanding.translated) {
    return { direct, wider: [], translated: [], loose: [], looseWeight: new Map(), scores }
  }
  for (const slot of direct) taken.add(slot)
  const wider = direct.length < FEW ? found(understanding.wider) : []
  const translated = found(understanding.translated)
  const few = direct.length + wider.length < FEW
  const several = required > 1 || understanding.answers.some((answer) => answer.to - answer.from > 1)
  if (!few || !several) return { direct, wider, translated, loose: [], looseWeight: new Map(), scores }
  return { direct, wider, translated, scores, ...looseHits(store, understanding, taken, allowed, direct.length > 0) }
}

/** The documents with every required word; scored in the same pass where they cannot be many. */
function directHits(
  store: ReadableStore,
  { direct, plan, answers }: Understanding,
  allowed: (slot: number) => boolean,
): { direct: number[]; scores: Map<number, number> | null } {
  if (!direct) return { direct: [], scores: null }
  let bound = Infinity
  for (const [index, unit] of plan.units.entries()) {
    if (unit.minor) continue
    const own = answers.filter((answer) => plan.words[answer.from]?.unit === index && answer.reading !== 'translated')
    bound = Math.min(
      bound,
      own.reduce((sum, answer) => sum + frequencyOf(store.vocabulary, answer.pattern), 0),
    )
  }
  if (bound > SCORED_AT_MOST) {
    const slots = store.matching(direct, 'anywhere').filter(allowed)
    return { direct: slots, scores: null }
  }
  const scored = store.scored(direct)
  const scores = new Map<number, number>()
  for (const [at, slot] of scored.slots.entries()) if (allowed(slot)) scores.set(slot, scored.scores[at] ?? 0)
  return { direct: [...scores.keys()], scores }
}

/** The credit of each word of the query in each document that holds some of them. */
class Credits {
  readonly slots: number[] = []
  #rows = new Map<number, number>()
  #width: number
  #credit = new Float32Array(1024)
  #bonus = new Float64Array(256)

  constructor(width: number) {
    this.#width = width
  }

  #row(slot: number): number {
    let row = this.#rows.get(slot)
    if (row !== undefined) return row
    row = this.slots.push(slot) - 1
    this.#rows.set(slot, row)
    if ((row + 1) * this.#width > this.#credit.length) {
      const grown = new Float32Array(Math.max(this.#credit.length * 2, (row + 1) * this.#width))
      grown.set(this.#credit)
      this.#credit = grown
    }
    if (row >= this.#bonus.length) {
      const grown = new Float64Array(this.#bonus.length * 2)
      grown.set(this.#bonus)
      this.#bonus = grown
    }
    return row
  }

  /** A word is credited once, by the best thing that answers it. */
  credit(slot: number, { from, to }: Answer, each: number): void {
    const start = this.#row(slot) * this.#width
    for (let at = start + from; at < start + to; at++) if ((this.#credit[at] ?? 0) < each) this.#credit[at] = each
  }

  /** Adds to a document that is credited already. */
  add(slot: number, bonus: number): void {
    const row = this.#rows.get(slot)
    if (row !== undefined) this.#bonus[row] = (this.#bonus[row] ?? 0) + bonus
  }

  /** The credit without bonus, the number of credited words, and both together. */
  of(row: number): { weight: number; held: number; score: number } {
    let weight = 0
    let held = 0
    for (let at = row * this.#width; at < (row + 1) * this.#width; at++) {
      const credit = this.#credit[at] ?? 0
      weight += credit
      if (credit > 0) held++
    }
    return { weight, held, score: weight + (this.#bonus[row] ?? 0) }
  }
}

function looseHits(
  store: ReadableStore,
  understanding: Understanding,
  taken: Set<number>,
  allowed: (slot: number) => boolean,
  someDirect: boolean,
): Pick<Retrieved, 'loose' | 'looseWeight'> {
  const { plan, weights, answers } = understanding
  const { vocabulary, columns } = store
  const minor = (answer: Answer) => plan.units[plan.words[answer.from]?.unit ?? 0]?.minor === true
  const readable = answers
    .filter((answer) => !minor(answer) || answer.to - answer.from > 1)
    .map((answer) => ({ answer, frequency: frequencyOf(vocabulary, answer.pattern) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency)
  const credits = new Credits(plan.words.length)
  const read = new Set<number>()
  let budget = LOOSE_BUDGET
  for (const { answer, frequency } of readable) {
    if (frequency > budget && read.size > 0) break
    budget -= frequency
    for (let at = answer.from; at < answer.to; at++) read.add(at)
    const own = weights.slice(answer.from, answer.to).reduce((sum, weight) => sum + weight, 0)
    const isOther = answer.reading === 'translated' || answer.reading === 'synonym'
    const value = isOther ? Math.max(own, rarityOf(columns.size, frequency)) : own
    const each = (answer.worth * value) / (answer.to - answer.from)
    for (const slot of store.matching(answer.pattern, 'anywhere')) credits.credit(slot, answer, each)
    for (const slot of store.matching(answer.pattern, 'title')) credits.add(slot, answer.worth * value * LOOSE_TITLE)
  }
  for (const { pattern, worth } of pairsOf(understanding, read)) {
    for (const slot of store.matching(pattern, 'anywhere')) credits.add(slot, worth * LOOSE_PAIR)
  }

  const candidates: { slot: number; weight: number; held: number; score: number }[] = []
  let best = 0
  for (const [row, slot] of credits.slots.entries()) {
    if (taken.has(slot) || !allowed(slot)) continue
    const standing = credits.of(row)
    best = Math.max(best, standing.weight)
    candidates.push({ slot, ...standing })
  }
  const whole = someDirect ? [...read].reduce((sum, at) => sum + (weights[at] ?? 0), 0) : best
  const required = plan.units.filter((unit) => !unit.minor).length
  const enough = required > 2 ? required - 1 : Infinity
  const positions = columns.positions()
  const loose = candidates
    .filter(({ weight, held }) => weight >= whole * LOOSE_SHARE || held >= enough)
    .sort((a, b) => b.score - a.score || (positions[a.slot] ?? 0) - (positions[b.slot] ?? 0))
    .slice(0, MOST_LOOSE)
  return {
    loose: loose.map(({ slot }) => slot),
    looseWeight: new Map(loose.map(({ slot, score }) => [slot, score])),
  }
}

/** The words that stand next to each other in the query, as phrases; phrases and codes hold theirs already. */
function pairsOf({ plan, chosen, weights }: Understanding, read: Set<number>) {
  return plan.words.flatMap((second, at) => {
    const first = plan.words[at - 1]
    if (!first || first.unit === second.unit || !read.has(at) || !read.has(at - 1)) return []
    const before = chosen[at - 1]?.words ?? [first.folded]
    const next = chosen[at]?.words ?? [second.folded]
    const pattern = { words: [...before, ...next], prefix: chosen[at] ? false : second.prefix }
    return [{ pattern, worth: Math.min(weights[at - 1] ?? 0, weights[at] ?? 0) }]
  })
}
