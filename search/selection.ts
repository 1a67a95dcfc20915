import type { Scored } from './postings/evaluate.ts'
import { room } from './postings/room.ts'

export const NONE: Scored = { slots: new Uint32Array(0), scores: new Float32Array(0) }

/** Those of the slots that pass. */
export function kept({ slots, scores }: Scored, passes: (slot: number, score: number) => boolean): Scored {
  const left = { slots: room.numbers(slots.length), scores: room.floats(slots.length) }
  let used = 0
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] ?? 0
    const score = scores[at] ?? 0
    if (!passes(slot, score)) continue
    left.slots[used] = slot
    left.scores[used++] = score
  }
  return used === slots.length
    ? { slots, scores }
    : { slots: left.slots.subarray(0, used), scores: left.scores.subarray(0, used) }
}

/** With the scores of those in `some`, which are part of them in the same order. */
export function partOf({ slots, scores }: Scored, some: Uint32Array): Scored {
  if (some === slots) return { slots, scores }
  const own = room.floats(some.length)
  for (let at = 0, next = 0; next < some.length; at++) {
    if (slots[at] === some[next]) own[next++] = scores[at] ?? 0
  }
  return { slots: some, scores: own }
}

/** A slot with its score. */
export interface Ranked {
  slot: number
  score: number
}

/** The `count` best slots in order: highest score first, then the newest. `newer`: which of two slots comes first. */
export function best(
  { slots, scores }: { slots: Uint32Array; scores: ArrayLike<number> },
  count: number,
  newer: (a: number, b: number) => number,
): Ranked[] {
  const before = (a: Ranked, b: Ranked) => (a.score !== b.score ? b.score - a.score : newer(a.slot, b.slot))
  if (count >= slots.length) return Array.from(slots, (slot, at) => ({ slot, score: scores[at] ?? 0 })).sort(before)
  const found: Ranked[] = []
  let least = -Infinity
  let last = -1
  for (let at = 0; at < slots.length; at++) {
    const score = scores[at] ?? 0
    if (score < least) continue
    const slot = slots[at] ?? 0
    // Many have the score of the last one, and nearly all of them are older.
    if (score === least && newer(last, slot) < 0) continue
    const candidate = { slot, score }
    let low = 0
    let high = found.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = found[middle]
      if (other && before(other, candidate) < 0) low = middle + 1
      else high = middle
    }
    if (low >= count) continue
    found.splice(low, 0, candidate)
    if (found.length > count) found.pop()
    const worst = found[count - 1]
    if (worst) {
      least = worst.score
      last = worst.slot
    }
  }
  return found
}

/** Steps of scores, each of which is looked through as a whole. */
const STEPS = 64

/**
 * The `count` best slots that pass, in the same order, of those with a score from `most`, which none exceeds, down to
 * `least`. What passes is asked of the best first, and not of those behind the last.
 */
export function bestPassing(
  { slots, scores }: Scored,
  { most, least }: { most: number; least: number },
  count: number,
  newer: (a: number, b: number) => number,
  passes: (slot: number) => boolean,
): Ranked[] {
  const scale = most > least ? (STEPS - 1) / (most - least) : 0
  const ends = new Uint32Array(STEPS)
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0
    if (score < least) continue
    const step = ((most - score) * scale) | 0
    ends[step] = (ends[step] ?? 0) + 1
  }
  for (let step = 1; step < STEPS; step++) ends[step] = (ends[step] ?? 0) + (ends[step - 1] ?? 0)
  const ordered = room.numbers(ends[STEPS - 1] ?? 0)
  const next = new Uint32Array(STEPS)
  next.set(ends.subarray(0, STEPS - 1), 1)
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0
    if (score < least) continue
    const step = ((most - score) * scale) | 0
    const place = next[step] ?? 0
    ordered[place] = at
    next[step] = place + 1
  }
  const found: number[] = []
  let from = 0
  for (const end of ends) {
    for (; from < end; from++) {
      const at = ordered[from] ?? 0
      if (passes(slots[at] ?? 0)) found.push(at)
    }
    if (found.length >= count) break
  }
  const ranked = {
    slots: Uint32Array.from(found, (at) => slots[at] ?? 0),
    scores: Float32Array.from(found, (at) => scores[at] ?? 0),
  }
  return best(ranked, count, newer)
}
