import { isPattern } from '../expression.ts'
import type { Expression, Pattern } from '../expression.ts'
import { IMPACT_SCALE } from './segment.ts'
import { FEW_FOR_EACH, MUCH_LONGER, placeFrom } from './lists.ts'
import type { Hits } from './lists.ts'
import { Marks } from './marks.ts'
import { room } from './room.ts'
import type { Postings } from './postings.ts'

/** Ascending slots with a score each, the higher the better. */
export interface Scored {
  slots: Uint32Array
  scores: Float32Array
}

/** What was found of each pattern, and among which documents: the expressions of a question share most of theirs. */
export type Read = Map<string, { within: Uint32Array | null; hits: Hits }[]>

/** What a part found: the score of each slot is its value times the factor. */
interface Part {
  slots: Uint32Array
  values: Uint8Array | Float32Array
  factor: number
}

const NOTHING: Part = { slots: new Uint32Array(0), values: new Float32Array(0), factor: 1 }

/** Writes the scores of a part's stretch to a place. */
function writeScores(values: Float32Array, to: number, part: Part, from: number, end: number): void {
  for (let at = from; at < end; at++) values[to + at - from] = (part.values[at] ?? 0) * part.factor
}

/** What BM25 multiplies a word with that `found` of all documents hold. */
function rarity(documents: number, found: number): number {
  return Math.log(1 + (documents - found + 0.5) / (found + 0.5))
}

/** What is known of patterns without looking for them. */
interface Known {
  /** Nearly how many documents hold a pattern; 0 only where none does. */
  frequency(pattern: Pattern): number
  /** Nearly how many of so many documents hold a word that begins so. */
  holding(beginning: string, documents: number): number
  /** How many hold the rarest word of it. */
  rarest(pattern: Pattern): number
}

/** Evaluates expressions over postings, one at a time. */
export class Evaluator {
  readonly #postings: Postings
  readonly #known: Known
  readonly #excepted = new Marks()
  readonly #wanted = new Marks()
  #read: Read = new Map()

  constructor(postings: Postings, known: Known) {
    this.#postings = postings
    this.#known = known
  }

  /**
   * The documents that hold what is asked, without those in `except`. Each pattern scores as in BM25; of alternatives the
   * best counts, and the scores of what is asked together are added. `documents`: how many there are; `read`: what was
   * read for other expressions of the same question, the index being the same.
   */
  scored(expression: Expression, documents: number, read: Read = new Map(), except: Uint32Array | null = null): Scored {
    this.#read = read
    const work = (excepted: Uint8Array | null) => {
      const { slots, values, factor } = this.#part(expression, Math.max(1, documents), null, excepted)
      if (values instanceof Float32Array) return { slots, scores: values }
      const scores = room.floats(values.length)
      for (let at = 0; at < values.length; at++) scores[at] = (values[at] ?? 0) * factor
      return { slots, scores }
    }
    return except && except.length > 0 ? this.#excepted.of(except, work) : work(null)
  }

  /** How many documents are read for it at most, nearly; 0 only where none holds it. */
  #bound(expression: Expression): number {
    if (isPattern(expression)) return this.#known.frequency(expression) === 0 ? 0 : this.#known.rarest(expression)
    if ('all' in expression) return Math.min(...expression.all.map((part) => this.#bound(part)))
    return expression.any.reduce((sum, part) => sum + this.#bound(part), 0)
  }

  /** `within`: ascending; other documents need not be found. Those that `excepted` marks are left out. */
  #part(expression: Expression, documents: number, within: Uint32Array | null, excepted: Uint8Array | null): Part {
    if (isPattern(expression)) {
      const { slots, impacts } = this.#hits(expression, within)
      const found = this.#found(expression, documents)
      const factor = IMPACT_SCALE * rarity(documents, Math.min(found, documents))
      return this.#without({ slots, values: impacts, factor }, excepted)
    }
    if ('all' in expression) return this.#all(expression.all, documents, within, excepted)
    return this.#any(expression.any.map((part) => this.#part(part, documents, within, excepted)))
  }

  #without(part: Part, excepted: Uint8Array | null): Part {
    if (!excepted) return part
    // One more than there are: what is not kept is written over.
    const slots = room.numbers(part.slots.length + 1)
    const values = room.floats(part.slots.length + 1)
    let used = 0
    for (let at = 0; at < part.slots.length; at++) {
      const slot = part.slots[at] ?? 0
      slots[used] = slot
      values[used] = (part.values[at] ?? 0) * part.factor
      used += 1 - (excepted[slot] ?? 0)
    }
    return { slots: slots.subarray(0, used), values: values.subarray(0, used), factor: 1 }
  }

