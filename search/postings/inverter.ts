import { columnNames, columnWeights } from '../entry.ts'
import type { Entry } from '../entry.ts'
import { termBigrams } from '../term-bigrams.ts'
import type { TermBigrams } from '../term-bigrams.ts'
import { wordIn } from '../tokens.ts'
import { WordTable } from '../word-table.ts'
import { directoryOf, phaseOf } from './blocks.ts'
import { Growing } from './growing.ts'
import { impactOf } from './segment.ts'
import type { SegmentSink } from './segment.ts'
import { Slices } from './slices.ts'

function grown(old: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= old.length) return old
  const next = new Uint32Array(Math.max(length, old.length * 2))
  next.set(old)
  return next
}

/** Fields of the state of a word. */
const COUNT = 0
const SLOT = 1
const WEIGHT = 2
const LAST = 3
const FIELDS = 4

const NO_BYTES = new Uint8Array(0)
/** From so many documents on the bigrams that none holds are told, too: nobody need look for them by their words. */
const MANY = 1000

/** Turns documents into a segment. */
export class Inverter {
  /** The bigrams whose documents are kept. */
  readonly #bigrams: TermBigrams
  readonly #bigramRows: BigramRows
  readonly #words = new WordTable()
  readonly #streams = new Slices()
  readonly #documents: number[] = []
  /**
   * Of each word: the number of documents and the slot of the last one; of the document under way its weight there, 0
   * for words that are not in it, and its last occurrence.
   */
  #state = new Uint32Array(1024 * FIELDS)
  /** The occurrences of the document under way, from 1: the place of each and the occurrence before of its word. */
  #places = new Uint32Array(1024)
  #before = new Uint32Array(1024)
  /** The words of the document under way, each once. */
  #found = new Uint32Array(1024)
  /** The places of a word as they are written, from the end. */
  #bytes = new Uint8Array(1024)

  constructor(bigrams: TermBigrams = termBigrams()) {
    this.#bigrams = bigrams
    this.#bigramRows = new BigramRows(bigrams)
  }

  /** Nearly the memory it takes, in bytes. */
  get size(): number {
    return this.#streams.size + this.#bigramRows.size + this.#words.size * 60
  }

  /** The identity of the list of bigrams. */
  get bigrams(): number {
    return this.#bigrams.identity
  }

