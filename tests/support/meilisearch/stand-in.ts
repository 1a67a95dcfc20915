import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { filterTest } from './filter.ts'
import { Refusal } from './refusal.ts'
import { projected, search, type StoredIndex } from './searching.ts'
import { checkedSettings, defaults, filterableFeatures, filterablePatterns, merged } from './settings.ts'
import {
  anything,
  boolean,
  checked,
  checkedParameters,
  checkedUid,
  isObject,
  orNull,
  parsed,
  positive,
  string,
  strings,
  type Json,
  type JsonObject,
} from './shape.ts'
import { Tasks } from './tasks.ts'

/** How the server behaves: as it should, or not. */
export type Behaviour = 'well' | 'fails' | 'hangs' | 'breaks-off' | 'busy' | 'not-json' | { slowBy: number }

interface Key {
  actions: string[]
  indexes: string[]
}

interface Asked {
  method: string
  path: string
  parameters: URLSearchParams
  body: string
  contentType: string | undefined
}

interface Answer {
  status: number
  body: Json
}

interface Route {
  method: string
  path: RegExp
  action: string
  answer: (asked: Asked, named: string[], key: Key) => Answer
}

const ok = (body: unknown): Answer => ({ status: 200, body: body as Json })
const accepted = (body: JsonObject): Answer => ({ status: 202, body })
const DOCUMENT_ID = /^[A-Za-z0-9_-]+$/
const PAYLOAD_LIMIT = 100 * 1024 * 1024

/**
 * A Meilisearch of version 1.50 as its documentation describes it, on 127.0.0.1, for tests: it refuses what the
 * documentation does not allow. It keeps all in memory and answers only what the engine asks.
 */
export class MeilisearchStandIn {
  readonly masterKey: string
  /** Every request in its order, as method and path. */
  readonly requests: string[] = []
  /** Every single search as it was asked for. */
  readonly searches: JsonObject[] = []
  behaviour: Behaviour = 'well'
  readonly tasks = new Tasks()
  readonly #keys = new Map<string, Key>()
  #indexes = new Map<string, StoredIndex>()
  #server: Server | null = null
  #port = 0
  #payloadLimit: number

  constructor({ masterKey = 'a-master-key-of-sixteen-bytes', payloadLimit = PAYLOAD_LIMIT } = {}) {
    this.masterKey = masterKey
    this.#payloadLimit = payloadLimit
    this.#keys.set(masterKey, { actions: ['*'], indexes: ['*'] })
  }

