import { columnNames } from './entry.ts'
import type { ColumnName } from './entry.ts'
import { isPattern } from './expression.ts'
import type { Expression, Pattern } from './expression.ts'
import { hashOf } from './fold.ts'
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

/** The same nearly, and much quicker: where it says no, the title does not hold them. */
export function titleSieve({ titles }: ReadableStore, { words, prefix }: Pattern): (slot: number) => boolean {
  return titles.sieve((prefix ? words.slice(0, -1) : words).map(hashOf))
}
