/** The first values count one by one; above, each step of the counter is a sixteenth of a doubling. */
const EXACT = 64
const STEPS = 16
const MOST = 255
/** Sizes of the table in slots, the largest of 32 MB: a full one is replaced by the next and filled anew. */
const SIZES = [1 << 16, 1 << 20, 1 << 21, 1 << 22, 1 << 23]
const FULL = 0.75

function valueOf(counter: number): number {
  return counter <= EXACT ? counter : EXACT * 2 ** ((counter - EXACT) / STEPS)
}

const values = Float64Array.from({ length: MOST + 1 }, (_, counter) => valueOf(counter))

function mix(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ (Math.imul(second, 0x85ebca6b) + 0x165667b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return hash ^ (hash >>> 15)
}

/**
 * How often two words stand next to each other in titles and summaries. One 32-bit slot a pair: 24 bits tell it from
 * others, 8 count on a scale that is exact up to 64 and logarithmic above. Two pairs are taken for one about once in
 * ten million. The largest table takes no further pairs once it is full, but goes on counting those it has.
 */
export class PairCounts {
  readonly #table: Uint32Array<ArrayBuffer>
  #used = 0
  #chance = 1

  private constructor(table: Uint32Array<ArrayBuffer>) {
    this.#table = table
    for (const slot of table) if (slot !== 0) this.#used++
  }

  static empty(): PairCounts {
    return new PairCounts(new Uint32Array(SIZES[0] ?? 0))
  }

  /** What `bytes` gave; empty where it is of another size. */
  static from(bytes: Uint8Array): PairCounts {
    if (!SIZES.includes(bytes.byteLength / 4)) return PairCounts.empty()
    return new PairCounts(new Uint32Array(new Uint8Array(bytes).buffer))
  }

  /** An empty one of the next size; null where this is the largest. */
  larger(): PairCounts | null {
    const size = SIZES.find((slots) => slots > this.#table.length)
    return size === undefined ? null : new PairCounts(new Uint32Array(size))
  }

  /** Pairs are lost until it is counted anew in a larger one. */
  get full(): boolean {
    return this.#used >= this.#table.length * FULL
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.#table.buffer)
  }

  /** The slot of a pair, or the free one where it would stand. */
  #find(hash: number, mark: number): number {
    const table = this.#table
    const last = table.length - 1
    let at = hash & last
    for (;;) {
      const slot = table[at] ?? 0
      if (slot === 0 || slot >>> 8 === mark) return at
      at = (at + 1) & last
    }
  }

  /** How often the pair was seen, nearly. Words are given by `hashOf`. */
  count(first: number, second: number): number {
    const hash = mix(first, second)
    const mark = mix(second, hash) >>> 8 || 1
    return values[(this.#table[this.#find(hash, mark)] ?? 0) & MOST] ?? 0
  }

  /** Counts all pairs of words that follow each other in a text; `prints` as in `Prints`. */
  addAll(prints: Int32Array): void {
    // Nearly every slot is somewhere else in memory: read ahead of time, many come at once.
    let ahead = 0
    for (let at = 2; at < prints.length; at += 2) {
      ahead ^= this.#table[mix(prints[at - 2] ?? 0, prints[at] ?? 0) & (this.#table.length - 1)] ?? 0
    }
    // What is read must be used, or it would not be read at all.
    this.#chance ^= ahead & 1
    for (let at = 2; at < prints.length; at += 2) {
      const first = prints[at - 2] ?? 0
      const second = prints[at] ?? 0
      if (first !== 0 && second !== 0) this.add(first, second)
    }
  }

  add(first: number, second: number): void {
    const hash = mix(first, second)
    const mark = mix(second, hash) >>> 8 || 1
    const at = this.#find(hash, mark)
    const slot = this.#table[at] ?? 0
    if (slot === 0) {
      if (this.full) return
      this.#table[at] = (mark << 8) | 1
      this.#used++
      return
    }
    const counter = slot & MOST
    if (counter === MOST) return
    if (counter >= EXACT) {
      // By chance, in proportion to the step, from a fixed sequence: the same texts give the same counts.
      this.#chance = (Math.imul(this.#chance, 0x19660d) + 0x3c6ef35f) | 0
      const step = (values[counter + 1] ?? 0) - (values[counter] ?? 0)
      if ((this.#chance >>> 0) / 0x1_0000_0000 >= 1 / step) return
    }
    this.#table[at] = slot + 1
  }
}
