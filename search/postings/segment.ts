import { Beginnings } from './beginnings.ts'
import { Growing } from './growing.ts'

/**
 * The inverted index of some documents, complete in itself and never changed. For each word, in the order of the words:
 * - `slots`: a directory if the row is long (see `BLOCK`); for each document that holds it the difference of its slot to
 *   the one before, as a number of seven bits a byte, then one byte for how much the word weighs there (see `impactOf`)
 *   and one for where it stands, nearly (see `phaseOf`);
 * - `places`: for each of these documents how many bytes follow for it, then the differences between its places, as such
 *   numbers.
 * Of some bigrams (see `TermBigrams`) it holds the documents as such rows without places, of some beginnings, and of the
 * most frequent words once more, as `blockRow` makes them.
 * Places count the words of all columns through, from 1; a gap stands between things that no phrase may reach across.
 */
export interface Segment {
  /** The later of two that hold a document is the one that counts. */
  readonly number: number
  /** Slots of the documents, ascending. */
  readonly documents: Uint32Array
  /** The words, ascending by code unit. */
  readonly words: readonly string[]
  /** Of each word, the number of documents that hold it. */
  readonly counts: Uint32Array
  readonly slots: ByteRows
  readonly places: ByteRows
  /** By `first second`, ascending by code unit. */
  readonly bigrams: KeyedRows & {
    /** Of the list that was looked for; 0 for none. */
    readonly identity: number
  }
  /** In no order (see `Beginnings`): the documents of all words that begin so, with the most that any weighs; of a word. */
  readonly beginnings: KeyedRows
}

/** Rows without places. */
export interface KeyedRows {
  readonly keys: readonly string[]
  readonly counts: Uint32Array
  readonly slots: ByteRows
}

/** A row of bytes for each word, one behind the other. */
export interface ByteRows {
  /** Where each row starts, and the end of the last. */
  readonly starts: Uint32Array
  /** The bytes from one place up to and without another; they may be used until the next are read. */
  read(start: number, end: number): Uint8Array
}

/** Takes a segment in, word by word in their order. */
export interface SegmentSink {
  /** The bytes may be used until the next word only. */
  add(word: string, count: number, slots: Uint8Array, places: Uint8Array): void
  /** The same for bigrams, in theirs. */
  addBigram(key: string, count: number, slots: Uint8Array): void
}

/** Saturation and length normalisation of BM25, and the length of a usual document in words. */
const SATURATION = 1.2
const BY_LENGTH = 0.75
const USUAL_LENGTH = 150
const MOST = 255

/**
 * How much a word weighs in a document, 1 to 255: the part of BM25 that does not depend on the query, where `weight` is
 * the sum of the column weights over its places and `length` the number of words of the document. Steps of 1/255 of
 * the largest possible value are far finer than what the first ranking has to tell apart.
 */
export function impactOf(weight: number, length: number): number {
  const norm = SATURATION * (1 - BY_LENGTH + (BY_LENGTH * length) / USUAL_LENGTH)
  return Math.max(1, Math.round((MOST * weight) / (weight + norm)))
}

/** What an impact of `MOST` counts in a score. */
export const IMPACT_SCALE = (SATURATION + 1) / MOST

/** Rows in memory. */
class RowsBuilder {
  readonly #keys: string[] = []
  readonly #counts: number[] = []
  readonly #bytes = new Growing()
  readonly #starts: number[] = [0]

  add(key: string, count: number, bytes: Uint8Array): void {
    this.#keys.push(key)
    this.#counts.push(count)
    this.#bytes.add(bytes)
    this.#starts.push(this.#bytes.length)
  }

  finish(): KeyedRows {
    const { bytes } = this.#bytes
    const starts = Uint32Array.from(this.#starts)
    const slots = { starts, read: (start: number, end: number) => bytes.subarray(start, end) }
    return { keys: this.#keys, counts: Uint32Array.from(this.#counts), slots }
  }
}

/** A segment in memory. */
export class SegmentBuilder implements SegmentSink {
  readonly #slots = new RowsBuilder()
  readonly #places = new RowsBuilder()
  readonly #bigrams = new RowsBuilder()
  readonly #beginningRows = new RowsBuilder()
  readonly #beginnings = new Beginnings((beginning, count, slots) => {
    this.#beginningRows.add(beginning, count, slots)
  })

  add(word: string, count: number, slots: Uint8Array, places: Uint8Array): void {
    this.#slots.add(word, count, slots)
    this.#places.add(word, count, places)
    this.#beginnings.add(word, count, slots)
  }

  addBigram(key: string, count: number, slots: Uint8Array): void {
    this.#bigrams.add(key, count, slots)
  }

  /** `bigrams`: the identity of the list of bigrams that was looked for. */
  finish(number: number, documents: Uint32Array, bigrams: number): Segment {
    this.#beginnings.finish()
    const { keys: words, counts, slots } = this.#slots.finish()
    const { slots: places } = this.#places.finish()
    return {
      number,
      documents,
      words,
      counts,
      slots,
      places,
      bigrams: { identity: bigrams, ...this.#bigrams.finish() },
      beginnings: this.#beginningRows.finish(),
    }
  }
}
