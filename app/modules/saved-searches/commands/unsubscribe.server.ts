import { type Reader, reader, transaction } from '#db'
import { done, refuse, type Result } from '#kernel'
import type { TellingFrequency } from '../saved-search.ts'
import { type SavedSearch, searchById, tellingOf } from '../store.server.ts'
import { readToken, type Stopped } from '../unsubscribe-token.server.ts'
import { changeSearch } from './edit-search.server.ts'

async function searchesOfToken(db: Reader, stopped: Stopped): Promise<SavedSearch[]> {
  if (stopped.kind === 'person') return tellingOf(db, stopped.id, stopped.frequency)
  const search = await searchById(db, stopped.id)
  return search?.state === 'active' && search.frequency !== 'never' ? [search] : []
}

/** What a link in a letter would stop. */
export interface Unsubscription {
  /** The names of the searches that still tell; none once they are stopped. */
  readonly names: readonly string[]
  /** Null where the link is about one search. */
  readonly frequency: TellingFrequency | null
}

/**
 * What the holder of a link may stop. Nobody needs to be signed in.
 *
 * @returns refusal 404 `not_found` for a token the exchange did not write
 */
export async function unsubscription(token: string): Promise<Result<Unsubscription>> {
  const stopped = await readToken(reader(), token)
  if (!stopped) return refuse('not_found', 404)
  const searches = await searchesOfToken(reader(), stopped)
  return done({
    names: searches.map((search) => search.name),
    frequency: stopped.kind === 'person' ? stopped.frequency : null,
  })
}

/**
 * Stops the letters a link is about: the searches are paused. Asked twice it is done once.
 *
 * @returns refusal 404 `not_found` for a token the exchange did not write
 */
export async function unsubscribe(token: string): Promise<Result<null>> {
  return transaction(async (tx) => {
    const stopped = await readToken(tx, token)
    if (!stopped) return refuse('not_found', 404)
    for (const search of await searchesOfToken(tx, stopped)) {
      const paused = await changeSearch(tx, search, search, { state: 'paused' }, 'saved_search.unsubscribe')
      if (!paused.ok) return paused
    }
    return done(null)
  })
}
