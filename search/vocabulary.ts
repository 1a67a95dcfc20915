import { Lexicon } from './lexicon.ts'
import { hashOf } from './fold.ts'
import type { Forms } from './fold.ts'
import { PairCounts } from './pairs.ts'

/** Words that follow each other in a text. */
export type Sequence = readonly Pick<Forms, 'folded' | 'hash'>[]

/** What the index knows of its own language: its words, and which of them stand next to each other. */
export class Vocabulary {
  readonly lexicon: Lexicon
  #pairs: PairCounts

  constructor(lexicon = new Lexicon(), pairs = PairCounts.empty()) {
    this.lexicon = lexicon
    this.#pairs = pairs
  }

  get pairs(): PairCounts {
    return this.#pairs
  }

  /** Takes in the words of a document: those of all its columns, and the sequences whose pairs count. */
  learn(words: ReadonlySet<string>, sequences: readonly Sequence[]): void {
    for (const word of words) this.lexicon.add(word, 1)
    this.learnPairs(sequences)
  }

  learnPairs(sequences: readonly Sequence[]): void {
    for (const words of sequences) {
      for (let at = 1; at < words.length; at++) this.#pairs.add(words[at - 1]?.hash ?? 0, words[at]?.hash ?? 0)
    }
  }

  /** Counts all pairs anew in a larger table where the present one is full. */
  makeRoom(all: () => Iterable<readonly Sequence[]>): void {
    while (this.#pairs.full) {
      const larger = this.#pairs.larger()
      if (!larger) return
      this.#pairs = larger
      for (const sequences of all()) {
        this.learnPairs(sequences)
        if (this.#pairs.full) break
      }
    }
  }

  /** How often `second` was seen right after `first`. */
  together(first: string, second: string): number {
    return this.#pairs.count(hashOf(first), hashOf(second))
  }
}
