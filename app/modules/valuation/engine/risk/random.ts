/**
 * Random numbers that are the same on every machine. mulberry32 (T. Ettinger, public domain) works on 32-bit integers
 * only, whose arithmetic ECMAScript fixes to the bit; the division by 2^32 is exact. Everything between a draw and an
 * input's value (Φ⁻¹, logarithms, the copula) is built in elementary.ts and gaussian.ts from correctly rounded
 * operations. A model stays reproducible as long as it, too, keeps to + − × ÷ and square roots: Math.pow and Math.exp
 * may differ in the last bit from engine to engine.
 */

const increment = 0x6d2b79f5
const largest = 4294967296

/** Uniform numbers k/2^32 in [0, 1). The seed counts modulo 2^32; the sequence repeats after 2^32 draws. */
export function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + increment) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / largest
  }
}

/**
 * A drawing of mulberry32 into columns, row by row: the same numbers in the same order as calling `mulberry32` for each
 * row's inputs in turn.
 */
export class UniformRows {
  private state: number

  constructor(seed: number) {
    this.state = seed | 0
  }

  /** Fills the first `rows` entries of each column. */
  fill(columns: readonly Float64Array[], rows: number): void {
    const width = columns.length
    let state = this.state
    for (const [at, column] of columns.entries()) {
      // The state only counts: each column's draws lie a row's width apart.
      let own = (state + Math.imul(increment, at)) | 0
      const stride = Math.imul(increment, width)
      for (let row = 0; row < rows; row++) {
        const count = (own + increment) | 0
        let mixed = Math.imul(count ^ (count >>> 15), 1 | count)
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
        column[row] = ((mixed ^ (mixed >>> 14)) >>> 0) / largest
        own = (own + stride) | 0
      }
    }
    state = (state + Math.imul(increment, Math.imul(rows, width))) | 0
    this.state = state
  }
}

/** A seed for the `stream`-th independent sequence of a run, by the finaliser of MurmurHash3 (A. Appleby). */
export function streamSeed(seed: number, stream: number): number {
  let mixed = (Math.imul(seed | 0, 0x9e3779b1) + Math.imul(stream + 1, 0x85ebca77)) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** The numbers 0 to count − 1 in random order (Fisher-Yates). */
export function permutation(count: number, next: () => number): Uint32Array {
  const order = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    const other = Math.floor(next() * (at + 1))
    order[at] = order[other] as number
    order[other] = at
  }
  return order
}
