import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { APPLICATION_ID, FAMILY, PAGE_SIZE, SCHEMA } from './schema.ts'

const COMPANIONS = ['', '-wal', '-shm', '-journal']

/** Removes a database with its companions; one that is not there is no error. */
export function removeFile(path: string): void {
  for (const companion of COMPANIONS) rmSync(path + companion, { force: true })
}

/** Whether SQLite says that the file is damaged, or no database at all. */
export function isUnusable(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)
}

/** Throws for a database of something else, so that a wrong path in the configuration destroys nothing. */
function isCurrent(writer: Database.Database, path: string): boolean {
  const application = Number(writer.pragma('application_id', { simple: true }))
  if (application === APPLICATION_ID) return true
  const empty = writer.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  if (!empty && Math.floor(application / 0x10000) * 0x10000 !== FAMILY) {
    throw new Error(`not a search index: ${path}`)
  }
  return false
}

function connect(path: string, pageSize: number | null = null): Database.Database {
  const writer = new Database(path, { timeout: 5000 })
  try {
    if (pageSize !== null) writer.pragma(`page_size = ${String(pageSize)}`)
    writer.pragma('journal_mode = WAL')
    // The index can be built again: losing the last commits in a power cut is a smaller price than a sync each.
    writer.pragma('synchronous = NORMAL')
    writer.pragma('cache_size = -4000')
    return writer
  } catch (error) {
    writer.close()
    throw error
  }
}

function create(path: string): Database.Database {
  removeFile(path)
  const writer = connect(path, PAGE_SIZE)
  writer.transaction(() => {
    writer.exec(SCHEMA)
    writer.pragma(`application_id = ${String(APPLICATION_ID)}`)
  })()
  return writer
}

function openOrCreate(path: string): Database.Database {
  if (!existsSync(path)) return create(path)
  let writer: Database.Database | undefined
  try {
    writer = connect(path)
    if (isCurrent(writer, path)) return writer
    writer.close()
  } catch (error) {
    writer?.close()
    if (!isUnusable(error)) throw error
  }
  return create(path)
}

/**
 * Opens the index at `path` for writing, making it and its folder if needed. A file of another layout, or one that
 * SQLite cannot read, is replaced by an empty index. Throws if the file is a database of something else.
 */
export function openWriter(path: string): Database.Database {
  mkdirSync(dirname(path), { recursive: true })
  return openOrCreate(path)
}

/** Opens an index that exists for reading. */
export function openReader(path: string): Database.Database {
  const reader = new Database(path, { readonly: true, timeout: 5000 })
  reader.pragma('cache_size = -6000')
  return reader
}

/** Changes whenever another file took the place of the one at `path`; 0 if there is none. */
export function identity(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? 0
}

/**
 * Folds the write-ahead log into the file, gives it up and closes the connection, so that the file stands alone. Throws
 * if another process has the file open: renaming over it would then mix one file's log with another's pages.
 */
export function detach(writer: Database.Database, path: string): void {
  try {
    const mode: unknown = writer.pragma('journal_mode = DELETE', { simple: true })
    if (mode !== 'delete') throw new Error('the write-ahead log is in use')
  } catch (cause) {
    throw new Error(`another process has the search index open: ${path}`, { cause })
  } finally {
    writer.close()
  }
}

/** A file that is filled as a whole is thrown away when that fails: it needs no journal, only room in memory. */
export function quicken(writer: Database.Database): void {
  // SQLite refuses to go without a journal while it guards against statements that could damage the file.
  writer.unsafeMode(true)
  writer.pragma('journal_mode = OFF')
  writer.unsafeMode(false)
  writer.pragma('synchronous = OFF')
  writer.pragma('cache_size = -64000')
}

/** Puts the finished file at `from` in the place of the one at `path`, once it is safely on the disk. */
export function replaceFile(from: string, path: string): void {
  const file = openSync(from, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(from, path)
}
