import { config } from '#platform/config'
import { log } from '#platform/log'
import type { SearchEngine, TermPair } from '#search'
import { builtInTerms, missedWritesIn, openMeilisearch, openThreadedSearch, withFallback } from '#search/server'
import { forgetAnswers } from './answers.server.ts'
import { useCatalogue } from './engine.server.ts'
import { currentDocuments } from './indexing.server.ts'

/** Milliseconds for a change to be carried out, during which the next ones wait. */
const writeTimeoutMs = 10_000

/** The built-in terms of a field: as synonyms, general words would find everything. */
function technicalTerms(without: readonly TermPair[]): TermPair[] {
  const keyOf = ({ kind, a, b }: TermPair) => [kind, a, b].join('\t').normalize('NFC').toLowerCase()
  const left = new Set(without.map(keyOf))
  return builtInTerms()
    .filter(({ field }) => field !== null)
    .map(({ en, vi }): TermPair => ({ kind: 'translation', a: en, b: vi }))
    .filter((pair) => !left.has(keyOf(pair)))
}

/** The embedded index; behind Meilisearch where that is configured, which then answers while it is well. */
async function opened(path: string): Promise<SearchEngine> {
  const embedded = await openThreadedSearch({ path, root: config().root })
  const { meilisearch } = config()
  if (!meilisearch) return embedded
  return withFallback(openMeilisearch({ ...meilisearch, writeTimeoutMs, terms: technicalTerms }), embedded, {
    missed: missedWritesIn(`${path}.missed`),
    documents: currentDocuments,
    onChange: (state, error) => {
      // The other engine may answer otherwise.
      forgetAnswers()
      if (state === 'open') log.warn({ err: error }, 'Meilisearch does not answer; the embedded index does')
      else log.info(state === 'closed' ? 'Meilisearch answers' : 'Meilisearch is tried and brought up to date')
    },
  })
}

/** Opens the index file, making it when there is none. */
export async function openCatalogue(path: string): Promise<void> {
  useCatalogue(await opened(path))
}