  #hits(pattern: Pattern, within: Uint32Array | null): Hits {
    const key = `${pattern.words.join(' ')}${pattern.prefix ? '*' : ''}`
    const read = this.#read.get(key) ?? []
    this.#read.set(key, read)
    const known = read.find((one) => one.within === within)
    if (known) return known.hits
    // A word that nearly all of them hold is read through: it is there then for the question's other expressions.
    const isWord = pattern.words.length === 1 && !pattern.prefix
    const isDense = isWord && within && this.#known.rarest(pattern) <= within.length * FEW_FOR_EACH
    const hits = isDense ? this.#among(this.#hits(pattern, null), within) : this.#postings.hits(pattern, within)
    read.push({ within, hits })
    return hits
  }

  #among(all: Hits, within: Uint32Array): Hits {
    return this.#wanted.of(within, (wanted) => {
      // One more than there are: what is not kept is written over.
      const slots = room.numbers(all.slots.length + 1)
      const impacts = room.bytes(all.slots.length + 1)
      let used = 0
      for (let at = 0; at < all.slots.length; at++) {
        const slot = all.slots[at] ?? 0
        slots[used] = slot
        impacts[used] = all.impacts[at] ?? 0
        used += wanted[slot] ?? 0
      }
      return { slots: slots.subarray(0, used), impacts: impacts.subarray(0, used) }
    })
  }

  /** How many documents hold a pattern. */
  #found(pattern: Pattern, documents: number): number {
    const [beginning = ''] = pattern.words
    const unfinished = pattern.prefix && pattern.words.length === 1
    return unfinished ? this.#known.holding(beginning, documents) : this.#known.frequency(pattern)
  }

  /** The rarest first, and each of the others only among what was found so far. */
  #all(expressions: Expression[], documents: number, within: Uint32Array | null, excepted: Uint8Array | null): Part {
    const ordered = expressions
      .map((expression) => ({ expression, bound: this.#bound(expression) }))
      .sort((a, b) => a.bound - b.bound)
    if (ordered[0]?.bound === 0) return NOTHING
    let common: Part | null = null
    for (const { expression } of ordered) {
      const part: Part = common
        ? this.#part(expression, documents, common.slots, null)
        : this.#part(expression, documents, within, excepted)
      common = common ? this.#both(common, part) : part
      if (common.slots.length === 0) return NOTHING
    }
    return common ?? NOTHING
  }

  /** `part` has been found among `common`. */
  #both(common: Part, part: Part): Part {
    const values = room.floats(part.slots.length)
    const { slots } = part
    let at = 0
    for (let next = 0; next < slots.length; next++) {
      const slot = slots[next] ?? 0
      while (common.slots[at] !== slot) at++
      values[next] = (common.values[at] ?? 0) * common.factor + (part.values[next] ?? 0) * part.factor
    }
    return { slots, values, factor: 1 }
  }

  #any(parts: Part[]): Part {
    const [only, ...others] = parts
      .filter((part) => part.slots.length > 0)
      .sort((a, b) => a.slots.length - b.slots.length)
    return others.reduce((all, part) => this.#either(all, part), only ?? NOTHING)
  }

  /** `a` is not the longer one. */
  #either(a: Part, b: Part): Part {
    const slots = room.numbers(a.slots.length + b.slots.length)
    const values = room.floats(a.slots.length + b.slots.length)
    const isMuchLonger = b.slots.length > a.slots.length * MUCH_LONGER
    let used = 0
    let left = 0
    let right = 0
    while (left < a.slots.length && right < b.slots.length) {
      const first = a.slots[left] ?? 0
      const second = b.slots[right] ?? 0
      if (second < first && isMuchLonger) {
        const end = placeFrom(b.slots, first, right)
        slots.set(b.slots.subarray(right, end), used)
        writeScores(values, used, b, right, end)
        used += end - right
        right = end
        continue
      }
      const score = first <= second ? (a.values[left++] ?? 0) * a.factor : 0
      const other = second <= first ? (b.values[right++] ?? 0) * b.factor : 0
      slots[used] = first < second ? first : second
      values[used++] = score > other ? score : other
    }
    for (const { part, from } of [
      { part: a, from: left },
      { part: b, from: right },
    ]) {
      slots.set(part.slots.subarray(from), used)
      writeScores(values, used, part, from, part.slots.length)
      used += part.slots.length - from
    }
    return { slots: slots.subarray(0, used), values: values.subarray(0, used), factor: 1 }
  }
}
