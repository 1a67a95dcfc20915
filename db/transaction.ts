import { AsyncLocalStorage } from 'node:async_hooks'
import type { Connection, OpenDatabase } from '#dialect'

/** What a store may read with: the reading connection, or the transaction it runs in. */
export type Reader = Connection
/** The writing connection inside `transaction(work)`; nothing else hands it out. */
export type Transaction = Connection & { readonly __transaction: true }

interface Holder {
  database: OpenDatabase | null
  queue: Promise<unknown>
}

// One holder a process, even where a development server loads this file twice.
const key = Symbol.for('exchange.database')
const shared: { [name: symbol]: Holder | undefined } = globalThis
const holder = (shared[key] ??= { database: null, queue: Promise.resolve() })
const within = new AsyncLocalStorage<true>()

/** Makes an open database the one that `reader()` and `transaction()` speak to. */
export function useDatabase(database: OpenDatabase): void {
  holder.database = database
}

export function currentDatabase(): OpenDatabase {
  if (!holder.database) throw new Error('No database is open')
  return holder.database
}

export async function closeDatabase(): Promise<void> {
  await holder.queue.catch(() => undefined)
  holder.database?.close()
  holder.database = null
}

/** The connection for everything that does not write. */
export function reader(): Reader {
  return currentDatabase().read
}

function refused(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

/**
 * The only door for writes: runs `work` alone on the writing connection, between BEGIN IMMEDIATE and COMMIT. Rolls back
 * when `work` throws and when it returns a refusal (`{ ok: false }`). Not to be nested; no network, timer or file work
 * inside.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (within.getStore()) throw new Error('A transaction inside a transaction')
  const run = async (): Promise<T> => {
    const database = currentDatabase()
    database.run('BEGIN IMMEDIATE')
    try {
      const value = await within.run(true, () => work(database.write as Transaction))
      database.run(refused(value) ? 'ROLLBACK' : 'COMMIT')
      return value
    } catch (error) {
      database.run('ROLLBACK')
      throw error
    }
  }
  const turn = holder.queue.then(run, run)
  holder.queue = turn.catch(() => undefined)
  return turn
}
