import { namesIn } from './built-in-terms.ts'
import type { NamedBy } from './built-in-terms.ts'
import type { TermPair } from './engine.ts'
import { fold, wordsOf } from './fold.ts'
import { baseForms } from './inflection.ts'
import { isStopWord } from './stop-words.ts'
import { decodeKeys, isSyllable } from './keys.ts'

/** What a stretch of a query may be called elsewhere. */
export interface OtherWord {
  /** Folded words. */
  words: string[]
  /** As it is written. */
  written: string
  reading: 'translated' | 'synonym'
}

/** A stretch of words of the query, from one index up to and without another, with its other words. */
export interface Stretch {
  from: number
  to: number
  others: OtherWord[]
}

/** A word of the query as the terminology needs it. */
interface Asked {
  folded: string
  toned: string
}

const LONGEST = 5
/** Equivalents of one term that are looked for, the first ones listed. */
const MOST_OTHERS = 5
/** English words that are something else far more often than the term they also are. */
const MISLEADING = new Set('may will can must might could would should march ad un am pm'.split(' '))

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/

function keyOf(text: string, form: 'folded' | 'toned'): string {
  if (PLAIN.test(text)) return text
  return wordsOf(text)
    .map((word) => word[form])
    .join(' ')
}

const pairKey = (pair: TermPair): string => `${pair.kind}\t${keyOf(pair.a, 'toned')}\t${keyOf(pair.b, 'toned')}`

type Terms = Map<string, string[]>

function put(map: Terms, key: string, value: string): void {
  if (key === '') return
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

/** Pairs by the forms in which a query may name them. */
class TermIndex {
  /** By the folded English term. */
  readonly english: Terms = new Map()
  /** By the Vietnamese words with their marks. */
  readonly vietnamese: Terms = new Map()
  /** The same by their folded words, for queries without marks; terms of several syllables only. */
  readonly unmarked: Terms = new Map()
  readonly synonyms: Terms = new Map()

  add({ kind, a, b }: TermPair): void {
    if (kind === 'synonym') {
      put(this.synonyms, keyOf(a, 'toned'), b)
      put(this.synonyms, keyOf(b, 'toned'), a)
      return
    }
    put(this.english, keyOf(a, 'folded'), b)
    put(this.vietnamese, keyOf(b, 'toned'), a)
    const unmarked = keyOf(b, 'folded')
    if (unmarked.includes(' ')) put(this.unmarked, unmarked, a)
  }
}

/**
 * The query with its words of raw keys decoded, for engines that cannot weigh both readings; null where there are none.
 * English terms stay as they are.
 */
export function decodedText(text: string): string | null {
  let decoded = ''
  let position = 0
  for (const word of wordsOf(text)) {
    const meant =
      namesIn('english', [word.folded]).length > 0 || isSyllable(word.folded) ? null : decodeKeys(word.typed)
    if (meant === null) continue
    decoded += text.slice(position, word.start) + meant
    position = word.end
  }
  return position === 0 ? null : decoded + text.slice(position)
}

/** English and Vietnamese terms and synonyms, looked up by the words of a query: the built-in ones and changes to them. */
export class Terminology {
  readonly #added = new TermIndex()
  readonly #without: Set<string>

  constructor(terms: { added: TermPair[]; without: TermPair[] } = { added: [], without: [] }) {
    // Queries without marks know a term by its folded words only.
    this.#without = new Set(terms.without.flatMap((pair) => [pairKey(pair), pairKey({ ...pair, b: fold(pair.b) })]))
    for (const pair of terms.added) this.#added.add(pair)
  }

  /** What a key is called in one of the maps, the added terms first, without the pairs that are not to be used. */
  #find(map: NamedBy | 'synonyms', words: readonly string[]): string[] {
    const key = words.join(' ')
    const added = this.#added[map].get(key) ?? []
    const builtIn = map === 'synonyms' ? [] : namesIn(map, words)
    const found = added.length > 0 ? [...new Set([...added, ...builtIn])] : builtIn
    if (this.#without.size === 0) return found
    return found.filter((value) => {
      const [a, b] = map === 'english' ? [key, value] : [value, key]
      return !this.#without.has(pairKey({ kind: map === 'synonyms' ? 'synonym' : 'translation', a, b }))
    })
  }

  /** The Vietnamese terms for these English words, in whatever form they stand. */
  #vietnameseFor(words: readonly Asked[]): string[] {
    const folded = words.map((word) => word.folded)
    const [only] = folded
    if (folded.length === 1 && only !== undefined && (MISLEADING.has(only) || only.length < 2)) return []
    const exact = this.#find('english', folded)
    if (exact.length > 0) return exact
    // Any of the words may be inflected: the last one first, then each.
    const last = folded.length - 1
    for (const base of baseForms(folded[last] ?? '')) {
      const found = this.#find('english', [...folded.slice(0, last), base])
      if (found.length > 0) return found
    }
    if (last === 0) return []
    const bases = folded.map(
      (word) => [word, ...baseForms(word)].find((form) => this.#find('english', [form]).length > 0) ?? word,
    )
    return this.#find('english', bases)
  }

  #othersOf(words: readonly Asked[], vietnamese: boolean, marked: boolean): OtherWord[] {
    const others: OtherWord[] = []
    const add = (texts: readonly string[], reading: OtherWord['reading']) => {
      for (const written of texts.slice(0, MOST_OTHERS)) {
        const folded = wordsOf(written).map((word) => word.folded)
        if (folded.length > 0) others.push({ words: folded, written, reading })
      }
    }
    const toned = words.map((word) => word.toned)
    add(this.#find('synonyms', toned), 'synonym')
    if (!vietnamese) add(this.#vietnameseFor(words), 'translated')
    if (marked) add(this.#find('vietnamese', toned), 'translated')
    else if (vietnamese)
      add(
        this.#find(
          'unmarked',
          words.map((word) => word.folded),
        ),
        'translated',
      )
    return others
  }

  /**
   * All stretches of a query that have other words, longest first from each place. A query whose words could all be
   * Vietnamese syllables is taken for Vietnamese.
   */
  stretches(words: readonly Asked[]): Stretch[] {
    const marked = words.some((word) => word.toned !== word.folded)
    const vietnamese = marked || words.every((word) => isSyllable(word.folded))
    const found: Stretch[] = []
    for (let from = 0; from < words.length; from++) {
      for (let to = Math.min(words.length, from + LONGEST); to > from; to--) {
        const stretch = words.slice(from, to)
        const [only] = stretch
        if (stretch.length === 1 && only && isStopWord(only, marked)) continue
        // In a Vietnamese query a word that is no syllable is an English term.
        const english = vietnamese && stretch.every((word) => !isSyllable(fold(word.folded)))
        const others = this.#othersOf(stretch, vietnamese && !english, marked)
        if (others.length > 0) found.push({ from, to, others })
      }
    }
    return found
  }
}
