import type Database from 'better-sqlite3'
import { Growing } from '../postings/segment.ts'
import type { ByteRows, Segment, SegmentSink } from '../postings/segment.ts'

/** A chunk is written once it has this many bytes. */
const CHUNK = 16_384
/** Bytes of chunks that are kept in memory, of the rows of a segment; slots are kept decoded besides. */
const KEPT_SLOTS = 4_000_000
const KEPT_PLACES = 10_000_000

const blobOf = (numbers: Uint32Array): Buffer => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
const numbersOf = (blob: Uint8Array): Uint32Array => new Uint32Array(new Uint8Array(blob).buffer)

/** Rows of bytes that go to a table of chunks. */
class RowsWriter {
  readonly #insert: Database.Statement<[Buffer]>
  readonly #chunk = new Growing()
  readonly #starts: number[] = [0]
  /** The first row of each chunk. */
  readonly #firsts: number[] = [0]
  #total = 0
  #key = 0

  constructor(connection: Database.Database, table: 'slot_chunks' | 'place_chunks') {
    this.#insert = connection.prepare(`INSERT INTO ${table} (bytes) VALUES (?)`)
  }

  add(bytes: Uint8Array): void {
    if (this.#chunk.length > 0 && this.#chunk.length + bytes.length > CHUNK) {
      this.#write()
      this.#firsts.push(this.#starts.length - 1)
    }
    this.#chunk.add(bytes)
    this.#total += bytes.length
    this.#starts.push(this.#total)
  }

  #write(): void {
    const { buffer, byteOffset, byteLength } = this.#chunk.bytes
    const key = Number(this.#insert.run(Buffer.from(buffer, byteOffset, byteLength)).lastInsertRowid)
    if (this.#key === 0) this.#key = key
    this.#chunk.length = 0
  }

  finish(): [starts: Buffer, firsts: Buffer, key: number] {
    this.#write()
    return [blobOf(Uint32Array.from(this.#starts)), blobOf(Uint32Array.from(this.#firsts)), this.#key]
  }
}

/** Writes a segment into the file, within a transaction that writes no other meanwhile. */
export class SegmentWriter implements SegmentSink {
  readonly #connection: Database.Database
  readonly #words: string[] = []
  readonly #counts: number[] = []
  readonly #slots: RowsWriter
  readonly #places: RowsWriter

  constructor(connection: Database.Database) {
    this.#connection = connection
    this.#slots = new RowsWriter(connection, 'slot_chunks')
    this.#places = new RowsWriter(connection, 'place_chunks')
  }

  add(word: string, count: number, slots: Uint8Array, places: Uint8Array): void {
    this.#words.push(word)
    this.#counts.push(count)
    this.#slots.add(slots)
    this.#places.add(places)
  }

  /** `number`: null for one of its own, higher than all before. Returns the segment's id. */
  finish(number: number | null, documents: Uint32Array): number {
    const id = Number(
      this.#connection
        .prepare(
          `INSERT INTO segments (number, documents, words, counts, slot_starts, slot_chunks, first_slot_chunk,
             place_starts, place_chunks, first_place_chunk) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          number ?? 0,
          blobOf(documents),
          this.#words.join(' '),
          blobOf(Uint32Array.from(this.#counts)),
          ...this.#slots.finish(),
          ...this.#places.finish(),
        ).lastInsertRowid,
    )
    if (number === null) this.#connection.prepare('UPDATE segments SET number = id WHERE id = ?').run(id)
    return id
  }
}

/** Rows of bytes that are read from a table of chunks when they are asked for. */
class RowsReader implements ByteRows {
  readonly starts: Uint32Array
  readonly #firsts: Uint32Array
  readonly #key: number
  readonly #read: (key: number) => Buffer | undefined
  /** Bytes that are kept. */
  readonly #most: number
  readonly #kept = new Map<number, Uint8Array>()
  #size = 0

  constructor(read: (key: number) => Buffer | undefined, most: number, starts: Buffer, firsts: Buffer, key: number) {
    this.#most = most
    this.#read = read
    this.starts = numbersOf(starts)
    this.#firsts = numbersOf(firsts)
    this.#key = key
  }

  #chunkOf(row: number): number {
    let low = 0
    let high = this.#firsts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#firsts[middle] ?? 0) <= row) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  #bytes(chunk: number): Uint8Array {
    const known = this.#kept.get(chunk)
    if (known) {
      // What was asked for last is let go of last.
      this.#kept.delete(chunk)
      this.#kept.set(chunk, known)
      return known
    }
    const bytes = this.#read(this.#key + chunk)
    if (!bytes) throw new Error('a chunk of the search index is missing')
    this.#kept.set(chunk, bytes)
    this.#size += bytes.length
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= this.#most || oldest === chunk) break
      this.#kept.delete(oldest)
      this.#size -= length
    }
    return bytes
  }

  read(from: number, to: number): Uint8Array {
    const start = this.starts[from] ?? 0
    const end = this.starts[to] ?? 0
    const first = this.#chunkOf(from)
    const offset = start - (this.starts[this.#firsts[first] ?? 0] ?? 0)
    const bytes = this.#bytes(first)
    if (offset + end - start <= bytes.length) return bytes.subarray(offset, offset + end - start)
    const joined = new Uint8Array(end - start)
    let used = bytes.length - offset
    joined.set(bytes.subarray(offset))
    for (let chunk = first + 1; used < joined.length; chunk++) {
      const next = this.#bytes(chunk)
      const piece = next.subarray(0, Math.min(next.length, joined.length - used))
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
  slot_chunks: Buffer
  first_slot_chunk: number
  place_starts: Buffer
  place_chunks: Buffer
  first_place_chunk: number
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
    return {
      id,
      number: row.number,
      documents: numbersOf(row.documents),
      words: row.words === '' ? [] : row.words.split(' '),
      counts: numbersOf(row.counts),
      slots: new RowsReader(slots, KEPT_SLOTS, row.slot_starts, row.slot_chunks, row.first_slot_chunk),
      places: new RowsReader(places, KEPT_PLACES, row.place_starts, row.place_chunks, row.first_place_chunk),
    }
  }
}

/** Removes segments with their chunks. */
export function removeSegments(connection: Database.Database, ids: readonly number[]): void {
  const row = connection.prepare<[number], SegmentRow>('DELETE FROM segments WHERE id = ? RETURNING *')
  const slots = connection.prepare<[number, number]>('DELETE FROM slot_chunks WHERE key >= ? AND key < ?')
  const places = connection.prepare<[number, number]>('DELETE FROM place_chunks WHERE key >= ? AND key < ?')
  for (const id of ids) {
    const gone = row.get(id)
    if (!gone) continue
    slots.run(gone.first_slot_chunk, gone.first_slot_chunk + gone.slot_chunks.length / 4)
    places.run(gone.first_place_chunk, gone.first_place_chunk + gone.place_chunks.length / 4)
  }
}
