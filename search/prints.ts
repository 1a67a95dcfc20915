import type { Scored } from './postings/evaluate.ts'
import { room } from './postings/room.ts'
import { LONGEST, type SavedStretches, Stretches } from './stretches.ts'

/**
 * Texts as they are kept for ranking: for each word the hash of its folded form, then that of its form with diacritics,
 * so that a hundred candidates are read through in a fraction of a millisecond. Two zeros stand between texts.
 */
export type Prints = Int32Array

export const NO_PRINTS: Prints = new Int32Array(0)

/** The hashes of the folded words alone. */
export function hashesOf(prints: Prints): Int32Array {
  return Int32Array.from({ length: prints.length >> 1 }, (_none, at) => prints[at * 2] ?? 0)
}

/** The bytes of prints as SQLite gives them back. */
export function printsFrom(bytes: Uint8Array): Prints {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2)
}

export interface SavedPrints extends SavedStretches {
  prints: Int32Array<ArrayBuffer>
}

/** One of 64 bits for a word, as the half it is in and its mask there. */
const halfOf = (hash: number): number => (hash >>> 5) & 1
const bitOf = (hash: number): number => 1 << (hash & 31)
/** The bits of a hash that make another such bit. */
const otherBits = (hash: number): number => hash >>> 6

type Halves = [first: number, second: number]

function addBit(halves: Halves, hash: number): void {
  if (halfOf(hash) === 0) halves[0] |= bitOf(hash)
  else halves[1] |= bitOf(hash)
}

function masksOf(hashes: readonly number[]): Halves {
  const masks: Halves = [0, 0]
  for (const hash of hashes) addBit(masks, hash)
  return masks
}

/** Of the first `count` those with all bits, and any of others, come to the front; returns how many. */
function sift({ slots, scores }: Scored, count: number, signs: Int32Array, all: Halves, any: Halves | null): number {
  const [first, second] = all
  const [anyFirst, anySecond] = any ?? [0, 0]
  const others = any ? 0 : 1
  let used = 0
  for (let at = 0; at < count; at++) {
    const slot = slots[at] ?? 0
    const low = signs[slot * 2] ?? 0
    const high = signs[slot * 2 + 1] ?? 0
    slots[used] = slot
    scores[used] = scores[at] ?? 0
    const missing = (~low & first) | (~high & second)
    used += missing === 0 && (others | (low & anyFirst) | (high & anySecond)) !== 0 ? 1 : 0
  }
  return used
}

function grownTo(signs: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length)
  grown.set(signs)
  return grown
}

/** Prints of one short text a document, by slot. */
export class PrintPool {
  readonly #prints = new Stretches((size) => new Int32Array(size))
  /**
   * Of each slot 64 bits in two halves, those of its words, and 64 others that are looked at where the first let it pass:
   * most texts are told by them not to hold some words. To look into a text costs ten times as much.
   */
  #signs = new Int32Array(2048)
  #others = new Int32Array(2048)

  /** Of a text beyond all measure its beginning is kept. */
  set(slot: number, prints: Prints): void {
    this.#prints.set(slot, prints.length > LONGEST ? prints.slice(0, LONGEST - 1) : prints)
    this.#sign(slot)
  }

  #sign(slot: number): void {
    const { store, start, length } = this.#prints
    if (slot * 2 >= this.#signs.length) {
      this.#signs = grownTo(this.#signs, length.length * 2)
      this.#others = grownTo(this.#others, length.length * 2)
    }
    const signs: Halves = [0, 0]
    const others: Halves = [0, 0]
    const from = start[slot] ?? 0
    const to = from + (length[slot] ?? 0)
    for (let at = from; at < to; at += 2) {
      const hash = store[at] ?? 0
      if (hash === 0) continue
      addBit(signs, hash)
      addBit(others, otherBits(hash))
    }
    this.#signs[slot * 2] = signs[0]
    this.#signs[slot * 2 + 1] = signs[1]
    this.#others[slot * 2] = others[0]
    this.#others[slot * 2 + 1] = others[1]
  }

  /** What `from` makes the same pool of. */
  get saved(): SavedPrints {
    const { start, length, store, used } = this.#prints
    return { start, length, prints: store.subarray(0, used) }
  }

  static from({ prints, ...saved }: SavedPrints): PrintPool {
    const pool = new PrintPool()
    pool.#prints.restore(saved, prints)
    for (const slot of saved.length.keys()) pool.#sign(slot)
    return pool
  }

  get(slot: number): Prints {
    const { store, start, length } = this.#prints
    const from = start[slot] ?? 0
    return store.subarray(from, from + (length[slot] ?? 0))
  }

  /**
   * Those with a score from `least` on that may hold all words of such hashes and, if not null, any of others; some that do
   * not are among them.
   */
  sifted(found: Scored, least: number, all: readonly number[], any: readonly number[] | null): Scored {
    const { slots, scores } = found
    // What is not kept is written over, in both: one more than there are.
    const left = { slots: room.numbers(slots.length + 1), scores: room.floats(slots.length + 1) }
    let used = 0
    for (let at = 0; at < slots.length; at++) {
      const score = scores[at] ?? 0
      left.slots[used] = slots[at] ?? 0
      left.scores[used] = score
      used += score < least ? 0 : 1
    }
    used = sift(left, used, this.#signs, masksOf(all), any && masksOf(any))
    used = sift(left, used, this.#others, masksOf(all.map(otherBits)), any && masksOf(any.map(otherBits)))
    return { slots: left.slots.subarray(0, used), scores: left.scores.subarray(0, used) }
  }

  /** Whether what is kept for a slot passes: the prints from one place up to and without another. */
  test(slot: number, passes: (prints: Prints, from: number, to: number) => boolean): boolean {
    const { store, start, length } = this.#prints
    const from = start[slot] ?? 0
    return passes(store, from, from + (length[slot] ?? 0))
  }
}
