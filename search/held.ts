import { columnNames } from './entry.ts'
import type { ColumnName } from './entry.ts'
import { isPattern } from './expression.ts'
import type { Expression, Pattern } from './expression.ts'
import { hashOf } from './fold.ts'
import type { Scored } from './postings/evaluate.ts'
import type { ReadableStore } from './store.ts'

/** Words that an unfinished one may become. */
const COMPLETIONS = 256

/** Words as hashes, so many numbers a word. */
interface Line {
  hashes: Int32Array
  stride: 1 | 2
}

/** Tells of single documents what they hold. */
export class Holding {
  readonly #store: ReadableStore
  readonly #slot: number
  #other: ReturnType<ReadableStore['otherWords']> | undefined

  constructor(store: ReadableStore, slot: number) {
    this.#store = store
    this.#slot = slot
  }

  #line(name: ColumnName): Line {
    if (name === 'title') return { hashes: this.#store.titles.get(this.#slot), stride: 2 }
    if (name === 'summary') return { hashes: this.#store.exactSummary(this.#slot), stride: 2 }
    this.#other ??= this.#store.otherWords(this.#slot)
    return { hashes: this.#other[name], stride: 1 }
  }

  /** The columns that hold what is asked, the most telling first. */
  places(pattern: Pattern): ColumnName[] {
    const test = testOf(this.#store, pattern)
    return columnNames.filter((name) => {
      const { hashes, stride } = this.#line(name)
      return test(hashes, stride, 0, hashes.length)
    })
  }

  holds(expression: Expression): boolean {
    if (isPattern(expression)) {
      return this.places(expression).length > 0
    }
    if ('all' in expression) return expression.all.every((part) => this.holds(part))
    return expression.any.some((part) => this.holds(part))
  }
}

function testOf(store: ReadableStore, { words, prefix }: Pattern) {
  const wanted = words.map(hashOf)
  const last = wanted.length - 1
  const longer = prefix ? store.vocabulary.lexicon.startingWith(words.at(-1) ?? '', COMPLETIONS) : []
  const completions = prefix ? new Set(longer.map(({ word }) => hashOf(word))) : null
  const first = last > 0 ? wanted[0] : undefined
  /** Whether the words stand in a row between two places. */
  return (hashes: Int32Array, stride: 1 | 2, start: number, end: number): boolean => {
    for (let from = start; from + last * stride < end; from += stride) {
      if (first !== undefined && hashes[from] !== first) continue
      let at = 0
      while (at <= last) {
        const hash = hashes[from + at * stride] ?? 0
        if (hash !== wanted[at] && !(at === last && completions?.has(hash) === true)) break
        at++
      }
      if (at > last) return true
    }
    return false
  }
}

/** Whether the title at a slot holds words that follow each other. */
export function titleTest(store: ReadableStore, pattern: Pattern): (slot: number) => boolean {
  const test = testOf(store, pattern)
  const inPrints = (prints: Int32Array, from: number, to: number) => test(prints, 2, from, to)
  return (slot) => store.titles.test(slot, inPrints)
}

/**
 * Titles that hold several words in a row: `sifted` leaves nearly only such of those with a score from `least` on, much
 * quicker than `holds` tells of one. Null where no title holds them, as far as is known from words that are never seen
 * next to each other.
 */
export function titlesHolding(
  store: ReadableStore,
  pattern: Pattern,
): { sifted: (found: Scored, least: number) => Scored; holds: (slot: number) => boolean } | null {
  const { lexicon, pairs } = store.vocabulary
  const hashes = pattern.words.map(hashOf)
  // A full table has not taken in all pairs.
  const follows = (before: number | undefined, hash: number) =>
    before === undefined || pairs.full || pairs.count(before, hash) > 0
  const all = pattern.prefix ? hashes.slice(0, -1) : hashes
  if (!all.every((hash, at) => follows(all[at - 1], hash))) return null
  const holds = titleTest(store, pattern)
  if (!pattern.prefix) return { sifted: (found, least) => store.titles.sifted(found, least, all, null), holds }
  const longer = lexicon.startingWith(pattern.words.at(-1) ?? '', COMPLETIONS).map(({ word }) => hashOf(word))
  const last = [...hashes.slice(-1), ...longer].filter((hash) => follows(all.at(-1), hash))
  return last.length === 0 ? null : { sifted: (found, least) => store.titles.sifted(found, least, all, last), holds }
}
