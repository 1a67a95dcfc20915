import { nextPhases, phaseOf } from './blocks.ts'
import type { Places, PostingRow, WordHits } from './blocks.ts'
import { room } from './room.ts'

/** Documents with places of something in them. */
export interface Placed {
  slots: Uint32Array
  places: Places
}

/** Of each document the phases of the places right behind those in it. */
export function phasesBehind({ slots, places: { places, ends } }: Placed): Uint8Array {
  const behind = room.bytes(slots.length)
  let place = 0
  for (let document = 0; document < slots.length; document++) {
    const end = ends[document] ?? 0
    let phases = 0
    for (; place < end; place++) phases |= phaseOf(places[place] ?? 0)
    behind[document] = nextPhases(phases)
  }
  return behind
}

/**
 * The documents of `before` in which a word stands right behind a place. `behind`: as `phasesBehind` says of them;
 * `found`: those that hold the word, of the row that tells its places.
 */
export function endingWith(before: Placed, behind: Uint8Array, found: WordHits, row: PostingRow): Uint32Array {
  const some = room.numbers(found.slots.length)
  const documents = room.numbers(found.slots.length)
  let used = 0
  for (let at = 0, document = 0; at < found.slots.length; at++) {
    const slot = found.slots[at] ?? 0
    while (before.slots[document] !== slot) document++
    if (((behind[document] ?? 0) & (found.phases[at] ?? 0)) === 0) continue
    some[used] = slot
    documents[used++] = document
  }
  const { places, ends } = before.places
  const next = row.placesIn(some.subarray(0, used))
  let count = 0
  let second = 0
  for (let at = 0; at < used; at++) {
    const document = documents[at] ?? 0
    const firstEnd = ends[document] ?? 0
    const secondEnd = next.ends[at] ?? 0
    let first = document === 0 ? 0 : (ends[document - 1] ?? 0)
    while (first < firstEnd && second < secondEnd) {
      const difference = (next.places[second] ?? 0) - (places[first] ?? 0) - 1
      if (difference === 0) {
        some[count++] = some[at] ?? 0
        break
      }
      if (difference < 0) second++
      else first++
    }
    second = secondEnd
  }
  return some.subarray(0, count)
}
