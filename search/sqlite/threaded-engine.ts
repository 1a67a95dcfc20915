import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { SearchDocument } from '../document.ts'
import { SearchBusyError } from '../engine.ts'
import type { SearchEngine } from '../engine.ts'
import { Thread } from './threads.ts'
import type { ReadingCalls, WritingCalls } from './threads.ts'

interface Options {
  path: string
  /** The project's folder: the threads run from its sources. */
  root: string
  /** Threads that search; beside them one writes. */
  readers?: number
  /** Questions that may wait for each thread that searches; one more is refused. */
  waiting?: number
}

/** So many questions, each of some ten milliseconds, are answered well within a second. */
const WAITING = 40
const RETRY_AFTER_SECONDS = 1
const MOST_READERS = 4
/** Batches on their way into a new index: one that is taken in, and one that is handed over meanwhile. */
const FILLED_AT_ONCE = 2

const readersFor = (cores: number): number => Math.min(MOST_READERS, Math.max(1, cores - 1))

/**
 * Opens the embedded index with a thread that writes and one or more that search over read-only connections, so that
 * neither a slow question nor indexing holds up a page. Resolves when it can be searched. A damaged file, or one of
 * another layout, is made anew. Throws if the file is a database of something else, and what the file system throws.
 */
export async function openThreadedSearch({ path, root, readers, waiting = WAITING }: Options): Promise<SearchEngine> {
  const script = join(root, 'search', 'sqlite', 'thread.ts')
  const writer = new Thread<WritingCalls>(script, { role: 'write', path })
  const count = readers ?? readersFor(availableParallelism())
  const searching: Thread<ReadingCalls>[] = []
  let needsRebuild: boolean
  try {
    needsRebuild = await writer.call('needsRebuild')
    for (let at = 0; at < count; at++) searching.push(new Thread(script, { role: 'read', path }))
    await Promise.all(searching.map((thread) => thread.call('count')))
  } catch (error) {
    await Promise.all([writer.close(), ...searching.map((thread) => thread.close())])
    throw error
  }
  let closed = false
  let terms: Parameters<SearchEngine['useTerms']>[0] | undefined
  /** What was written during a rebuild: the document, or null for removed. */
  let meanwhile: Map<string, SearchDocument | null> | undefined
  /** While a rebuilt index takes the place of the one in use, the threads that search have no file open. */
  let swapping: Promise<void> | undefined
  /** Changes reach the threads that search in the order they were made. */
  let writing: Promise<unknown> = Promise.resolve()

  const onAll = async (work: (thread: Thread<ReadingCalls>) => Promise<unknown>): Promise<void> => {
    await Promise.all(searching.map(work))
  }

  /** A thread that has ended (out of memory, say) is started again; it reads the index as it is now. */
  async function revive(): Promise<void> {
    for (const thread of [writer, ...searching]) thread.startAgainIfEnded()
    const known = terms
    if (known) await onAll((thread) => thread.call('useTerms', known))
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = writing.then(work)
    writing = turn.catch(() => undefined)
    return turn
  }

  /** The threads that search take in what was written at once, so that no question waits for it. */
  async function change(make: () => Promise<void>): Promise<void> {
    await inTurn(async () => {
      if (writer.ended) await revive()
      await make()
      await onAll((thread) => thread.call('count'))
    })
  }

  /** Asks the thread that has the least to do. */
  async function ask<Name extends keyof ReadingCalls>(
    name: Name,
    ...given: Parameters<ReadingCalls[Name]>
  ): Promise<ReturnType<ReadingCalls[Name]>> {
    const ended = () => [writer, ...searching].some((thread) => thread.ended)
    while (!closed && (swapping || ended())) await (swapping ?? revive())
    if (closed) throw new Error('the search index is closed')
    const [first, ...others] = searching
    if (!first) throw new Error('no thread searches')
    const least = others.reduce((best, thread) => (thread.load < best.load ? thread : best), first)
    if (least.load >= waiting) throw new SearchBusyError(RETRY_AFTER_SECONDS)
    return least.call(name, ...given)
  }

  /** While some documents are taken in, the next are read and handed over. */
  async function fill(source: AsyncIterable<SearchDocument[]>): Promise<void> {
    const filling: Promise<{ error: unknown } | null>[] = []
    const next = async () => {
      const fault = await filling.shift()
      if (fault) throw fault.error
    }
    for await (const documents of source) {
      if (filling.length === FILLED_AT_ONCE) await next()
      filling.push(
        writer.call('fill', documents).then(
          () => null,
          (error: unknown) => ({ error }),
        ),
      )
    }
    while (filling.length > 0) await next()
  }

  async function swap(): Promise<void> {
    const beside = `${path}.rebuild`
    await onAll((thread) => thread.call('prepare', beside))
    let done = () => {}
    swapping = new Promise((resolve) => (done = resolve))
    let replaced = false
    try {
      await onAll((thread) => thread.call('release'))
      await writer.call('replace')
      replaced = true
    } finally {
      swapping = undefined
      done()
      // Asked before whoever waited: a thread answers in turn.
      await onAll((thread) => thread.call('resume', replaced))
    }
  }

  return {
    name: 'sqlite',
    capabilities: { exactTotals: true, exactTones: true, mends: true, persistent: true },
    get needsRebuild() {
      return needsRebuild
    },
    index: async (documents) => {
      await change(() => writer.call('index', documents))
      for (const document of documents) meanwhile?.set(document.id, document)
    },
    remove: async (ids) => {
      await change(() => writer.call('remove', ids))
      for (const id of ids) meanwhile?.set(id, null)
    },
    search: (query) => ask('search', query),
    suggest: (query) => ask('suggest', query),
    candidates: (query) => ask('candidates', query),
    useTerms: (given) => {
      terms = given
      return onAll((thread) => thread.call('useTerms', given))
    },
    rebuild: async (source) => {
      if (meanwhile) throw new Error('a rebuild of the search index is under way')
      const changes = new Map<string, SearchDocument | null>()
      meanwhile = changes
      try {
        await writer.call('begin')
        try {
          await fill(source)
          await inTurn(async () => {
            const written = [...changes.values()].filter((document) => document !== null)
            const removed = [...changes].flatMap(([id, document]) => (document === null ? [id] : []))
            await writer.call('finish', { written, removed })
            await swap()
            // What filled the index is not needed any more, and is a lot.
            await writer.call('close')
            await writer.renew()
          })
        } catch (error) {
          await writer.call('abandon')
          throw error
        }
        needsRebuild = await writer.call('needsRebuild')
        return { documents: await ask('count') }
      } finally {
        meanwhile = undefined
      }
    },
    count: () => ask('count'),
    close: async () => {
      closed = true
      await writing
      await Promise.allSettled([...searching.map((thread) => thread.call('close')), writer.call('close')])
      await Promise.all([...searching.map((thread) => thread.close()), writer.close()])
    },
  }
}
