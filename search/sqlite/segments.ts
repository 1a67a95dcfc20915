import type Database from 'better-sqlite3'
import { Beginnings } from '../postings/beginnings.ts'
import type { ByteRows, Segment, SegmentSink } from '../postings/segment.ts'

/** Bytes of a chunk: with its key it just fits into a page. */
const CHUNK = 8128
/** Bytes of chunks that are kept in memory of the rows of a segment: so many, or a share of all if that is more. */
const KEPT_SLOTS = 4_000_000
const KEPT_PLACES = 10_000_000
const KEPT_BIGRAMS = 2_000_000
const KEPT_BEGINNINGS = 2_000_000
const KEPT_SHARE = 1 / 6
/** Chunks whose room is made at a time. */
const SHELF = 64

const blobOf = (numbers: Uint32Array): Buffer => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
const keysOf = (lines: string): string[] => (lines === '' ? [] : lines.split('\n'))
const numbersOf = (blob: Uint8Array): Uint32Array => new Uint32Array(new Uint8Array(blob).buffer)

/** Rows of bytes that go to a table of chunks. */
class RowsWriter {
  readonly #insert: Database.Statement<[Buffer]>
  readonly #chunk = Buffer.alloc(CHUNK)
  readonly #starts: number[] = [0]
  #total = 0
  #filled = 0
  #key = 0

  constructor(connection: Database.Database, table: 'slot_chunks' | 'place_chunks' | 'beginning_chunks') {
    this.#insert = connection.prepare(`INSERT INTO ${table} (bytes) VALUES (?)`)
  }

