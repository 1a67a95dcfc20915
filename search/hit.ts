import type { Language } from './document.ts'
import type { SearchHit } from './engine.ts'
import type { ShownText } from './entry.ts'
import { fold } from './fold.ts'
import { highlight, snippet } from './highlight.ts'
import type { Segment, Terms } from './highlight.ts'

type Shown = Pick<SearchHit, 'language' | 'title' | 'snippet'>

/** How many different words are marked. */
function marksIn(segments: Segment[]): number {
  return new Set(segments.filter((segment) => segment.hit).map((segment) => fold(segment.text))).size
}

/** The text in the page's language, or in another if that holds more of the words; highlighted. */
export function shownText(texts: ShownText[], language: Language, terms: Terms): Shown {
  const [first] = texts
  let chosen = texts.find((text) => text.language === language) ?? first
  if (!chosen) return { language, title: [], snippet: [] }
  if (texts.length > 1) {
    // Terms in other words do not count: the text in which the words stand as they were asked for is shown.
    const typed = { words: terms.words, prefix: terms.prefix }
    const marks = (text: ShownText) => marksIn([...highlight(text.title, typed), ...highlight(text.summary, typed)])
    for (const other of texts) if (marks(other) > marks(chosen)) chosen = other
  }
  const { title, summary } = chosen
  return { language: chosen.language, title: highlight(title, terms), snippet: snippet(summary, terms) }
}

/** The title in the page's language, or in another if that holds more of the words; highlighted. */
export function shownTitle(texts: ShownText[], language: Language, terms: Terms): Segment[] {
  const marked = [...texts]
    .sort((a, b) => Number(b.language === language) - Number(a.language === language))
    .map(({ title }) => highlight(title, terms))
  return marked.reduce<Segment[]>((most, one) => (marksIn(one) > marksIn(most) ? one : most), marked[0] ?? [])
}
