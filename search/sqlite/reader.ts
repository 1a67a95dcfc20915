import type Database from 'better-sqlite3'
import type { DocumentColumns } from '../columns.ts'
import type { ListingKind } from '../document.ts'
import type { ShownText } from '../entry.ts'
import { Lexicon } from '../lexicon.ts'
import { Evaluator } from '../postings/evaluate.ts'
import { Postings } from '../postings/postings.ts'
import { room } from '../postings/room.ts'
import { NO_PRINTS, printsFrom } from '../prints.ts'
import type { PrintPool, Prints } from '../prints.ts'
import type { OtherColumn, ReadableStore, Shown } from '../store.ts'
import { Vocabulary } from '../vocabulary.ts'
import { identity, openReader } from './file.ts'
import { otherColumns } from './other-words.ts'
import { StoredSegments } from './segments.ts'
import type { StoredSegment } from './segments.ts'
import { loadTables, putRow, ROW } from './tables.ts'
import type { Row, Tables } from './tables.ts'
import { loadPairs, makeRoom } from './vocabulary.ts'

function prepare(reader: Database.Database) {
  return {
    state: reader
      .prepare<[], [generation: number, knownSince: number]>('SELECT generation, known_since FROM state')
      .raw(),
    written: reader.prepare<[number], Row & { exact_summary: Buffer }>(
      `SELECT ${ROW}, exact_summary FROM documents JOIN ranked USING (slot) WHERE generation > 0 AND generation > ?`,
    ),
    removed: reader.prepare<[number], number>('SELECT slot FROM removed WHERE generation > ?').pluck(),
    exactSummary: reader.prepare<[number], Buffer>('SELECT exact_summary FROM ranked WHERE slot = ?').pluck(),
    otherWords: reader.prepare<[number], Buffer>('SELECT other_words FROM ranked WHERE slot = ?').pluck(),
    shown: reader
      .prepare<[number], [ListingKind, string, string, string, string]>(
        'SELECT kind, texts, keywords, owner, card FROM shown WHERE slot = ?',
      )
      .raw(),
  }
}

/** What is kept in memory beside an index file: loaded once, then brought up to date by what changes. */
interface Memory {
  generation: number
  tables: Tables
  vocabulary: Vocabulary
  postings: Postings
  evaluator: Evaluator
  stored: StoredSegments
  /** The segments in use by their ids. */
  segments: Map<number, StoredSegment>
}

function load(connection: Database.Database, statements: ReturnType<typeof prepare>): Memory {
  const [generation] = statements.state.get() ?? [0, 0]
  const stored = new StoredSegments(connection)
  const segments = stored.ids().map((id) => stored.open(id))
  const [largest] = [...segments].sort((a, b) => b.words.length - a.words.length)
  const lexicon = new Lexicon(largest?.words, largest?.counts)
  const postings = new Postings(lexicon)
  const vocabulary = new Vocabulary(lexicon, loadPairs(connection))
  const memory: Memory = {
    generation,
    tables: loadTables(connection),
    vocabulary,
    postings,
    evaluator: new Evaluator(postings, vocabulary),
    stored,
    segments: new Map(segments.map((segment) => [segment.id, segment])),
  }
  for (const segment of segments) postings.put(segment)
  const { columns } = memory.tables
  const gone = segments.flatMap(({ documents }) => Array.from(documents.filter((slot) => !columns.has(slot))))
  if (gone.length > 0) postings.drop(gone)
  return memory
}

/** Answers searches from an index file, with facet values, titles and vocabulary in memory. */
export class SqliteReader implements ReadableStore {
  readonly #path: string
  #connection: Database.Database
  #statements: ReturnType<typeof prepare>
  #memory: Memory
  #identity: number

  /** Throws what SQLite throws for a damaged file. */
  constructor(path: string) {
    this.#path = path
    this.#identity = identity(path)
    this.#connection = openReader(path)
    try {
      this.#statements = prepare(this.#connection)
      this.#memory = this.#atOnce(() => load(this.#connection, this.#statements))
    } catch (error) {
      this.#connection.close()
      throw error
    }
  }

