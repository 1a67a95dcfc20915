import type { Hits } from './lists.ts'
import { room } from './room.ts'
import type { KeyedRows } from './segment.ts'

/** Slots of a block: the lower byte of a slot is its place there. */
export const SLOTS = 256
/** A block of so many documents or more has a byte for each of its slots, one of fewer two for each document. */
const FULL = SLOTS / 2
/** Bytes before the sizes of the blocks: the number of the first block and how many there are. */
const HEADER = 8
/** Where more is asked for than one document in so many blocks, they are read at once. */
const APART = 8

const bytesIn = (size: number): number => (size === FULL ? SLOTS : size * 2)

/**
 * Makes a row of the documents with an impact, which is taken away: the header; of each block a byte that says how many
 * documents are in it, up to `FULL`; the blocks. `impacts`: by slot, to the end of a block; one is not 0 at least.
 */
export function blockRow(impacts: Uint8Array): { count: number; bytes: Uint8Array } {
  const sizes = new Uint8Array(impacts.length / SLOTS)
  // Some more than is kept: what has no impact is written over, which costs less than to ask each time.
  const written = new Uint8Array(impacts.length + SLOTS * 2)
  let used = 0
  let count = 0
  for (let block = 0; block < sizes.length; block++) {
    const start = block * SLOTS
    let next = used
    for (let place = 0; place < SLOTS; place++) {
      const impact = impacts[start + place] ?? 0
      written[next] = place
      written[next + 1] = impact
      next += ((impact + 255) >> 8) * 2
    }
    const size = (next - used) / 2
    count += size
    sizes[block] = Math.min(size, FULL)
    if (size >= FULL) written.set(impacts.subarray(start, start + SLOTS), used)
    used += bytesIn(sizes[block] ?? 0)
  }
  impacts.fill(0)
  const first = sizes.findIndex((size) => size > 0)
  const own = sizes.subarray(first, sizes.findLastIndex((size) => size > 0) + 1)
  const bytes = new Uint8Array(HEADER + own.length + used)
  new Uint32Array(bytes.buffer, 0, 2).set([first, own.length])
  bytes.set(own, HEADER)
  bytes.set(written.subarray(0, used), HEADER + own.length)
  return { count, bytes }
}

/** The documents of a row that `blockRow` made. */
export class BlockRow {
  readonly #rows: KeyedRows['slots']
  readonly #count: number
  readonly #first: number
  readonly #sizes: Uint8Array
  /** Where the blocks begin and end. */
  readonly #from: number
  readonly #to: number

  constructor({ counts, slots }: KeyedRows, row: number) {
    this.#rows = slots
    this.#count = counts[row] ?? 0
    const start = slots.starts[row] ?? 0
    const [first = 0, blocks = 0] = new Uint32Array(slots.read(start, start + HEADER).slice().buffer)
    this.#first = first
    this.#from = start + HEADER + blocks
    this.#to = slots.starts[row + 1] ?? 0
    this.#sizes = slots.read(start + HEADER, this.#from).slice()
  }

  all(): Hits {
    const bytes = this.#rows.read(this.#from, this.#to)
    // One more than there are: where none is something is written, and written over.
    const slots = room.numbers(this.#count + 1)
    const impacts = room.bytes(this.#count + 1)
    const sizes = this.#sizes
    let used = 0
    let at = 0
    for (let block = 0; block < sizes.length; block++) {
      const base = (this.#first + block) * SLOTS
      const size = sizes[block] ?? 0
      const end = at + bytesIn(size)
      if (size === FULL)
        for (let slot = base - at; at < end; at++) {
          const impact = bytes[at] ?? 0
          slots[used] = slot + at
          impacts[used] = impact
          used += (impact + 255) >> 8
        }
      else
        for (; at < end; at += 2) {
          slots[used] = base + (bytes[at] ?? 0)
          impacts[used++] = bytes[at + 1] ?? 0
        }
    }
    return { slots: slots.subarray(0, used), impacts: impacts.subarray(0, used) }
  }

  /** Those among `within`, which is ascending. */
  among(within: Uint32Array): Hits {
    const sizes = this.#sizes
    const most = Math.min(this.#count, within.length) + 1
    const slots = room.numbers(most)
    const impacts = room.bytes(most)
    const whole = within.length * APART > sizes.length ? this.#rows.read(this.#from, this.#to) : null
    let used = 0
    let block = 0
    let start = 0
    for (let next = 0; next < within.length;) {
      const own = (within[next] ?? 0) >>> 8
      let end = next + 1
      const behind = (own + 1) * SLOTS
      while (end < within.length && (within[end] ?? 0) < behind) end++
      const wanted = own - this.#first
      if (wanted >= sizes.length) break
      while (block < wanted) start += bytesIn(sizes[block++] ?? 0)
      const size = wanted < 0 ? 0 : (sizes[block] ?? 0)
      const from = this.#from + start
      const bytes = whole ?? (size === 0 ? NONE : this.#rows.read(from, from + bytesIn(size)))
      let at = whole ? start : 0
      if (size === FULL)
        for (; next < end; next++) {
          const slot = within[next] ?? 0
          const impact = bytes[at + (slot & (SLOTS - 1))] ?? 0
          slots[used] = slot
          impacts[used] = impact
          used += (impact + 255) >> 8
        }
      else if (size > 0)
        for (const stop = at + size * 2; next < end && at < stop;) {
          const slot = within[next] ?? 0
          const difference = (bytes[at] ?? 0) - (slot & (SLOTS - 1))
          if (difference === 0) {
            slots[used] = slot
            impacts[used++] = bytes[at + 1] ?? 0
          }
          if (difference <= 0) at += 2
          if (difference >= 0) next++
        }
      next = end
    }
    return { slots: slots.subarray(0, used), impacts: impacts.subarray(0, used) }
  }
}

const NONE = new Uint8Array(0)
