import type { Language } from './document.ts'
import type { SearchHit } from './engine.ts'
import type { ShownText } from './entry.ts'
import { fold } from './fold.ts'
import { highlight, snippet } from './highlight.ts'
import type { Segment, Terms } from './highlight.ts'

type Shown = Pick<SearchHit, 'language' | 'title' | 'snippet'>

function marksIn(shown: Shown): number {
  const marked = (segments: Segment[]) => segments.filter((segment) => segment.hit).map((segment) => fold(segment.text))
  return new Set([...marked(shown.title), ...marked(shown.snippet)]).size
}

/** The text in the page's language, or in another if that holds more of the words; highlighted. */
export function shownText(texts: ShownText[], language: Language, terms: Terms): Shown {
  const candidates = texts.map((text) => ({
    language: text.language,
    title: highlight(text.title, terms),
    snippet: snippet(text.summary, terms),
  }))
  let chosen: Shown = candidates.find((text) => text.language === language) ??
    candidates[0] ?? { language, title: [], snippet: [] }
  if (candidates.length > 1) for (const other of candidates) if (marksIn(other) > marksIn(chosen)) chosen = other
  return chosen
}