  get columns(): DocumentColumns {
    return this.#memory.tables.columns
  }

  get vocabulary(): Vocabulary {
    return this.#memory.vocabulary
  }

  get postings(): Postings {
    return this.#memory.postings
  }

  get evaluator(): Evaluator {
    return this.#memory.evaluator
  }

  #open(): void {
    this.#identity = identity(this.#path)
    this.#connection = openReader(this.#path)
    this.#statements = prepare(this.#connection)
  }

  #atOnce<Result>(work: () => Result): Result {
    this.#connection.exec('BEGIN')
    try {
      return work()
    } finally {
      if (this.#connection.inTransaction) this.#connection.exec('COMMIT')
    }
  }

  /** Runs `work` on one state of the file, the latest, whoever has written it. */
  reading<Result>(work: () => Result): Result {
    if (identity(this.#path) !== this.#identity) {
      this.#connection.close()
      this.#open()
      this.#memory = this.#atOnce(() => load(this.#connection, this.#statements))
    }
    return this.#atOnce(() => {
      this.#refresh()
      return room.within(work)
    })
  }

  #refresh(): void {
    const [generation, knownSince] = this.#statements.state.get() ?? [0, 0]
    const known = this.#memory.generation
    if (generation === known) return
    if (known < knownSince || generation < known) {
      this.#memory = load(this.#connection, this.#statements)
      return
    }
    const { tables, vocabulary, postings } = this.#memory
    const { columns } = tables
    for (const row of this.#statements.written.iterate(known)) {
      putRow(tables, row)
      vocabulary.learnPairs([printsFrom(row.exact_title), printsFrom(row.exact_summary)])
    }
    makeRoom(vocabulary, this.#connection)
    this.#takeSegments()
    const removed = this.#statements.removed.all(known)
    for (const slot of removed) columns.drop(slot)
    if (removed.length > 0) postings.drop(removed)
    this.#memory.generation = generation
  }

  #takeSegments(): void {
    const { segments, postings, stored } = this.#memory
    const ids = new Set(stored.ids())
    const gone = [...segments.values()].filter(({ id }) => !ids.has(id))
    for (const { id } of gone) segments.delete(id)
    for (const id of ids) {
      if (segments.has(id)) continue
      const segment = stored.open(id)
      segments.set(id, segment)
      // The segments it was made of lie between it and the one before.
      const before = Math.max(0, ...[...segments.values()].map((one) => one.number).filter((n) => n < segment.number))
      const parts = gone.map(({ number }) => number).filter((number) => number > before && number <= segment.number)
      postings.put(segment, parts)
    }
  }

  /** Lets go of the file, so that another may take its place; what is in memory stays. */
  release(): void {
    this.#connection.close()
  }

  /** Opens the file that is there now. `next`: the reader of the file that took its place, already closed. */
  resume(next: SqliteReader | null): void {
    this.#open()
    if (next) this.#memory = next.#memory
    this.#memory.stored.use(this.#connection)
  }

  get titles(): PrintPool {
    return this.#memory.tables.titles
  }

  exactSummary(slot: number): Prints {
    const bytes = this.#statements.exactSummary.get(slot)
    return bytes ? printsFrom(bytes) : NO_PRINTS
  }

  otherWords(slot: number): Record<OtherColumn, Int32Array> {
    return otherColumns(this.#statements.otherWords.get(slot))
  }

  shown(slot: number): Shown | undefined {
    const row = this.#statements.shown.get(slot)
    if (!row) return undefined
    const [kind, texts, keywords, owner, card] = row
    return {
      kind,
      texts: JSON.parse(texts) as ShownText[],
      keywords: JSON.parse(keywords) as string[],
      owner,
      card: JSON.parse(card) as unknown,
    }
  }

  close(): void {
    this.#connection.close()
  }
}
