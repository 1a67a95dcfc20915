import type { DocumentColumns } from '../columns.ts'
import type { Entry } from '../entry.ts'
import type { Expression } from '../expression.ts'
import type { Place, Scored, Shown, Store } from '../store.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { replaceFile } from './file.ts'
import { SqliteReader } from './reader.ts'
import { SqliteWriter } from './writer.ts'

/** An index file written and read on one thread. */
export class SqliteStore implements Store {
  readonly #writer: SqliteWriter
  readonly #reader: SqliteReader

  /** `building`: an empty index that is filled as a whole, then sealed. */
  constructor(path: string, building = false) {
    this.#writer = new SqliteWriter(path, building)
    try {
      this.#reader = new SqliteReader(path)
    } catch (error) {
      this.#writer.close()
      throw error
    }
  }

  get columns(): DocumentColumns {
    return this.#reader.columns
  }

  get vocabulary(): Vocabulary {
    return this.#reader.vocabulary
  }

  get needsRebuild(): boolean {
    return this.#writer.needsRebuild
  }

  seal(): void {
    this.#writer.seal()
  }

  refresh(): void {
    this.#reader.refresh()
  }

  write(entries: Entry[]): void {
    this.#reader.refresh()
    this.#reader.apply(this.#writer.write(entries))
  }

  remove(ids: string[]): void {
    this.#reader.refresh()
    this.#reader.apply(this.#writer.remove(ids))
  }

  matching(expression: Expression, place: Place): number[] {
    return this.#reader.matching(expression, place)
  }

  holds(slot: number, expression: Expression, place: Place): boolean {
    return this.#reader.holds(slot, expression, place)
  }

  scored(expression: Expression): Scored {
    return this.#reader.scored(expression)
  }

  exactTitle(slot: number): string {
    return this.#reader.exactTitle(slot)
  }

  exactSummary(slot: number): string {
    return this.#reader.exactSummary(slot)
  }

  shown(slot: number): Shown | undefined {
    return this.#reader.shown(slot)
  }

  /**
   * Takes the place of `live` in its file and over its path. Nothing can be read from either in between, since it all
   * happens in one turn. Throws, with `live` still in use, if another process has the file open.
   */
  takeOver(live: SqliteStore): SqliteStore {
    this.#reader.release()
    this.#writer.release()
    live.#reader.release()
    let next: SqliteReader | null = null
    try {
      live.#writer.release()
      replaceFile(this.#writer.path, live.#writer.path)
      next = this.#reader
    } finally {
      live.#writer.reopen()
      live.#reader.resume(next)
    }
    return live
  }

  close(): void {
    this.#reader.close()
    this.#writer.close()
  }
}
