import { type Classified, scienceFields } from '#classifications'
import type { Language } from '#kernel'
import { fold } from '#search'

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

const named = scienceFields.map((field) => ({ field, names: { vi: wordsOf(field.vi), en: wordsOf(field.en) } }))

/** Whether each word that was typed begins a word of the name. */
const speaksOf = (name: readonly string[], typed: readonly string[]): boolean =>
  typed.every((beginning) => name.some((word) => word.startsWith(beginning)))

/**
 * The fields of science whose name, in either language, holds what has been typed so far, with or without marks; those
 * whose name begins with it first.
 */
export function fieldsLike(text: string, language: Language, most: number): readonly Classified[] {
  const typed = wordsOf(text)
  if (typed.length === 0) return []
  const start = typed.join(' ')
  return named
    .filter(({ names }) => speaksOf(names.vi, typed) || speaksOf(names.en, typed))
    .map(({ field, names }) => ({ field, first: names[language].join(' ').startsWith(start) ? 0 : 1 }))
    .sort((a, b) => a.first - b.first)
    .slice(0, most)
    .map(({ field }) => field)
}
