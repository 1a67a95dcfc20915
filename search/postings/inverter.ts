import { columnNames, columnWeights } from '../entry.ts'
import type { Entry } from '../entry.ts'
import { WordTable } from '../word-table.ts'
import { Growing, impactOf } from './segment.ts'
import type { SegmentSink } from './segment.ts'
import { Slices } from './slices.ts'

function grown(old: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= old.length) return old
  const next = new Uint32Array(Math.max(length, old.length * 2))
  next.set(old)
  return next
}

/** Turns documents into a segment. */
export class Inverter {
  readonly #words = new WordTable()
  readonly #streams = new Slices()
  readonly #documents: number[] = []
  #counts = new Uint32Array(1024)
  #lastSlot = new Uint32Array(1024)
  /** Of the document under way: the weight of each of its words, 0 for all others, and the last place. */
  #weight = new Uint32Array(1024)
  #lastPlace = new Uint32Array(1024)

  /** Nearly the memory it takes, in bytes. */
  get size(): number {
    return this.#streams.size + this.#words.size * 60
  }

  /** Slots are given in ascending order. */
  add(slot: number, columns: Entry['columns']): void {
    this.#documents.push(slot)
    const streams = this.#streams
    const found: number[] = []
    let place = 0
    let length = 0
    for (const name of columnNames) {
      const weight = columnWeights[name]
      place++
      for (const forms of columns[name]) {
        place++
        if (forms === null) continue
        length++
        const word = this.#words.idOf(forms.folded, forms.hash)
        if (word >= this.#counts.length) {
          this.#counts = grown(this.#counts, word + 1)
          this.#lastSlot = grown(this.#lastSlot, word + 1)
          this.#weight = grown(this.#weight, word + 1)
          this.#lastPlace = grown(this.#lastPlace, word + 1)
        }
        const before = this.#weight[word] ?? 0
        if (before === 0) {
          found.push(word)
          this.#lastPlace[word] = 0
          // Two streams a word: where the word is new, its slots and places begin.
          if (this.#counts[word] === 0) {
            streams.open()
            streams.open()
          }
        }
        this.#weight[word] = before + weight
        streams.addNumber(word * 2 + 1, place - (this.#lastPlace[word] ?? 0))
        this.#lastPlace[word] = place
      }
    }
    for (const word of found) {
      streams.add(word * 2 + 1, 0)
      streams.addNumber(word * 2, slot - (this.#lastSlot[word] ?? 0))
      streams.add(word * 2, impactOf(this.#weight[word] ?? 0, length))
      this.#lastSlot[word] = slot
      this.#counts[word] = (this.#counts[word] ?? 0) + 1
      this.#weight[word] = 0
    }
  }

  /** Slots of the documents, ascending. */
  get documents(): Uint32Array {
    return Uint32Array.from(this.#documents)
  }

  /** Hands over all words in their order. */
  into(sink: SegmentSink): void {
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
      sink.add(word, this.#counts[id] ?? 0, slots.bytes, places.bytes)
    }
  }
}
