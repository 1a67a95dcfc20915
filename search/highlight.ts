import { unfoldedLength, wordsOf } from './fold.ts'
import type { Word } from './fold.ts'

/** A run of the original text; the texts of all segments joined are the original. */
export interface Segment {
  text: string
  hit: boolean
}

/** What to look for in a text, all folded. */
export interface Terms {
  /** Whole words. */
  words: string[]
  /** The beginning of the word being typed, if it was left open. */
  prefix: string | null
  /** Words that are marked only where they follow each other. */
  phrases?: string[][]
}

interface Span {
  start: number
  end: number
}

function matches(text: string, terms: Terms): Span[] {
  const whole = new Set(terms.words)
  const prefix = terms.prefix ?? ''
  const spans: Span[] = []
  const words = wordsOf(text)
  for (const word of words) {
    if (whole.has(word.folded)) spans.push({ start: word.start, end: word.end })
    else if (prefix !== '' && word.folded.startsWith(prefix)) {
      spans.push({ start: word.start, end: word.start + unfoldedLength(word.typed, prefix.length) })
    }
  }
  return terms.phrases && terms.phrases.length > 0 ? withPhrases(spans, words, terms.phrases) : spans
}

/** Adds the words of phrases that stand together; what is marked by itself already stays. */
function withPhrases(spans: Span[], words: Word[], phrases: string[][]): Span[] {
  const marked = new Set(spans.map((span) => span.start))
  const more: Span[] = []
  for (const phrase of phrases) {
    for (let from = 0; from + phrase.length <= words.length; from++) {
      if (!phrase.every((word, offset) => words[from + offset]?.folded === word)) continue
      for (const { start, end } of words.slice(from, from + phrase.length)) {
        if (!marked.has(start)) more.push({ start, end })
        marked.add(start)
      }
    }
  }
  return more.length === 0 ? spans : [...spans, ...more].sort((a, b) => a.start - b.start)
}

function segments(text: string, spans: Span[]): Segment[] {
  const result: Segment[] = []
  let position = 0
  for (const span of spans) {
    if (span.start > position) result.push({ text: text.slice(position, span.start), hit: false })
    result.push({ text: text.slice(span.start, span.end), hit: true })
    position = span.end
  }
  if (position < text.length) result.push({ text: text.slice(position), hit: false })
  return result
}

/** The whole text with whole words, and the typed beginning of the last one, marked. An empty text has no segments. */
export function highlight(text: string, terms: Terms): Segment[] {
  return segments(text, matches(text, terms))
}

const ELLIPSIS = '…'

/** After the last blank before `position`, no further back than `floor`; else `position`, never inside a pair. */
function breakBefore(text: string, position: number, floor: number): number {
  const blank = text.lastIndexOf(' ', position)
  if (blank > floor) return blank + 1
  const code = text.charCodeAt(position)
  return code >= 0xdc00 && code <= 0xdfff ? position - 1 : position
}

/**
 * The stretch of about `length` code units that holds most matches, highlighted, with an ellipsis where text was left
 * out. The earliest stretch wins where several hold as many.
 */
export function snippet(text: string, terms: Terms, length = 240): Segment[] {
  if (text.length <= length) return highlight(text, terms)
  const spans = matches(text, terms)
  const reach = length * 0.8
  let best = 0
  let most = 0
  for (let first = 0, last = 0; first < spans.length; first++) {
    const from = spans[first]?.start ?? 0
    while (last < spans.length && (spans[last]?.end ?? 0) <= from + reach) last++
    if (last - first > most) {
      most = last - first
      best = from
    }
  }
  const lead = best > reach / 2 ? best - length / 8 : 0
  const start = lead > 0 ? breakBefore(text, Math.floor(lead), Math.floor(lead) - 20) : 0
  const end = start + length >= text.length ? text.length : breakBefore(text, start + length, start + reach)
  const inside = spans
    .filter((span) => span.start >= start && span.end <= end)
    .map((span) => ({ start: span.start - start, end: span.end - start }))
  const result = segments(text.slice(start, end).trimEnd(), inside)
  if (start > 0) result.unshift({ text: ELLIPSIS, hit: false })
  if (end < text.length) result.push({ text: ELLIPSIS, hit: false })
  return result
}