  /** A key that may do only this. */
  allow(key: string, actions: string[], indexes: string[]): void {
    this.#keys.set(key, { actions, indexes })
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`
  }

  /** The names of the indexes that exist. */
  get indexes(): string[] {
    return [...this.#indexes.keys()].sort()
  }

  /** Listens; after it was stopped at the same place, with what it held. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy())
    })
    // A test that computes for a while must not find its idle connections gone.
    server.keepAliveTimeout = 60_000
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
  }

  /** Goes away at once, in the middle of whatever it does. */
  async kill(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (!server) return
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  async stop(): Promise<void> {
    this.tasks.close()
    await this.kill()
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', this.url)
    this.requests.push(`${request.method ?? ''} ${address.pathname}`)
    const { behaviour } = this
    if (behaviour === 'hangs') return
    if (typeof behaviour === 'object') await new Promise((resolve) => setTimeout(resolve, behaviour.slowBy))
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const asked: Asked = {
      method: request.method ?? '',
      path: address.pathname,
      parameters: address.searchParams,
      body: Buffer.concat(chunks).toString('utf8'),
      contentType: request.headers['content-type'],
    }
    const { status, body } = this.#answer(asked, request.headers.authorization)
    const text = JSON.stringify(body)
    response.writeHead(status, {
      'Content-Type': 'application/json',
      ...(status === 503 ? { 'Retry-After': '10' } : {}),
    })
    if (behaviour === 'breaks-off') {
      response.write(text.slice(0, text.length / 2))
      setTimeout(() => response.destroy(), 5)
      return
    }
    response.end(behaviour === 'not-json' ? '<html>Bad gateway</html>' : text)
  }

  #answer(asked: Asked, authorization: string | undefined): Answer {
    try {
      if (this.behaviour === 'fails') throw new Refusal('internal', 'An internal error has occurred.')
      if (this.behaviour === 'busy') {
        throw new Refusal(
          'too_many_search_requests',
          'Too many search requests running at the same time: 1000. Retry after 10s.',
        )
      }
      const route = this.#routes.find(({ method, path }) => method === asked.method && path.test(asked.path))
      if (!route) throw new Refusal('not_found', `The path \`${asked.path}\` is not found.`)
      if (Buffer.byteLength(asked.body) > this.#payloadLimit) {
        throw new Refusal('payload_too_large', 'The provided payload reached the size limit.')
      }
      const named = (route.path.exec(asked.path) ?? []).slice(1).map(decodeURIComponent)
      return route.answer(asked, named, this.#authorized(authorization, route, named[0]))
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, body: error.body }
      throw error
    }
  }

  /** reference/api/authorization, security/how_to/manage_api_keys */
  #authorized(authorization: string | undefined, route: Route, index: string | undefined): Key {
    if (route.action === 'nothing') return { actions: ['*'], indexes: ['*'] }
    if (authorization === undefined) {
      throw new Refusal(
        'missing_authorization_header',
        'The Authorization header is missing. It must use the bearer authorization method.',
      )
    }
    const key = this.#keys.get(authorization.replace(/^Bearer /, ''))
    const [group = ''] = route.action.split('.')
    const may = key?.actions.some((action) => ['*', route.action, `${group}.*`].includes(action)) ?? false
    if (!key || !may) throw new Refusal('invalid_api_key', 'The provided API key is invalid.')
    if (index !== undefined && route.path.source.includes('indexes')) this.#allowed(key, index)
    return key
  }

  #allowed({ indexes }: Key, uid: string): void {
    const may = indexes.some(
      (pattern) => pattern === uid || (pattern.endsWith('*') && uid.startsWith(pattern.slice(0, -1))),
    )
    if (!may)
      throw new Refusal(
        'invalid_api_key',
        `The API key cannot acces the index \`${uid}\`, authorized indexes are ${JSON.stringify(indexes)}.`,
      )
  }

  #index(uid: string, prefix = ''): StoredIndex {
    const index = this.#indexes.get(checkedUid(uid, ''))
    if (!index) throw new Refusal('index_not_found', `${prefix}Index \`${uid}\` not found.`)
    return index
  }

  #made(uid: string): StoredIndex {
    const known = this.#indexes.get(uid)
    if (known) return known
    const index: StoredIndex = { uid, primaryKey: null, settings: defaults(), documents: new Map() }
    this.#indexes.set(uid, index)
    return index
  }

  #json({ body, contentType }: Asked): Json {
    if (contentType === undefined) {
      throw new Refusal(
        'missing_content_type',
        'A Content-Type header is missing. Accepted values for the Content-Type header are: `application/json`, `application/x-ndjson`, `text/csv`',
      )
    }
    if (!contentType.startsWith('application/json')) {
      throw new Refusal(
        'invalid_content_type',
        `The Content-Type \`${contentType}\` is invalid. Accepted values for the Content-Type header are: \`application/json\`, \`application/x-ndjson\`, \`text/csv\``,
      )
    }
    if (body === '') throw new Refusal('missing_payload', 'A json payload is missing.')
    return parsed(body)
  }

  readonly #routes: Route[] = [
    { method: 'GET', path: /^\/health$/, action: 'nothing', answer: () => ok({ status: 'available' }) },
    {
      method: 'GET',
      path: /^\/tasks\/([^/]+)$/,
      action: 'tasks.get',
      answer: (_, [uid = '']) => ok(this.tasks.get(uid)),
    },
    {
      method: 'POST',
      path: /^\/multi-search$/,
      action: 'search',
      answer: (asked, _, key) => this.#multiSearch(asked, key),
    },
    { method: 'POST', path: /^\/indexes$/, action: 'indexes.create', answer: (asked) => this.#create(asked) },
    {
      method: 'DELETE',
      path: /^\/indexes\/([^/]+)$/,
      action: 'indexes.delete',
      answer: (_, [uid = '']) => this.#drop(uid),
    },
    {
      method: 'POST',
      path: /^\/swap-indexes$/,
      action: 'indexes.swap',
      answer: (asked, _, key) => this.#swap(asked, key),
    },
    {
      method: 'PATCH',
      path: /^\/indexes\/([^/]+)\/settings$/,
      action: 'settings.update',
      answer: (asked, [uid = '']) => this.#configure(asked, uid),
    },
    {
      method: 'POST',
      path: /^\/indexes\/([^/]+)\/documents$/,
      action: 'documents.add',
      answer: (asked, [uid = '']) => this.#add(asked, uid),
    },
    {
      method: 'POST',
      path: /^\/indexes\/([^/]+)\/documents\/delete-batch$/,
      action: 'documents.delete',
      answer: (asked, [uid = '']) => this.#remove(asked, uid),
    },
    {
      method: 'POST',
      path: /^\/indexes\/([^/]+)\/documents\/fetch$/,
      action: 'documents.get',
      answer: (asked, [uid = '']) => this.#fetch(asked, uid),
    },
    {
      method: 'GET',
      path: /^\/indexes\/([^/]+)\/documents\/([^/]+)$/,
      action: 'documents.get',
      answer: (asked, [uid = '', id = '']) => this.#document(asked, uid, id),
    },
  ]

  #multiSearch(asked: Asked, key: Key): Answer {
    const body = checked(
      this.#json(asked),
      { queries: { expected: 'an array', test: Array.isArray }, federation: orNull(anything) },
      { code: () => 'bad_request' },
    )
    if (body['federation'] !== undefined) throw new Error('the stand-in has no federated search')
    const queries = body['queries']
    if (!Array.isArray(queries)) throw new Refusal('bad_request', 'Missing field `queries`')
    const results = queries.map((query, number) => {
      const path = `.queries[${String(number)}]`
      if (!isObject(query)) throw new Refusal('bad_request', `Invalid value type at \`${path}\`: expected an object`)
      const { indexUid, ...given } = query
      this.searches.push(given)
      if (typeof indexUid !== 'string')
        throw new Refusal('missing_index_uid', `Missing field \`indexUid\` inside \`${path}\``)
      checkedUid(indexUid, `Invalid value at \`${path}.indexUid\`: `)
      this.#allowed(key, indexUid)
      const inside = `Inside \`${path}\`: `
      const index = this.#index(indexUid, inside)
      try {
        return { indexUid, ...search(index, given, path) }
      } catch (error) {
        if (!(error instanceof Refusal) || error.message.includes(path)) throw error
        throw new Refusal(error.code, inside + error.message)
      }
    })
    return ok({ results })
  }

  #create(asked: Asked): Answer {
    const body = checked(
      this.#json(asked),
      { uid: string, primaryKey: orNull(string) },
      { code: (field) => `invalid_index_${field}` },
    )
    const uid = body['uid']
    if (typeof uid !== 'string') throw new Refusal('missing_index_uid', 'Missing field `uid`')
    checkedUid(uid, 'Invalid value at `.uid`: ')
    return accepted(
      this.tasks.enqueue('indexCreation', uid, () => {
        if (this.#indexes.has(uid)) throw new Refusal('index_already_exists', `Index \`${uid}\` already exists.`)
        const primaryKey = typeof body['primaryKey'] === 'string' ? body['primaryKey'] : null
        this.#made(uid).primaryKey = primaryKey
        return { primaryKey }
      }),
    )
  }

  #drop(uid: string): Answer {
    checkedUid(uid, '')
    return accepted(
      this.tasks.enqueue('indexDeletion', uid, () => {
        const { documents } = this.#index(uid)
        this.#indexes.delete(uid)
        return { deletedDocuments: documents.size }
      }),
    )
  }

  #configure(asked: Asked, uid: string): Answer {
    checkedUid(uid, '')
    const given = checkedSettings(this.#json(asked))
    return accepted(
      this.tasks.enqueue('settingsUpdate', uid, () => {
        const index = this.#made(uid)
        index.settings = merged(index.settings, given)
        return given
      }),
    )
  }

  #add(asked: Asked, uid: string): Answer {
    checkedUid(uid, '')
    checkedParameters(asked.parameters, ['primaryKey', 'csvDelimiter', 'customMetadata', 'skipCreation'])
    const body = this.#json(asked)
    const documents = Array.isArray(body) ? body : [body]
    const wrong = documents.find((document) => !isObject(document))
    if (wrong !== undefined)
      throw new Refusal('malformed_payload', 'The `json` payload provided is malformed: expected a map.')
    return accepted(
      this.tasks.enqueue('documentAdditionOrUpdate', uid, () => {
        const index = this.#made(uid)
        const all = documents.filter((document) => isObject(document))
        index.primaryKey ??= asked.parameters.get('primaryKey') ?? inferredKey(all[0] ?? {})
        const key = index.primaryKey
        for (const document of all) idOf(document, key)
        for (const document of all) index.documents.set(idOf(document, key), document)
        return { receivedDocuments: all.length, indexedDocuments: all.length }
      }),
    )
  }

  #remove(asked: Asked, uid: string): Answer {
    checkedUid(uid, '')
    const ids = this.#json(asked)
    if (!Array.isArray(ids)) throw new Refusal('malformed_payload', 'The json payload provided is malformed.')
    return accepted(
      this.tasks.enqueue('documentDeletion', uid, () => {
        const { documents } = this.#index(uid)
        const deleted = ids.filter((id) => documents.delete(typeof id === 'string' ? id : JSON.stringify(id))).length
        return { providedIds: ids.length, deletedDocuments: deleted, originalFilter: null }
      }),
    )
  }

  #fetch(asked: Asked, uid: string): Answer {
    const body = checked(
      this.#json(asked),
      {
        offset: positive,
        limit: positive,
        fields: orNull(strings),
        retrieveVectors: boolean,
        ids: orNull({ expected: 'an array', test: Array.isArray }),
        filter: anything,
        sort: orNull(strings),
      },
      { code: (field) => `invalid_document_${field}` },
    )
    const index = this.#index(uid)
    const test = filterTest(body['filter'] ?? null, {
      index: uid,
      code: 'invalid_document_filter',
      featuresOf: (attribute) => filterableFeatures(index.settings, attribute),
      filterable: filterablePatterns(index.settings),
    })
    const ids = Array.isArray(body['ids']) ? new Set(body['ids'].map(String)) : null
    const found = [...index.documents].filter(([id, document]) => (ids?.has(id) ?? true) && test(document))
    const offset = typeof body['offset'] === 'number' ? body['offset'] : 0
    const limit = typeof body['limit'] === 'number' ? body['limit'] : 20
    const fields = Array.isArray(body['fields']) ? body['fields'].map(String) : null
    const results = found
      .slice(offset, offset + limit)
      .map(([, document]) => (fields ? projected(document, fields) : document))
    return ok({ results, offset, limit, total: found.length })
  }

  #document(asked: Asked, uid: string, id: string): Answer {
    checkedParameters(asked.parameters, ['fields', 'retrieveVectors'])
    const document = this.#index(uid).documents.get(id)
    if (!document) throw new Refusal('document_not_found', `Document \`${id}\` not found.`)
    return ok(document)
  }

  /** reference/api/indexes/swap-indexes: documents, settings and tasks change places, all pairs or none. */
  #swap(asked: Asked, key: Key): Answer {
    const pairs = this.#json(asked)
    if (!Array.isArray(pairs)) throw new Refusal('bad_request', 'Invalid value type: expected an array')
    const swaps = pairs.map((pair, number) => {
      const path = `[${String(number)}]`
      const { indexes } = checked(
        pair,
        { indexes: strings, rename: boolean },
        { path, code: (field) => `invalid_swap_${field}` },
      )
      if (!Array.isArray(indexes))
        throw new Refusal('missing_swap_indexes', `Missing field \`indexes\` inside \`${path}\``)
      const [one = '', other = '', ...more] = indexes.map((uid) =>
        checkedUid(typeof uid === 'string' ? uid : JSON.stringify(uid), `Invalid value at \`${path}.indexes\`: `),
      )
      if (other === '' || more.length > 0) {
        throw new Refusal(
          'invalid_swap_indexes',
          `Two indexes must be given for each swap. The list \`${JSON.stringify(indexes)}\` contains ${String(indexes.length)} indexes.`,
        )
      }
      this.#allowed(key, one)
      this.#allowed(key, other)
      return [one, other] as const
    })
    const named = swaps.flat()
    const twice = named.find((uid, number) => named.indexOf(uid) !== number)
    if (twice !== undefined) {
      throw new Refusal(
        'invalid_swap_duplicate_index_found',
        `Indexes must be declared only once during a swap. \`${twice}\` was specified several times.`,
      )
    }
    return accepted(
      this.tasks.enqueue('indexSwap', null, () => {
        for (const uid of named) this.#index(uid)
        for (const [one, other] of swaps) {
          const [first, second] = [this.#index(one), this.#index(other)]
          this.#indexes.set(one, { ...second, uid: one })
          this.#indexes.set(other, { ...first, uid: other })
        }
        return { swaps: swaps.map(([one, other]) => ({ indexes: [one, other], rename: false })) }
      }),
    )
  }
}

