import { hashOf } from './fold.ts'
import { checkOf } from './tokens.ts'
import { WordTable } from './word-table.ts'

/** A word of the index that is near to one that was typed. */
export interface Neighbour {
  word: string
  edits: 1 | 2
  documents: number
}

/** A word with the number of documents that hold it. */
export interface Counted {
  word: string
  documents: number
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'
/** Words above this length may hold two slips. */
const ONE_SLIP_LENGTH = 8
/** New words wait here, unsorted, before they are sorted in. */
const TAIL = 512
const OFFSET = 0x811c9dc5
const PRIME = 0x01000193
/** Beginnings whose likeliest words are remembered. */
const KEPT_BEGINNINGS = 500

function bitsOf(word: string): number {
  let bits = 0
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31)
  return bits
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Whether the distance of Damerau (adjacent letters exchanged count one) is at most two. */
function withinTwo(a: string, b: string): boolean {
  const width = b.length + 1
  let before = new Uint8Array(width)
  let last = Uint8Array.from({ length: width }, (_, index) => index)
  let next = new Uint8Array(width)
  for (let row = 1; row <= a.length; row++) {
    next[0] = row
    let least = row
    const letter = a.charCodeAt(row - 1)
    for (let column = 1; column < width; column++) {
      const same = letter === b.charCodeAt(column - 1)
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (
        row > 1 &&
        column > 1 &&
        letter === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
      ) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      }
      next[column] = cost
      if (cost < least) least = cost
    }
    if (least > 2) return false
    const free = before
    before = last
    last = next
    next = free
  }
  return (last[width - 1] ?? 0) <= 2
}

const extended = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME)

function extendedBy(hash: number, word: string, from: number): number {
  let extended32 = hash
  for (let at = from; at < word.length; at++) extended32 = extended(extended32, word.charCodeAt(at))
  return extended32 | 0 || 1
}

/**
 * All that one slip of the finger may make of a word: a letter lost, exchanged with the next, replaced or added. Each is
 * told by its hash, with a function that spells it: nearly all of the 350 for a word of six letters are no words.
 */
function eachSlip(word: string, take: (hash: number, spell: () => string) => void): void {
  let head = OFFSET
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at)
    const own = word.charCodeAt(at)
    if (at < word.length) take(extendedBy(head, word, at + 1), () => before + word.slice(at + 1))
    if (at + 1 < word.length) {
      const exchanged = extended(extended(head, word.charCodeAt(at + 1)), own)
      take(
        extendedBy(exchanged, word, at + 2),
        () => before + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
      )
    }
    for (let letter = 0; letter < ALPHABET.length; letter++) {
      const code = ALPHABET.charCodeAt(letter)
      const longer = extended(head, code)
      take(extendedBy(longer, word, at), () => before + ALPHABET.charAt(letter) + word.slice(at))
      if (at < word.length && code !== own) {
        take(extendedBy(longer, word, at + 1), () => before + ALPHABET.charAt(letter) + word.slice(at + 1))
      }
    }
    head = extended(head, own)
  }
}

/** The first place in a sorted list whose word is not before `bound`. */
export function placeOf(bound: string, length: number, wordAt: (place: number) => string): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (wordAt(middle) < bound) low = middle + 1
    else high = middle
  }
  return low
}

/** The `most` likeliest of some words. */
class Best {
  readonly #most: number
  readonly words: Counted[] = []

  constructor(most: number) {
    this.#most = most
  }

