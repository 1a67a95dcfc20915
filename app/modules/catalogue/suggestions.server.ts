import type { Language } from '#kernel'
import { fold, highlight, type Segment } from '#search'
import { engine } from './engine.server.ts'
import { fieldsLike } from './fields.ts'
import { everything, questionPath } from './question.ts'

/** How many of each kind are offered, in the order in which they stand. */
const most = { term: 4, title: 4, field: 3, organisation: 2 } as const

export const suggestionKinds = ['term', 'title', 'field', 'organisation'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

export interface Suggested {
  readonly text: readonly Segment[]
  /** The page it leads to, without the language; null for words to search for. */
  readonly path: string | null
}

interface Typed {
  /** What stands in the search box so far: anything at all. */
  readonly text: string
  readonly language: Language
  /** The organisation on whose behalf is searched; null for a visitor. */
  readonly organisationId: string | null
}

/** Letters and digits without which nothing can be offered. */
const least = 2

/** What the words so far may become, from what this reader may find. */
export async function suggestions(
  typed: Typed,
): Promise<readonly { readonly kind: SuggestionKind; readonly items: readonly Suggested[] }[]> {
  const text = typed.text.slice(0, 200).toWellFormed().normalize('NFC').trim()
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < least) return []
  const found = await engine().suggest({
    text,
    language: typed.language,
    reader: { organisationId: typed.organisationId },
    limit: Math.max(...Object.values(most)),
  })
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const fields = fieldsLike(text, typed.language, most.field).map((field): Suggested => ({
    text: highlight(field[typed.language], { words, prefix: words.at(-1) ?? null }),
    path: questionPath({ ...everything, filters: { field: [field.code] } }),
  }))
  const of = (kind: 'term' | 'title' | 'organisation'): readonly Suggested[] =>
    found
      .filter((one) => one.kind === kind)
      .slice(0, most[kind])
      .map((one) => ({ text: one.text, path: one.id === null ? null : pathOf(one.id) }))
  return suggestionKinds
    .map((kind) => ({ kind, items: kind === 'field' ? fields : of(kind) }))
    .filter(({ items }) => items.length > 0)
}

/** The page of a listing; its number tells what kind it is. */
const pathOf = (id: string): string => (id.startsWith('need_') ? `/needs/${id}` : `/technologies/${id}`)
