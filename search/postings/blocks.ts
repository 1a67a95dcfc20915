import { FEW_FOR_EACH, MUCH_LONGER, placeFrom } from './lists.ts'
import type { Hits } from './lists.ts'
import { Marks } from './marks.ts'
import { room } from './room.ts'
import type { ByteRows, KeyedRows, Segment } from './segment.ts'

/**
 * Rows of more documents than this begin with a directory: for each further block of so many documents the last slot
 * before it, and how far into the documents and into the places it begins, as three numbers of 32 bits.
 */
export const BLOCK = 128
const ENTRY = 3
const LAST = 0
const SLOTS = 1
const PLACES = 2

/**
 * One bit for a place: of eight, the one that all places so far apart by eights have in common. The phases of a word in
 * a document are those of all its places; they tell of most documents that no two words stand side by side there.
 */
export const phaseOf = (place: number): number => 1 << (place & 7)

/** The phases of what stands right behind. */
export const nextPhases = (phases: number): number => ((phases << 1) | (phases >> 7)) & 255

/** Bytes that the directory of a row takes. */
export const directorySize = (count: number): number => (count > BLOCK ? (Math.ceil(count / BLOCK) - 1) * ENTRY * 4 : 0)

const NONE = new Uint32Array(0)

const numbersOf = (bytes: Uint8Array) => new Uint32Array(new Uint8Array(bytes).buffer)

/** The directory of a row, read off its documents and places. */
export function directoryOf(count: number, slots: Uint8Array, places: Uint8Array): Uint8Array {
  const directory = new Uint32Array(directorySize(count) / 4)
  let used = 0
  let at = 0
  let slot = 0
  let place = 0
  for (let document = 0; used < directory.length; document++) {
    if (document > 0 && document % BLOCK === 0) {
      directory[used + LAST] = slot
      directory[used + SLOTS] = at
      directory[used + PLACES] = place
      used += ENTRY
    }
    let byte = slots[at++] ?? 0
    let value = byte & 127
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = slots[at++] ?? 0
      value |= (byte & 127) << shift
    }
    slot += value
    at += 2
    byte = places[place++] ?? 0
    let length = byte & 127
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = places[place++] ?? 0
      length |= (byte & 127) << shift
    }
    place += length
  }
  return new Uint8Array(directory.buffer)
}

/** Documents of one word. */
export interface WordHits extends Hits {
  phases: Uint8Array
}

/** Places of a word in some documents: those of the document `at` are `places[ends[at - 1]]` up to `ends[at]`. */
export interface Places {
  places: Uint32Array
  ends: Uint32Array
}

const NO_ROWS: ByteRows = { starts: NONE, read: () => new Uint8Array(0) }

/** The documents of a row without its directory, as many as there are, into arrays that have room for them. */
export function readDocuments(
  bytes: Uint8Array,
  count: number,
  { slots, impacts, phases }: { slots: Uint32Array; impacts: Uint8Array; phases: Uint8Array },
): void {
  let at = 0
  let slot = 0
  for (let document = 0; document < count; document++) {
    let byte = bytes[at++] ?? 0
    let value = byte & 127
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++] ?? 0
      value |= (byte & 127) << shift
    }
    slot += value
    slots[document] = slot
    impacts[document] = bytes[at++] ?? 0
    phases[document] = bytes[at++] ?? 0
  }
}

const marks = new Marks()

/** The documents of a word or a bigram in a segment, of which those that are asked for are read. */
export class PostingRow {
  readonly count: number
  readonly #slots: ByteRows
  readonly #places: ByteRows
  readonly #slotsFrom: number
  readonly #slotsTo: number
  readonly #placesFrom: number
  readonly #placesTo: number
  readonly #directory: Uint32Array

  private constructor(counts: Uint32Array, slots: ByteRows, places: ByteRows, row: number) {
    this.#slots = slots
    this.#places = places
    this.count = counts[row] ?? 0
    const from = slots.starts[row] ?? 0
    const size = directorySize(this.count)
    this.#slotsFrom = from + size
    this.#slotsTo = slots.starts[row + 1] ?? 0
    this.#placesFrom = places.starts[row] ?? 0
    this.#placesTo = places.starts[row + 1] ?? 0
    this.#directory = size === 0 ? NONE : numbersOf(slots.read(from, from + size))
  }

  static ofWord({ counts, slots, places }: Segment, row: number): PostingRow {
    return new PostingRow(counts, slots, places, row)
  }

  /** Of a bigram: its phases and impacts say nothing, and it has no places. */
  static of({ counts, slots }: KeyedRows, row: number): PostingRow {
    return new PostingRow(counts, slots, NO_ROWS, row)
  }

