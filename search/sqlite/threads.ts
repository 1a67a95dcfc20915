import { Worker } from 'node:worker_threads'
import type {
  CandidateQuery,
  Candidate,
  SearchQuery,
  SearchResult,
  Suggestion,
  SuggestQuery,
  TermPair,
} from '../engine.ts'
import type { SearchDocument } from '../document.ts'

/** What the thread that reads is asked, and answers. */
export interface ReadingCalls {
  search: (query: SearchQuery) => SearchResult
  suggest: (query: SuggestQuery) => Suggestion[]
  candidates: (query: CandidateQuery) => Candidate[]
  useTerms: (terms: { added: TermPair[]; without: TermPair[] }) => void
  /** How many documents there are; takes in what was written. */
  count: () => number
  /** Reads a finished index that is to take the place of the one in use. */
  prepare: (path: string) => void
  /** Lets go of the file in use. */
  release: () => void
  /** Opens the file that is there now; `replaced`: it is the one prepared. */
  resume: (replaced: boolean) => void
  close: () => void
}

/** What the thread that writes is asked, and answers. */
export interface WritingCalls {
  index: (documents: SearchDocument[]) => void
  remove: (ids: string[]) => void
  needsRebuild: () => boolean
  begin: () => void
  fill: (documents: SearchDocument[]) => void
  /** Completes the new index with what has changed meanwhile, and lets go of its file. */
  finish: (changes: { written: SearchDocument[]; removed: string[] }) => void
  abandon: () => void
  /** Puts the finished index in the place of the one in use. */
  replace: () => void
  close: () => void
}

export interface Call {
  number: number
  name: string
  given: unknown
}

export interface Answer {
  number: number
  value?: unknown
  error?: { name: string; message: string }
}

/** An error of another thread as one of this: what was thrown as a TypeError is one here, too. */
function revived({ name, message }: { name: string; message: string }): Error {
  return name === 'TypeError' ? new TypeError(message) : new Error(message)
}

/**
 * Bytes read from the file live outside of V8's heap and are given back when their young owners are collected: a small
 * young generation keeps them few. The old one is not to be the limit of an index.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 4096 }

/** Calls functions in a thread of their own, one after the other. */
export class Thread<Calls extends Record<keyof Calls, (given: never) => unknown>> {
  readonly #script: string
  readonly #work: { role: 'read' | 'write'; path: string }
  #worker: Worker
  #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  #number = 0
  #ended: Error | null = null

  /** `script`: the file of the thread. `work`: what it is told at its start. */
  constructor(script: string, work: { role: 'read' | 'write'; path: string }) {
    this.#script = script
    this.#work = work
    this.#worker = this.#start()
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#work, resourceLimits })
    worker.on('message', ({ number, value, error }: Answer) => {
      const waiting = this.#waiting.get(number)
      this.#waiting.delete(number)
      if (this.#waiting.size === 0) worker.unref()
      if (error) waiting?.reject(revived(error))
      else waiting?.resolve(value)
    })
    const end = (error: unknown) => {
      if (this.#worker === worker) this.#end(error instanceof Error ? error : new Error(String(error)))
    }
    worker.on('error', end)
    worker.on('exit', () => {
      end(new Error('the search thread has ended'))
    })
    worker.unref()
    return worker
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const { reject } of this.#waiting.values()) reject(this.#ended)
    this.#waiting.clear()
  }

  /** How many calls wait for an answer. */
  get load(): number {
    return this.#waiting.size
  }

  get ended(): boolean {
    return this.#ended !== null
  }

  /** Ends and starts again once nothing waits for it: what it has in memory is given back. */
  async renew(): Promise<void> {
    const old = this.#worker
    this.#worker = this.#start()
    await old.terminate()
  }

  startAgainIfEnded(): void {
    if (!this.#ended) return
    this.#ended = null
    this.#worker = this.#start()
  }

  call<Name extends keyof Calls & string>(
    name: Name,
    ...[given]: Parameters<Calls[Name]>
  ): Promise<ReturnType<Calls[Name]>> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended)
        return
      }
      const number = ++this.#number
      this.#waiting.set(number, { resolve: resolve as (value: unknown) => void, reject })
      this.#worker.ref()
      const call: Call = { number, name, given }
      this.#worker.postMessage(call)
    })
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}
