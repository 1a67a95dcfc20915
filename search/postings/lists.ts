import { room } from './room.ts'

/** Documents that hold something, ascending. Not to be changed. */
export interface Hits {
  slots: Uint32Array
  /** See `impactOf`. */
  impacts: Uint8Array
}

/** Where there are at most so many for each one that is asked for, all are read through. */
export const FEW_FOR_EACH = 4

/** So many times longer a list is searched instead of read through. */
export const MUCH_LONGER = 8

/** The first place from `low` on whose slot is not before one. */
export function placeFrom(slots: Uint32Array, slot: number, low: number): number {
  let first = low
  let step = 1
  while (first + step < slots.length && (slots[first + step] ?? 0) < slot) {
    first += step
    step *= 2
  }
  let high = Math.min(first + step, slots.length)
  while (first < high) {
    const middle = (first + high) >> 1
    if ((slots[middle] ?? 0) < slot) first = middle + 1
    else high = middle
  }
  return first
}

/** Those that are in `within`, too; both ascending. */
export function common({ slots, impacts }: Hits, within: Uint32Array): Hits {
  const most = Math.min(slots.length, within.length)
  const both = { slots: room.numbers(most), impacts: room.bytes(most) }
  let used = 0
  if (slots.length > within.length * MUCH_LONGER) {
    for (let next = 0, at = 0; next < within.length; next++) {
      const slot = within[next] ?? 0
      at = placeFrom(slots, slot, at)
      if (at === slots.length) break
      if (slots[at] !== slot) continue
      both.slots[used] = slot
      both.impacts[used++] = impacts[at] ?? 0
    }
  } else if (within.length > slots.length * MUCH_LONGER) {
    for (let at = 0, next = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0
      next = placeFrom(within, slot, next)
      if (next === within.length) break
      if (within[next] !== slot) continue
      both.slots[used] = slot
      both.impacts[used++] = impacts[at] ?? 0
    }
  } else {
    for (let at = 0, next = 0; at < slots.length && next < within.length;) {
      const slot = slots[at] ?? 0
      const difference = slot - (within[next] ?? 0)
      if (difference === 0) {
        both.slots[used] = slot
        both.impacts[used++] = impacts[at] ?? 0
      }
      if (difference <= 0) at++
      if (difference >= 0) next++
    }
  }
  return { slots: both.slots.subarray(0, used), impacts: both.impacts.subarray(0, used) }
}

function mergedTwo(a: Hits, b: Hits): Hits {
  const length = a.slots.length + b.slots.length
  const slots = room.numbers(length)
  const impacts = room.bytes(length)
  let left = 0
  let right = 0
  for (let at = 0; at < length; at++) {
    const first = left < a.slots.length ? (a.slots[left] ?? 0) : Infinity
    const second = right < b.slots.length ? (b.slots[right] ?? 0) : Infinity
    if (first <= second) {
      slots[at] = first
      impacts[at] = a.impacts[left++] ?? 0
    } else {
      slots[at] = second
      impacts[at] = b.impacts[right++] ?? 0
    }
  }
  return { slots, impacts }
}

/** Ascending lists in one, the shortest first. */
export function merged(lists: Hits[]): Hits {
  const waiting = [...lists].sort((a, b) => a.slots.length - b.slots.length)
  let all = waiting[0] ?? { slots: new Uint32Array(0), impacts: new Uint8Array(0) }
  for (const list of waiting.slice(1)) all = mergedTwo(all, list)
  return all
}