  add(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      const taken = Math.min(bytes.length - from, CHUNK - this.#filled)
      this.#chunk.set(bytes.subarray(from, from + taken), this.#filled)
      this.#filled += taken
      from += taken
      if (this.#filled === CHUNK) this.#write()
    }
    this.#total += bytes.length
    this.#starts.push(this.#total)
  }

  #write(): void {
    const key = Number(this.#insert.run(this.#chunk.subarray(0, this.#filled)).lastInsertRowid)
    if (this.#key === 0) this.#key = key
    this.#filled = 0
  }

  /** Writes out what is not yet; nothing is added any more. */
  close(): void {
    if (this.#filled > 0) this.#write()
  }

  finish(): [starts: Buffer, key: number] {
    this.close()
    return [blobOf(Uint32Array.from(this.#starts)), this.#key]
  }
}

/** Writes a segment into the file, within a transaction that writes no other meanwhile. */
export class SegmentWriter implements SegmentSink {
  readonly #connection: Database.Database
  readonly #words: string[] = []
  readonly #counts: number[] = []
  readonly #bigrams: string[] = []
  readonly #bigramCounts: number[] = []
  readonly #slots: RowsWriter
  readonly #places: RowsWriter
  readonly #beginningKeys: string[] = []
  readonly #beginningCounts: number[] = []
  readonly #beginningSlots: RowsWriter
  readonly #beginnings = new Beginnings((beginning, count, slots) => {
    this.#beginningKeys.push(beginning)
    this.#beginningCounts.push(count)
    this.#beginningSlots.add(slots)
  })
  /** Begun once all words are written: their chunks follow each other. */
  #bigramSlots: RowsWriter | null = null

  readonly #isPart: boolean

  /** `part`: without beginnings, of a segment that is merged before anybody reads it. */
  constructor(connection: Database.Database, part = false) {
    this.#connection = connection
    this.#isPart = part
    this.#slots = new RowsWriter(connection, 'slot_chunks')
    this.#places = new RowsWriter(connection, 'place_chunks')
    this.#beginningSlots = new RowsWriter(connection, 'beginning_chunks')
  }

  add(word: string, count: number, slots: Uint8Array, places: Uint8Array): void {
    this.#words.push(word)
    this.#counts.push(count)
    this.#slots.add(slots)
    this.#places.add(places)
    if (!this.#isPart) this.#beginnings.add(word, count, slots)
  }

  addBigram(key: string, count: number, slots: Uint8Array): void {
    this.#bigrams.push(key)
    this.#bigramCounts.push(count)
    this.#bigramSlotsBegun().add(slots)
  }

  #bigramSlotsBegun(): RowsWriter {
    this.#slots.close()
    return (this.#bigramSlots ??= new RowsWriter(this.#connection, 'slot_chunks'))
  }

  /**
   * `number`: null for one of its own, higher than all before; `bigrams`: the identity of the list of bigrams that was looked
   * for. Returns the segment's id.
   */
  finish(number: number | null, documents: Uint32Array, bigrams: number): number {
    this.#beginnings.finish()
    const id = Number(
      this.#connection
        .prepare(
          `INSERT INTO segments (number, documents, words, counts, slot_starts, first_slot_chunk, place_starts,
             first_place_chunk, bigrams_identity, bigrams, bigram_counts, bigram_starts, first_bigram_chunk,
             beginnings, beginning_counts, beginning_starts, first_beginning_chunk)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          number ?? 0,
          blobOf(documents),
          this.#words.join(' '),
          blobOf(Uint32Array.from(this.#counts)),
          ...this.#slots.finish(),
          ...this.#places.finish(),
          bigrams,
          this.#bigrams.join('\n'),
          blobOf(Uint32Array.from(this.#bigramCounts)),
          ...this.#bigramSlotsBegun().finish(),
          this.#beginningKeys.join('\n'),
          blobOf(Uint32Array.from(this.#beginningCounts)),
          ...this.#beginningSlots.finish(),
        ).lastInsertRowid,
    )
    if (number === null) this.#connection.prepare('UPDATE segments SET number = id WHERE id = ?').run(id)
    return id
  }
}

/**
 * Rows of bytes that are read from a table of chunks when they are asked for. Chunks are kept in room that is used again
 * and again: what is let go of one by one would have to be collected.
 */
class RowsReader implements ByteRows {
  readonly starts: Uint32Array
  readonly #key: number
  readonly #read: (key: number) => Buffer | undefined
  /** Chunks that are kept. */
  readonly #most: number
  readonly #shelves: Uint8Array[] = []
  readonly #places = new Map<number, number>()
  /** Of each place the chunk there, and 1 if it was asked for since the hand came by. */
  readonly #chunks: number[] = []
  readonly #asked: number[] = []
  #hand = 0
  /** What was asked for last is asked for again most often. */
  #last = -1
  #lastBytes: Uint8Array = new Uint8Array(0)
  /** What reaches over several chunks. */
  #joined = new Uint8Array(CHUNK)

  constructor(read: (key: number) => Buffer | undefined, most: number, starts: Buffer, key: number) {
    this.#read = read
    this.starts = numbersOf(starts)
    this.#key = key
    const all = this.starts.at(-1) ?? 0
    this.#most = Math.ceil(Math.min(all, Math.max(most, all * KEPT_SHARE)) / CHUNK)
  }

  /** A place for one more chunk: a new one, or that of a chunk which was not asked for lately. */
  #free(): number {
    if (this.#chunks.length < this.#most) return this.#chunks.length
    while (this.#asked[this.#hand] === 1) {
      this.#asked[this.#hand] = 0
      this.#hand = (this.#hand + 1) % this.#most
    }
    const place = this.#hand
    this.#hand = (this.#hand + 1) % this.#most
    this.#places.delete(this.#chunks[place] ?? -1)
    return place
  }

  #bytes(chunk: number): Uint8Array {
    if (chunk === this.#last) return this.#lastBytes
    let place = this.#places.get(chunk)
    if (place === undefined) {
      const bytes = this.#read(this.#key + chunk)
      if (!bytes) throw new Error('a chunk of the search index is missing')
      place = this.#free()
      this.#shelfOf(place).set(bytes, (place % SHELF) * CHUNK)
      this.#chunks[place] = chunk
      this.#places.set(chunk, place)
    }
    this.#asked[place] = 1
    const from = (place % SHELF) * CHUNK
    this.#last = chunk
    this.#lastBytes = this.#shelfOf(place).subarray(from, from + CHUNK)
    return this.#lastBytes
  }

  #shelfOf(place: number): Uint8Array {
    const shelf = Math.floor(place / SHELF)
    return (this.#shelves[shelf] ??= new Uint8Array(CHUNK * Math.min(SHELF, this.#most - shelf * SHELF)))
  }

  read(start: number, end: number): Uint8Array {
    if (start === end) return new Uint8Array(0)
    let chunk = Math.floor(start / CHUNK)
    const offset = start - chunk * CHUNK
    const bytes = this.#bytes(chunk)
    if (offset + end - start <= CHUNK) return bytes.subarray(offset, offset + end - start)
    if (this.#joined.length < end - start) this.#joined = new Uint8Array(Math.max(end - start, this.#joined.length * 2))
    const joined = this.#joined.subarray(0, end - start)
    let used = CHUNK - offset
    joined.set(bytes.subarray(offset))
    while (used < joined.length) {
      const next = this.#bytes(++chunk)
      const piece = next.subarray(0, Math.min(CHUNK, joined.length - used))
      joined.set(piece, used)
      used += piece.length
    }
    return joined
  }
}

interface SegmentRow {
  id: number
  number: number
  documents: Buffer
  words: string
  counts: Buffer
  slot_starts: Buffer
  first_slot_chunk: number
  place_starts: Buffer
  first_place_chunk: number
  bigrams_identity: number
  bigrams: string
  bigram_counts: Buffer
  bigram_starts: Buffer
  first_bigram_chunk: number
  beginnings: string
  beginning_counts: Buffer
  beginning_starts: Buffer
  first_beginning_chunk: number
}

export interface StoredSegment extends Segment {
  readonly id: number
}

function prepare(connection: Database.Database) {
  return {
    ids: connection.prepare<[], number>('SELECT id FROM segments ORDER BY number').pluck(),
    sizes: connection.prepare<[], number>('SELECT length(documents) FROM segments ORDER BY number').pluck(),
    row: connection.prepare<[number], SegmentRow>('SELECT * FROM segments WHERE id = ?'),
    slotChunk: connection.prepare<[number], Buffer>('SELECT bytes FROM slot_chunks WHERE key = ?').pluck(),
    beginningChunk: connection.prepare<[number], Buffer>('SELECT bytes FROM beginning_chunks WHERE key = ?').pluck(),
    placeChunk: connection.prepare<[number], Buffer>('SELECT bytes FROM place_chunks WHERE key = ?').pluck(),
  }
}

/** The segments of an index file, as a connection sees them. */
export class StoredSegments {
  #statements: ReturnType<typeof prepare>

  constructor(connection: Database.Database) {
    this.#statements = prepare(connection)
  }

  /** Goes on over another connection to the same segments, for those opened before, too. */
  use(connection: Database.Database): void {
    this.#statements = prepare(connection)
  }

  /** In the order of their numbers. */
  ids(): number[] {
    return this.#statements.ids.all()
  }

  /** The number of documents of each, in the same order. */
  sizes(): number[] {
    return this.#statements.sizes.all().map((bytes) => bytes / 4)
  }

  open(id: number): StoredSegment {
    const row = this.#statements.row.get(id)
    if (!row) throw new Error('a segment of the search index is missing')
    const slots = (key: number) => this.#statements.slotChunk.get(key)
    const places = (key: number) => this.#statements.placeChunk.get(key)
    const beginnings = (key: number) => this.#statements.beginningChunk.get(key)
    return {
      id,
      number: row.number,
      documents: numbersOf(row.documents),
      words: row.words === '' ? [] : row.words.split(' '),
      counts: numbersOf(row.counts),
      slots: new RowsReader(slots, KEPT_SLOTS, row.slot_starts, row.first_slot_chunk),
      places: new RowsReader(places, KEPT_PLACES, row.place_starts, row.first_place_chunk),
      bigrams: {
        identity: row.bigrams_identity,
        keys: keysOf(row.bigrams),
        counts: numbersOf(row.bigram_counts),
        slots: new RowsReader(slots, KEPT_BIGRAMS, row.bigram_starts, row.first_bigram_chunk),
      },
      beginnings: {
        keys: keysOf(row.beginnings),
        counts: numbersOf(row.beginning_counts),
        slots: new RowsReader(beginnings, KEPT_BEGINNINGS, row.beginning_starts, row.first_beginning_chunk),
      },
    }
  }
}

const chunksOf = (starts: Buffer): number => Math.ceil((numbersOf(starts).at(-1) ?? 0) / CHUNK)

/** Removes segments with their chunks. */
export function removeSegments(connection: Database.Database, ids: readonly number[]): void {
  const row = connection.prepare<[number], SegmentRow>('DELETE FROM segments WHERE id = ? RETURNING *')
  const slots = connection.prepare<[number, number]>('DELETE FROM slot_chunks WHERE key >= ? AND key < ?')
  const places = connection.prepare<[number, number]>('DELETE FROM place_chunks WHERE key >= ? AND key < ?')
  const beginnings = connection.prepare<[number, number]>('DELETE FROM beginning_chunks WHERE key >= ? AND key < ?')
  for (const id of ids) {
    const gone = row.get(id)
    if (!gone) continue
    slots.run(gone.first_slot_chunk, gone.first_slot_chunk + chunksOf(gone.slot_starts))
    places.run(gone.first_place_chunk, gone.first_place_chunk + chunksOf(gone.place_starts))
    slots.run(gone.first_bigram_chunk, gone.first_bigram_chunk + chunksOf(gone.bigram_starts))
    beginnings.run(gone.first_beginning_chunk, gone.first_beginning_chunk + chunksOf(gone.beginning_starts))
  }
}
