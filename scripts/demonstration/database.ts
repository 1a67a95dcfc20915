import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Config } from '#platform/config'

/** How the database stands: without any person or organisation, with the demonstration, or with records of its own. */
export type Standing = 'empty' | 'demonstration' | 'own'

const loadingPrefix = 'loading-'
const companions = ['', '-wal', '-shm']

const fileIn = (folder: string) => join(folder, 'exchange.sqlite')

/**
 * Tells how the database stands, as it lies there: without what a start would load anyway, since this is asked at every
 * start. The exchange brings it to the newest migration when it opens it.
 */
export function standingOf({ dataDir }: Config): Standing {
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(fileIn(dataDir))) return 'empty'
  const database = new DatabaseSync(fileIn(dataDir), { readOnly: true, timeout: 5000 })
  try {
    const has = (table: string, condition: string): boolean =>
      database.prepare(`select 1 from sqlite_schema where name = '${table}'`).get() !== undefined &&
      database.prepare(`select 1 from ${table} where ${condition} limit 1`).get() !== undefined
    if (has('people', 'demonstration = 1')) return 'demonstration'
    return has('people', 'true') || has('organisations', 'true') ? 'own' : 'empty'
  } finally {
    database.close()
  }
}

/** Removes what loads that were broken off have left; one that is still going on is younger. */
export function removeRemains({ dataDir }: Config): void {
  const longAgo = Date.now() - 600_000
  for (const name of readdirSync(dataDir)) {
    const folder = join(dataDir, name)
    if (name.startsWith(loadingPrefix) && statSync(folder).mtimeMs < longAgo)
      rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Loads the demonstration beside the database and puts it in its place when it is whole, so that a load that is broken
 * off leaves nothing behind. Only to be called when the database is empty.
 */
export async function loadBeside({ dataDir, root }: Config): Promise<void> {
  const folder = mkdtempSync(join(dataDir, loadingPrefix))
  try {
    await fill(fileIn(folder), root)
    for (const companion of companions) rmSync(fileIn(dataDir) + companion, { force: true })
    renameSync(fileIn(folder), fileIn(dataDir))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What only a load needs is loaded only then: a start with nothing to do stays quick. */
async function fill(file: string, root: string): Promise<void> {
  const { closeDatabase, migrateDatabase, useDatabase } = await import('#db')
  const { openDatabase } = await import('#dialect')
  const { closeCatalogue, useCatalogue } = await import('#modules/catalogue/server')
  const { openMemorySearch } = await import('#search/server')
  const { wire } = await import('../../app/application.server.ts')
  const { loadDemonstration } = await import('../../db/seed/load.ts')
  const database = openDatabase(file, () => undefined)
  migrateDatabase(database, join(root, 'db', 'migrations'))
  // Until it is taken into use the file may be lost at any time.
  database.run('PRAGMA synchronous = OFF')
  useDatabase(database)
  useCatalogue(openMemorySearch())
  try {
    wire('kept')
    await loadDemonstration(Date.now())
  } finally {
    await closeCatalogue()
    await closeDatabase()
  }
}
