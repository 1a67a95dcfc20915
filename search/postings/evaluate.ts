import { isPattern } from '../expression.ts'
import type { Expression } from '../expression.ts'
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

/** What BM25 multiplies a word with that `found` of all documents hold. */
function rarity(documents: number, found: number): number {
  return Math.log(1 + (documents - found + 0.5) / (found + 0.5))
}

/** Evaluates expressions over postings, one at a time. */
export class Evaluator {
  readonly #postings: Postings
  /** By slot; all 0 between two evaluations. */
  #marks = new Uint8Array(0)
  #scores = new Float32Array(0)

  constructor(postings: Postings) {
    this.#postings = postings
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
    const { slots, values, factor } = this.#part(expression, Math.max(1, documents))
    if (values instanceof Float32Array) return { slots, scores: values }
    const scores = new Float32Array(values.length)
    for (let at = 0; at < values.length; at++) scores[at] = (values[at] ?? 0) * factor
    return { slots, scores }
  }

  #part(expression: Expression, documents: number): Part {
    if (isPattern(expression)) {
      const { slots, impacts } = this.#postings.hits(expression)
      return { slots, values: impacts, factor: IMPACT_SCALE * rarity(documents, Math.min(slots.length, documents)) }
    }
    if ('all' in expression) return this.#all(expression.all.map((part) => this.#part(part, documents)))
    return this.#any(expression.any.map((part) => this.#part(part, documents)))
  }

  #all(parts: Part[]): Part {
    const [first, ...others] = parts.sort((a, b) => a.slots.length - b.slots.length)
    if (!first || others.length === 0) return first ?? { slots: new Uint32Array(0), values: new Float32Array(0), factor: 1 }
    const marks = this.#marks
    const scores = this.#scores
    const { slots, values, factor } = first
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0
      marks[slot] = 1
      scores[slot] = (values[at] ?? 0) * factor
    }
    for (const [index, other] of others.entries()) {
      if (slots.length === 0) break
      for (let at = 0; at < other.slots.length; at++) {
        const slot = other.slots[at] ?? 0
        if (marks[slot] !== index + 1) continue
        marks[slot] = index + 2
        scores[slot] = (scores[slot] ?? 0) + (other.values[at] ?? 0) * other.factor
      }
    }
    const found = new Uint32Array(slots.length)
    const kept = new Float32Array(slots.length)
    let used = 0
    for (const slot of slots) {
      if (marks[slot] === parts.length) {
        found[used] = slot
        kept[used++] = scores[slot] ?? 0
      }
      marks[slot] = 0
    }
    return { slots: found.subarray(0, used), values: kept.subarray(0, used), factor: 1 }
  }

  #any(parts: Part[]): Part {
    const [only, ...others] = parts.filter((part) => part.slots.length > 0)
    if (!only || others.length === 0) return only ?? { slots: new Uint32Array(0), values: new Float32Array(0), factor: 1 }
    const marks = this.#marks
    const scores = this.#scores
    const touched = new Uint32Array(others.reduce((sum, part) => sum + part.slots.length, only.slots.length))
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
    const kept = new Float32Array(used)
    for (let at = 0; at < used; at++) {
      const slot = touched[at] ?? 0
      kept[at] = scores[slot] ?? 0
      marks[slot] = 0
    }
    return { slots: touched.subarray(0, used), values: kept, factor: 1 }
  }
}
