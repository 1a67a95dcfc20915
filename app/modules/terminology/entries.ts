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

/** Words folded, parted by single blanks, with a blank at either end. */
function foldedWords(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}

/** The text a list of terms is ordered by: the English side, Vietnamese synonyms by their first word. */
const orderOf = (prepared: Prepared): string => prepared.a

function compare(one: Prepared, other: Prepared): number {
  const [a, b] = [orderOf(one), orderOf(other)]
  if (a !== b) return a < b ? -1 : 1
  // The commonest equivalent is written first: within a term the order given stays.
  return 0
}

/** Entries made ready for searching, in the order of their first side. */
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

/** 0 for the whole side, then its beginning, the words in their order, and any words. */
function rankOf(side: string, phrase: string, words: readonly string[]): number | null {
  if (side === ` ${phrase} `) return 0
  if (side.startsWith(` ${phrase} `)) return 1
  if (side.includes(` ${phrase} `)) return 2
  if (side.startsWith(` ${phrase}`)) return 3
  return words.every((word) => side.includes(` ${word}`)) ? 4 : null
}

const marked = (text: string): boolean => fold(text) !== text.toLowerCase()

/** The entries that answer, the nearest first: whole terms, then beginnings; typed diacritics decide among equals. */
export function findTerms(list: readonly Prepared[], { text, field, origin }: TermQuestion): readonly Entry[] {
  const words = foldedWords(text).trim().split(' ').filter(Boolean).slice(0, wordsAsked)
  const phrase = words.join(' ')
  const exact = marked(text) ? ` ${exactForm(text)} ` : null
  const found: { readonly entry: Entry; readonly rank: number; readonly length: number }[] = []
  for (const { entry, a, b } of list) {
    if (field !== null && entry.field?.startsWith(field) !== true) continue
    if (origin !== null && entry.origin !== origin) continue
    if (phrase === '') {
      found.push({ entry, rank: 0, length: 0 })
      continue
    }
    const [inA, inB] = [rankOf(a, phrase, words), rankOf(b, phrase, words)]
    if (inA === null && inB === null) continue
    const best = Math.min(inA ?? 9, inB ?? 9)
    const asTyped = exact === null || [entry.a, entry.b].some((side) => ` ${exactForm(side)} `.includes(exact))
    found.push({ entry, rank: best * 2 + (asTyped ? 0 : 1), length: (inA === best ? a : b).length })
  }
  if (phrase !== '') found.sort((one, other) => one.rank - other.rank || one.length - other.length)
  return found.map(({ entry }) => entry)
}

/** The sides of an entry by language; a synonym has two of one and none of the other. */
export function sidesOf({ kind, a, b, language }: Pair): Readonly<Record<Language, readonly string[]>> {
  if (kind === 'translation') return { en: [a], vi: [b] }
  return language === 'en' ? { en: [a, b], vi: [] } : { en: [], vi: [a, b] }
}
