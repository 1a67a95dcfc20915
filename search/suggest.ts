import type { Suggestion, SuggestQuery } from './engine.ts'
import { fold, wordsOf } from './fold.ts'
import { highlight } from './highlight.ts'
import { shownTitle } from './hit.ts'
import { firstHits } from './search.ts'
import type { ReadableStore } from './store.ts'
import type { Terminology } from './terminology.ts'

/** Hits whose terms and owners are offered. */
const LOOKED_AT = 30

/** Whether each word of the query begins a word of the text. */
function speaksOf(text: string, asked: string[]): boolean {
  const words = wordsOf(text).map((word) => word.folded)
  return asked.every((beginning) => words.some((word) => word.startsWith(beginning)))
}

/** The texts that speak of what is typed, the most frequent first, without repetition by their folded form. */
function frequent(texts: string[], asked: string[], limit: number): string[] {
  const seen = new Map<string, { text: string; count: number }>()
  for (const text of texts) {
    if (text === '' || !speaksOf(text, asked)) continue
    const key = fold(text)
    const known = seen.get(key)
    if (known) known.count++
    else seen.set(key, { text, count: 1 })
  }
  return [...seen.values()]
    .sort((a, b) => b.count - a.count || a.text.length - b.text.length || (a.text < b.text ? -1 : 1))
    .slice(0, limit)
    .map(({ text }) => text)
}

/** What the text so far may become: read off the best hits, so that it never tells of more than a search does. */
export function suggestFrom(store: ReadableStore, query: SuggestQuery, terminology: Terminology): Suggestion[] {
  const { text, reader, language } = query
  const limit = Math.min(Math.max(1, Math.trunc(query.limit) || 1), 10)
  const asked = wordsOf(text.slice(0, 400)).map((word) => word.folded)
  if (asked.length === 0) return []
  const { slots, terms } = firstHits(store, { text, reader }, terminology, LOOKED_AT)
  const keywords: string[] = []
  const owners: string[] = []
  const titles: Suggestion[] = []
  const marked = (one: string) => highlight(one, { words: terms.words, prefix: asked.at(-1) ?? null })
  for (const slot of slots) {
    const shown = store.shown(slot)
    if (!shown) continue
    keywords.push(...shown.keywords)
    owners.push(...shown.owner.split('\n'))
    if (titles.length >= limit) continue
    const title = shownTitle(shown.texts, language, terms)
    titles.push({ kind: 'title', text: title, id: store.columns.idOf(slot) })
  }
  return [
    ...frequent(keywords, asked, limit).map((one) => ({ kind: 'term' as const, text: marked(one), id: null })),
    ...titles,
    ...frequent(owners, asked, limit).map((one) => ({ kind: 'organisation' as const, text: marked(one), id: null })),
  ]
}
