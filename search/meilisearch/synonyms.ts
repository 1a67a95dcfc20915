import type { TermPair } from '../engine.ts'
import { wordsOf } from '../fold.ts'
import { SYNONYM_LIMITS } from './settings.ts'

const keyOf = (text: string): string =>
  wordsOf(text)
    .map((word) => word.folded)
    .join(' ')

/** Another name for a stretch of the query. */
export interface OtherName {
  /** As it is written. */
  written: string
  folded: string
  reading: 'translated' | 'synonym'
}

/** What a stretch of the query is also called; the stretch is words from one index up to and without another. */
export interface NamedStretch {
  from: number
  to: number
  others: OtherName[]
}

/** The terms of one index: as Meilisearch is told them, and to say what was looked for. */
export class Synonyms {
  #others = new Map<string, OtherName[]>()

  constructor(pairs: readonly TermPair[]) {
    for (const { kind, a, b } of pairs) {
      const reading = kind === 'translation' ? ('translated' as const) : ('synonym' as const)
      this.#add(a, b, reading)
      this.#add(b, a, reading)
    }
  }

  #add(from: string, to: string, reading: OtherName['reading']): void {
    const key = keyOf(from)
    const folded = keyOf(to)
    if (key === '' || folded === '' || key === folded) return
    if (key.split(' ').length > SYNONYM_LIMITS.wordsOfKey) return
    const others = this.#others.get(key) ?? []
    if (others.some((other) => other.folded === folded)) return
    const words = [...others.map((other) => other.folded), folded].join(' ').split(' ').length
    if (others.length >= SYNONYM_LIMITS.forms || words > SYNONYM_LIMITS.words) return
    others.push({ written: to, folded, reading })
    this.#others.set(key, others)
  }

  /** As the setting `synonyms`: folded, in the order of the keys, so that equal terms give equal settings. */
  get setting(): Record<string, string[]> {
    const keys = [...this.#others.keys()].sort()
    return Object.fromEntries(keys.map((key) => [key, (this.#others.get(key) ?? []).map((other) => other.folded)]))
  }

  /** The longest stretch from each place that has other names; stretches within a found one are passed over. */
  stretchesOf(words: readonly string[]): NamedStretch[] {
    const found: NamedStretch[] = []
    for (let from = 0; from < words.length; from++) {
      for (let to = Math.min(words.length, from + SYNONYM_LIMITS.wordsOfKey); to > from; to--) {
        const others = this.#others.get(words.slice(from, to).join(' '))
        if (!others) continue
        found.push({ from, to, others })
        from = to - 1
        break
      }
    }
    return found
  }
}
