import type { SearchDocument } from '../document.ts'
import type { SearchEngine, TermPair } from '../engine.ts'
import { Search, type Means } from './answer.ts'
import { candidatesFrom } from './candidates.ts'
import { Connection, type MeilisearchOptions } from './connection.ts'
import { TermCounts } from './counts.ts'
import { indexedOf, type Indexed } from './indexed.ts'
import { LAYOUT, settingsWith } from './settings.ts'
import { suggestionsFrom } from './suggest.ts'
import { Synonyms } from './synonyms.ts'

/** Documents sent at once. The server takes 100 MB in one request by default; a document is some kilobytes. */
const BATCH = 500

/** Of several versions of a document the newest; of equally old ones the last. */
function newest(documents: Indexed[]): Indexed[] {
  const latest = new Map<string, Indexed>()
  for (const document of documents) {
    const known = latest.get(document.id)
    if (!known || known.updatedAt <= document.updatedAt) latest.set(document.id, document)
  }
  return [...latest.values()]
}

class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch'
  /** Counts reach beyond the hits that can be paged to, but words after the tenth are not asked for. */
  readonly capabilities = { exactTotals: false, exactTones: true, mends: true, persistent: true }
  readonly #connection: Connection
  readonly #counts = new TermCounts()
  #synonyms = new Synonyms([])
  #layout: number | null = null
  /** Done once: the index is there, and its layout is known. Tried again after it failed. */
  #prepared: Promise<void> | null = null
  /** Changes go one after the other: what is older than what is held is found out by asking first. */
  #writes: Promise<unknown> = Promise.resolve()
  /** What was written during a rebuild: the document, or null for removed. */
  #meanwhile: Map<string, Indexed | null> | null = null

  readonly #terms: (without: TermPair[]) => TermPair[]

  constructor(options: MeilisearchOptions) {
    this.#connection = new Connection(options)
    this.#terms = options.terms ?? (() => [])
  }

  get needsRebuild(): boolean {
    return this.#layout !== LAYOUT
  }

  get #means(): Means {
    return { connection: this.#connection, synonyms: this.#synonyms, counts: this.#counts }
  }

  #ready(): Promise<void> {
    this.#prepared ??= this.#prepare().catch((error: unknown) => {
      this.#prepared = null
      throw error
    })
    return this.#prepared
  }

  async #prepare(): Promise<void> {
    const { index } = this.#connection
    this.#layout = await this.#connection.layout()
    if (this.#layout !== null) return
    await this.#connection.create(index)
    await this.#connection.configure(index, settingsWith(this.#synonyms.setting))
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#writes.then(async () => {
      await this.#ready()
      return work()
    })
    this.#writes = turn.catch(() => undefined)
    return turn
  }

  async index(documents: SearchDocument[]): Promise<void> {
    const given = newest(documents.map(indexedOf))
    await this.#inTurn(async () => {
      const held = await this.#connection.versions(given.map((document) => document.id))
      const newer = given.filter((document) => document.updatedAt >= (held.get(document.id) ?? -Infinity))
      await this.#connection.add(this.#connection.index, newer)
      for (const document of given) this.#note(document.id, document)
      this.#counts.noteWritten(newer.length)
    })
  }

  async remove(ids: string[]): Promise<void> {
    await this.#inTurn(async () => {
      await this.#connection.remove(this.#connection.index, ids)
      for (const id of ids) this.#note(id, null)
      this.#counts.noteWritten(ids.length)
    })
  }

  #note(id: string, document: Indexed | null): void {
    const known = this.#meanwhile?.get(id)
    if (document && known && known.updatedAt > document.updatedAt) return
    this.#meanwhile?.set(id, document)
  }

  async search(query: Parameters<SearchEngine['search']>[0]) {
    await this.#ready()
    return new Search(this.#means, query).result()
  }

  async suggest(query: Parameters<SearchEngine['suggest']>[0]) {
    await this.#ready()
    return suggestionsFrom(this.#means, query)
  }

  async candidates(query: Parameters<SearchEngine['candidates']>[0]) {
    await this.#ready()
    return candidatesFrom(this.#means, query)
  }

  async useTerms(terms: { added: TermPair[]; without: TermPair[] }): Promise<void> {
    await this.#inTurn(async () => {
      const synonyms = new Synonyms([...terms.added, ...this.#terms(terms.without)])
      await this.#connection.configure(this.#connection.index, { synonyms: synonyms.setting })
      this.#synonyms = synonyms
    })
  }

  async rebuild(source: AsyncIterable<SearchDocument[]>): Promise<{ documents: number }> {
    if (this.#meanwhile) throw new Error('a rebuild of the search index is under way')
    const changes = new Map<string, Indexed | null>()
    this.#meanwhile = changes
    const { index } = this.#connection
    const next = `${index}_next`
    try {
      await this.#ready()
      await this.#connection.drop(next)
      await this.#connection.create(next)
      await this.#connection.configure(next, settingsWith(this.#synonyms.setting))
      const versions = new Map<string, number>()
      for await (const documents of source) {
        for (let from = 0; from < documents.length; from += BATCH) {
          const batch = newest(documents.slice(from, from + BATCH).map(indexedOf))
          await this.#addNewer(next, batch, versions)
        }
      }
      return await this.#inTurn(async () => {
        await this.#addNewer(
          next,
          [...changes.values()].filter((document) => document !== null),
          versions,
        )
        await this.#connection.remove(
          next,
          [...changes].flatMap(([id, document]) => (document ? [] : [id])),
        )
        await this.#connection.seal(next, LAYOUT)
        await this.#connection.swap(index, next)
        this.#layout = LAYOUT
        this.#counts.clear()
        await this.#connection.drop(next)
        return { documents: await this.#connection.count() }
      })
    } finally {
      this.#meanwhile = null
    }
  }

  async #addNewer(uid: string, documents: Indexed[], versions: Map<string, number>): Promise<void> {
    const newer = documents.filter((document) => document.updatedAt >= (versions.get(document.id) ?? -Infinity))
    for (const { id, updatedAt } of newer) versions.set(id, updatedAt)
    await this.#connection.add(uid, newer)
  }

  async count(): Promise<number> {
    await this.#ready()
    return this.#connection.count()
  }

  async close(): Promise<void> {
    this.#meanwhile = null
  }
}

/**
 * Opens an index of a Meilisearch server. Nothing is asked of the server before it is used first; until then the index
 * is taken to need a rebuild. Methods throw a `MeilisearchFault` where the server does not do what is asked.
 */
export function openMeilisearch(options: MeilisearchOptions): SearchEngine {
  return new MeilisearchEngine(options)
}
