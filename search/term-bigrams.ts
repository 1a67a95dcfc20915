import { textsOfTerms } from './built-in-terms.ts'
import { hashOf, wordsOf } from './fold.ts'
import { checkOf } from './tokens.ts'
import { WordTable } from './word-table.ts'

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/

const foldedWords = (text: string): string[] =>
  PLAIN.test(text) ? text.split(' ') : wordsOf(text).map(({ folded }) => folded)

/** Bytes of the sieve, as a power of two. */
const SIEVE = 16
const LAST = (1 << SIEVE) - 1

/** Goes on from a hash of one word to that of two. */
const joined = (first: number, second: number): number => Math.imul(first ^ (second >>> 7), 0x01000193) ^ second

/**
 * Bigrams of folded words that an index keeps documents of, found by the hashes of their words. A phrase of two words that
 * nearly every document holds is otherwise read for the places of both.
 */
export class TermBigrams {
  readonly #table = new WordTable()
  /** A bit for each hash by its lower bits: most words that stand side by side are no bigram, and this is near at hand. */
  readonly #sieve = new Uint8Array(1 << SIEVE)
  /** Tells this list from others; 0 for none. */
  readonly identity: number

  constructor(texts: Iterable<string>) {
    let identity = 0
    for (const text of texts) {
      let before: string | null = null
      for (const folded of foldedWords(text)) {
        if (before !== null) {
          const bigram = `${before} ${folded}`
          const both = joined(hashOf(before), hashOf(folded))
          const check = joined(checkOf(before), checkOf(folded))
          if (this.#table.numberOf(both, check) < 0) {
            this.#table.add(both, check, bigram)
            identity = joined(identity, both)
          }
          const byte = (both >>> 3) & LAST
          this.#sieve[byte] = (this.#sieve[byte] ?? 0) | (1 << (both & 7))
        }
        before = folded
      }
    }
    this.identity = this.#table.size === 0 ? 0 : identity | 0 || 1
  }

  /** The number of a bigram by `hashOf` and `checkOf` its words; -1 for one that is not in the list. */
  find(firstHash: number, secondHash: number, firstCheck: number, secondCheck: number): number {
    const both = joined(firstHash, secondHash)
    if (((this.#sieve[(both >>> 3) & LAST] ?? 0) & (1 << (both & 7))) === 0) return -1
    return this.#table.numberOf(both, joined(firstCheck, secondCheck))
  }

  get size(): number {
    return this.#table.size
  }

  /** `first second` of a number. */
  keyOf(bigram: number): string {
    return this.#table.words[bigram] ?? ''
  }
}

/** The commonest words: where two of them stand side by side, nearly every document would have to be read. */
const COMMONEST = [
  'the of and to in a for is on with that as by from are'.split(' '),
  'của và các là có được trong cho với một những để không này đã'.split(' '),
]

function* textsOfCommonest(): Generator<string> {
  for (const words of COMMONEST)
    for (const first of words) for (const second of words) if (first !== second) yield `${first} ${second}`
}

let ofTerms: TermBigrams | undefined

/** The bigrams that the built-in terms are made of, as is what questions are expanded with, and those of common words. */
export function termBigrams(): TermBigrams {
  ofTerms ??= new TermBigrams([...textsOfTerms(), ...textsOfCommonest()])
  return ofTerms
}
