import { createEngine } from '../create-engine.ts'
import type { SearchEngine } from '../engine.ts'
import { removeFile } from './file.ts'
import { SqliteStore } from './store.ts'

/**
 * Opens the embedded index in the file at `path`, making it if needed. One process should hold it at a time for
 * rebuilding; what another process writes is noticed. Throws what the file system or SQLite throws.
 */
export function openSqliteSearch({ path }: { path: string }): SearchEngine {
  const beside = `${path}.rebuild`
  removeFile(beside)
  return createEngine({
    name: 'sqlite',
    capabilities: { exactTotals: true, exactTones: true, persistent: true },
    live: new SqliteStore(path),
    begin: () => {
      removeFile(beside)
      return new SqliteStore(beside)
    },
    abandon: (store) => {
      store.close()
      removeFile(beside)
    },
    takeOver: (next, live) => next.takeOver(live),
  })
}
