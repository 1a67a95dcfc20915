import { fold, hashOf, isLetter, isTone, standsAlone, toned } from './fold.ts'

/** Letters of Latin, Greek and Cyrillic script and common signs lie below; words with others go the slow way. */
const TABLE_END = 0x2c00
const OFFSET = 0x811c9dc5
const PRIME = 0x01000193
const CHECK_OFFSET = 0x2545f491
const CHECK_PRIME = 0x5bd1e995

const UNKNOWN = 0
const SEPARATES = 1
/** Folds to one letter, and is a letter with at most one tone. */
const PLAIN = 2
const SLOW = 3

const kinds = new Uint8Array(0x10000)
const folded = new Uint16Array(TABLE_END)
/** The letter without its tone, and the tone, 0 for none. */
const bases = new Uint16Array(TABLE_END)
const tones = new Uint16Array(TABLE_END)

function kindOf(text: string, index: number, code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) {
    // A pair is one character; its second half goes with the first.
    const first = code >= 0xdc00 ? index - 1 : index
    if (first < index && (text.charCodeAt(first) & 0xfc00) !== 0xd800) return SEPARATES
    return isLetter(String.fromCodePoint(text.codePointAt(first) ?? 0x20)) ? SLOW : SEPARATES
  }
  const character = String.fromCharCode(code)
  kinds[code] = !isLetter(character) ? SEPARATES : code < TABLE_END && enterLetter(character, code) ? PLAIN : SLOW
  return kinds[code] ?? SLOW
}

function enterLetter(character: string, code: number): boolean {
  const plain = fold(character)
  const exact = toned(character)
  if (plain.length !== 1 || exact.length < 1 || exact.length > 2) return false
  if (exact.length === 2 && !isTone(exact.charAt(1))) return false
  folded[code] = plain.charCodeAt(0)
  bases[code] = exact.charCodeAt(0)
  tones[code] = exact.length === 2 ? exact.charCodeAt(1) : 0
  return standsAlone(code) && !/\p{M}/u.test(character)
}

/** A second number for a word, so that two words are told apart by their numbers alone. */
export function checkOf(word: string): number {
  let check = CHECK_OFFSET
  for (let index = 0; index < word.length; index++) check = Math.imul(check ^ word.charCodeAt(index), CHECK_PRIME)
  return check | 0
}

/** `hash`, `check`: `hashOf` and `checkOf` the folded word; `tonedHash`: `hashOf` its toned form. */
type Take = (hash: number, tonedHash: number, check: number, start: number, end: number) => void

/** Calls `take` for each word of a text in order, as `wordsOf` finds them, without making strings of them. */
export function eachToken(text: string, take: Take): void {
  let start = -1
  let slow = false
  let hash = OFFSET
  let exact = OFFSET
  let check = CHECK_OFFSET
  let tone = 0
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0x20
    let kind = kinds[code] ?? SEPARATES
    if (kind === UNKNOWN) kind = kindOf(text, index, code)
    if (kind === SEPARATES) {
      if (start < 0) continue
      if (slow) takeSlowly(text, start, index, take)
      else take(hash | 0 || 1, (tone === 0 ? exact : Math.imul(exact ^ tone, PRIME)) | 0 || 1, check | 0, start, index)
      start = -1
      continue
    }
    if (start < 0) {
      start = index
      slow = false
      hash = OFFSET
      exact = OFFSET
      check = CHECK_OFFSET
      tone = 0
    }
    if (kind === SLOW) {
      slow = true
      continue
    }
    const letter = folded[code] ?? 0
    hash = Math.imul(hash ^ letter, PRIME)
    check = Math.imul(check ^ letter, CHECK_PRIME)
    exact = Math.imul(exact ^ (bases[code] ?? 0), PRIME)
    const own = tones[code] ?? 0
    if (own !== 0) {
      if (tone !== 0) slow = true
      tone = own
    }
  }
}

function takeSlowly(text: string, start: number, end: number, take: Take): void {
  const typed = text.slice(start, end)
  const plain = fold(typed)
  if (plain !== '') take(hashOf(plain), hashOf(toned(typed)), checkOf(plain), start, end)
}

/** Stands between texts of a line: no letter, and in no text but by mistake. */
const BOUNDARY = '\uE000'

/** Texts as they are indexed: their words in numbers. */
export interface Line {
  /** The texts, with `BOUNDARY` between them. */
  text: string
  /** For each word its hash and that of its toned form; two zeros between texts. */
  prints: Int32Array
  /** For each word its check and where it stands: from one place of the text up to and without another. */
  places: Int32Array
}

let prints = new Int32Array(1 << 13)
let places = new Int32Array(3 << 12)

/** The words of some lines, each of texts that are parted so that no phrase reaches across. */
export function linesOf<Name extends string>(lines: Readonly<Record<Name, readonly string[]>>): Record<Name, Line> {
  const names = Object.keys(lines) as Name[]
  const ends = [0]
  let words = 0
  const joined = names.map((name) => {
    const text = lines[name].filter((one) => one !== '').join(BOUNDARY)
    words = tokenise(text, words)
    ends.push(words)
    return text
  })
  // One piece of memory for all: so many small ones would keep the garbage collector busy.
  const allPrints = prints.slice(0, words * 2)
  const allPlaces = places.slice(0, words * 3)
  const lineAt = (at: number): Line => {
    const from = ends[at] ?? 0
    const to = ends[at + 1] ?? 0
    const text = joined[at] ?? ''
    return { text, prints: allPrints.subarray(from * 2, to * 2), places: allPlaces.subarray(from * 3, to * 3) }
  }
  return Object.fromEntries(names.map((name, at) => [name, lineAt(at)])) as Record<Name, Line>
}

/** Writes the words of a text behind so many others; returns how many there are then. */
function tokenise(text: string, from: number): number {
  const several = text.includes(BOUNDARY)
  let words = from
  let before = 0
  eachToken(text, (hash, tonedHash, check, start, end) => {
    if ((words + 2) * 3 > places.length) makeRoom()
    if (several && words > from && text.slice(before, start).includes(BOUNDARY)) {
      prints.fill(0, words * 2, words * 2 + 2)
      places.fill(0, words * 3, words * 3 + 3)
      words++
    }
    prints[words * 2] = hash
    prints[words * 2 + 1] = tonedHash
    places[words * 3] = check
    places[words * 3 + 1] = start
    places[words * 3 + 2] = end
    words++
    before = end
  })
  return words
}

function makeRoom(): void {
  const moreSpace = (old: Int32Array<ArrayBuffer>) => {
    const next = new Int32Array(old.length * 2)
    next.set(old)
    return next
  }
  prints = moreSpace(prints)
  places = moreSpace(places)
}

/** The folded word at a place of a line. */
export function wordIn({ text, places: all }: Line, word: number): string {
  return fold(text.slice(all[word * 3 + 1], all[word * 3 + 2]))
}
