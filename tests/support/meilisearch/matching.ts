import type { IndexSettings } from './settings.ts'
import { normalized, tokensOf, typosBetween, type QueryTerm } from './text.ts'

/** The words of one attribute of a document, each with its positions. */
export interface Field {
  attribute: string
  /** Its place among the searchable attributes. */
  rank: number
  words: ReadonlyMap<string, readonly number[]>
}

export type Fields = readonly Field[]

/** Where a term stands in a document, and how well. */
export interface Place {
  rank: number
  first: number
  last: number
  exact: boolean
}

interface Span {
  typos: number
  places: Place[]
}

/** A document with the terms that it holds. */
export interface Match {
  /** Terms of the query that were found, from its beginning. */
  words: number
  typos: number
  /** For each found term, or terms taken together, its places. */
  places: Place[][]
}

const NGRAM = 3
/** The most forms of one term, and words of all its forms (relevancy/synonyms). */
const MOST_FORMS = 50
const MOST_FORM_WORDS = 100

/** Finds the terms of one query in documents. */
export class Matcher {
  readonly #settings: IndexSettings
  readonly #synonyms = new Map<string, string[][]>()
  readonly #splits: (word: string) => [string, string] | null

  /** `splits` gives the two words, next to each other somewhere, that a word is most often written as. */
  constructor(settings: IndexSettings, splits: (word: string) => [string, string] | null) {
    this.#settings = settings
    this.#splits = splits
    for (const [key, forms] of Object.entries(settings.synonyms)) {
      let room = MOST_FORM_WORDS
      const words: string[][] = []
      for (const form of forms.slice(0, MOST_FORMS)) {
        const own = tokensOf(form).map((token) => token.word)
        if (own.length === 0 || own.length > room) continue
        room -= own.length
        words.push(own)
      }
      this.#synonyms.set(
        tokensOf(key)
          .map((token) => token.word)
          .join(' '),
        words,
      )
    }
  }

  /** Typing errors that are allowed in a query word of this length; none in words that are excepted. */
  #allowed(word: string): number {
    const { enabled, minWordSizeForTypos, disableOnWords, disableOnNumbers } = this.#settings.typoTolerance
    const { length } = [...word]
    if (!enabled || disableOnWords.some((other) => normalized(other) === word)) return 0
    if (disableOnNumbers && /^\d+$/.test(word)) return 0
    if (length < minWordSizeForTypos.oneTypo) return 0
    return length < minWordSizeForTypos.twoTypos ? 1 : 2
  }

  phrase(fields: Fields, words: readonly string[]): Place[] {
    const [first = '', ...rest] = words
    const places: Place[] = []
    for (const { rank, words: held } of fields) {
      for (const position of held.get(first) ?? []) {
        const whole = rest.every((word, offset) => held.get(word)?.includes(position + offset + 1) === true)
        if (whole) places.push({ rank, first: position, last: position + rest.length, exact: true })
      }
    }
    return places
  }

  #word(fields: Fields, word: string, prefix: boolean, most: number): Span | null {
    let best = Infinity
    let places: Place[] = []
    const { disableOnAttributes } = this.#settings.typoTolerance
    const beginning = prefix && this.#settings.prefixSearch !== 'disabled'
    for (const { attribute, rank, words } of fields) {
      const allowed = disableOnAttributes.includes(attribute) ? 0 : most
      const whole = words.has(word) ? [word] : []
      const candidates = allowed === 0 && !beginning ? whole : words.keys()
      for (const held of candidates) {
        const typos = typosBetween(word, held, beginning, allowed)
        if (typos > best || typos === Infinity) continue
        if (typos < best) places = []
        best = typos
        for (const first of words.get(held) ?? []) places.push({ rank, first, last: first, exact: held === word })
      }
    }
    return places.length > 0 ? { typos: best, places } : null
  }

  /** One term, or several that were written apart: joined, and by their synonyms. */
  #span(fields: Fields, terms: readonly QueryTerm[]): Span | null {
    const [first] = terms
    if (!first) return null
    if (first.phrase) {
      const places = terms.length === 1 ? this.phrase(fields, first.words) : []
      return places.length > 0 ? { typos: 0, places } : null
    }
    const words = terms.flatMap((term) => term.words)
    const together = terms.every((term, index) => !term.phrase && term.position === first.position + index)
    if (!together) return null
    const extra = terms.length - 1
    const prefix = terms.at(-1)?.prefix === true
    const joined = words.join('')
    const options: Span[] = []
    const own = this.#word(fields, joined, prefix, Math.max(0, this.#allowed(joined) - extra))
    if (own) options.push({ ...own, typos: own.typos + extra })
    for (const form of this.#synonyms.get(words.join(' ')) ?? []) {
      const places = this.phrase(fields, form)
      if (places.length > 0) options.push({ typos: 0, places: places.map((place) => ({ ...place, exact: false })) })
    }
    const split = extra === 0 ? this.#splits(joined) : null
    if (split) {
      const places = this.phrase(fields, split)
      if (places.length > 0) options.push({ typos: 1, places: places.map((place) => ({ ...place, exact: false })) })
    }
    const least = Math.min(...options.map((option) => option.typos))
    const best = options.filter((option) => option.typos === least)
    return best.length > 0 ? { typos: least, places: best.flatMap((option) => option.places) } : null
  }

  /** All of the terms, with the fewest typing errors; null where one is missing. */
  all(fields: Fields, terms: readonly QueryTerm[]): Match | null {
    const best: (Match | null)[] = [{ words: 0, typos: 0, places: [] }]
    for (let end = 1; end <= terms.length; end++) {
      let found: Match | null = null
      for (let start = Math.max(0, end - NGRAM); start < end; start++) {
        const before = best[start]
        const span = before ? this.#span(fields, terms.slice(start, end)) : null
        if (!before || !span || (found && found.typos <= before.typos + span.typos)) continue
        found = { words: end, typos: before.typos + span.typos, places: [...before.places, span.places] }
      }
      best.push(found)
    }
    return best[terms.length] ?? null
  }
}

const MOST_DISTANCE = 8

/** How far apart the terms stand in the order of the query; words in other fields, or far away, count eight. */
export function proximity({ places }: Match): number {
  let sum = 0
  for (let index = 1; index < places.length; index++) {
    let least = MOST_DISTANCE
    for (const left of places[index - 1] ?? []) {
      for (const right of places[index] ?? []) {
        if (left.rank !== right.rank) continue
        const distance = right.first > left.last ? right.first - left.last : left.first - right.last + 1
        if (distance > 0) least = Math.min(least, distance)
      }
    }
    sum += least
  }
  return sum
}
