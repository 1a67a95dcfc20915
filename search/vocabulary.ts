import type { Pattern } from './expression.ts'
import { Lexicon } from './lexicon.ts'
import { hashOf } from './fold.ts'
import { PairCounts } from './pairs.ts'
import type { Prints } from './prints.ts'

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

  /** Takes in the pairs of a document's texts. */
  learnPairs(texts: readonly Prints[]): void {
    for (const prints of texts) this.#pairs.addAll(prints)
  }

  /** Counts all pairs anew in a larger table where the present one is full. */
  makeRoom(all: () => Iterable<readonly Prints[]>): void {
    while (this.#pairs.full) {
      const larger = this.#pairs.larger()
      if (!larger) return
      this.#pairs = larger
      for (const texts of all()) {
        this.learnPairs(texts)
        if (this.#pairs.full) break
      }
    }
  }

  /** How often `second` was seen right after `first`. */
  together(first: string, second: string): number {
    return this.#pairs.count(hashOf(first), hashOf(second))
  }

  /**
   * How many documents hold the pattern: exact for words but for those that changed, nearly so for beginnings; a phrase
   * as often as its words were seen next to each other. 0 only where no document has all its words.
   */
  frequency({ words, prefix }: Pattern): number {
    let least = Infinity
    for (const [at, word] of words.entries()) {
      const unfinished = prefix && at === words.length - 1
      least = Math.min(least, unfinished ? this.lexicon.countBeginning(word) : this.lexicon.count(word))
      // Pairs are counted in titles and summaries only.
      if (at > 0 && !unfinished && least > 1) {
        least = Math.min(least, Math.max(1, this.together(words[at - 1] ?? '', word)))
      }
    }
    return least
  }

  /**
   * About how many of all documents hold a word that begins so: those of the most frequent such word, and of the others
   * what would be if words were held by chance.
   */
  holding(beginning: string, documents: number): number {
    const [most] = this.lexicon.startingWith(beginning, 1)
    if (!most) return 0
    const rest = this.lexicon.countBeginning(beginning) - most.documents
    return most.documents + Math.max(0, documents - most.documents) * -Math.expm1(-rest / Math.max(1, documents))
  }

  /** How many documents hold the rarest word of the pattern; of a beginning, how often all its words are held. */
  rarest({ words, prefix }: Pattern): number {
    const counts = words.map((word, at) =>
      prefix && at === words.length - 1 ? this.lexicon.countBeginning(word) : this.lexicon.count(word),
    )
    return Math.min(...counts)
  }
}
