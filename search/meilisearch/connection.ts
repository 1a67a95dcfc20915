import type { TermPair } from '../engine.ts'
import { setTimeout } from 'node:timers/promises'
import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestTimeOutError,
  type EnqueuedTaskPromise,
  type MultiSearchQuery,
  type SearchResponse,
  type Settings,
} from 'meilisearch'
import { SearchBusyError } from '../engine.ts'
import type { Indexed } from './indexed.ts'
import { ABOUT } from './indexed.ts'

export interface MeilisearchOptions {
  url: string
  /** A key that may search, add, get and delete documents, create, get, update, delete and swap indexes, get tasks. */
  key: string
  /** The name of the index; `<index>_next` is used while it is built anew. */
  index: string
  /** Terms that are known without being given, as far as the limits of the server allow. */
  terms?: (without: TermPair[]) => TermPair[]
  /** Milliseconds for one search request. */
  searchTimeoutMs?: number
  /** Milliseconds for one other request, and for the server to carry out a change. */
  writeTimeoutMs?: number
}

/**
 * Why Meilisearch did not do what was asked: not reached, too slow, the key refused, the request refused, a fault of
 * its own, or a change that failed after it was taken.
 */
export type FaultKind = 'unreachable' | 'slow' | 'key' | 'refused' | 'server' | 'task'

/** Never holds the key, nor anything of a request. */
export class MeilisearchFault extends Error {
  readonly kind: FaultKind
  /** Meilisearch's own error code, where it gave one. */
  readonly code: string | null
  constructor(kind: FaultKind, code: string | null, saying: string) {
    super(`Meilisearch: ${kind}${code === null ? '' : ` (${code})`}${saying === '' ? '' : `: ${saying}`}`)
    this.name = 'MeilisearchFault'
    this.kind = kind
    this.code = code
  }
}

const RETRY_SECONDS = 10

/** Turns whatever the client throws into a fault of ours; `key` is taken out of what it says. */
function faultOf(error: unknown, key: string): Error {
  if (error instanceof MeilisearchFault) return error
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response
    const code = error.cause?.code ?? null
    if (code === 'too_many_search_requests') return new SearchBusyError(RETRY_SECONDS)
    const kind = status === 401 || status === 403 ? 'key' : status >= 500 ? 'server' : 'refused'
    return new MeilisearchFault(kind, code, error.message.replaceAll(key, '…').slice(0, 300))
  }
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof MeilisearchRequestTimeOutError) return new MeilisearchFault('slow', null, '')
  if (error instanceof SyntaxError) return new MeilisearchFault('server', null, 'the answer is not JSON')
  const code = cause instanceof Error && cause.cause instanceof Error && 'code' in cause.cause ? cause.cause.code : null
  return new MeilisearchFault('unreachable', typeof code === 'string' ? code : null, '')
}

type Query = Omit<MultiSearchQuery, 'indexUid'>
type Answer = SearchResponse<Indexed>

/** What the engine asks of the server, in its words; every method throws a `MeilisearchFault` or a `SearchBusyError`. */
export class Connection {
  readonly index: string
  readonly #key: string
  readonly #searching: Meilisearch
  readonly #writing: Meilisearch
  readonly #patience: number

  constructor({ url, key, index, searchTimeoutMs = 2000, writeTimeoutMs = 30_000 }: MeilisearchOptions) {
    this.index = index
    this.#key = key
    this.#patience = writeTimeoutMs
    this.#searching = new Meilisearch({ host: url, apiKey: key, timeout: searchTimeoutMs })
    this.#writing = new Meilisearch({ host: url, apiKey: key, timeout: writeTimeoutMs })
  }

  async #guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      throw faultOf(error, this.#key)
    }
  }

  /** Waits until the server has carried out a change. */
  #done(change: () => EnqueuedTaskPromise, passOver: string | null = null): Promise<void> {
    return this.#guarded(async () => {
      const { taskUid } = await change()
      const end = performance.now() + this.#patience
      for (let pause = 2; ; pause = Math.min(pause * 2, 250)) {
        const task = await this.#writing.tasks.getTask(taskUid)
        if (task.status === 'succeeded') return
        if (task.status === 'failed' || task.status === 'canceled') {
          const code = task.error?.code ?? task.status
          if (code === passOver) return
          throw new MeilisearchFault('task', code, '')
        }
        if (performance.now() > end) throw new MeilisearchFault('slow', null, `task ${String(taskUid)}`)
        await setTimeout(pause)
      }
    })
  }

  /** Several searches in one request, answered in their order. */
  async search(queries: Query[]): Promise<Answer[]> {
    return this.#guarded(async () => {
      const asked = queries.map((query) => ({ indexUid: this.index, ...query }))
      const { results } = await this.#searching.multiSearch<{ queries: MultiSearchQuery[] }, Indexed>({
        queries: asked,
      })
      return results
    })
  }

  /** When the documents with these ids were last changed; those that are not there are left out. */
  async versions(ids: string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map<string, number>()
    return this.#guarded<Map<string, number>>(async () => {
      const index = this.#writing.index<Pick<Indexed, 'id' | 'updatedAt'>>(this.index)
      // Asked as a filter it goes by POST: a list of ids is too long for an address.
      const filter = `id IN [${ids.map((id) => `"${id}"`).join(',')}]`
      const { results } = await index.getDocuments({ filter, fields: ['id', 'updatedAt'], limit: ids.length })
      return new Map(results.map(({ id, updatedAt }) => [id, updatedAt]))
    })
  }

  async count(): Promise<number> {
    return this.#guarded(async () => {
      const found = await this.#writing.index(this.index).getDocuments({ filter: 'facets.kind EXISTS', limit: 0 })
      return found.total
    })
  }

  /** The layout that the index says it has; null where there is no index, or it was never completed. */
  async layout(): Promise<number | null> {
    return this.#guarded(async () => {
      try {
        const about = await this.#writing.index<{ id: string; layout: number }>(this.index).getDocument(ABOUT)
        return about.layout
      } catch (error) {
        const code = error instanceof MeilisearchApiError ? error.cause?.code : null
        if (code === 'document_not_found' || code === 'index_not_found') return null
        throw error
      }
    })
  }

  async seal(uid: string, layout: number): Promise<void> {
    await this.#done(() => this.#writing.index(uid).addDocuments([{ id: ABOUT, layout }]))
  }

  /** Makes an index; one that is there already stays as it is. */
  async create(uid: string): Promise<void> {
    await this.#done(() => this.#writing.createIndex(uid, { primaryKey: 'id' }), 'index_already_exists')
  }

  async drop(uid: string): Promise<void> {
    await this.#done(() => this.#writing.deleteIndex(uid), 'index_not_found')
  }

  async configure(uid: string, settings: Settings): Promise<void> {
    await this.#done(() => this.#writing.index(uid).updateSettings(settings))
  }

  async add(uid: string, documents: Indexed[]): Promise<void> {
    if (documents.length > 0) await this.#done(() => this.#writing.index<Indexed>(uid).addDocuments(documents))
  }

  async remove(uid: string, ids: string[]): Promise<void> {
    if (ids.length > 0) await this.#done(() => this.#writing.index(uid).deleteDocuments(ids))
  }

  async swap(one: string, other: string): Promise<void> {
    await this.#done(() => this.#writing.swapIndexes([{ indexes: [one, other], rename: false }]))
  }
}
