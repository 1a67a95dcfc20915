import type { Suggestion, SuggestQuery } from '../engine.ts'
import { fold, wordsOf } from '../fold.ts'
import { highlight } from '../highlight.ts'
import { shownText } from '../hit.ts'
import { Search, textsOf, type Means } from './answer.ts'
import { marksOf } from './query.ts'

/** Hits whose terms and owners are offered. */
const LOOKED_AT = 40

/** The texts whose words begin as what is typed, the most frequent first, each folded form once. */
function frequent(texts: string[], asked: string[], limit: number): string[] {
  const seen = new Map<string, { text: string; count: number }>()
  for (const text of texts) {
    const words = wordsOf(text).map((word) => word.folded)
    if (!asked.every((beginning) => words.some((word) => word.startsWith(beginning)))) continue
    const known = seen.get(fold(text))
    if (known) known.count++
    else seen.set(fold(text), { text, count: 1 })
  }
  return [...seen.values()]
    .sort((a, b) => b.count - a.count || a.text.length - b.text.length || (a.text < b.text ? -1 : 1))
    .slice(0, limit)
    .map(({ text }) => text)
}

/** What the text so far may become: read off the best hits, so that it never tells of more than a search does. */
export async function suggestionsFrom(means: Means, query: SuggestQuery): Promise<Suggestion[]> {
  const { text, reader, language } = query
  const limit = Math.min(Math.max(1, Math.trunc(query.limit) || 1), 10)
  const asked = wordsOf(text.slice(0, 400)).map((word) => word.folded)
  if (asked.length === 0) return []
  const plain = { filters: {}, ranges: {}, exact: false, explain: false, sort: 'relevance', page: 1 } as const
  const search = new Search(means, { text, reader, language, ...plain, pageSize: LOOKED_AT })
  const best = await search.best(LOOKED_AT)
  const terms = best.map((document) => JSON.parse(document.terms) as { keywords: string[]; owner: string })
  const owners = terms.flatMap(({ owner }) => owner.split('\n')).filter((owner) => owner !== '')
  const marks = { ...marksOf(search.asked, new Map()), prefix: asked.at(-1) ?? null }
  const offered = (kind: 'term' | 'organisation', texts: string[]): Suggestion[] =>
    frequent(texts, asked, limit).map((one) => ({ kind, text: highlight(one, marks), id: null }))
  return [
    ...offered(
      'term',
      terms.flatMap(({ keywords }) => keywords),
    ),
    ...best.slice(0, limit).map((document) => {
      const { title } = shownText(textsOf(document), language, marks)
      return { kind: 'title' as const, text: title, id: document.id }
    }),
    ...offered('organisation', owners),
  ]
}
