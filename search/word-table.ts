import { hashOf } from './fold.ts'
import { checkOf } from './tokens.ts'

/**
 * Words with a number each, found by two hashes of 32 bits: a quarter of the memory of a `Map`, and no strings made to
 * ask. Among a million words, two are taken for one with a chance of one in thirty million.
 */
export class WordTable {
  readonly #words: string[] = []
  #hashes = new Int32Array(1024)
  #checks = new Int32Array(1024)
  #places = new Uint32Array(2048)

  get size(): number {
    return this.#words.length
  }

  /** By number, from 0. */
  get words(): readonly string[] {
    return this.#words
  }

  /** The number of a word, a new one if it has none; `hash`, `check`: its `hashOf` and `checkOf`. */
  idOf(hash: number, check: number, spell: () => string): number {
    const places = this.#places
    const last = places.length - 1
    let at = (hash ^ (hash >>> 15)) & last
    for (;;) {
      const id = (places[at] ?? 0) - 1
      if (id < 0) break
      if (this.#hashes[id] === hash && this.#checks[id] === check) return id
      at = (at + 1) & last
    }
    const id = this.#words.push(spell()) - 1
    if (id >= this.#hashes.length) {
      this.#hashes = doubled(this.#hashes)
      this.#checks = doubled(this.#checks)
    }
    this.#hashes[id] = hash
    this.#checks[id] = check
    if (this.#words.length * 2 > places.length) this.#spread()
    else places[at] = id + 1
    return id
  }

  #spread(): void {
    this.#places = new Uint32Array(this.#places.length * 2)
    const last = this.#places.length - 1
    for (let id = 0; id < this.#words.length; id++) {
      const hash = this.#hashes[id] ?? 0
      let at = (hash ^ (hash >>> 15)) & last
      while (this.#places[at] !== 0) at = (at + 1) & last
      this.#places[at] = id + 1
    }
  }

  /** -1 for a word without a number. */
  find(word: string): number {
    const check = checkOf(word)
    return this.withHash(hashOf(word), (id) => this.#checks[id] === check)
  }

  /** The first number whose word has this hash and passes; -1 if there is none. */
  withHash(hash: number, passes: (id: number) => boolean): number {
    const places = this.#places
    const last = places.length - 1
    for (let at = (hash ^ (hash >>> 15)) & last; ; at = (at + 1) & last) {
      const id = (places[at] ?? 0) - 1
      if (id < 0 || (this.#hashes[id] === hash && passes(id))) return id
    }
  }
}

function doubled(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const next = new Int32Array(old.length * 2)
  next.set(old)
  return next
}
