import { directoryOf, directorySize } from './blocks.ts'
import { Growing } from './segment.ts'
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

  give(word: string, sink: SegmentSink): void {
    const slots = this.#slots
    if (slots.length === 0) return
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
    sink.add(word, slots.length, this.#row.bytes, this.#placeBytes.bytes)
  }
}

const rowOf = (rows: ByteRows, row: number) => rows.read(rows.starts[row] ?? 0, rows.starts[row + 1] ?? 0)

/**
 * Makes one segment of several, given in the order of their numbers, without what no longer counts.
 * `latest`: for a slot the number of the segment that counts, 0 where the document is gone.
 * Returns the slots of its documents, ascending.
 */
export function mergeSegments(
  segments: readonly Segment[],
  latest: (slot: number) => number,
  sink: SegmentSink,
): Uint32Array {
  const documents: number[] = []
  const whole = segments.map(({ number, documents: own }) => {
    const kept = own.filter((slot) => latest(slot) === number)
    for (const slot of kept) documents.push(slot)
    return kept.length === own.length
  })
  const at = segments.map(() => 0)
  const gathered = new Gathered()
  for (;;) {
    let word: string | undefined
    for (const [index, segment] of segments.entries()) {
      const next = segment.words[at[index] ?? 0]
      if (next !== undefined && (word === undefined || next < word)) word = next
    }
    if (word === undefined) break
    gathered.clear()
    const holders = segments.flatMap((segment, index) => (segment.words[at[index] ?? 0] === word ? [index] : []))
    for (const index of holders) {
      const segment = segments[index]
      const row = at[index] ?? 0
      at[index] = row + 1
      if (!segment) continue
      const count = segment.counts[row] ?? 0
      const slots = rowOf(segment.slots, row)
      const places = rowOf(segment.places, row)
      if (holders.length === 1 && whole[index] === true) sink.add(word, count, slots, places)
      else gathered.take(count, slots, places, (slot) => latest(slot) === segment.number)
    }
    gathered.give(word, sink)
  }
  return Uint32Array.from(documents).sort()
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
