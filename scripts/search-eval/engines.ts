import { join } from 'node:path'
import type { SearchEngine } from '#search'
import { openMemorySearch, openSqliteSearch } from '#search/server'
import { Mistake } from './lines.ts'

type Open = (folder: string) => SearchEngine | Promise<SearchEngine>

/** Each engine, opened empty; its files lie in the folder. */
const engines = {
  sqlite: (folder) => openSqliteSearch({ path: join(folder, 'search.db') }),
  memory: () => openMemorySearch(),
  meilisearch: () => {
    throw new Mistake('This exchange has no Meilisearch yet.')
  },
} satisfies Record<string, Open>

export type EngineName = keyof typeof engines

export function engineNamed(name: string): EngineName {
  const found = (Object.keys(engines) as EngineName[]).find((known) => known === name)
  if (found === undefined)
    throw new Mistake(`There is no engine "${name}". Engines: ${Object.keys(engines).join(', ')}.`)
  return found
}

export async function openEngine(name: EngineName, folder: string): Promise<SearchEngine> {
  const open: Open = engines[name]
  return open(folder)
}
