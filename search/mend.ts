import { fold, hashOf } from './fold.ts'
import { decodeKeys } from './keys.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A word of the query as far as mending needs it. */
export interface MendableWord {
  folded: string
  /** Still being typed: only the beginning is known. */
  prefix: boolean
  /** False in phrases and codes, which are meant as they stand. */
  free: boolean
}

/** Another reading of one word of the query. */
export interface Alternative {
  /** Folded; several where a blank was missing. */
  words: string[]
  reading: 'mended' | 'keys' | 'blank'
  /** The decoded syllable with its marks; null where only the folded form is known. */
  written: string | null
  /** How much better the query reads with it than as typed, in natural logarithms. */
  gain: number
}

/** What a query may have been meant to say. */
export interface Mending {
  /** For each word the reading that the whole query is taken by; null where it is taken as typed. */
  chosen: (Alternative | null)[]
  /** For each word further readings, the likeliest first. */
  others: Alternative[][]
}

/*
 * A noisy channel over the words of the query: each word is one of its readings, at the price of the slip that makes it
 * what was typed, and words that stand next to each other in the index are likelier than others. The cheapest row of
 * readings is found by dynamic programming (Viterbi). All prices are natural logarithms.
 */
const SLIP = 4
const NEIGHBOURING_KEY = -0.8
const FIRST_LETTER = 0.8
const SHORT_WORD = 1
const SECOND_SLIP = 4
const KEYS = 0.7
const KEYS_OF_KNOWN_WORD = 3
const UNFINISHED = 0.5
/** Shorter words have too many neighbours to be mended unless the words beside them speak for it. */
const MENDED_ALONE = 4
/** How much better a row of readings must be than the words as typed. */
const CONFIDENT = 1.5
/** Words of a text, as far as it counts how likely any one of them is. */
const WORDS_A_DOCUMENT = 60
/** How often a word must have been seen between its neighbours, or beside its only one, to replace a word that exists. */
const SEEN_BETWEEN = 3
const SEEN_BESIDE = 8
const PAIR_SHARE = 0.9
const MOST_READINGS = 32
const MOST_OTHERS = 4
const COMPLETIONS = 12

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const keyPlace = new Map(rows.flatMap((row, y) => [...row].map((key, x) => [key, [x + y * 0.5, y] as const] as const)))

function areNeighbours(a: string, b: string): boolean {
  const first = keyPlace.get(a)
  const second = keyPlace.get(b)
  return (
    first !== undefined &&
    second !== undefined &&
    Math.abs(first[0] - second[0]) <= 1 &&
    Math.abs(first[1] - second[1]) <= 1
  )
}

/** The price of one slip that turns `meant` into `typed`. */
function slipPrice(typed: string, meant: string): number {
  let at = 0
  while (at < typed.length && typed[at] === meant[at]) at++
  let price = SLIP + (at === 0 ? FIRST_LETTER : 0) + (meant.length < 3 ? SHORT_WORD : 0)
  const exchanged = typed.length === meant.length && typed[at] === meant[at + 1] && typed[at + 1] === meant[at]
  const doubled = typed.length > meant.length && typed[at] === typed[at - 1]
  const nearKey = typed.length === meant.length && areNeighbours(typed[at] ?? '', meant[at] ?? '')
  if (exchanged || doubled || nearKey) price += NEIGHBOURING_KEY
  return price
}

interface Reading {
  /** First and last word: how the reading joins its neighbours. */
  first: number
  last: number
  words: string[]
  reading: Alternative['reading'] | 'typed'
  written: string | null
  price: number
  documents: number
  /** What an unfinished word may become. */
  completions: { hash: number; documents: number }[]
}

const isDoubtful = (reading: Reading, typed: Reading): boolean =>
  reading.reading === 'mended' && (typed.words[0] ?? '').length < MENDED_ALONE

/** Finds what the words of a query were meant to be. */
export class Mender {
  readonly #vocabulary: Vocabulary
  readonly #documents: number

  constructor(vocabulary: Vocabulary, documents: number) {
    this.#vocabulary = vocabulary
    this.#documents = Math.max(documents, 1)
  }

