import { LONGEST, type SavedStretches, Stretches } from './stretches.ts'

/**
 * Texts as they are kept for ranking: for each word the hash of its folded form, then that of its form with diacritics,
 * so that a hundred candidates are read through in a fraction of a millisecond. Two zeros stand between texts.
 */
export type Prints = Int32Array

export const NO_PRINTS: Prints = new Int32Array(0)

/** The hashes of the folded words alone. */
export function hashesOf(prints: Prints): Int32Array {
  return Int32Array.from({ length: prints.length >> 1 }, (_none, at) => prints[at * 2] ?? 0)
}

/** The bytes of prints as SQLite gives them back. */
export function printsFrom(bytes: Uint8Array): Prints {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2)
}

export interface SavedPrints extends SavedStretches {
  prints: Int32Array<ArrayBuffer>
}

/** One of 64 bits for a word, as the half it is in and its mask there. */
const halfOf = (hash: number): number => (hash >>> 5) & 1
const bitOf = (hash: number): number => 1 << (hash & 31)

/** Prints of one short text a document, by slot. */
export class PrintPool {
  readonly #prints = new Stretches((size) => new Int32Array(size))
  /** Of each slot 64 bits in two halves, those of its words: most texts are told by them not to hold some words. */
  #signs = new Int32Array(2048)

  /** Of a text beyond all measure its beginning is kept. */
  set(slot: number, prints: Prints): void {
    this.#prints.set(slot, prints.length > LONGEST ? prints.slice(0, LONGEST - 1) : prints)
    this.#sign(slot)
  }

  #sign(slot: number): void {
    const { store, start, length } = this.#prints
    if (slot * 2 >= this.#signs.length) {
      const signs = new Int32Array(length.length * 2)
      signs.set(this.#signs)
      this.#signs = signs
    }
    const halves: [number, number] = [0, 0]
    const from = start[slot] ?? 0
    const to = from + (length[slot] ?? 0)
    for (let at = from; at < to; at += 2) {
      const hash = store[at] ?? 0
      if (hash !== 0) halves[halfOf(hash)] = (halves[halfOf(hash)] ?? 0) | bitOf(hash)
    }
    this.#signs.set(halves, slot * 2)
  }

  /** What `from` makes the same pool of. */
  get saved(): SavedPrints {
    const { start, length, store, used } = this.#prints
    return { start, length, prints: store.subarray(0, used) }
  }

  static from({ prints, ...saved }: SavedPrints): PrintPool {
    const pool = new PrintPool()
    pool.#prints.restore(saved, prints)
    for (const slot of saved.length.keys()) pool.#sign(slot)
    return pool
  }

  get(slot: number): Prints {
    const { store, start, length } = this.#prints
    const from = start[slot] ?? 0
    return store.subarray(from, from + (length[slot] ?? 0))
  }

  /** Tells of slots whether they may hold all words of such hashes; of few that do not, too. */
  sieve(hashes: readonly number[]): (slot: number) => boolean {
    const masks = [0, 0]
    for (const hash of hashes) masks[halfOf(hash)] = (masks[halfOf(hash)] ?? 0) | bitOf(hash)
    const [first = 0, second = 0] = masks
    const signs = this.#signs
    return (slot) => ((signs[slot * 2] ?? 0) & first) === first && ((signs[slot * 2 + 1] ?? 0) & second) === second
  }

  /** Whether what is kept for a slot passes: the prints from one place up to and without another. */
  test(slot: number, passes: (prints: Prints, from: number, to: number) => boolean): boolean {
    const { store, start, length } = this.#prints
    const from = start[slot] ?? 0
    return passes(store, from, from + (length[slot] ?? 0))
  }
}
