/** Chance that comes out the same on every run. */
export interface Chance {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from 0, below `limit`. */
  below(limit: number): number
  pick<Item>(from: readonly Item[]): Item
  /** A copy in random order. */
  shuffled<Item>(from: readonly Item[]): Item[]
}

/** 32 bits of a text, by FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The generator mulberry32, started from a seed and what it is for: what one purpose draws leaves others unmoved. */
export function chanceOf(seed: number, ...purpose: string[]): Chance {
  let state = hashOf([String(seed), ...purpose].join('\n'))
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: (from) => {
      const index = below(from.length)
      if (from.length === 0) throw new RangeError('Nothing to pick from')
      return from[index] as (typeof from)[number]
    },
    shuffled: (from) => {
      const copy = [...from]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = below(last + 1)
        const kept = copy[last] as (typeof copy)[number]
        copy[last] = copy[other] as (typeof copy)[number]
        copy[other] = kept
      }
      return copy
    },
  }
}
