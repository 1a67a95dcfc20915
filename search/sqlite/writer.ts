import type Database from 'better-sqlite3'
import { DocumentColumns } from '../columns.ts'
import type { Entry } from '../entry.ts'
import { Inverter } from '../postings/inverter.ts'
import { mergeable, mergeSegments } from '../postings/merge.ts'
import { PrintPool } from '../prints.ts'
import { Vocabulary } from '../vocabulary.ts'
import { detach, openWriter, quicken } from './file.ts'
import { otherWordsOf } from './other-words.ts'
import { removeSegments, SegmentWriter, StoredSegments } from './segments.ts'
import { INSERT, UPSERT } from './schema.ts'
import { keepTables, loadTables } from './tables.ts'
import type { Tables } from './tables.ts'
import { keepPairs, keptTexts, loadPairs } from './vocabulary.ts'

type Statements = ReturnType<typeof prepare>

function prepare(connection: Database.Database) {
  return {
    insert: connection.prepare<(string | number | Buffer | null)[]>(INSERT),
    upsert: connection.prepare<(string | number | Buffer | null)[], number>(UPSERT).pluck(),
    rank: connection.prepare<[number, Buffer, Buffer]>('INSERT OR REPLACE INTO ranked VALUES (?, ?, ?)'),
    show: connection.prepare<(number | string)[]>('INSERT OR REPLACE INTO shown VALUES (?, ?, ?, ?, ?, ?)'),
    unrank: connection.prepare<[number]>('DELETE FROM ranked WHERE slot = ?'),
    unshow: connection.prepare<[number]>('DELETE FROM shown WHERE slot = ?'),
    remove: connection.prepare<[string], number>('DELETE FROM documents WHERE id = ? RETURNING slot').pluck(),
    noteRemoved: connection.prepare<[number, number]>('INSERT INTO removed (slot, generation) VALUES (?, ?)'),
    slots: connection.prepare<[], number>('SELECT slot FROM documents').pluck(),
    generation: connection.prepare<[], number>('SELECT generation FROM state').pluck(),
    advance: connection
      .prepare<[], number>('UPDATE state SET generation = generation + 1 RETURNING generation')
      .pluck(),
    changes: connection.prepare<[], number>('SELECT count(*) FROM documents WHERE generation > 0').pluck(),
  }
}

/** So many changes are read again at every start before they are put into what is kept of the vocabulary. */
const KEEP_AFTER = 4000
/** Who has read the file so many writes ago or later still finds all changes one by one. */
const REMEMBERED = 200
/** A segment that is being filled is written out when it takes so many bytes. */
const MOST_IN_MEMORY = 128_000_000

const bytesOf = (numbers: Int32Array): Buffer => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)

/** What a new index is filled by. */
interface Filling {
  inverter: Inverter
  /** The highest slot so far: a document at a lower one was there before. */
  last: number
  vocabulary: Vocabulary
  tables: Tables
}

/** The one connection through which an index file is changed. */
export class SqliteWriter {
  readonly path: string
  #connection: Database.Database
  #statements: Statements
  #changes: number
  /** Null for an index in use. */
  #filling: Filling | null
  /** For each slot the number of the segment that counts; read when first needed. */
  #latest: Map<number, number> | null = null

  /** `building`: an empty index that is filled as a whole, then sealed. */
  constructor(path: string, building = false) {
    this.path = path
    this.#connection = openWriter(path)
    this.#statements = prepare(this.#connection)
    this.#changes = this.#statements.changes.get() ?? 0
    this.#filling = building
      ? {
          inverter: new Inverter(),
          last: 0,
          vocabulary: new Vocabulary(),
          tables: { columns: new DocumentColumns(), titles: new PrintPool() },
        }
      : null
    if (building) quicken(this.#connection)
  }

  get needsRebuild(): boolean {
    return this.#connection.pragma('user_version', { simple: true }) !== 1
  }

  #transaction(work: () => void): void {
    try {
      this.#connection.transaction(work).immediate()
    } catch (error) {
      this.#latest = null
      throw error
    }
  }

  /** Adds or replaces, all or none; versions older than what is held are passed over. */
  write(entries: Entry[]): void {
    if (entries.length === 0) return
    this.#transaction(() => {
      const generation = this.#statements.advance.get() ?? 0
      const taken = new Map<number, Entry>()
      for (const entry of entries) {
        const slot = this.#upsert(entry, generation)
        if (slot !== undefined) taken.set(slot, entry)
      }
      const ordered = [...taken].sort(([a], [b]) => a - b)
      if (this.#filling) this.#fill(this.#filling, ordered)
      else if (ordered.length > 0) this.#add(ordered)
      this.#changes += taken.size
      if (!this.#filling && this.#changes >= KEEP_AFTER) this.#keep(null, generation)
    })
  }

