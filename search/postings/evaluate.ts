import { isPattern } from '../expression.ts'
import type { Expression, Pattern } from '../expression.ts'
import { IMPACT_SCALE } from './segment.ts'
import type { Postings } from './postings.ts'

/** Slots with a score each, the higher the better, in no order; each slot once. */
export interface Scored {
  slots: Uint32Array
  scores: Float32Array
}

/** What a part found: the score of each slot is its value times the factor. */
interface Part {
  slots: Uint32Array
  values: Uint8Array | Float32Array
  factor: number
}

/** Room for what is found on the way, used again by the next question: it comes too fast for the garbage collector. */
class Arena {
  #slots = new Uint32Array(1 << 14)
  #values = new Float32Array(1 << 14)
  #used = 0

  clear(): void {
    this.#used = 0
  }

  take(length: number): { slots: Uint32Array; values: Float32Array } {
    if (this.#used + length > this.#slots.length) {
      // What was given out before keeps the old room.
      const size = Math.max(length, this.#slots.length * 2)
      this.#slots = new Uint32Array(size)
      this.#values = new Float32Array(size)
      this.#used = 0
    }
    const from = this.#used
    this.#used += length
    return { slots: this.#slots.subarray(from, this.#used), values: this.#values.subarray(from, this.#used) }
  }
}

const NOTHING: Part = { slots: new Uint32Array(0), values: new Float32Array(0), factor: 1 }

/** Among so many documents a phrase is looked for in these alone. */
const FEW = 2000

/** What BM25 multiplies a word with that `found` of all documents hold. */
function rarity(documents: number, found: number): number {
  return Math.log(1 + (documents - found + 0.5) / (found + 0.5))
}

/** Evaluates expressions over postings, one at a time. */
export class Evaluator {
  readonly #postings: Postings
  readonly #frequencyOf: (pattern: Pattern) => number
  /** By slot; all 0 between two evaluations. */
  #marks = new Uint8Array(0)
  #scores = new Float32Array(0)
  readonly #arena = new Arena()

  /** `frequencyOf`: nearly how many documents hold a pattern; 0 only where none does. */
  constructor(postings: Postings, frequencyOf: (pattern: Pattern) => number) {
    this.#postings = postings
    this.#frequencyOf = frequencyOf
  }

  /**
   * The documents that hold what is asked. Each pattern scores as in BM25; of alternatives the best counts, and the
   * scores of what is asked together are added. `documents`: how many there are.
   */
  scored(expression: Expression, documents: number): Scored {
    if (this.#marks.length < this.#postings.capacity) {
      this.#marks = new Uint8Array(this.#postings.capacity)
      this.#scores = new Float32Array(this.#postings.capacity)
    }
    this.#arena.clear()
    const { slots, values, factor } = this.#part(expression, Math.max(1, documents))
    if (values instanceof Float32Array) return { slots: slots.slice(), scores: values.slice() }
    const scores = new Float32Array(values.length)
    for (let at = 0; at < values.length; at++) scores[at] = (values[at] ?? 0) * factor
    return { slots, scores }
  }

  /** How many documents hold it at most, nearly; 0 only where none does. */
  #bound(expression: Expression): number {
    if (isPattern(expression)) return this.#frequencyOf(expression)
    if ('all' in expression) return Math.min(...expression.all.map((part) => this.#bound(part)))
    return expression.any.reduce((sum, part) => sum + this.#bound(part), 0)
  }

  /** `within`: ascending; phrases in other documents need not be found. */
  #part(expression: Expression, documents: number, within: Uint32Array | null = null): Part {
    if (isPattern(expression)) {
      const { slots, impacts } = this.#postings.hits(expression, within)
      const found = expression.words.length > 1 ? this.#frequencyOf(expression) : slots.length
      return { slots, values: impacts, factor: IMPACT_SCALE * rarity(documents, Math.min(found, documents)) }
    }
    if ('all' in expression) return this.#all(expression.all, documents, within)
    return this.#any(expression.any.map((part) => this.#part(part, documents, within)))
  }

  /** The rarest first: where two of them have nothing in common, the others are not looked for. */
  #all(expressions: Expression[], documents: number, within: Uint32Array | null): Part {
    const ordered = expressions
      .map((expression) => ({ expression, bound: this.#bound(expression) }))
      .sort((a, b) => a.bound - b.bound)
    let common: Part = NOTHING
    for (const [at, { expression, bound }] of ordered.entries()) {
      if (bound === 0) return NOTHING
      const few = at > 0 && common.slots.length <= FEW
      const part = this.#part(expression, documents, few ? Uint32Array.from(common.slots).sort() : within)
      common = at === 0 ? part : this.#both(common, part)
      if (common.slots.length === 0) return NOTHING
    }
    return common
  }

  #both(a: Part, b: Part): Part {
    const [first, second] = a.slots.length <= b.slots.length ? [a, b] : [b, a]
    const marks = this.#marks
    const scores = this.#scores
    for (let at = 0; at < first.slots.length; at++) {
      const slot = first.slots[at] ?? 0
      marks[slot] = 1
      scores[slot] = (first.values[at] ?? 0) * first.factor
    }
    const { slots, values } = this.#arena.take(first.slots.length)
    let used = 0
    for (let at = 0; at < second.slots.length; at++) {
      const slot = second.slots[at] ?? 0
      if (marks[slot] !== 1) continue
      slots[used] = slot
      values[used++] = (scores[slot] ?? 0) + (second.values[at] ?? 0) * second.factor
    }
    for (const slot of first.slots) marks[slot] = 0
    return { slots: slots.subarray(0, used), values: values.subarray(0, used), factor: 1 }
  }

  #any(parts: Part[]): Part {
    const [only, ...others] = parts.filter((part) => part.slots.length > 0)
    if (!only || others.length === 0) return only ?? NOTHING
    const marks = this.#marks
    const scores = this.#scores
    const most = others.reduce((sum, part) => sum + part.slots.length, only.slots.length)
    const { slots: touched, values: kept } = this.#arena.take(most)
    let used = 0
    for (const { slots, values, factor } of [only, ...others]) {
      for (let at = 0; at < slots.length; at++) {
        const slot = slots[at] ?? 0
        const score = (values[at] ?? 0) * factor
        if (marks[slot] === 0) {
          marks[slot] = 1
          scores[slot] = score
          touched[used++] = slot
        } else if (score > (scores[slot] ?? 0)) scores[slot] = score
      }
    }
    for (let at = 0; at < used; at++) {
      const slot = touched[at] ?? 0
      kept[at] = scores[slot] ?? 0
      marks[slot] = 0
    }
    return { slots: touched.subarray(0, used), values: kept.subarray(0, used), factor: 1 }
  }
}
