import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Meilisearch } from 'meilisearch'
import { config } from '#platform/config'
import type { SearchEngine } from '#search'
import { openMeilisearch, openMemorySearch, openSqliteSearch } from '#search/server'
import { Mistake } from './lines.ts'

/** An engine with an index of its own. */
export interface Opened {
  readonly engine: SearchEngine
  /** Takes away what lies outside the folder. */
  remove(): Promise<void>
}

const nothing = () => Promise.resolve()

/** An index beside that of the exchange, under a name that nothing else has. */
function openOnServer(): Opened {
  const server = config().meilisearch
  if (server === null)
    throw new Mistake('--engine meilisearch needs MEILISEARCH_URL and MEILISEARCH_KEY in the environment.')
  const index = `search_eval_${randomBytes(6).toString('hex')}`
  const client = new Meilisearch({ host: server.url, apiKey: server.key })
  return {
    engine: openMeilisearch({ ...server, index, searchTimeoutMs: 10_000, writeTimeoutMs: 600_000 }),
    remove: async () => {
      // One that is not there is no fault.
      for (const uid of [index, `${index}_next`]) await client.deleteIndex(uid).waitTask()
    },
  }
}

const engines = {
  sqlite: (folder) => ({ engine: openSqliteSearch({ path: join(folder, 'search.db') }), remove: nothing }),
  memory: () => ({ engine: openMemorySearch(), remove: nothing }),
  meilisearch: openOnServer,
} satisfies Record<string, (folder: string) => Opened>

export type EngineName = keyof typeof engines

export function engineNamed(name: string): EngineName {
  const found = (Object.keys(engines) as EngineName[]).find((known) => known === name)
  if (found === undefined)
    throw new Mistake(`There is no engine "${name}". Engines: ${Object.keys(engines).join(', ')}.`)
  return found
}

/** Opens an engine empty; its files lie in the folder. */
export function openEngine(name: EngineName, folder: string): Opened {
  return engines[name](folder)
}
