import { directoryOf, directorySize, readDocuments } from './blocks.ts'
import { Growing } from './growing.ts'

/** Letters of the longest beginnings that have rows of their own: those of three and more have few words. */
export const LONGEST_BEGINNING = 2
/** Among fewer documents than one in so many, those that were touched are sorted instead of looked for. */
const SPARSE = 24
const NO_BYTES = new Uint8Array(0)

type Take = (beginning: string, count: number, slots: Uint8Array) => void

/** The documents of the words that begin alike, with the most that any of them weighs in each. */
class Union {
  readonly #letters: number
  readonly #take: Take
  #beginning = ''
  #best = new Uint8Array(1024)
  #touched = new Uint32Array(1024)
  #used = 0
  readonly #slots = new Growing()
  readonly #row = new Growing()

  constructor(letters: number, take: Take) {
    this.#letters = letters
    this.#take = take
  }

  /** Words come in their order. */
  add(word: string, slots: Uint32Array, impacts: Uint8Array, count: number): void {
    if (!word.startsWith(this.#beginning) || this.#beginning === '') {
      this.finish()
      if (word.length < this.#letters) return
      this.#beginning = word.slice(0, this.#letters)
    }
    const last = slots[count - 1] ?? 0
    if (last >= this.#best.length) {
      const best = new Uint8Array(Math.max(last + 1, this.#best.length * 2))
      best.set(this.#best)
      this.#best = best
    }
    if (this.#used + count > this.#touched.length) {
      const touched = new Uint32Array(Math.max(this.#used + count, this.#touched.length * 2))
      touched.set(this.#touched)
      this.#touched = touched
    }
    const best = this.#best
    for (let at = 0; at < count; at++) {
      const slot = slots[at] ?? 0
      const impact = impacts[at] ?? 0
      const before = best[slot] ?? 0
      if (before === 0) this.#touched[this.#used++] = slot
      if (impact > before) best[slot] = impact
    }
  }

  finish(): void {
    const count = this.#used
    if (count > 0) {
      this.#slots.length = 0
      let before = 0
      for (const slot of this.#ordered()) {
        this.#slots.addNumber(slot - before)
        this.#slots.addByte(this.#best[slot] ?? 0)
        this.#slots.addByte(0)
        this.#best[slot] = 0
        before = slot
      }
      this.#row.length = 0
      this.#row.add(directoryOf(count, this.#slots.bytes, NO_BYTES))
      this.#row.add(this.#slots.bytes)
      this.#take(this.#beginning, count, this.#row.bytes)
    }
    this.#beginning = ''
    this.#used = 0
  }

  #ordered(): Uint32Array {
    const touched = this.#touched.subarray(0, this.#used)
    if (this.#used * SPARSE < this.#best.length) return touched.sort()
    const best = this.#best
    for (let slot = 0, at = 0; at < touched.length; slot++) if (best[slot] !== 0) touched[at++] = slot
    return touched
  }
}

/** Gathers the rows of beginnings from those of the words, which come in their order. */
export class Beginnings {
  readonly #unions: Union[]
  #slots = new Uint32Array(1024)
  #impacts = new Uint8Array(1024)
  #phases = new Uint8Array(1024)

  /** Hands over the rows as those of words, without phases or places. */
  constructor(take: Take) {
    this.#unions = Array.from({ length: LONGEST_BEGINNING }, (_none, at) => new Union(at + 1, take))
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
  }

  finish(): void {
    for (const union of this.#unions) union.finish()
  }
}
