import type { SearchDocument } from './document.ts'
import type { SearchEngine, SearchQuery } from './engine.ts'

/** What the primary engine has missed, as far as the mark; `everything` where that is more than is worth listing. */
export interface Missed {
  ids: string[]
  everything: boolean
  mark: number
}

/** Keeps the ids of documents whose change the primary engine has missed, where they outlive the process. */
export interface MissedWrites {
  read(): Missed
  add(ids: readonly string[]): void
  addEverything(): void
  /** Drops what was read up to this mark; what was added since stays. */
  forget(mark: number): void
}

/** The documents as they are now, for what the primary engine has missed. */
export interface CurrentDocuments {
  /** Those of these ids that are to be found; the others are gone. */
  of(ids: readonly string[]): Promise<SearchDocument[]>
  all(): AsyncIterable<SearchDocument[]>
}

/**
 * `closed`: the primary engine answers. `open`: it does not, and is left alone for a while. `half-open`: it is tried
 * and brought up to what it missed.
 */
export type BreakerState = 'closed' | 'open' | 'half-open'

export interface FallbackOptions {
  /** Milliseconds that an answer of the primary engine is waited for. */
  timeoutMs?: number
  /** Failures one after the other that open the breaker. */
  failures?: number
  /** Milliseconds until the primary engine is tried again; doubles with each trial that fails. */
  coolOffMs?: number
  mostCoolOffMs?: number
  missed: MissedWrites
  documents: CurrentDocuments
  /** Told of each change; `error` is why it opened. */
  onChange?: (state: BreakerState, error?: unknown) => void
}

