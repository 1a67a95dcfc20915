import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { migrateDatabase } from '#db'
import { type OpenDatabase, openDatabase } from '#dialect'
import type { Config } from '#platform/config'

/** How the database stands: without any person or organisation, with the demonstration, or with records of its own. */
export type Standing = 'empty' | 'demonstration' | 'own'

const loadingPrefix = 'loading-'
const companions = ['', '-wal', '-shm']

const fileIn = (folder: string) => join(folder, 'exchange.sqlite')

function open(folder: string, root: string): OpenDatabase {
  const database = openDatabase(fileIn(folder), () => undefined)
  migrateDatabase(database, join(root, 'db', 'migrations'))
  return database
}

/** Brings the database to the newest migration and tells how it stands. */
export function standingOf({ dataDir, root }: Config): Standing {
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(fileIn(dataDir))) return 'empty'
  const database = open(dataDir, root)
  try {
    const [row] = database.read.all<{ shown: number; own: number }>(
      sql`select exists (select 1 from people where demonstration = 1) as shown,
        exists (select 1 from people) or exists (select 1 from organisations) as own`,
    )
    return row?.shown ? 'demonstration' : row?.own ? 'own' : 'empty'
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
    await fill(open(folder, root))
    for (const companion of companions) rmSync(fileIn(dataDir) + companion, { force: true })
    renameSync(fileIn(folder), fileIn(dataDir))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What only a load needs is loaded only then: a start with nothing to do stays quick. */
async function fill(database: OpenDatabase): Promise<void> {
  const { closeDatabase, useDatabase } = await import('#db')
  const { closeCatalogue, useCatalogue } = await import('#modules/catalogue/server')
  const { openMemorySearch } = await import('#search/server')
  const { wire } = await import('../../app/application.server.ts')
  const { loadDemonstration } = await import('../../db/seed/load.ts')
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
