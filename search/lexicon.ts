/** A word of the index that is near to one that was typed. */
export interface Neighbour {
  word: string
  edits: 1 | 2
  documents: number
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'
/** Words above this length may hold two slips. */
const ONE_SLIP_LENGTH = 8
/** New words wait here, unsorted, before they are merged into the sorted list. */
const TAIL = 512

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

/** All that one slip of the finger may make of a word: a letter lost, exchanged with the next, replaced or added. */
function* slips(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const head = word.slice(0, at)
    const tail = word.slice(at)
    if (tail !== '') yield head + tail.slice(1)
    if (tail.length > 1) yield head + tail.charAt(1) + tail.charAt(0) + tail.slice(2)
    for (const letter of ALPHABET) {
      yield head + letter + tail
      if (tail !== '') yield head + letter + tail.slice(1)
    }
  }
}

/**
 * The folded words of the index with the number of documents that hold each. Near words are found by trying out every
 * slip (some 350 look-ups for a word of six letters), which needs no index of deletions to build or keep in memory.
 */
export class Lexicon {
  #ids = new Map<string, number>()
  #words: string[] = []
  #documents = new Uint32Array(1024)
  #sorted: string[] = []
  #sortedSize = 0
  /** Ids of words of each length above `ONE_SLIP_LENGTH - 2`, with the letters they hold. */
  #long = new Map<number, { ids: number[]; bits: number[] }>()

  get size(): number {
    return this.#words.length
  }

  /** Adds documents to a word's count. */
  add(word: string, documents: number): void {
    let id = this.#ids.get(word)
    if (id === undefined) {
      id = this.#words.push(word) - 1
      this.#ids.set(word, id)
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
  }

  /** How many documents hold the word, but for those that changed since the words were last counted. */
  count(word: string): number {
    const id = this.#ids.get(word)
    return id === undefined ? 0 : (this.#documents[id] ?? 0)
  }

  entries(): [string, number][] {
    return this.#words.map((word, id) => [word, this.#documents[id] ?? 0])
  }

  #sort(): string[] {
    if (this.#words.length - this.#sortedSize > TAIL || this.#sortedSize === 0) {
      this.#sorted = [...this.#words].sort((a, b) => (a < b ? -1 : 1))
      this.#sortedSize = this.#words.length
    }
    return this.#sorted
  }

  /** The words that begin so, the most frequent first. */
  startingWith(beginning: string, most: number): { word: string; documents: number }[] {
    const sorted = this.#sort()
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? '') < beginning) low = middle + 1
      else high = middle
    }
    const found: { word: string; documents: number }[] = []
    for (let at = low; sorted[at]?.startsWith(beginning) === true; at++) {
      const word = sorted[at] ?? ''
      found.push({ word, documents: this.count(word) })
    }
    for (let id = this.#sortedSize; id < this.#words.length; id++) {
      const word = this.#words[id] ?? ''
      if (word.startsWith(beginning)) found.push({ word, documents: this.#documents[id] ?? 0 })
    }
    found.sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
    return found.length > most ? found.slice(0, most) : found
  }

  /** Words one slip away; for words of more than eight letters, if none is, two. Most frequent first. */
  neighbours(word: string): Neighbour[] {
    const found = new Map<string, Neighbour>()
    if (word.length > 1 && word.length <= 40) {
      for (const other of slips(word)) {
        const documents = other === word || found.has(other) ? 0 : this.count(other)
        if (documents > 0) found.set(other, { word: other, edits: 1, documents })
      }
      if (found.size === 0 && word.length > ONE_SLIP_LENGTH) this.#twoAway(word, found)
    }
    return [...found.values()].sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
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
        const other = this.#words[id] ?? ''
        const documents = this.#documents[id] ?? 0
        if (documents > 0 && withinTwo(word, other)) found.set(other, { word: other, edits: 2, documents })
      }
    }
  }
}