class SlowAnswer extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${String(milliseconds)} ms`)
    this.name = 'SlowAnswer'
  }
}

/** Resolves as `work`, or rejects when it takes too long; what comes of it later is of no interest. */
async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SlowAnswer(milliseconds)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const BATCH = 200
/** A first sign of life, after which the server may have to be set up, may take this many times as long. */
const PATIENCE = 5

type Terms = Parameters<SearchEngine['useTerms']>[0]

const probe: SearchQuery = {
  text: '',
  reader: { organisationId: null },
  language: 'vi',
  exact: false,
  explain: false,
  filters: {},
  ranges: {},
  sort: 'newest',
  page: 1,
  pageSize: 1,
}

class FallbackEngine implements SearchEngine {
  readonly name: string
  readonly capabilities: SearchEngine['capabilities']
  readonly #primary: SearchEngine
  readonly #embedded: SearchEngine
  readonly #options: Required<FallbackOptions>
  /** Open until the primary engine was found whole: what it missed while this process was away is not known. */
  #state: BreakerState = 'open'
  #failures = 0
  #coolOff: number
  #timer: NodeJS.Timeout | null = null
  #trial: Promise<void> | null = null
  /** Terms that the primary engine does not have yet. */
  #untold: Terms | null = null
  #begun = false
  #closed = false
  /** Writes to the primary go one after the other, so that none overtakes what makes up for missed ones. */
  #writes: Promise<unknown> = Promise.resolve()

  constructor(primary: SearchEngine, embedded: SearchEngine, options: FallbackOptions) {
    this.#primary = primary
    this.#embedded = embedded
    this.name = `${primary.name}, else ${embedded.name}`
    this.capabilities = {
      ...embedded.capabilities,
      exactTotals: primary.capabilities.exactTotals && embedded.capabilities.exactTotals,
      exactTones: primary.capabilities.exactTones && embedded.capabilities.exactTones,
      mends: primary.capabilities.mends && embedded.capabilities.mends,
    }
    const defaults = { timeoutMs: 300, failures: 3, coolOffMs: 1000, mostCoolOffMs: 60_000, onChange: () => undefined }
    this.#options = { ...defaults, ...options }
    this.#coolOff = this.#options.coolOffMs
  }

  get needsRebuild(): boolean {
    return this.#embedded.needsRebuild
  }

  #change(state: BreakerState, error?: unknown): void {
    if (this.#state === state) return
    this.#state = state
    this.#options.onChange(state, error)
  }

  #open(error: unknown): void {
    this.#change('open', error)
    this.#tryIn(this.#coolOff)
    this.#coolOff = Math.min(this.#coolOff * 2, this.#options.mostCoolOffMs)
  }

  /** Nothing is asked of the primary engine before there is something to do: a process may only pass by. */
  #begin(): void {
    if (this.#begun) return
    this.#begun = true
    this.#tryIn(0)
  }

  #tryIn(milliseconds: number): void {
    if (this.#timer || this.#closed) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.#try()
    }, milliseconds)
    this.#timer.unref()
  }

  /** Tries the primary engine and brings it up to date; joins a trial under way. */
  #try(): Promise<void> {
    this.#trial ??= this.#heal()
      .catch((error: unknown) => {
        if (!this.#closed) this.#open(error)
      })
      .finally(() => {
        this.#trial = null
      })
    return this.#trial
  }

  /** Ends with the breaker closed, at a moment when nothing is missing. */
  async #heal(): Promise<void> {
    this.#change('half-open')
    const { timeoutMs, missed, documents } = this.#options
    await within(timeoutMs * PATIENCE, this.#primary.count())
    if (this.#primary.needsRebuild) missed.addEverything()
    for (let proved = false; !this.#closed;) {
      const { ids, everything, mark } = missed.read()
      const terms = this.#untold
      if (terms) {
        await this.#primary.useTerms(terms)
        if (this.#untold === terms) this.#untold = null
      } else if (everything) {
        await this.#primary.rebuild(documents.all())
        missed.forget(mark)
      } else if (ids.length > 0) {
        await this.#inTurn(() => this.#makeUpFor(ids))
        missed.forget(mark)
      } else if (!proved) {
        await within(timeoutMs, this.#primary.search(probe))
        proved = true
      } else {
        this.#failures = 0
        this.#change('closed')
        return
      }
    }
  }

  async #makeUpFor(ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const some = ids.slice(from, from + BATCH)
      const documents = await this.#options.documents.of(some)
      const found = new Set(documents.map((document) => document.id))
      await this.#primary.index(documents)
      await this.#primary.remove(some.filter((id) => !found.has(id)))
    }
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#writes.then(work)
    this.#writes = turn.catch(() => undefined)
    return turn
  }

  #failed(error: unknown, atOnce = false): void {
    this.#failures++
    if (this.#state === 'closed' && (atOnce || this.#failures >= this.#options.failures)) this.#open(error)
  }

  /** Asks the primary engine while it is well, else the embedded one, and says which of them answered. */
  async #answered<Result>(ask: (engine: SearchEngine) => Promise<Result>): Promise<[Result, SearchEngine]> {
    this.#begin()
    if (this.#state === 'closed') {
      try {
        const result = await within(this.#options.timeoutMs, ask(this.#primary))
        this.#failures = 0
        this.#coolOff = this.#options.coolOffMs
        return [result, this.#primary]
      } catch (error) {
        this.#failed(error)
      }
    }
    return [await ask(this.#embedded), this.#embedded]
  }

  /** The embedded engine first: its refusal is the answer, and what it holds is the truth while the other is away. */
  async #written(ids: string[], write: (engine: SearchEngine) => Promise<void>): Promise<void> {
    await write(this.#embedded)
    if (ids.length === 0) return
    this.#begin()
    // Not in turn behind a write that waits for a server that is gone.
    if (this.#state !== 'closed') this.#options.missed.add(ids)
    else await this.#inTurn(() => this.#writtenToPrimary(ids, write))
  }

  async #writtenToPrimary(ids: string[], write: (engine: SearchEngine) => Promise<void>): Promise<void> {
    if (this.#state !== 'closed') {
      this.#options.missed.add(ids)
      return
    }
    try {
      await write(this.#primary)
    } catch (error) {
      this.#options.missed.add(ids)
      // An index that has missed something may show what is no longer to be seen.
      this.#failed(error, true)
    }
  }

  async search(query: Parameters<SearchEngine['search']>[0]) {
    const [result, engine] = await this.#answered((one) => one.search(query))
    return { ...result, answeredBy: engine === this.#primary ? this.#primary.name : 'embedded' }
  }

  async suggest(query: Parameters<SearchEngine['suggest']>[0]) {
    return (await this.#answered((one) => one.suggest(query)))[0]
  }

  async candidates(query: Parameters<SearchEngine['candidates']>[0]) {
    return (await this.#answered((one) => one.candidates(query)))[0]
  }

  index(documents: SearchDocument[]): Promise<void> {
    return this.#written(
      documents.map((document) => document.id),
      (engine) => engine.index(documents),
    )
  }

  remove(ids: string[]): Promise<void> {
    return this.#written(ids, (engine) => engine.remove(ids))
  }

  async useTerms(terms: Terms): Promise<void> {
    await this.#embedded.useTerms(terms)
    this.#untold = terms
    if (this.#state !== 'closed') return
    try {
      await this.#primary.useTerms(terms)
      if (this.#untold === terms) this.#untold = null
    } catch (error) {
      this.#failed(error, true)
    }
  }

  /** Both are built anew; the primary one from the documents as they are afterwards, now or when it is back. */
  async rebuild(source: AsyncIterable<SearchDocument[]>): Promise<{ documents: number }> {
    const built = await this.#embedded.rebuild(source)
    this.#options.missed.addEverything()
    // A trial under way may have read what was missed already: it goes round once more, or this one does.
    await this.#trial
    if (this.#options.missed.read().everything) {
      if (this.#timer) clearTimeout(this.#timer)
      this.#timer = null
      await this.#try()
    }
    return built
  }

  count(): Promise<number> {
    return this.#embedded.count()
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#primary.close()
    await this.#embedded.close()
  }
}

/**
 * A search engine beside the embedded one: it answers while it is well, and nobody notices when it is not. The
 * embedded index is always kept current; what the other misses is made up for before it answers again.
 */
export function withFallback(primary: SearchEngine, embedded: SearchEngine, options: FallbackOptions): SearchEngine {
  return new FallbackEngine(primary, embedded, options)
}