  /** Slots are given in ascending order. */
  add(slot: number, columns: Entry['columns']): void {
    this.#documents.push(slot)
    let found = 0
    let place = 0
    let length = 0
    for (const name of columnNames) {
      const weight = columnWeights[name]
      place++
      // Of the word before; 0 where none stands beside.
      let before = 0
      const line = columns[name]
      const words = line.prints.length >> 1
      for (let at = 0; at < words; at++) {
        place++
        const hash = line.prints[at * 2] ?? 0
        if (hash === 0) {
          before = 0
          continue
        }
        length++
        if (before !== 0) {
          const bigram = this.#bigrams.find(before, hash, line.places[at * 3 - 3] ?? 0, line.places[at * 3] ?? 0)
          if (bigram >= 0) this.#bigramRows.add(bigram, slot)
        }
        before = hash
        const check = line.places[at * 3] ?? 0
        let word = this.#words.numberOf(hash, check)
        if (word < 0) word = this.#words.add(hash, check, wordIn(line, at))
        const state = word * FIELDS
        if (state >= this.#state.length) this.#state = grown(this.#state, state + FIELDS)
        if (length >= this.#places.length) {
          this.#places = grown(this.#places, length + 1)
          this.#before = grown(this.#before, length + 1)
          this.#found = grown(this.#found, length + 1)
        }
        const weighed = this.#state[state + WEIGHT] ?? 0
        if (weighed === 0) {
          this.#found[found++] = word
          this.#state[state + LAST] = 0
        }
        this.#state[state + WEIGHT] = weighed + weight
        this.#places[length] = place
        this.#before[length] = this.#state[state + LAST] ?? 0
        this.#state[state + LAST] = length
      }
    }
    for (let at = 0; at < found; at++) this.#write(this.#found[at] ?? 0, slot, length)
  }

  #write(word: number, slot: number, length: number): void {
    const streams = this.#streams
    const state = word * FIELDS
    const count = this.#state[state + COUNT] ?? 0
    // Two streams a word: where the word is new, its slots and places begin.
    if (count === 0) {
      streams.open()
      streams.open()
    }
    streams.addNumber(word * 2, slot - (this.#state[state + SLOT] ?? 0))
    streams.add(word * 2, impactOf(this.#state[state + WEIGHT] ?? 0, length))
    const last = this.#state[state + LAST] ?? 0
    let phases = 0
    for (let at = last; at !== 0; at = this.#before[at] ?? 0) phases |= phaseOf(this.#places[at] ?? 0)
    streams.add(word * 2, phases)
    const from = this.#encodePlaces(last)
    streams.addNumber(word * 2 + 1, this.#bytes.length - from)
    for (let at = from; at < this.#bytes.length; at++) streams.add(word * 2 + 1, this.#bytes[at] ?? 0)
    this.#state[state + SLOT] = slot
    this.#state[state + COUNT] = count + 1
    this.#state[state + WEIGHT] = 0
  }

  /** Writes the places of a word from the last to the first; returns where they begin. */
  #encodePlaces(last: number): number {
    let at = this.#bytes.length
    for (let occurrence = last; occurrence !== 0;) {
      const before = this.#before[occurrence] ?? 0
      let rest = (this.#places[occurrence] ?? 0) - (before === 0 ? 0 : (this.#places[before] ?? 0))
      const width = rest < 128 ? 1 : rest < 16_384 ? 2 : rest < 2_097_152 ? 3 : 4
      if (at < width) {
        const larger = new Uint8Array(this.#bytes.length * 2)
        larger.set(this.#bytes.subarray(at), larger.length - (this.#bytes.length - at))
        at += larger.length - this.#bytes.length
        this.#bytes = larger
      }
      at -= width
      for (let byte = 0; byte < width; byte++) {
        this.#bytes[at + byte] = byte < width - 1 ? (rest & 127) | 128 : rest
        rest >>>= 7
      }
      occurrence = before
    }
    return at
  }

  /** Slots of the documents, ascending. */
  get documents(): Uint32Array {
    return Uint32Array.from(this.#documents)
  }

  /** Hands over all words, then all bigrams, in their order. */
  into(sink: SegmentSink): void {
    const row = new Growing()
    const slots = new Growing()
    const places = new Growing()
    const takeSlots = (piece: Uint8Array) => {
      slots.add(piece)
    }
    const takePlaces = (piece: Uint8Array) => {
      places.add(piece)
    }
    for (const word of [...this.#words.words].sort()) {
      const id = this.#words.find(word)
      slots.length = 0
      places.length = 0
      this.#streams.each(id * 2, takeSlots)
      this.#streams.each(id * 2 + 1, takePlaces)
      const count = this.#state[id * FIELDS + COUNT] ?? 0
      row.length = 0
      row.add(directoryOf(count, slots.bytes, places.bytes))
      row.add(slots.bytes)
      sink.add(word, count, row.bytes, places.bytes)
    }
    this.#bigramRows.into(sink, this.#documents.length >= MANY)
  }
}

/** Documents of bigrams. */
class BigramRows {
  readonly #bigrams: TermBigrams
  /** Only the differences of slots, as numbers of seven bits a byte. */
  readonly #streams = new Slices()
  /** By bigram the number of its stream from 1, and the last slot. */
  readonly #numbers: Uint32Array
  readonly #last: Uint32Array

  constructor(bigrams: TermBigrams) {
    this.#bigrams = bigrams
    this.#numbers = new Uint32Array(bigrams.size)
    this.#last = new Uint32Array(bigrams.size)
  }

  get size(): number {
    return this.#streams.size
  }

  /** However often it stands there. */
  add(bigram: number, slot: number): void {
    const last = this.#last[bigram] ?? 0
    if (last === slot) return
    if (this.#numbers[bigram] === 0) this.#numbers[bigram] = this.#streams.open() + 1
    this.#streams.addNumber((this.#numbers[bigram] ?? 1) - 1, slot - last)
    this.#last[bigram] = slot
  }

  /** `all`: those without documents, too. */
  into(sink: SegmentSink, all: boolean): void {
    const row = new Growing()
    const slots = new Growing()
    const keyed = Array.from(this.#numbers, (number, bigram) => ({ number, bigram }))
    const wanted = all ? keyed : keyed.filter(({ number }) => number > 0)
    const ordered = wanted.map(({ number, bigram }) => ({ key: this.#bigrams.keyOf(bigram), number }))
    for (const { key, number } of ordered.sort((a, b) => (a.key < b.key ? -1 : 1))) {
      slots.length = 0
      let count = 0
      if (number === 0) {
        sink.addBigram(key, 0, NO_BYTES)
        continue
      }
      this.#streams.each(number - 1, (piece) => {
        for (const byte of piece) {
          slots.addByte(byte)
          if (byte >= 128) continue
          // Neither weighed nor placed.
          slots.addByte(0)
          slots.addByte(0)
          count++
        }
      })
      row.length = 0
      row.add(directoryOf(count, slots.bytes, NO_BYTES))
      row.add(slots.bytes)
      sink.addBigram(key, count, row.bytes)
    }
  }
}
