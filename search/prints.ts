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

export interface SavedPrints {
  start: Uint32Array<ArrayBuffer>
  length: Uint16Array<ArrayBuffer>
  prints: Int32Array<ArrayBuffer>
}

/** Prints of one short text a document, by slot, in one piece of memory. */
export class PrintPool {
  #start = new Uint32Array(1024)
  #length = new Uint16Array(1024)
  #prints = new Int32Array(1 << 14)
  #used = 0

  /** What was kept for the slot before is left behind until the pool is made again. */
  set(slot: number, prints: Prints): void {
    if (slot >= this.#start.length) {
      const size = Math.max(slot + 1, this.#start.length * 2)
      const start = new Uint32Array(size)
      start.set(this.#start)
      this.#start = start
      const length = new Uint16Array(size)
      length.set(this.#length)
      this.#length = length
    }
    const kept = prints.length > 0xfffe ? prints.subarray(0, 0xfffe) : prints
    if (this.#used + kept.length > this.#prints.length) {
      const grown = new Int32Array(Math.max(this.#prints.length * 2, this.#used + kept.length))
      grown.set(this.#prints)
      this.#prints = grown
    }
    this.#prints.set(kept, this.#used)
    this.#start[slot] = this.#used
    this.#length[slot] = kept.length
    this.#used += kept.length
  }

  /** What `from` makes the same pool of. */
  get saved(): SavedPrints {
    return { start: this.#start, length: this.#length, prints: this.#prints.subarray(0, this.#used) }
  }

  static from({ start, length, prints }: SavedPrints): PrintPool {
    const pool = new PrintPool()
    pool.#start = start
    pool.#length = length
    pool.#prints = prints
    pool.#used = prints.length
    return pool
  }

  get(slot: number): Prints {
    const start = this.#start[slot] ?? 0
    return this.#prints.subarray(start, start + (this.#length[slot] ?? 0))
  }

  /** Whether what is kept for a slot passes: the prints from one place up to and without another. */
  test(slot: number, passes: (prints: Prints, from: number, to: number) => boolean): boolean {
    const start = this.#start[slot] ?? 0
    return passes(this.#prints, start, start + (this.#length[slot] ?? 0))
  }
}