  #count(word: string): number {
    return this.#vocabulary.lexicon.count(word)
  }

  #reading(words: string[], reading: Reading['reading'], price: number, written: string | null = null): Reading {
    const documents = words.reduce((least, word) => Math.min(least, this.#count(word)), Infinity)
    const first = hashOf(words[0] ?? '')
    return { first, last: hashOf(words.at(-1) ?? ''), words, reading, written, price, documents, completions: [] }
  }

  #typed(word: MendableWord): Reading {
    const reading = this.#reading([word.folded], 'typed', 0)
    if (!word.prefix) return reading
    const completions = this.#vocabulary.lexicon.startingWith(word.folded, COMPLETIONS)
    const documents = completions.reduce((sum, one) => sum + one.documents, 0)
    if (documents > reading.documents) {
      reading.completions = completions.map((one) => ({ hash: hashOf(one.word), documents: one.documents }))
      reading.documents = documents
      reading.price = UNFINISHED
    }
    return reading
  }

  /** Splits letters written without blanks into words that are known to follow each other; null where that fails. */
  #split(letters: string): string[] | null {
    if (letters.length < 4 || letters.length > 40) return null
    interface Part {
      score: number
      words: string[]
    }
    const best: (Part | undefined)[] = [{ score: 0, words: [] }]
    for (let end = 1; end <= letters.length; end++) {
      for (let start = Math.max(0, end - 12); start < end; start++) {
        const before = best[start]
        const word = letters.slice(start, end)
        const documents = before ? this.#count(word) : 0
        if (!before || documents === 0 || (word.length === 1 && letters.length > 1)) continue
        const last = before.words.at(-1)
        if (last !== undefined && this.#vocabulary.together(last, word) === 0) continue
        const likely = Math.log((documents + 0.5) / (this.#documents * WORDS_A_DOCUMENT))
        const score = before.score + likely
        if (score > (best[end]?.score ?? -Infinity)) best[end] = { score, words: [...before.words, word] }
      }
    }
    const words = best[letters.length]?.words ?? []
    return words.length > 1 ? words : null
  }

  /** All readings of a word whose place in the query does not speak for it. */
  #readings(word: MendableWord, typed: Reading): Reading[] {
    const { folded } = word
    const readings = [typed]
    const decoded = decodeKeys(folded)
    if (decoded !== null && this.#count(fold(decoded)) > 0) {
      readings.push(this.#reading([fold(decoded)], 'keys', typed.documents > 0 ? KEYS_OF_KNOWN_WORD : KEYS, decoded))
    }
    if (/\d/.test(folded)) return readings
    for (const { word: other, edits } of this.#vocabulary.lexicon.neighbours(folded, MOST_READINGS - readings.length)) {
      const price = slipPrice(folded, other) + (edits === 2 ? SECOND_SLIP : 0)
      readings.push(this.#reading([other], 'mended', price))
    }
    const parts = typed.documents === 0 ? this.#split(folded) : null
    if (parts) readings.push(this.#reading(parts, 'blank', SLIP + parts.length - 2))
    return readings
  }

  /** The logarithm of how likely one reading follows another. */
  #follows(before: Reading | undefined, next: Reading): number {
    const alone = (next.documents + 0.3) / (this.#documents * WORDS_A_DOCUMENT)
    if (!before) return Math.log(alone)
    const together = this.#together(before, next)
    const share = Math.min(1, together / (before.documents + 1))
    return Math.log(PAIR_SHARE * share + (1 - PAIR_SHARE) * alone)
  }

  #together(before: Reading, next: Reading): number {
    const { pairs } = this.#vocabulary
    let count = pairs.count(before.last, next.first)
    for (const { hash } of next.completions) count += pairs.count(before.last, hash)
    return count
  }

  /** Whether the words beside a word were ever seen beside it: then it is meant as it stands. */
  #standsWell(readings: Reading[], at: number): boolean {
    const here = readings[at]
    if (!here || here.documents === 0) return false
    const before = readings[at - 1]
    const next = readings[at + 1]
    if (!before && !next) return true
    return (!before || this.#together(before, here) > 0) && (!next || this.#together(here, next) > 0)
  }

  mend(words: readonly MendableWord[]): Mending {
    const typed = words.map((word) => this.#typed(word))
    const table = words.map((word, at) => {
      const own = typed[at] ?? this.#typed(word)
      return !word.free || word.folded.length < 2 || this.#standsWell(typed, at) ? [own] : this.#readings(word, own)
    })
    if (table.every((readings) => readings.length === 1)) {
      return { chosen: words.map(() => null), others: words.map(() => []) }
    }
    const best = this.#best(table)
    const path = this.#confirmed(typed, best)
    const chosen = path.map((reading) => (reading.reading === 'typed' ? null : this.#alternative(reading, 0)))
    const others = table.map((readings, at) => this.#others(readings, path, at))
    return { chosen, others }
  }

  #best(table: Reading[][]): Reading[] {
    let scores = (table[0] ?? []).map((reading) => this.#follows(undefined, reading) - reading.price)
    const back: number[][] = []
    for (let at = 1; at < table.length; at++) {
      const before = table[at - 1] ?? []
      const from: number[] = []
      const next: number[] = []
      for (const reading of table[at] ?? []) {
        let most = -Infinity
        let chosen = 0
        for (const [index, previous] of before.entries()) {
          const score = (scores[index] ?? 0) + this.#follows(previous, reading)
          if (score > most) {
            most = score
            chosen = index
          }
        }
        next.push(most - reading.price)
        from.push(chosen)
      }
      back.push(from)
      scores = next
    }
    let index = scores.indexOf(Math.max(...scores))
    const path: Reading[] = []
    for (let at = table.length - 1; at >= 0; at--) {
      const reading = table[at]?.[index]
      if (reading) path.unshift(reading)
      index = at > 0 ? (back[at - 1]?.[index] ?? 0) : 0
    }
    return path
  }

  #local(before: Reading | undefined, reading: Reading, next: Reading | undefined): number {
    return this.#follows(before, reading) + (next ? this.#follows(reading, next) : 0) - reading.price
  }

  /** Takes back readings that are hardly better than what was typed, or that nothing beside them speaks for. */
  #confirmed(typed: Reading[], best: Reading[]): Reading[] {
    const path = [...best]
    for (const [at, reading] of best.entries()) {
      const own = typed[at]
      if (!own || reading.reading === 'typed') continue
      const spokenFor = this.#spokenFor(path[at - 1], reading, path[at + 1])
      if (own.documents === 0) {
        const alone = reading.reading === 'keys' ? best.length > 1 : isDoubtful(reading, own)
        if (!spokenFor && alone) path[at] = own
        continue
      }
      const before = path[at - 1]
      const next = path[at + 1]
      const gain = this.#local(before, reading, next) - this.#local(before, own, next)
      if (gain < CONFIDENT || !this.#stronglySpokenFor(typed[at - 1], reading, typed[at + 1])) path[at] = own
    }
    return path
  }

  /**
   * A word that exists is taken for another only where the words typed beside it are often seen with that other: with
   * a few dozen words one slip away, some always happen to have been seen there.
   */
  #stronglySpokenFor(before: Reading | undefined, reading: Reading, next: Reading | undefined): boolean {
    const sides: number[] = []
    if (before) sides.push(this.#together(before, reading))
    if (next) sides.push(this.#together(reading, next))
    return sides.length > 0 && Math.min(...sides) >= (sides.length > 1 ? SEEN_BETWEEN : SEEN_BESIDE)
  }

  #spokenFor(before: Reading | undefined, reading: Reading, next: Reading | undefined): boolean {
    const follows = before !== undefined && this.#together(before, reading) > 0
    return follows || (next !== undefined && this.#together(reading, next) > 0)
  }

  #alternative({ words, reading, written }: Reading, gain: number): Alternative {
    return { words, reading: reading === 'typed' ? 'mended' : reading, written, gain }
  }

  #others(readings: Reading[], path: Reading[], at: number): Alternative[] {
    const before = path[at - 1]
    const next = path[at + 1]
    const own = readings[0]
    if (!own || readings.length === 1) return []
    const asTyped = this.#local(before, own, next)
    return readings
      .filter((reading) => reading !== path[at] && reading.reading !== 'typed')
      .filter((reading) => !isDoubtful(reading, own) || this.#spokenFor(before, reading, next))
      .map((reading) => this.#alternative(reading, this.#local(before, reading, next) - asTyped))
      .sort((a, b) => b.gain - a.gain)
      .slice(0, MOST_OTHERS)
  }
}
