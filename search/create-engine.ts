import type { SearchDocument } from './document.ts'
import type { SearchCapabilities, SearchEngine } from './engine.ts'
import { entryOf } from './entry.ts'
import type { Entry } from './entry.ts'
import { candidatesFrom } from './candidates.ts'
import { searchStore } from './search.ts'
import { suggestFrom } from './suggest.ts'
import { Terminology } from './terminology.ts'
import type { Store } from './store.ts'

interface Parts<Kept extends Store> {
  name: string
  capabilities: SearchCapabilities
  live: Kept
  /** An empty store to rebuild into. */
  begin: () => Kept
  abandon: (next: Kept) => void
  /** Puts `next` in the place of `live` and returns the store to go on with. */
  takeOver: (next: Kept, live: Kept) => Kept
}

/** Entries of a batch written to a new index between two turns of the event loop. */
const BATCH = 500

/** The outcome of synchronous work as a promise: what it throws is a rejection. */
function settled<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work())
  })
}

/** Makes an engine of a store: preparing documents, searching, and rebuilding while searches go on. */
export function createEngine<Kept extends Store>(parts: Parts<Kept>): SearchEngine {
  let live = parts.live
  let terminology = new Terminology()
  /** What was written during a rebuild: the entry, or null for removed. */
  let meanwhile: Map<string, Entry | null> | undefined

  function write(entries: Entry[]): void {
    live.write(entries)
    for (const entry of entries) meanwhile?.set(entry.row.id, entry)
  }

  async function fill(next: Kept, source: AsyncIterable<SearchDocument[]>): Promise<void> {
    for await (const documents of source) {
      for (let from = 0; from < documents.length; from += BATCH) {
        next.write(documents.slice(from, from + BATCH).map(entryOf))
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
  }

  function finish(next: Kept, changes: Map<string, Entry | null>): void {
    const written = [...changes.values()].filter((entry) => entry !== null)
    next.remove([...changes].flatMap(([id, entry]) => (entry === null ? [id] : [])))
    next.write(written)
    next.seal()
  }

  return {
    name: parts.name,
    capabilities: parts.capabilities,
    get needsRebuild() {
      return live.needsRebuild
    },
    index: (documents) =>
      settled(() => {
        write(documents.map(entryOf))
      }),
    remove: (ids) =>
      settled(() => {
        live.remove(ids)
        for (const id of ids) meanwhile?.set(id, null)
      }),
    search: (query) => settled(() => live.reading(() => searchStore(live, query, terminology))),
    suggest: (query) => settled(() => live.reading(() => suggestFrom(live, query, terminology))),
    candidates: (query) => settled(() => live.reading(() => candidatesFrom(live, query))),
    useTerms: (terms) =>
      settled(() => {
        terminology = new Terminology(terms)
      }),
    rebuild: async (source) => {
      if (meanwhile) throw new Error('a rebuild of the search index is under way')
      const changes = new Map<string, Entry | null>()
      meanwhile = changes
      try {
        const next = parts.begin()
        try {
          await fill(next, source)
          finish(next, changes)
        } catch (error) {
          parts.abandon(next)
          throw error
        }
        live = parts.takeOver(next, live)
        return { documents: live.columns.size }
      } finally {
        meanwhile = undefined
      }
    },
    count: () => settled(() => live.reading(() => live.columns.size)),
    close: () =>
      settled(() => {
        live.close()
      }),
  }
}