  get #blocks(): number {
    return this.#directory.length / ENTRY + 1
  }

  #entry(block: number, field: number): number {
    return block === 0 ? 0 : (this.#directory[(block - 1) * ENTRY + field] ?? 0)
  }

  /** The first block from one on whose last slot is not before `slot`; the last block where there is none. */
  #blockOf(slot: number, from: number): number {
    const directory = this.#directory
    const last = this.#blocks - 1
    let low = from
    let step = 1
    while (low + step <= last && (directory[(low + step - 1) * ENTRY] ?? 0) < slot) {
      low += step
      step *= 2
    }
    let high = Math.min(low + step - 1, last)
    while (low < high) {
      const middle = (low + high) >> 1
      if ((directory[middle * ENTRY] ?? 0) < slot) low = middle + 1
      else high = middle
    }
    return low
  }

  #bytesOf(block: number, field: typeof SLOTS | typeof PLACES): Uint8Array {
    const rows = field === SLOTS ? this.#slots : this.#places
    const from = field === SLOTS ? this.#slotsFrom : this.#placesFrom
    const end = field === SLOTS ? this.#slotsTo : this.#placesTo
    const next = block + 1 < this.#blocks ? from + this.#entry(block + 1, field) : end
    return rows.read(from + this.#entry(block, field), next)
  }

  all(): WordHits {
    const { count } = this
    const all = { slots: room.numbers(count), impacts: room.bytes(count), phases: room.bytes(count) }
    readDocuments(this.#slots.read(this.#slotsFrom, this.#slotsTo), count, all)
    return all
  }

  /** Those that are marked; beyond the end of the marks none is. */
  #marked(marked: Uint8Array): WordHits {
    const { slots, impacts, phases } = this.all()
    let used = 0
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0
      // What is not kept is written over, which costs less than to ask each time.
      slots[used] = slot
      impacts[used] = impacts[at] ?? 0
      phases[used] = phases[at] ?? 0
      used += marked[slot] ?? 0
    }
    return { slots: slots.subarray(0, used), impacts: impacts.subarray(0, used), phases: phases.subarray(0, used) }
  }

  /** Those among `within`, which is ascending: only the blocks that may hold one are read. */
  among(within: Uint32Array): WordHits {
    if (this.count > BLOCK && this.count <= within.length * FEW_FOR_EACH)
      return marks.of(within, (marked) => this.#marked(marked))
    const most = Math.min(this.count, within.length)
    const slots = room.numbers(most)
    const impacts = room.bytes(most)
    const phases = room.bytes(most)
    const isLong = within.length > this.count * MUCH_LONGER
    let used = 0
    let block = 0
    for (let next = 0; next < within.length; block++) {
      let wanted = within[next] ?? 0
      block = this.#blockOf(wanted, block)
      if (block >= this.#blocks) break
      const bytes = this.#bytesOf(block, SLOTS)
      let slot = this.#entry(block, LAST)
      for (let at = 0; at < bytes.length;) {
        let byte = bytes[at++] ?? 0
        let value = byte & 127
        for (let shift = 7; byte >= 128; shift += 7) {
          byte = bytes[at++] ?? 0
          value |= (byte & 127) << shift
        }
        slot += value
        at += 2
        if (slot < wanted) continue
        if (wanted < slot && isLong) wanted = within[(next = placeFrom(within, slot, next))] ?? 0
        while (wanted < slot && ++next < within.length) wanted = within[next] ?? 0
        if (next >= within.length) break
        if (wanted !== slot) continue
        slots[used] = slot
        impacts[used] = bytes[at - 2] ?? 0
        phases[used++] = bytes[at - 1] ?? 0
        if (++next === within.length) break
        wanted = within[next] ?? 0
      }
      if (block === this.#blocks - 1) break
    }
    return {
      slots: slots.subarray(0, used),
      impacts: impacts.subarray(0, used),
      phases: phases.subarray(0, used),
    }
  }

  /** The places of the word in `wanted`: ascending, and all of them hold it. */
  placesIn(wanted: Uint32Array): Places {
    let places = room.numbers(wanted.length * 4)
    const ends = room.numbers(wanted.length)
    let used = 0
    let block = 0
    for (let next = 0; next < wanted.length; block++) {
      block = this.#blockOf(wanted[next] ?? 0, block)
      const slotBytes = this.#bytesOf(block, SLOTS)
      const bytes = this.#bytesOf(block, PLACES)
      let slot = this.#entry(block, LAST)
      let at = 0
      for (let slotAt = 0; slotAt < slotBytes.length && next < wanted.length; slotAt += 2) {
        let byte = slotBytes[slotAt++] ?? 0
        let value = byte & 127
        for (let shift = 7; byte >= 128; shift += 7) {
          byte = slotBytes[slotAt++] ?? 0
          value |= (byte & 127) << shift
        }
        slot += value
        byte = bytes[at++] ?? 0
        let length = byte & 127
        for (let shift = 7; byte >= 128; shift += 7) {
          byte = bytes[at++] ?? 0
          length |= (byte & 127) << shift
        }
        const end = at + length
        if (slot === wanted[next]) {
          if (used + length > places.length) {
            const larger = room.numbers(Math.max(used + length, places.length * 2))
            larger.set(places)
            places = larger
          }
          let place = 0
          while (at < end) {
            byte = bytes[at++] ?? 0
            value = byte & 127
            for (let shift = 7; byte >= 128; shift += 7) {
              byte = bytes[at++] ?? 0
              value |= (byte & 127) << shift
            }
            place += value
            places[used++] = place
          }
          ends[next++] = used
        }
        at = end
      }
      if (block === this.#blocks - 1) break
    }
    return { places, ends }
  }
}