  #upsert({ row, updatedAt, columns, shown, keywords, owner, card }: Entry, generation: number): number | undefined {
    const { prints: title } = columns.title
    const { prints: summary } = columns.summary
    const slot = this.#put([
      row.id,
      JSON.stringify(row.facets),
      row.audience === null ? null : JSON.stringify(row.audience),
      row.publishedAt,
      row.trlLevel,
      row.price,
      updatedAt,
      this.#filling ? 0 : generation,
      bytesOf(title),
    ])
    if (slot === undefined) return undefined
    this.#statements.rank.run(slot, bytesOf(summary), bytesOf(otherWordsOf(columns)))
    this.#statements.show.run(
      slot,
      row.facets.kind[0] ?? '',
      JSON.stringify(shown),
      JSON.stringify(keywords),
      owner,
      card,
    )
    if (this.#filling) {
      const { vocabulary, tables } = this.#filling
      vocabulary.learnPairs([title, summary])
      tables.columns.put(slot, row)
      tables.titles.set(slot, title)
    }
    return slot
  }

  /** The slot of a document; undefined where what is held is newer. */
  #put(values: (string | number | Buffer | null)[]): number | undefined {
    if (this.#filling) {
      // Nearly all are new, and this costs less.
      const { changes, lastInsertRowid } = this.#statements.insert.run(...values)
      if (changes > 0) return Number(lastInsertRowid)
    }
    return this.#statements.upsert.get(...values)
  }

  #fill(filling: Filling, ordered: [number, Entry][]): void {
    for (const [slot, { columns }] of ordered) {
      // A document that was there before may be in the segment under way, and is behind its order.
      if (slot <= filling.last) this.#flush(filling, true)
      filling.inverter.add(slot, columns)
      filling.last = slot
    }
    if (filling.inverter.size > MOST_IN_MEMORY) this.#flush(filling, true)
    filling.vocabulary.makeRoom(() => keptTexts(this.#connection))
  }

  #flush(filling: Filling, part: boolean): void {
    const { inverter } = filling
    if (inverter.documents.length > 0) this.#store(inverter, part)
    filling.inverter = new Inverter()
    filling.last = 0
  }

  /** `part`: of an index that is being filled, and merged before anybody reads it. */
  #store(inverter: Inverter, part = false): number {
    const segment = new SegmentWriter(this.#connection, part)
    inverter.into(segment)
    return segment.finish(null, inverter.documents, inverter.bigrams)
  }

  #add(ordered: [number, Entry][]): void {
    const inverter = new Inverter()
    for (const [slot, { columns }] of ordered) inverter.add(slot, columns)
    const number = this.#store(inverter)
    for (const [slot] of ordered) this.#latest?.set(slot, number)
    const segments = new StoredSegments(this.#connection)
    for (;;) {
      const count = mergeable(segments.sizes())
      if (count === 0) break
      this.#merge(segments, count)
    }
  }

  /** Makes one of the latest segments. */
  #merge(segments: StoredSegments, count: number): void {
    const latest = (this.#latest ??= this.#readLatest(segments))
    const merged = segments
      .ids()
      .slice(-count)
      .map((id) => segments.open(id))
    const number = merged.at(-1)?.number ?? 0
    const writer = new SegmentWriter(this.#connection)
    const { documents, bigrams } = mergeSegments(merged, (slot) => latest.get(slot) ?? 0, writer)
    writer.finish(number, documents, bigrams)
    removeSegments(
      this.#connection,
      merged.map(({ id }) => id),
    )
    for (const slot of documents) latest.set(slot, number)
  }

  #readLatest(segments: StoredSegments): Map<number, number> {
    const numbers = new Map<number, number>()
    const latest = new Map<number, number>()
    for (const id of segments.ids()) {
      const { documents, number } = segments.open(id)
      for (const slot of documents) numbers.set(slot, number)
    }
    for (const slot of this.#statements.slots.iterate()) latest.set(slot, numbers.get(slot) ?? 0)
    return latest
  }

  remove(ids: string[]): void {
    if (ids.length === 0) return
    this.#transaction(() => {
      const generation = this.#statements.advance.get() ?? 0
      for (const id of ids) {
        const slot = this.#statements.remove.get(id)
        if (slot === undefined) continue
        this.#statements.unrank.run(slot)
        this.#statements.unshow.run(slot)
        this.#statements.noteRemoved.run(slot, generation)
        this.#latest?.delete(slot)
        this.#filling?.tables.columns.drop(slot)
      }
    })
  }

  /** Marks the data as complete, and keeps what was learned of its language. */
  seal(): void {
    const filling = this.#filling
    this.#transaction(() => {
      if (filling) {
        const segments = new StoredSegments(this.#connection)
        const inParts = segments.ids().length > 0
        this.#flush(filling, inParts)
        if (inParts) this.#merge(segments, segments.ids().length)
      }
      this.#keep(filling, Infinity)
    })
    this.#filling = null
    this.#latest = null
    this.#connection.pragma('user_version = 1')
  }

  /** Keeps what a start would have to read from all documents; those of the last writes are read again all the same. */
  #keep(filling: Filling | null, generation: number): void {
    const oldest = Number.isFinite(generation) ? generation - REMEMBERED : Number.MAX_SAFE_INTEGER
    keepPairs(this.#connection, filling?.vocabulary.pairs ?? loadPairs(this.#connection))
    keepTables(this.#connection, filling?.tables ?? loadTables(this.#connection))
    this.#connection.prepare('UPDATE documents SET generation = 0 WHERE generation > 0 AND generation <= ?').run(oldest)
    this.#connection.prepare('DELETE FROM removed WHERE generation <= ?').run(oldest)
    this.#connection
      .prepare('UPDATE state SET known_since = ?')
      .run(Number.isFinite(generation) ? oldest : (this.#statements.generation.get() ?? 0))
    this.#changes = 0
  }

  /** Throws what SQLite throws for a file that is damaged behind its header. */
  check(): void {
    this.#connection.prepare('SELECT count(*) FROM documents').get()
  }

  /** Gives the file up so that it stands alone. Throws if another process has it open; it can be opened again. */
  release(): void {
    detach(this.#connection, this.path)
  }

  reopen(): void {
    this.#connection = openWriter(this.path)
    this.#statements = prepare(this.#connection)
    this.#changes = this.#statements.changes.get() ?? 0
    this.#latest = null
  }

  close(): void {
    this.#connection.close()
  }
}
