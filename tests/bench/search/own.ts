import { resolve } from 'node:path'
import type { SearchEngine } from '#search'
import { openThreadedSearch } from '#search/server'
import { type Contestant, hitsShown } from './contestant.ts'

interface Own extends Contestant {
  readonly engine: SearchEngine
}

export function isOwn(contestant: Contestant | null): contestant is Own {
  return contestant !== null && 'engine' in contestant
}

const root = resolve(import.meta.dirname, '../../..')

/** Our own engine, opened as the exchange opens it. */
export async function openOwn(path: string): Promise<Own> {
  const engine = await openThreadedSearch({ path, root })
  return {
    engine,
    build: async (documents) => {
      await engine.rebuild(documents)
    },
    ask: async ({ text, language, filters }) => {
      const result = await engine.search({
        text,
        reader: { organisationId: null },
        language,
        filters,
        ranges: {},
        exact: false,
        explain: false,
        sort: 'relevance',
        page: 1,
        pageSize: hitsShown,
      })
      return { ids: result.hits.map(({ id }) => id) }
    },
    close: () => engine.close(),
  }
}
