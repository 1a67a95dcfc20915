import { directoryOf, directorySize } from './blocks.ts'
import { Growing } from './growing.ts'
import type { ByteRows, Segment, SegmentSink } from './segment.ts'

/** What several segments hold of one word. */
class Gathered {
  readonly #slots: number[] = []
  readonly #impacts: number[] = []
  readonly #phases: number[] = []
  /** The places of each document with their end: from one byte up to and without another, of a source. */
  readonly #from: number[] = []
  readonly #to: number[] = []
  readonly #source: Uint8Array[] = []
  readonly #row = new Growing()
  readonly #slotBytes = new Growing()
  readonly #placeBytes = new Growing()

  clear(): void {
    this.#slots.length = 0
    this.#impacts.length = 0
    this.#phases.length = 0
    this.#from.length = 0
    this.#to.length = 0
    this.#source.length = 0
  }

  /** Takes the documents that still count. */
  take(count: number, slots: Uint8Array, places: Uint8Array, counts: (slot: number) => boolean): void {
    let at = directorySize(count)
    let end = 0
    let slot = 0
    for (let document = 0; document < count; document++) {
      let byte = slots[at++] ?? 0
      let value = byte & 127
      for (let shift = 7; byte >= 128; shift += 7) {
        byte = slots[at++] ?? 0
        value |= (byte & 127) << shift
      }
      slot += value >>> 0
      const impact = slots[at++] ?? 0
      const phases = slots[at++] ?? 0
      const from = end
      byte = places[end++] ?? 0
      let bytes = byte & 127
      for (let shift = 7; byte >= 128; shift += 7) {
        byte = places[end++] ?? 0
        bytes |= (byte & 127) << shift
      }
      end += bytes
      if (!counts(slot)) continue
      this.#slots.push(slot)
      this.#impacts.push(impact)
      this.#phases.push(phases)
      this.#from.push(from)
      this.#to.push(end)
      this.#source.push(places)
    }
  }

  /** Whether no document was taken. */
  get isEmpty(): boolean {
    return this.#slots.length === 0
  }

  give(take: (count: number, slots: Uint8Array, places: Uint8Array) => void): void {
    const slots = this.#slots
    const order = slots.map((_slot, at) => at)
    if (slots.some((slot, at) => at > 0 && slot < (slots[at - 1] ?? 0)))
      order.sort((a, b) => (slots[a] ?? 0) - (slots[b] ?? 0))
    this.#slotBytes.length = 0
    this.#placeBytes.length = 0
    let before = 0
    for (const at of order) {
      const slot = slots[at] ?? 0
      this.#slotBytes.addNumber(slot - before)
      this.#slotBytes.addByte(this.#impacts[at] ?? 0)
      this.#slotBytes.addByte(this.#phases[at] ?? 0)
      before = slot
      const source = this.#source[at]
      if (source) this.#placeBytes.add(source.subarray(this.#from[at], this.#to[at]))
    }
    this.#row.length = 0
    this.#row.add(directoryOf(slots.length, this.#slotBytes.bytes, this.#placeBytes.bytes))
    this.#row.add(this.#slotBytes.bytes)
    take(slots.length, this.#row.bytes, this.#placeBytes.bytes)
  }
}

const rowOf = (rows: ByteRows, row: number) => rows.read(rows.starts[row] ?? 0, rows.starts[row + 1] ?? 0)

/** The rows of a segment, by ascending keys. */
interface Keyed {
  keys: readonly string[]
  counts: Uint32Array
  slots: ByteRows
  /** Null for rows without places. */
  places: ByteRows | null
}

const NO_PLACES = new Uint8Array(0)

/**
 * Goes through the rows of several segments by their keys. `whole`: whether all documents of a segment still count. Rows
 * without documents are left out where rows have places.
 */
function mergeRows(
  sources: readonly { rows: Keyed; whole: boolean; counts: (slot: number) => boolean }[],
  add: (key: string, count: number, slots: Uint8Array, places: Uint8Array) => void,
): void {
  const at = sources.map(() => 0)
  const hasPlaces = sources.some(({ rows }) => rows.places !== null)
  const gathered = new Gathered()
  for (;;) {
    let key: string | undefined
    for (const [index, { rows }] of sources.entries()) {
      const next = rows.keys[at[index] ?? 0]
      if (next !== undefined && (key === undefined || next < key)) key = next
    }
    if (key === undefined) break
    const same = key
    let given = false
    gathered.clear()
    const holders = sources.flatMap(({ rows }, index) => (rows.keys[at[index] ?? 0] === same ? [index] : []))
    for (const index of holders) {
      const source = sources[index]
      const row = at[index] ?? 0
      at[index] = row + 1
      if (!source) continue
      const { rows, whole } = source
      const count = rows.counts[row] ?? 0
      const slots = rowOf(rows.slots, row)
      const places = rows.places ? rowOf(rows.places, row) : NO_PLACES
      given = holders.length === 1 && whole
      if (given) add(same, count, slots, places)
      else gathered.take(count, slots, places, source.counts)
    }
    if (given) continue
    if (!gathered.isEmpty || !hasPlaces)
      gathered.give((count, slots, places) => {
        add(same, count, slots, places)
      })
  }
}

/**
 * Makes one segment of several, given in the order of their numbers, without what no longer counts. Bigrams are kept where
 * all have looked for the same ones.
 * `latest`: for a slot the number of the segment that counts, 0 where the document is gone.
 * Returns the slots of its documents, ascending, and the identity of its list of bigrams.
 */
export function mergeSegments(
  segments: readonly Segment[],
  latest: (slot: number) => number,
  sink: SegmentSink,
): { documents: Uint32Array; bigrams: number } {
  const documents: number[] = []
  const sources = segments.map((segment) => {
    const { number, documents: own } = segment
    const kept = own.filter((slot) => latest(slot) === number)
    for (const slot of kept) documents.push(slot)
    return { segment, whole: kept.length === own.length, counts: (slot: number) => latest(slot) === number }
  })
  mergeRows(
    sources.map(({ segment: { words: keys, counts, slots, places }, ...source }) => ({
      rows: { keys, counts, slots, places },
      ...source,
    })),
    (word, count, slots, places) => {
      sink.add(word, count, slots, places)
    },
  )
  const bigrams = segments[0]?.bigrams.identity ?? 0
  if (segments.some((segment) => segment.bigrams.identity !== bigrams))
    return { documents: Uint32Array.from(documents).sort(), bigrams: 0 }
  mergeRows(
    sources.map(({ segment, ...source }) => ({ rows: { ...segment.bigrams, places: null }, ...source })),
    (key, count, slots) => {
      sink.addBigram(key, count, slots)
    },
  )
  return { documents: Uint32Array.from(documents).sort(), bigrams }
}

/** Segments of about one size are merged when there are so many; each size is so many times the one before. */
const FAN = 6

/** How many of the latest segments are to be merged into one, given their sizes in documents; 0 for none. */
export function mergeable(sizes: readonly number[]): number {
  for (let most = FAN; ; most *= FAN) {
    let count = 0
    let alike = 0
    for (; count < sizes.length; count++) {
      const size = sizes[sizes.length - 1 - count] ?? 0
      if (size >= most) break
      if (size >= most / FAN) alike++
    }
    if (alike >= FAN) return count
    if (count === sizes.length) return 0
  }
}
