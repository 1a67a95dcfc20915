import { createEngine } from '../create-engine.ts'
import type { SearchEngine } from '../engine.ts'
import { MemoryStore } from './store.ts'

/** An index that lives as long as the process: for tests and small sets. Same answers, other speed. */
export function openMemorySearch(): SearchEngine {
  return createEngine({
    name: 'memory',
    capabilities: { exactTotals: true, exactTones: true, mends: true, persistent: false },
    live: new MemoryStore(),
    begin: () => new MemoryStore(),
    abandon: (store) => {
      store.close()
    },
    takeOver: (next) => next,
  })
}
