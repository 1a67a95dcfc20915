import { hashOf } from './fold.ts'
import { checkOf } from './tokens.ts'

const FIELDS = 4

/**
 * Words with a number each, found by two hashes of 32 bits: no strings are made to ask, and what is read lies
 * together. Among a million words, two are taken for one with a chance of one in thirty million.
 */
export class WordTable {
  readonly #words: string[] = []
  /** Of each place: the number of its word from 1, 0 for none, the two hashes, and nothing: a fourth of a line of memory. */
  #places = new Int32Array(2048 * FIELDS)

  get size(): number {
    return this.#words.length
  }

  /** By number, from 0. */
  get words(): readonly string[] {
    return this.#words
  }

  /** Takes in a word that has no number and gives it one; `hash`, `check`: its `hashOf` and `checkOf`. */
  add(hash: number, check: number, word: string): number {
    const id = this.#words.push(word) - 1
    if (this.#words.length * 2 * FIELDS > this.#places.length) this.#spread()
    const places = this.#places
    const last = places.length - FIELDS
    let at = (mixed(hash) * FIELDS) & last
    while (places[at] !== 0) at = (at + FIELDS) & last
    places[at] = id + 1
    places[at + 1] = hash
    places[at + 2] = check
    return id
  }

  #spread(): void {
    const old = this.#places
    const places = new Int32Array(old.length * 2)
    const last = places.length - FIELDS
    for (let from = 0; from < old.length; from += FIELDS) {
      if (old[from] === 0) continue
      let at = (mixed(old[from + 1] ?? 0) * FIELDS) & last
      while (places[at] !== 0) at = (at + FIELDS) & last
      places.set(old.subarray(from, from + FIELDS), at)
    }
    this.#places = places
  }

  /** -1 for a word without a number. */
  find(word: string): number {
    return this.numberOf(hashOf(word), checkOf(word))
  }

  /** The same by the two hashes of the word. */
  numberOf(hash: number, check: number): number {
    const places = this.#places
    const last = places.length - FIELDS
    for (let at = (mixed(hash) * FIELDS) & last; places[at] !== 0; at = (at + FIELDS) & last) {
      if (places[at + 1] === hash && places[at + 2] === check) return (places[at] ?? 0) - 1
    }
    return -1
  }

  /** The first number whose word has this hash and passes; -1 if there is none. */
  withHash(hash: number, passes: (id: number) => boolean): number {
    const places = this.#places
    const last = places.length - FIELDS
    for (let at = (mixed(hash) * FIELDS) & last; places[at] !== 0; at = (at + FIELDS) & last) {
      const id = (places[at] ?? 0) - 1
      if (places[at + 1] === hash && passes(id)) return id
    }
    return -1
  }
}

const mixed = (hash: number): number => hash ^ (hash >>> 15)
