import type Database from 'better-sqlite3'
import { columnNames, wordsIn } from '../entry.ts'
import type { Entry } from '../entry.ts'
import { Vocabulary } from '../vocabulary.ts'
import type { Prints } from '../prints.ts'
import { detach, openWriter, quicken } from './file.ts'
import { INSERT_TEXT, UPSERT } from './schema.ts'
import { keepVocabulary, keptTexts, loadVocabulary } from './vocabulary.ts'

type Statements = ReturnType<typeof prepare>

function prepare(connection: Database.Database) {
  return {
    upsert: connection.prepare<(string | number | Buffer | null)[], number>(UPSERT).pluck(),
    removeText: connection.prepare<[number]>('DELETE FROM listing_text WHERE rowid = ?'),
    insertText: connection.prepare<(string | number)[]>(INSERT_TEXT),
    remove: connection.prepare<[string], number>('DELETE FROM documents WHERE id = ? RETURNING slot').pluck(),
    known: connection.prepare<[string], number>('SELECT slot FROM documents WHERE id = ?').pluck(),
    changes: connection.prepare<[], number>('SELECT coalesce(max(changed), 0) FROM documents').pluck(),
  }
}

/** What one call of the writer has changed: the slots of documents written, and the ids of those removed. */
export interface Changes {
  written: number[]
  removed: string[]
}

/** So many changes are read again at every start before they are put into what is kept of the vocabulary. */
const KEEP_AFTER = 4000

const bytesOf = (prints: Prints): Buffer => Buffer.from(prints.buffer, prints.byteOffset, prints.byteLength)

/** The one connection through which an index file is changed. */
export class SqliteWriter {
  readonly path: string
  #connection: Database.Database
  #statements: Statements
  #changes: number
  /** What a new index learns of its language while it is filled; null for one in use. */
  readonly #learning: Vocabulary | null

  /** `building`: an empty index that is filled as a whole, then sealed. */
  constructor(path: string, building = false) {
    this.path = path
    this.#connection = openWriter(path)
    this.#statements = prepare(this.#connection)
    this.#changes = this.#statements.changes.get() ?? 0
    this.#learning = building ? new Vocabulary() : null
    if (building) quicken(this.#connection)
  }

  get needsRebuild(): boolean {
    return this.#connection.pragma('user_version', { simple: true }) !== 1
  }

  #transaction(work: () => void): void {
    this.#connection.transaction(work).immediate()
  }

  /** Adds or replaces, all or none; versions older than what is held are passed over. */
  write(entries: Entry[]): Changes {
    const { upsert, removeText, insertText, known } = this.#statements
    const taken: { slot: number; held: boolean; entry: Entry }[] = []
    this.#transaction(() => {
      // All rows first, then all texts: between the two, SQLite would write out what FTS5 has gathered for each row.
      for (const entry of entries) {
        const { row, updatedAt, columns, exact, shown, keywords, owner, card } = entry
        const held = known.get(row.id)
        const slot = upsert.get(
          row.id,
          row.facets.kind[0] ?? '',
          JSON.stringify(row.facets),
          row.audience === null ? null : JSON.stringify(row.audience),
          row.publishedAt,
          row.trlLevel,
          row.price,
          updatedAt,
          ++this.#changes,
          this.#learning ? '' : [...wordsIn(columns)].join(' '),
          bytesOf(exact.title),
          bytesOf(exact.summary),
          JSON.stringify(shown),
          JSON.stringify(keywords),
          owner,
          card,
        )
        if (slot !== undefined) taken.push({ slot, held: held !== undefined, entry })
      }
      for (const { slot, held, entry } of taken) {
        if (held) removeText.run(slot)
        insertText.run(slot, ...columnNames.map((name) => entry.columns[name]))
      }
    })
    const written = taken.map(({ slot }) => slot)
    this.#learn(entries)
    if (!this.#learning && this.#changes >= KEEP_AFTER) this.#keep(loadVocabulary(this.#connection))
    return { written, removed: [] }
  }

  #learn(entries: Entry[]): void {
    const vocabulary = this.#learning
    if (!vocabulary) return
    for (const { exact } of entries) vocabulary.learnPairs([exact.title, exact.summary])
    vocabulary.makeRoom(() => keptTexts(this.#connection))
  }

  remove(ids: string[]): Changes {
    const { remove, removeText } = this.#statements
    this.#transaction(() => {
      for (const id of ids) {
        const slot = remove.get(id)
        if (slot !== undefined) removeText.run(slot)
      }
    })
    return { written: [], removed: ids }
  }

  /** Marks the data as complete, and keeps what was learned of its language. */
  seal(): void {
    this.#connection.exec("INSERT INTO listing_text (listing_text) VALUES ('optimize')")
    this.#keep(this.#learning ?? loadVocabulary(this.#connection))
    this.#connection.pragma('user_version = 1')
  }

  #keep(vocabulary: Vocabulary): void {
    this.#transaction(() => {
      keepVocabulary(this.#connection, vocabulary.pairs)
      this.#connection.exec("UPDATE documents SET changed = 0, words = '' WHERE changed > 0")
    })
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
  }

  close(): void {
    this.#connection.close()
  }
}
