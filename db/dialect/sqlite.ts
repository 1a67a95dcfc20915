import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { type AnySQLiteColumn, check, integer, sqliteTable, text as textColumn } from 'drizzle-orm/sqlite-core'

/**
 * The column words of the project on SQLite. Tables import from `#dialect` only, so that another dialect can give the
 * same names.
 */

export { index, primaryKey, uniqueIndex as unique } from 'drizzle-orm/sqlite-core'

export const table = sqliteTable

/** Text of any length. */
export const text = () => textColumn()

/** A prefixed id made by the application (`tech_…`). */
export const id = () => textColumn()

/** Text that is one of a closed list; pair it with `oneOf` in the table's extras so that the database refuses others. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  textColumn({ enum: values as unknown as [T[number], ...T[number][]] })

export const flag = () => integer({ mode: 'boolean' })

export const count = () => integer()

/** An exact amount in the minor units of its currency (64 bits; values stay within 2^53). */
export const minorUnits = () => integer()

/** A moment as milliseconds since 1970 UTC, given by the application's clock. */
export const instant = () => integer()

/** A document; its shape is checked by the module that owns it. */
export const json = <T>() => textColumn({ mode: 'json' }).$type<T>()

/** A check constraint that a column holds one of these values (or NULL). */
export const oneOf = (name: string, column: AnySQLiteColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`)

export type Connection = BetterSQLite3Database

export interface OpenDatabase {
  readonly read: Connection
  readonly write: Connection
  /** Runs one statement on the writing connection. */
  readonly run: (statement: string) => void
  readonly close: () => void
}

/**
 * Opens a database file: one connection that writes and one that only reads, in WAL mode with foreign keys on.
 *
 * @param onQuery called for each statement sent, for counting
 */
export function openDatabase(file: string, onQuery: () => void): OpenDatabase {
  const writing = new Database(file, { timeout: 5000 })
  writing.pragma('journal_mode = WAL')
  writing.pragma('synchronous = FULL')
  writing.pragma('foreign_keys = ON')
  const reading = new Database(file, { readonly: true, timeout: 5000 })
  reading.pragma('cache_size = -16000')
  const logger = { logQuery: onQuery }
  return {
    read: drizzle(reading, { logger, casing: 'snake_case' }),
    write: drizzle(writing, { logger, casing: 'snake_case' }),
    run: (statement) => {
      writing.exec(statement)
    },
    close: () => {
      reading.close()
      writing.pragma('wal_checkpoint(TRUNCATE)')
      writing.close()
    },
  }
}
