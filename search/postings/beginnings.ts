import { blockRow, SLOTS } from './block-rows.ts'
import { directorySize, readDocuments } from './blocks.ts'

/** Letters of the shortest and the longest beginnings that have rows of their own; a single one is not looked for. */
const SHORTEST = 2
const LONGEST = 6
/** What the words of a beginning are held by, all together, before it has a row: fewer are quickly joined. */
const WORTH_A_ROW = 16_384
/** Where one word has a larger share of it, its own row does. */
const MOST_OF_ONE = 0.9
/** Words of so many documents have such a row, too: it takes a third of the time of reading theirs, which tells places. */
const WORTH_A_SECOND_ROW = 65_536

/** The key of the row of a word that is finished. */
export const finished = (word: string): string => `${word} `

type Take = (beginning: string, count: number, bytes: Uint8Array) => void

function grown<Numbers extends Uint8Array | Uint32Array>(
  old: Numbers,
  length: number,
  larger: (length: number) => Numbers,
) {
  if (length <= old.length) return old
  const next = larger(Math.max(length, old.length * 2))
  next.set(old)
  return next
}

const wholeBlocks = (length: number) => new Uint8Array(Math.ceil(length / SLOTS) * SLOTS)

/** The documents of the words that begin alike, with the most that any of them weighs in each. */
class Union {
  readonly #letters: number
  readonly #least: number
  readonly #take: Take
  #beginning = ''
  /** What its words are held by, all together and the most frequent one. */
  #held = 0
  #largest = 0
  /** The highest slot. */
  #last = 0
  /** By slot; 0 up to the end of the array while there are too few for a row, which wait. */
  #best = new Uint8Array(1 << 10)
  #waiting = { slots: new Uint32Array(1 << 10), impacts: new Uint8Array(1 << 10) }

  constructor(letters: number, least: number, take: Take) {
    this.#letters = letters
    this.#least = least
    this.#take = take
  }

  /** Words come in their order. */
  add(word: string, slots: Uint32Array, impacts: Uint8Array, count: number): void {
    if (!word.startsWith(this.#beginning) || this.#beginning === '') {
      this.finish()
      if (word.length < this.#letters) return
      this.#beginning = word.slice(0, this.#letters)
    }
    const before = this.#held
    this.#held += count
    this.#largest = Math.max(this.#largest, count)
    this.#last = Math.max(this.#last, slots[count - 1] ?? 0)
    if (this.#held < this.#least) {
      this.#wait(before, slots, impacts, count)
      return
    }
    if (before < this.#least) this.#join(this.#waiting.slots, this.#waiting.impacts, before)
    this.#join(slots, impacts, count)
  }

  #wait(before: number, slots: Uint32Array, impacts: Uint8Array, count: number): void {
    const waiting = this.#waiting
    waiting.slots = grown(waiting.slots, this.#held, (length) => new Uint32Array(length))
    waiting.impacts = grown(waiting.impacts, this.#held, (length) => new Uint8Array(length))
    for (let at = 0; at < count; at++) {
      waiting.slots[before + at] = slots[at] ?? 0
      waiting.impacts[before + at] = impacts[at] ?? 0
    }
  }

  #join(slots: Uint32Array, impacts: Uint8Array, count: number): void {
    this.#best = grown(this.#best, this.#last + 1, wholeBlocks)
    const best = this.#best
    for (let at = 0; at < count; at++) {
      const slot = slots[at] ?? 0
      const impact = impacts[at] ?? 0
      if (impact > (best[slot] ?? 0)) best[slot] = impact
    }
  }

  finish(): void {
    if (this.#held >= this.#least) {
      if (this.#largest > this.#held * MOST_OF_ONE) this.#best.fill(0)
      else {
        const { count, bytes } = blockRow(this.#best)
        this.#take(this.#beginning, count, bytes)
      }
    }
    this.#beginning = ''
    this.#held = 0
    this.#largest = 0
    this.#last = 0
  }
}

/**
 * Gathers rows of beginnings (see `blockRow`) from those of the words, which come in their order: of those that many
 * documents hold, by words of which none has nearly all; and of the most frequent words, by `finished`.
 */
export class Beginnings {
  readonly #unions: Union[]
  readonly #take: Take
  readonly #leastOfWord: number
  #best = new Uint8Array(0)
  #slots = new Uint32Array(1024)
  #impacts = new Uint8Array(1024)
  #phases = new Uint8Array(1024)

  /** `least`: what the words of a beginning are held by, all together, before it has a row; `leastOfWord`: what a word is. */
  constructor(take: Take, least = WORTH_A_ROW, leastOfWord = WORTH_A_SECOND_ROW) {
    this.#take = take
    this.#leastOfWord = leastOfWord
    const letters = Array.from({ length: LONGEST - SHORTEST + 1 }, (_none, at) => SHORTEST + at)
    this.#unions = letters.map((count) => new Union(count, least, take))
  }

  /** `bytes`: the row of the word. */
  add(word: string, count: number, bytes: Uint8Array): void {
    if (count > this.#slots.length) {
      this.#slots = new Uint32Array(count * 2)
      this.#impacts = new Uint8Array(count * 2)
      this.#phases = new Uint8Array(count * 2)
    }
    const slots = this.#slots
    const impacts = this.#impacts
    readDocuments(bytes.subarray(directorySize(count)), count, { slots, impacts, phases: this.#phases })
    for (const union of this.#unions) union.add(word, slots, impacts, count)
    if (count < this.#leastOfWord) return
    this.#best = grown(this.#best, (slots[count - 1] ?? 0) + 1, wholeBlocks)
    for (let at = 0; at < count; at++) this.#best[slots[at] ?? 0] = impacts[at] ?? 0
    this.#take(finished(word), count, blockRow(this.#best).bytes)
  }

  finish(): void {
    for (const union of this.#unions) union.finish()
  }
}
