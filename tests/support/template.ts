import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '#db'
import { openDatabase } from '#dialect'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database file, to be copied. */
    readonly databaseTemplate: string
  }
}

/** Makes the database that all tests of a run start from, once. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-template-'))
  const file = join(folder, 'exchange.sqlite')
  const database = openDatabase(file, () => undefined)
  migrateDatabase(database, join(project.config.root, 'db', 'migrations'))
  database.close()
  project.provide('databaseTemplate', file)
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}
