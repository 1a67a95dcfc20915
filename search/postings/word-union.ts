import { placeOf } from '../lexicon.ts'
import { directorySize, PostingRow } from './blocks.ts'
import { MUCH_LONGER } from './lists.ts'
import type { Hits } from './lists.ts'
import { room } from './room.ts'
import type { Segment } from './segment.ts'

/** Bytes of rows that are read at a time. */
const STRETCH = 1 << 18
/** Rows of more documents are looked into where few are wanted. */
const LOOKED_INTO = 1024
/** Where one of so many slots is a document of the segment, those between are not gone through. */
const SPARSE = 64

/** The slots up to `last` with an impact, which is taken away; `most`: there are no more. */
function takenFrom(best: Uint8Array<ArrayBuffer>, last: number, most: number): Hits {
  const fours = new Uint32Array(best.buffer, 0, (last >> 2) + 1)
  // Some more than there are: what has no impact is written over, which costs less than to ask each time.
  const slots = room.numbers(most + 4)
  const impacts = room.bytes(most + 4)
  let used = 0
  for (let four = 0; four < fours.length; four++) {
    // Most have none.
    if (fours[four] === 0) continue
    for (let slot = four * 4; slot < four * 4 + 4; slot++) {
      const impact = best[slot] ?? 0
      slots[used] = slot
      impacts[used] = impact
      // An impact is at most 255.
      used += (impact + 255) >> 8
    }
    fours[four] = 0
  }
  return { slots: slots.subarray(0, used), impacts: impacts.subarray(0, used) }
}

/** Those among `within` with an impact; all impacts are taken away, which only `documents` have. */
function takenAmong(best: Uint8Array<ArrayBuffer>, documents: Uint32Array, within: Uint32Array): Hits {
  // One more than there are: what has no impact is written over.
  const slots = room.numbers(within.length + 1)
  const impacts = room.bytes(within.length + 1)
  let used = 0
  for (let at = 0; at < within.length; at++) {
    const slot = within[at] ?? 0
    const impact = best[slot] ?? 0
    slots[used] = slot
    impacts[used] = impact
    used += (impact + 255) >> 8
  }
  const first = documents[0] ?? 0
  const last = documents.at(-1) ?? 0
  if (documents.length * SPARSE > last - first) best.fill(0, first, last + 1)
  else for (let at = 0; at < documents.length; at++) best[documents[at] ?? 0] = 0
  return { slots: slots.subarray(0, used), impacts: impacts.subarray(0, used) }
}

/** The rows of the words that begin so, from one up to and without another. */
function rangeOf({ words }: Segment, beginning: string): [from: number, to: number] {
  const wordAt = (row: number) => words[row] ?? ''
  return [placeOf(beginning, words.length, wordAt), placeOf(`${beginning}\uffff`, words.length, wordAt)]
}

/** Finds the documents of a beginning that has no row, by the rows of its words. */
export class WordUnion {
  /** Of each slot the most that a word weighs, while rows are read; 0 otherwise. */
  #best = new Uint8Array(0)

  /** With the most that any of the words weighs; `within`: ascending, others need not be found. */
  hits(segment: Segment, beginning: string, within: Uint32Array | null): Hits {
    const { counts, documents, slots: rows } = segment
    const [from, to] = rangeOf(segment, beginning)
    if (from === to) return { slots: new Uint32Array(0), impacts: new Uint8Array(0) }
    if (to === from + 1) {
      const only = PostingRow.ofWord(segment, from)
      return within ? only.among(within) : only.all()
    }
    const last = documents.at(-1) ?? 0
    if (this.#best.length <= last) this.#best = new Uint8Array((Math.max(last + 1, this.#best.length * 2) + 3) & ~3)
    const best = this.#best
    const most = within ? Math.max(LOOKED_INTO, within.length * MUCH_LONGER) : Infinity
    let all = 0
    for (let row = from; row < to;) {
      if (within && (counts[row] ?? 0) > most) {
        const { slots, impacts } = PostingRow.ofWord(segment, row++).among(within)
        for (let at = 0; at < slots.length; at++) {
          const slot = slots[at] ?? 0
          best[slot] = Math.max(best[slot] ?? 0, impacts[at] ?? 0)
        }
        continue
      }
      const start = rows.starts[row] ?? 0
      let end = row + 1
      while (end < to && (counts[end] ?? 0) <= most && (rows.starts[end + 1] ?? 0) - start <= STRETCH) end++
      const bytes = rows.read(start, rows.starts[end] ?? 0)
      let at = 0
      for (; row < end; row++) {
        const count = counts[row] ?? 0
        all += count
        at += directorySize(count)
        let slot = 0
        for (let document = 0; document < count; document++) {
          let byte = bytes[at++] ?? 0
          let value = byte & 127
          for (let shift = 7; byte >= 128; shift += 7) {
            byte = bytes[at++] ?? 0
            value |= (byte & 127) << shift
          }
          slot += value
          const impact = bytes[at] ?? 0
          at += 2
          if (impact > (best[slot] ?? 0)) best[slot] = impact
        }
      }
    }
    // Of a small segment among many documents its own are asked for.
    const asked = within ?? (documents.length * SPARSE < last ? documents : null)
    return asked ? takenAmong(best, documents, asked) : takenFrom(best, last, Math.min(all, last + 1))
  }
}
