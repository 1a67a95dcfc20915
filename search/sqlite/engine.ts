import { createEngine } from '../create-engine.ts'
import type { SearchEngine } from '../engine.ts'
import { isUnusable, removeFile } from './file.ts'
import { SqliteStore } from './store.ts'

/** A file damaged behind its header is found out while it is read. */
function openStore(path: string): SqliteStore {
  try {
    return new SqliteStore(path)
  } catch (error) {
    if (!isUnusable(error)) throw error
    removeFile(path)
    return new SqliteStore(path)
  }
}

/**
 * Opens the embedded index in the file at `path`, making it if needed; what another process writes to it is
 * noticed, but a rebuild is refused while two hold it. A damaged file, or one of another layout, is made anew.
 * Throws if the file is a database of something else, and what the file system throws.
 */
export function openSqliteSearch({ path }: { path: string }): SearchEngine {
  const beside = `${path}.rebuild`
  removeFile(beside)
  return createEngine({
    name: 'sqlite',
    capabilities: { exactTotals: true, exactTones: true, mends: true, persistent: true },
    live: openStore(path),
    begin: () => {
      removeFile(beside)
      return new SqliteStore(beside, true)
    },
    abandon: (store) => {
      store.close()
      removeFile(beside)
    },
    takeOver: (next, live) => next.takeOver(live),
  })
}