  offer(documents: number, spell: () => string): void {
    const { words } = this
    const least = words.at(-1)
    if (words.length >= this.#most && least && documents < least.documents) return
    const word = spell()
    let at = words.length
    while (at > 0) {
      const other = words[at - 1]
      if (!other || other.documents > documents || (other.documents === documents && other.word < word)) break
      at--
    }
    words.splice(at, 0, { word, documents })
    if (words.length > this.#most) words.pop()
  }
}

/**
 * The folded words of the index, each with a number and the number of documents that hold it. The words it begins with
 * are sorted, so that all that begin alike have numbers in a row; later ones follow as they come.
 */
export class Lexicon {
  readonly #table = new WordTable()
  #documents = new Uint32Array(1024)
  /** How many words stand sorted at the beginning. */
  #sorted = 0
  /** Numbers of the later words in their order, as far as they are sorted in. */
  #later = new Uint32Array(0)
  /** Of the sorted words, the documents of all before each. */
  #running = new Float64Array(1)
  #beginnings = new Map<string, Counted[]>()
  /** Numbers of the words of each length above `ONE_SLIP_LENGTH - 2`, with the letters they hold. */
  #long = new Map<number, { ids: number[]; bits: number[] }>()

  readonly #made: readonly string[]

  /** `words`: sorted, each once, with their documents. */
  constructor(words: readonly string[] = [], documents: Uint32Array = new Uint32Array(0)) {
    this.#made = words
    for (const [at, word] of words.entries()) this.add(word, documents[at] ?? 0)
    this.#sorted = this.size
    this.#running = new Float64Array(this.#sorted + 1)
    for (let id = 0; id < this.#sorted; id++) this.#running[id + 1] = (this.#running[id] ?? 0) + (documents[id] ?? 0)
  }

  get size(): number {
    return this.#table.size
  }

  /** Whether it was made of this very list: the number of each of these words is its place in it. */
  isMadeOf(words: readonly string[]): boolean {
    return words === this.#made
  }

  /** Adds documents to a word's count and returns its number. */
  add(word: string, documents: number): number {
    const hash = hashOf(word)
    const check = checkOf(word)
    let id = this.#table.numberOf(hash, check)
    if (id < 0) {
      id = this.#table.add(hash, check, word)
      if (id >= this.#documents.length) {
        const grown = new Uint32Array(this.#documents.length * 2)
        grown.set(this.#documents)
        this.#documents = grown
      }
      if (word.length >= ONE_SLIP_LENGTH - 1) {
        let bucket = this.#long.get(word.length)
        if (!bucket) this.#long.set(word.length, (bucket = { ids: [], bits: [] }))
        bucket.ids.push(id)
        bucket.bits.push(bitsOf(word))
      }
    }
    this.#documents[id] = (this.#documents[id] ?? 0) + documents
    if (this.#beginnings.size > 0) this.#beginnings.clear()
    return id
  }

  /** The number of a word, -1 if it is not there. */
  idOf(word: string): number {
    return this.#table.find(word)
  }

  wordAt(id: number): string {
    return this.#table.words[id] ?? ''
  }

  /** How many documents hold the word, but for those that changed since the words were last counted. */
  count(word: string): number {
    const id = this.#table.find(word)
    return id < 0 ? 0 : (this.#documents[id] ?? 0)
  }

  /** The sorted words that begin so: from one number up to and without another. */
  rangeOf(beginning: string): [from: number, to: number] {
    const wordAt = (id: number) => this.wordAt(id)
    return [placeOf(beginning, this.#sorted, wordAt), placeOf(`${beginning}\uffff`, this.#sorted, wordAt)]
  }

  /** Numbers of the words behind the sorted ones that begin so. */
  laterOf(beginning: string): number[] {
    const first = this.#sorted
    if (this.size - first - this.#later.length > Math.max(TAIL, this.#later.length / 8)) {
      const words = this.#table.words
      this.#later = Uint32Array.from({ length: this.size - first }, (_none, at) => first + at).sort((a, b) =>
        (words[a] ?? '') < (words[b] ?? '') ? -1 : 1,
      )
    }
    const wordAt = (place: number) => this.wordAt(this.#later[place] ?? 0)
    const from = placeOf(beginning, this.#later.length, wordAt)
    const to = placeOf(`${beginning}\uffff`, this.#later.length, wordAt)
    const found = Array.from(this.#later.subarray(from, to))
    for (let id = first + this.#later.length; id < this.size; id++) {
      if (this.wordAt(id).startsWith(beginning)) found.push(id)
    }
    return found
  }

  /** How often words that begin so are held by a document, all together. */
  countBeginning(beginning: string): number {
    const [from, to] = this.rangeOf(beginning)
    const later = this.laterOf(beginning).reduce((sum, id) => sum + (this.#documents[id] ?? 0), 0)
    return (this.#running[to] ?? 0) - (this.#running[from] ?? 0) + later
  }

  /** The words that begin so, the most frequent first. */
  startingWith(beginning: string, most: number): readonly Counted[] {
    const key = `${beginning} ${String(most)}`
    const known = this.#beginnings.get(key)
    if (known) return known
    const best = new Best(most)
    const offer = (id: number) => {
      best.offer(this.#documents[id] ?? 0, () => this.wordAt(id))
    }
    const [from, to] = this.rangeOf(beginning)
    for (let id = from; id < to; id++) offer(id)
    for (const id of this.laterOf(beginning)) offer(id)
    if (this.#beginnings.size >= KEPT_BEGINNINGS) this.#beginnings.clear()
    this.#beginnings.set(key, best.words)
    return best.words
  }

  /** Words one slip away; for words of more than eight letters, if none is, two. The `most` most frequent, in order. */
  neighbours(word: string, most: number): Neighbour[] {
    const found = new Map<string, Neighbour>()
    if (word.length > 1 && word.length <= 40) {
      const table = this.#table
      eachSlip(word, (hash, spell) => {
        const id = table.withHash(hash, (one) => table.words[one] === spell())
        const documents = this.#documents[id] ?? 0
        const other = table.words[id] ?? ''
        if (documents > 0 && other !== word) found.set(other, { word: other, edits: 1, documents })
      })
      if (found.size === 0 && word.length > ONE_SLIP_LENGTH) this.#twoAway(word, found)
    }
    return [...found.values()].sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1)).slice(0, most)
  }

  #twoAway(word: string, found: Map<string, Neighbour>): void {
    const bits = bitsOf(word)
    for (let length = word.length - 2; length <= word.length + 2; length++) {
      const bucket = this.#long.get(length)
      if (!bucket) continue
      for (let at = 0; at < bucket.ids.length; at++) {
        // Each slip changes at most two of the letters a word holds.
        if (bitCount(bits ^ (bucket.bits[at] ?? 0)) > 4) continue
        const id = bucket.ids[at] ?? 0
        const other = this.wordAt(id)
        const documents = this.#documents[id] ?? 0
        if (documents > 0 && withinTwo(word, other)) found.set(other, { word: other, edits: 2, documents })
      }
    }
  }
}
