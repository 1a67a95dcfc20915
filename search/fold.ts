/** Code units below this are folded from a table; Latin, Greek, Cyrillic and common signs all lie there. */
const TABLE_END = 0x2c00
const MARK_FIRST = 0x0300
const MARK_LAST = 0x036f
/** Table entry: the character vanishes. */
const DROPPED = 0
/** Table entry: the string needs the slow way. */
const SLOW = 0xffff

const SPECIAL: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ς: 'σ', '\0': ' ' }

/** Character by character, so that none depends on what stands beside it. */
function lowered(text: string): string {
  let lower = ''
  for (const character of text) lower += character.toLowerCase()
  return lower
}

/** The definition of folding; the table below is this function written out for single code units. */
function foldSlowly(text: string): string {
  return lowered(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/[đðς\0]/g, (character) => SPECIAL[character] ?? character)
    .normalize('NFC')
}

/** Outside these ranges, and for other marks, neighbours may combine under NFC: such text goes the slow way. */
export function standsAlone(code: number): boolean {
  if (code >= 0x0483 && code <= 0x0489) return false
  if (code >= 0x20d0 && code <= 0x20ff) return false
  return code < 0x0530 || code >= 0x1e00
}

function buildTable(): Uint16Array {
  const table = new Uint16Array(TABLE_END)
  for (let code = 0; code < TABLE_END; code++) {
    if (code >= MARK_FIRST && code <= MARK_LAST) table[code] = DROPPED
    else if (!standsAlone(code)) table[code] = SLOW
    else {
      const folded = foldSlowly(String.fromCharCode(code))
      table[code] = folded.length === 1 ? folded.charCodeAt(0) : SLOW
    }
  }
  return table
}

let table: Uint16Array | undefined
const CHUNK = 4096
const chunk: number[] = new Array<number>(CHUNK).fill(0)
const ASCII = /^[\x01-\x7f]*$/

/**
 * The form in which text is compared everywhere: lower case, decomposed, without the marks U+0300 to U+036F, đ and ð
 * as d, recomposed. NFC and NFD spellings of a text give the same result, and folding twice changes nothing.
 * NUL becomes a blank. The result has no promise about its length.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  table ??= buildTable()
  let folded = ''
  let filled = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const entry = code < TABLE_END ? (table[code] ?? SLOW) : SLOW
    if (entry === SLOW) return foldSlowly(text)
    if (entry === DROPPED) continue
    if (filled === CHUNK) {
      folded += String.fromCharCode.apply(null, chunk)
      filled = 0
    }
    chunk[filled++] = entry
  }
  return folded + String.fromCharCode.apply(null, chunk.slice(0, filled))
}

/** A word in its place: `text.slice(start, end)` is `typed`; `folded` is never empty. */
export interface Word {
  start: number
  end: number
  typed: string
  folded: string
  /** See `toned`. */
  toned: string
}

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/** A 32-bit number for a word, by FNV-1a. */
export function hashOf(word: string): number {
  let hash = OFFSET
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), PRIME)
  return hash | 0 || 1
}

const LETTER = /^[\p{L}\p{N}\p{M}]$/u

/** Whether a character belongs to a word: letters, digits and the marks on them. */
export function isLetter(character: string): boolean {
  return LETTER.test(character)
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text in order, in their places. Anything that is not a letter, a digit or a mark separates. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: typed, index: start } of text.matchAll(WORD)) {
    const folded = fold(typed)
    if (folded === '') continue
    words.push({ start, end: start + typed.length, typed, folded, toned: toned(typed) })
  }
  return words
}

/**
 * How many code units of `word` make up the first `length` code units of its folded form, with the marks that follow.
 * Maps a match in folded text back to the original for highlighting.
 */
export function unfoldedLength(word: string, length: number): number {
  let folded = 0
  let position = 0
  for (const character of word) {
    const width = fold(character).length
    if (width > 0 && folded >= length) break
    folded += width
    position += character.length
  }
  return position
}

/** The marks of the five written tones. The circumflex, breve and horn make other letters and stay where they are. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

export function isTone(character: string): boolean {
  return character.match(TONES) !== null
}

/**
 * A word for exact comparison: lower case with all its diacritics, the tones moved to the end, so that both accepted
 * ways of placing one (hòa and hoà, thủy and thuỷ) are one.
 */
export function toned(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase()
  const lower = lowered(word)
  const decomposed = lower.normalize('NFD')
  const tones = decomposed.match(TONES)
  return tones === null ? lower.normalize('NFC') : decomposed.replace(TONES, '').normalize('NFC') + tones.join('')
}
