import { fold, hashOf, unfoldedLength } from './fold.ts'
import { eachToken } from './tokens.ts'

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

interface Standing extends Span {
  hash: number
}

function matches(text: string, terms: Terms): Span[] {
  const whole = new Set(terms.words.map(hashOf))
  const prefix = terms.prefix ?? ''
  const phrases = (terms.phrases ?? []).map((phrase) => phrase.map(hashOf))
  const parts = new Set(phrases.flat())
  const first = fold(prefix.charAt(0))
  const spans: Span[] = []
  /** The words of phrases that stand in a row here, with their places. */
  let row: Standing[] = []
  const more: Span[] = []
  const endRow = () => {
    if (row.length > 0) more.push(...spansOfPhrases(row, phrases))
    row = []
  }
  eachToken(text, (hash, _toned, _check, start, end) => {
    if (whole.has(hash)) spans.push({ start, end })
    else if (prefix !== '' && fold(text.charAt(start)).startsWith(first)) {
      const typed = text.slice(start, end)
      if (fold(typed).startsWith(prefix)) spans.push({ start, end: start + unfoldedLength(typed, prefix.length) })
    }
    if (parts.has(hash)) row.push({ start, end, hash })
    else if (row.length > 0) endRow()
  })
  endRow()
  if (more.length === 0) return spans
  // What is marked by itself already stays as it is.
  const marked = new Set(spans.map((span) => span.start))
  return [...spans, ...more.filter((span) => !marked.has(span.start))].sort((a, b) => a.start - b.start)
}

/** The words of a row that make up one of the phrases. */
function spansOfPhrases(row: Standing[], phrases: number[][]): Span[] {
  const within = new Set<number>()
  for (const phrase of phrases) {
    for (let from = 0; from + phrase.length <= row.length; from++) {
      if (!phrase.every((word, offset) => row[from + offset]?.hash === word)) continue
      for (let at = from; at < from + phrase.length; at++) within.add(at)
    }
  }
  return row.filter((_one, at) => within.has(at))
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
