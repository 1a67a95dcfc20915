/** A word of a text; soft separators move on by one, hard ones by eight (resources/internals/datatypes). */
export interface Token {
  word: string
  position: number
}

/** Words of a field beyond this position are not indexed (resources/help/known_limitations). */
const MOST_POSITIONS = 65_535
const HARD = /[.;,!?()[\]{}|]/

/** Lower case without marks, and đ as d: what the tokenizer makes of Latin letters (resources/help/language). */
export function normalized(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[đð]/g, 'd')
}

/** The form in which filter values are compared: without case, in compatibility decomposition, without outer blanks. */
export function facetForm(value: string): string {
  return value.trim().normalize('NFKD').toLowerCase()
}

const isWord = /[\p{L}\p{N}\p{M}]/u

/** Splits at separators and, in Latin letters, where a capital follows a small letter. */
export function tokensOf(text: string, from = 0): Token[] {
  const tokens: Token[] = []
  let position = from - 1
  let gap = 1
  let word = ''
  const close = () => {
    const form = normalized(word)
    word = ''
    if (form === '') return
    position += tokens.length === 0 && from === 0 ? 1 : gap
    gap = 1
    if (position < MOST_POSITIONS) tokens.push({ word: form, position })
  }
  let before = ''
  for (const sign of text) {
    if (isWord.test(sign)) {
      if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) close()
      word += sign
    } else {
      close()
      if (HARD.test(sign)) gap = 8
    }
    before = sign
  }
  close()
  return tokens
}

/** The words of a field: elements of an array are a hard separator apart. */
export function tokensOfField(texts: readonly string[]): Token[] {
  const tokens: Token[] = []
  for (const text of texts) {
    const last = tokens.at(-1)
    const own = tokensOf(text)
    const shift = last ? last.position + 8 : 0
    for (const { word, position } of own) {
      if (position + shift < MOST_POSITIONS) tokens.push({ word, position: position + shift })
    }
  }
  return tokens
}

/** A part of a query: a word, or words in quotes; both may be negative (reference: search, `q`). */
export interface QueryTerm {
  words: string[]
  phrase: boolean
  prefix: boolean
  /** Position of the first word among all words of the query. */
  position: number
}

export interface ParsedQuery {
  terms: QueryTerm[]
  negative: QueryTerm[]
}

/** Words of a query that are read (resources/help/known_limitations). */
const MOST_WORDS = 10

/**
 * Reads a query. Quotes make a phrase, a minus before a word or phrase excludes it, the last word is a beginning, words
 * after the tenth are passed over with all that follows them.
 */
export function parsedQuery(text: string, stopWords: ReadonlySet<string>): ParsedQuery {
  const query: ParsedQuery = { terms: [], negative: [] }
  const pattern = /(^|\s)?(-)?"([^"]*)("|$)|(\s)|[^\s"]+/gu
  let room = MOST_WORDS
  let position = 0
  let encounteredBlank = true
  for (const match of text.matchAll(pattern)) {
    const [whole, blank, minus, quoted] = match
    const atEnd = match.index + whole.length === text.length
    const starts = encounteredBlank || blank !== undefined
    encounteredBlank = /\s$/.test(whole)
    if (quoted !== undefined) {
      for (const part of quoted.split(HARD)) {
        const words = tokensOf(part)
          .map((token) => token.word)
          .filter((word) => !stopWords.has(word))
        if (words.length === 0) continue
        const term = { words, phrase: true, prefix: false, position }
        position += words.length
        if (minus !== undefined && starts) query.negative.push(term)
        else {
          if (room < words.length) return query
          room -= words.length
          query.terms.push(term)
        }
      }
      continue
    }
    const negative = starts && whole.startsWith('-')
    const tokens = tokensOf(whole)
    for (const [index, { word }] of tokens.entries()) {
      const last = atEnd && index === tokens.length - 1 && /[\p{L}\p{N}\p{M}]$/u.test(whole)
      if (stopWords.has(word) && !last) continue
      const term = { words: [word], phrase: false, prefix: last, position: position++ }
      if (negative && index === 0) query.negative.push({ ...term, prefix: false })
      else {
        if (room === 0) return query
        room--
        query.terms.push(term)
      }
    }
  }
  return query
}

/**
 * Edits from a query word to a word of a document: letters put in, left out, taken for another, or two exchanged; one
 * more where the first letters differ (typo_tolerance_settings, resources/internals/typo_tolerance). With `prefix` the
 * document's word may go on.
 */
export function typosBetween(query: string, word: string, prefix: boolean, most: number): number {
  if (query === word || (prefix && word.startsWith(query))) return 0
  if (most === 0 || (!prefix && Math.abs(query.length - word.length) > most)) return Infinity
  const target = prefix ? word.slice(0, query.length + most) : word
  let before: number[] = []
  let row = Array.from({ length: target.length + 1 }, (_, index) => index)
  for (let i = 1; i <= query.length; i++) {
    const next = [i]
    for (let j = 1; j <= target.length; j++) {
      const same = query[i - 1] === target[j - 1]
      let cost = Math.min((row[j - 1] ?? 0) + (same ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      const exchanged = i > 1 && j > 1 && query[i - 1] === target[j - 2] && query[i - 2] === target[j - 1]
      if (exchanged) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    before = row
    row = next
  }
  const edits = prefix ? Math.min(...row) : (row[target.length] ?? Infinity)
  const typos = edits > 0 && query[0] !== word[0] ? edits + 1 : edits
  return typos <= most ? typos : Infinity
}
