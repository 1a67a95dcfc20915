import type { DocumentColumns } from '../columns.ts'
import type { Entry } from '../entry.ts'
import type { Evaluator } from '../postings/evaluate.ts'
import type { Postings } from '../postings/postings.ts'
import type { PrintPool, Prints } from '../prints.ts'
import type { OtherColumn, Shown, Store } from '../store.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { replaceFile } from './file.ts'
import { SqliteReader } from './reader.ts'
import { SqliteWriter } from './writer.ts'

/** An index file written and read on one thread. */
export class SqliteStore implements Store {
  readonly #writer: SqliteWriter
  /** Null while a new index is filled: nobody searches it. */
  #reader: SqliteReader | null = null

  /** `building`: an empty index that is filled as a whole, then sealed. */
  constructor(path: string, building = false) {
    this.#writer = new SqliteWriter(path, building)
    if (building) return
    try {
      this.#reader = new SqliteReader(path)
    } catch (error) {
      this.#writer.close()
      throw error
    }
  }

  get #read(): SqliteReader {
    if (!this.#reader) throw new Error('the search index is still being filled')
    return this.#reader
  }

  get columns(): DocumentColumns {
    return this.#read.columns
  }

  get vocabulary(): Vocabulary {
    return this.#read.vocabulary
  }

  get postings(): Postings {
    return this.#read.postings
  }

  get evaluator(): Evaluator {
    return this.#read.evaluator
  }

  get needsRebuild(): boolean {
    return this.#writer.needsRebuild
  }

  seal(): void {
    this.#writer.seal()
    this.#reader ??= new SqliteReader(this.#writer.path)
  }

  reading<Result>(work: () => Result): Result {
    return this.#read.reading(work)
  }

  write(entries: Entry[]): void {
    this.#writer.write(entries)
  }

  remove(ids: string[]): void {
    this.#writer.remove(ids)
  }

  get titles(): PrintPool {
    return this.#read.titles
  }

  exactSummary(slot: number): Prints {
    return this.#read.exactSummary(slot)
  }

  otherWords(slot: number): Record<OtherColumn, Int32Array> {
    return this.#read.otherWords(slot)
  }

  shown(slot: number): Shown | undefined {
    return this.#read.shown(slot)
  }

  /**
   * Takes the place of `live` in its file and over its path. Nothing can be read from either in between, since it all
   * happens in one turn. Throws, with `live` still in use, if another process has the file open.
   */
  takeOver(live: SqliteStore): SqliteStore {
    const finished = this.#read
    finished.release()
    this.#writer.release()
    live.#read.release()
    let next: SqliteReader | null = null
    try {
      live.#writer.release()
      replaceFile(this.#writer.path, live.#writer.path)
      next = finished
    } finally {
      live.#writer.reopen()
      live.#read.resume(next)
    }
    return live
  }

  close(): void {
    this.#reader?.close()
    this.#writer.close()
  }
}
