import { fold } from '#search'
import type { Language } from '#kernel'
import { exactForm, type Pair } from './term.ts'

export const origins = ['built-in', 'added'] as const
export type Origin = (typeof origins)[number]

/** A pair of the terminology in use. */
export interface Entry extends Pair {
  readonly origin: Origin
}

/** An entry with both sides folded to words, each between single blanks. */
export interface Prepared {
  readonly entry: Entry
  readonly a: string
  readonly b: string
}

const plainWords = /^[a-z0-9]+(?: [a-z0-9]+)*$/

/** Words folded, parted by single blanks, with a blank at either end. */
function foldedWords(text: string): string {
  const folded = fold(text)
  return ` ${plainWords.test(folded) ? folded : folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

/** By the first side, then by field with none last; within these the order given stays: the commonest first. */
function compare(one: Prepared, other: Prepared): number {
  if (one.a !== other.a) return one.a < other.a ? -1 : 1
  const [field, otherField] = [one.entry.field ?? '~', other.entry.field ?? '~']
  return field === otherField ? 0 : field < otherField ? -1 : 1
}

/** Entries made ready for searching, in the order of their first side and field. */
export function prepared(entries: readonly Entry[]): readonly Prepared[] {
  return entries.map((entry) => ({ entry, a: foldedWords(entry.a), b: foldedWords(entry.b) })).sort(compare)
}

/** Two ordered lists as one; of the same first side those of the first list stand first. */
export function merged(first: readonly Prepared[], second: readonly Prepared[]): readonly Prepared[] {
  if (second.length === 0) return first
  const all: Prepared[] = []
  let next = 0
  for (const one of first) {
    for (let other = second[next]; other && compare(other, one) < 0; other = second[++next]) all.push(other)
    all.push(one)
  }
  return [...all, ...second.slice(next)]
}

/** What a reader asks of the terminology. */
export interface TermQuestion {
  /** Words of either side, in any spelling; all must stand in one side. */
  readonly text: string
  /** A code of the science fields; those beneath it count too. */
  readonly field: string | null
  readonly origin: Origin | null
}

const wordsAsked = 8

/** What is looked for in a side: the words in their order, as they begin, and each by itself. */
interface Needles {
  readonly whole: string
  readonly beginning: string
  readonly words: readonly string[]
}

/** 0 for the whole side, then its beginning, the words in their order, and any words; null where one is missing. */
function rankOf(side: string, { whole, beginning, words }: Needles): number | null {
  for (const word of words) if (!side.includes(word)) return null
  if (side === whole) return 0
  if (side.startsWith(whole)) return 1
  if (side.includes(whole)) return 2
  return side.startsWith(beginning) ? 3 : 4
}

const marked = (text: string): boolean => fold(text) !== text.toLowerCase()

/** The entries that answer, the nearest first: whole terms, then beginnings; typed diacritics decide among equals. */
export function findTerms(list: readonly Prepared[], { text, field, origin }: TermQuestion): readonly Entry[] {
  const words = foldedWords(text).trim().split(' ').filter(Boolean).slice(0, wordsAsked)
  const wanted = ({ entry }: Prepared): boolean =>
    (field === null || entry.field?.startsWith(field) === true) && (origin === null || entry.origin === origin)
  const chosen = field === null && origin === null ? list : list.filter(wanted)
  if (words.length === 0) return chosen.map(({ entry }) => entry)
  const beginning = ` ${words.join(' ')}`
  const needles: Needles = { whole: `${beginning} `, beginning, words: words.map((word) => ` ${word}`) }
  const exact = marked(text) ? ` ${exactForm(text)} ` : null
  const found: { readonly entry: Entry; readonly rank: number; readonly length: number }[] = []
  for (const { entry, a, b } of chosen) {
    const inA = rankOf(a, needles)
    const inB = rankOf(b, needles)
    if (inA === null && inB === null) continue
    const best = Math.min(inA ?? 9, inB ?? 9)
    const asTyped = exact === null || [entry.a, entry.b].some((side) => ` ${exactForm(side)} `.includes(exact))
    found.push({ entry, rank: best * 2 + (asTyped ? 0 : 1), length: (inA === best ? a : b).length })
  }
  return found.sort((one, other) => one.rank - other.rank || one.length - other.length).map(({ entry }) => entry)
}

/** The sides of an entry by language; a synonym has two of one and none of the other. */
export function sidesOf({ kind, a, b, language }: Pair): Readonly<Record<Language, readonly string[]>> {
  if (kind === 'translation') return { en: [a], vi: [b] }
  return language === 'en' ? { en: [a, b], vi: [] } : { en: [], vi: [a, b] }
}