/** The one field that ends with `id` (resources/internals/primary_key). */
function inferredKey(document: JsonObject): string {
  const candidates = Object.keys(document).filter((name) => name.toLowerCase().endsWith('id'))
  const [only] = candidates
  if (only === undefined)
    throw new Refusal(
      'index_primary_key_no_candidate_found',
      'The primary key inference failed as the engine did not find any field ending with `id` in its name. Please specify the primary key manually using the `primaryKey` query parameter.',
    )
  if (candidates.length > 1)
    throw new Refusal(
      'index_primary_key_multiple_candidates_found',
      `The primary key inference failed as the engine found ${String(candidates.length)} fields ending with \`id\` in their names: '${candidates.slice(0, 2).join("' and '")}'. Please specify the primary key manually using the \`primaryKey\` query parameter.`,
    )
  return only
}

function idOf(document: JsonObject, key: string): string {
  const id = document[key]
  if (id === undefined)
    throw new Refusal(
      'missing_document_id',
      `Document doesn't have a \`${key}\` attribute: \`${JSON.stringify(document)}\`.`,
    )
  const whole = typeof id === 'number' && Number.isInteger(id) ? String(id) : ''
  const text = typeof id === 'string' ? id : whole
  if (!DOCUMENT_ID.test(text) || Buffer.byteLength(text) > 511) {
    throw new Refusal(
      'invalid_document_id',
      `Document identifier \`${JSON.stringify(id)}\` is invalid. A document identifier can be of type integer or string, only composed of alphanumeric characters (a-z A-Z 0-9), hyphens (-) and underscores (_), and can not be more than 511 bytes.`,
    )
  }
  return text
}
