/** Code units below this are folded from a table; Latin, Greek, Cyrillic and common signs all lie there. */
const TABLE_END = 0x2c00
const MARK_FIRST = 0x0300
const MARK_LAST = 0x036f
/** Table entry: the character vanishes. */
const DROPPED = 0
/** Table entry: the string needs the slow way. */
const SLOW = 0xffff

const SPECIAL: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ς: 'σ', '\0': ' ' }

/** The definition of folding; the table below is this function written out for single code units. */
function foldSlowly(text: string): string {
  let lower = ''
  for (const character of text) lower += character.toLowerCase()
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/[đðς\0]/g, (character) => SPECIAL[character] ?? character)
    .normalize('NFC')
}

/** Outside these ranges, and for other marks, neighbours may combine under NFC: such text goes the slow way. */
function standsAlone(code: number): boolean {
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
export interface Word extends Forms {
  start: number
  end: number
  typed: string
}

/** The two forms in which a word is compared. */
export interface Forms {
  folded: string
  /** See `toned`. */
  toned: string
  /** `hashOf` the folded word, and of `toned`; never 0. */
  hash: number
  tonedHash: number
}

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/** A 32-bit number for a word, by FNV-1a. */
export function hashOf(word: string): number {
  let hash = OFFSET
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), PRIME)
  return hash | 0 || 1
}

const LETTER = /[\p{L}\p{N}\p{M}]/u
const SEPARATES = 1
const JOINS = 2
const classes = new Uint8Array(0x10000)

/** Whether the character at a place belongs to a word: letters, digits and the marks on them. */
function joins(text: string, index: number, code: number): boolean {
  if (code >= 0xd800 && code <= 0xdfff) {
    // A pair is one character; its second half goes with the first.
    const first = code >= 0xdc00 ? index - 1 : index
    if (first < index && (text.charCodeAt(first) & 0xfc00) !== 0xd800) return false
    return LETTER.test(String.fromCodePoint(text.codePointAt(first) ?? 0x20))
  }
  let kind = classes[code]
  if (kind === 0) {
    kind = LETTER.test(String.fromCharCode(code)) ? JOINS : SEPARATES
    classes[code] = kind
  }
  return kind === JOINS
}

/** Words are few and texts are long: the forms of lately seen words are kept, found by a hash of what was typed. */
const KEPT_FORMS = 100_000
const SLOTS = 1 << 18
interface Kept extends Forms {
  typed: string
}

let places = new Uint32Array(0)
let kept: Kept[] = []

/** The forms of the word at `start` to `end`, whose code units have the hash `hash`. */
function formsAt(text: string, start: number, end: number, hash: number): Kept {
  if (kept.length >= KEPT_FORMS || places.length === 0) {
    places = new Uint32Array(SLOTS)
    kept = []
  }
  let at = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  for (;;) {
    const number = places[at] ?? 0
    if (number === 0) break
    const forms = kept[number - 1]
    if (forms?.typed.length === end - start && text.startsWith(forms.typed, start)) return forms
    at = (at + 1) & (SLOTS - 1)
  }
  // A copy, so that a word does not keep the text it was cut from.
  const cut = text.slice(start, end)
  const typed = cut.length < 13 ? cut : cut.split('').join('')
  const folded = fold(typed)
  const spelled = toned(typed)
  const hash32 = hashOf(folded)
  const forms = {
    typed,
    folded,
    toned: spelled,
    hash: hash32,
    tonedHash: spelled === folded ? hash32 : hashOf(spelled),
  }
  places[at] = kept.push(forms)
  return forms
}

/** Calls `take` for each word of a text in order. Anything that is not a letter, a digit or a mark separates. */
function eachWord(text: string, take: (forms: Kept, start: number, end: number) => void): void {
  let start = -1
  let hash = OFFSET
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0x20
    if (classes[code] === JOINS || (classes[code] !== SEPARATES && joins(text, index, code))) {
      if (start < 0) {
        start = index
        hash = OFFSET
      }
      hash = Math.imul(hash ^ code, PRIME)
    } else if (start >= 0) {
      const forms = formsAt(text, start, index, hash)
      if (forms.folded !== '') take(forms, start, index)
      start = -1
    }
  }
}

/** The forms of one word that was cut out already. */
export function formsOf(typed: string): Forms {
  let hash = OFFSET
  for (let index = 0; index < typed.length; index++) hash = Math.imul(hash ^ typed.charCodeAt(index), PRIME)
  return formsAt(typed, 0, typed.length, hash)
}

/** The words of a text in order, in their places. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  eachWord(text, ({ typed, folded, toned, hash, tonedHash }, start, end) => {
    words.push({ start, end, typed, folded, toned, hash, tonedHash })
  })
  return words
}

/** The words of a text in order, as they are compared. */
export function formsIn(text: string): Forms[] {
  const forms: Forms[] = []
  eachWord(text, (one) => {
    forms.push(one)
  })
  return forms
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

/**
 * A word for exact comparison: lower case with all its diacritics, the tone moved to the end, so that both accepted
 * ways of placing it (hòa and hoà, thủy and thuỷ) are one.
 */
export function toned(word: string): string {
  const lower = word.toLowerCase()
  if (/^[\0-\x7f]*$/.test(lower)) return lower
  const decomposed = lower.normalize('NFD')
  const tones = decomposed.match(TONES)
  return (tones === null ? decomposed : decomposed.replace(TONES, '') + tones.join('')).normalize('NFC')
}
