import { randomUUID } from 'node:crypto'
import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { closeDatabase, migrateDatabase, noteQuery, useDatabase } from '#db'
import { openDatabase } from '#dialect'
import { config } from '#platform/config'

/** The migrated, empty database of this run; the first test that asks makes it. */
function template(): string {
  const folder = inject('templateFolder')
  const file = join(folder, 'exchange.sqlite')
  if (existsSync(file)) return file
  const draft = join(folder, randomUUID())
  const database = openDatabase(draft, () => undefined)
  migrateDatabase(database, join(config().root, 'db', 'migrations'))
  database.close()
  renameSync(draft, file)
  return file
}

/** Empties the data folder of the test file and puts a migrated database into it; returns the database's file. */
export function freshDataFolder(): string {
  const { dataDir } = config()
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'exchange.sqlite')
  copyFileSync(template(), file, constants.COPYFILE_FICLONE)
  return file
}

/**
 * Gives the test an empty database at the newest migration, and an empty `DATA_DIR` for files and search. Vitest closes
 * it by itself with `beforeEach(freshDatabase)`; otherwise call what it returns.
 */
export async function freshDatabase(): Promise<() => Promise<void>> {
  await closeDatabase()
  const database = openDatabase(freshDataFolder(), noteQuery)
  // Nothing of a test has to outlive a power cut.
  database.run('PRAGMA synchronous = OFF')
  useDatabase(database)
  return closeDatabase
}
