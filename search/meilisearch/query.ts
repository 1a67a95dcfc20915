import type { Terms } from '../highlight.ts'
import type { Plan, Unit } from '../plan.ts'
import { MOST_WORDS } from './settings.ts'
import type { NamedStretch, Synonyms } from './synonyms.ts'

/** One thing that is asked for: a word, or words that follow each other. */
export interface Term {
  words: string[]
  /** The last word is only a beginning. */
  prefix: boolean
  /** Index of its unit in the plan; -1 for what stands for several. */
  unit: number
  /** As it was typed, folded. */
  asked: string
  /** A single word that may be taken for another: no phrase, no code. */
  free: boolean
}

/** What is sent for a plan. */
export interface Asked {
  plan: Plan
  terms: Term[]
  /** Terms that are also looked for by another name; stretches of `terms`. */
  stretches: NamedStretch[]
}

const quoted = (words: string[]): string => `"${words.join(' ')}"`

/** A code is also indexed without its signs, as one word: that form can be a beginning, a phrase cannot. */
function wordsOfUnit(unit: Unit): { words: string[]; prefix: boolean } {
  const patterns = [...unit.patterns].sort((a, b) => a.words.length - b.words.length)
  return patterns[0] ?? { words: [], prefix: false }
}

/** The required terms in their order: function words are left out first, then what is beyond ten words. */
export function askedOf(plan: Plan, synonyms: Synonyms, exact = false): Asked {
  const terms: Term[] = []
  let room = MOST_WORDS
  const push = (term: Term) => {
    if (term.words.length === 0 || term.words.length > room) return
    room -= term.words.length
    terms.push(term)
  }
  for (const [index, unit] of plan.units.entries()) {
    if (unit.minor) continue
    const { words, prefix } = wordsOfUnit(unit)
    const free = unit.patterns.length === 1 && words.length === 1
    const asked = unit.patterns[0]?.words.join(' ') ?? ''
    if (prefix && words.length > 1) {
      // Meilisearch has no phrase with an unfinished word: what is finished stays together.
      push({ words: words.slice(0, -1), prefix: false, unit: index, asked, free })
      push({ words: words.slice(-1), prefix: true, unit: index, asked, free })
    } else push({ words, prefix, unit: index, asked, free })
  }
  // Only the last word of a query may be a beginning.
  for (const term of terms.slice(0, -1)) term.prefix = false
  const words = terms.map((term) => (term.free ? (term.words[0] ?? '') : '\0'))
  const stretches = synonyms.stretchesOf(words)
  if (!exact) return { plan, terms, stretches }
  // A beginning cannot be written in quotes: where its word has other names, it is taken for whole.
  const last = terms.at(-1)
  if (last && stretches.some(({ from }) => from === terms.length - 1)) last.prefix = false
  return { plan, terms, stretches: [] }
}

/** What must not be found, ahead of all words, since what follows the tenth word is not read. */
export function negatives(plan: Plan): string {
  return plan.excluded.flatMap((unit) => unit.patterns.map((pattern) => `-${quoted(pattern.words)}`)).join(' ')
}

/** Written in quotes a word is found as it stands: neither as a beginning, nor with a slip, nor by another name. */
export function textOf(terms: readonly Term[], loose: (term: Term, index: number) => boolean = () => false): string {
  return terms
    .map((term, index) => {
      const single = term.words.length === 1
      return single && (term.prefix || loose(term, index)) ? term.words.join(' ') : quoted(term.words)
    })
    .join(' ')
}

export const joined = (...texts: string[]): string => texts.filter((text) => text !== '').join(' ')

/** Every required term, by any of its names. */
export function completeText({ plan, terms, stretches }: Asked): string {
  const named = new Set(stretches.flatMap(({ from, to }) => range(from, to)))
  return joined(
    negatives(plan),
    textOf(terms, (_, index) => named.has(index)),
  )
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

/** The term alone, to count the documents that hold it. */
export const termText = (term: Term): string => textOf([term])

/** What to mark in texts: the terms, what they were mended to, and their other names. */
export function marksOf({ plan, stretches }: Asked, mended: ReadonlyMap<string, string>): Terms {
  const words = plan.words.filter((word) => plan.units[word.unit]?.minor === false)
  const last = words.at(-1)
  const others = stretches.flatMap((stretch) => stretch.others.flatMap((other) => other.folded.split(' ')))
  return {
    words: [...new Set([...words.map((word) => mended.get(word.folded) ?? word.folded), ...others])],
    prefix: last?.prefix === true ? (mended.get(last.folded) ?? last.folded) : null,
  }
}
