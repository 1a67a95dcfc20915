import type { Scored } from './postings/evaluate.ts'

export const NONE: Scored = { slots: new Uint32Array(0), scores: new Float32Array(0) }

/** Those of the slots that pass. */
export function kept({ slots, scores }: Scored, passes: (slot: number, score: number) => boolean): Scored {
  const left = { slots: new Uint32Array(slots.length), scores: new Float32Array(slots.length) }
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

/** Those that are not in `others`; both ascending. */
export function without({ slots, scores }: Scored, others: Uint32Array): Scored {
  if (others.length === 0 || slots.length === 0) return { slots, scores }
  const left = { slots: new Uint32Array(slots.length), scores: new Float32Array(slots.length) }
  let used = 0
  let other = 0
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] ?? 0
    while (other < others.length && (others[other] ?? 0) < slot) other++
    if (others[other] === slot) continue
    left.slots[used] = slot
    left.scores[used++] = scores[at] ?? 0
  }
  return { slots: left.slots.subarray(0, used), scores: left.scores.subarray(0, used) }
}

/** With the scores of those in `some`, which are part of them in the same order. */
export function partOf({ slots, scores }: Scored, some: Uint32Array): Scored {
  if (some === slots) return { slots, scores }
  const own = new Float32Array(some.length)
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
  for (let at = 0; at < slots.length; at++) {
    const score = scores[at] ?? 0
    if (score < least) continue
    const candidate = { slot: slots[at] ?? 0, score }
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
    if (found.length === count) least = found[count - 1]?.score ?? least
  }
  return found
}
