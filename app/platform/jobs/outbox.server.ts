import { AsyncResource } from 'node:async_hooks'
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import { reader, type Transaction, transaction } from '#db'
import { now } from '#platform/clock'
import { log } from '#platform/log'
import { outbox } from './outbox.tables.server.ts'
import { schedule } from './schedule.server.ts'

/** News of a change. The subject and a few facts travel with it; handlers read the rest when they run. */
export interface News {
  readonly topic: string
  readonly subjectId: string
  readonly payload?: Readonly<Record<string, unknown>>
  /** Not to be handled before this moment. */
  readonly notBefore?: number
}

/** Handles one piece of news. May run more than once for the same news: it must come to the same end. */
export type Handler = (news: {
  readonly subjectId: string
  readonly payload: Readonly<Record<string, unknown>>
}) => Promise<void>

/** Handles many pieces of news of one topic together; `subjectIds` are distinct and in order of arrival. */
export type BatchHandler = (subjectIds: readonly string[]) => Promise<void>

const attemptsAllowed = 8
const batch = 200

const handlers = new Map<string, { name: string; handle: Handler }[]>()
const batchHandlers = new Map<string, { name: string; handle: BatchHandler }[]>()

let wake: (() => void) | null = null
let running: Promise<void> | null = null
let stopping = false

/** Writes news in the transaction of the change it tells of. */
export async function publish(tx: Transaction, news: News): Promise<void> {
  const at = now()
  await tx.insert(outbox).values({
    topic: news.topic,
    subjectId: news.subjectId,
    payload: { ...news.payload },
    createdAt: at,
    availableAt: news.notBefore ?? at,
    attempts: 0,
    lastError: '',
  })
  setImmediate(() => wake?.())
}

export function onNews(topic: string, name: string, handle: Handler): void {
  handlers.set(topic, [...(handlers.get(topic) ?? []), { name, handle }])
}

export function onNewsInBatches(topic: string, name: string, handle: BatchHandler): void {
  batchHandlers.set(topic, [...(batchHandlers.get(topic) ?? []), { name, handle }])
}

type Row = typeof outbox.$inferSelect

async function markDone(rows: readonly Row[]): Promise<void> {
  const at = now()
  await transaction(async (tx) => {
    for (const row of rows) await tx.update(outbox).set({ doneAt: at }).where(eq(outbox.sequence, row.sequence))
  })
}

async function markFailed(rows: readonly Row[], error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error)
  log.error({ err: error, topic: rows[0]?.topic, subjects: rows.length }, 'news could not be handled')
  await transaction(async (tx) => {
    for (const row of rows) {
      const attempts = row.attempts + 1
      await tx
        .update(outbox)
        .set({
          attempts,
          lastError: message.slice(0, 500),
          availableAt: now() + Math.min(2 ** attempts * 1000, 3_600_000),
          failedAt: attempts >= attemptsAllowed ? now() : null,
        })
        .where(eq(outbox.sequence, row.sequence))
    }
  })
}

async function handleTopic(topic: string, rows: readonly Row[]): Promise<void> {
  const inBatches = batchHandlers.get(topic) ?? []
  const single = handlers.get(topic) ?? []
  try {
    for (const { handle } of inBatches) await handle([...new Set(rows.map((row) => row.subjectId))])
  } catch (error) {
    await markFailed(rows, error)
    return
  }
  const done: Row[] = []
  for (const row of rows) {
    try {
      for (const { handle } of single) await handle({ subjectId: row.subjectId, payload: row.payload })
      done.push(row)
    } catch (error) {
      await markFailed([row], error)
    }
  }
  if (done.length > 0) await markDone(done)
}

/** Handles all news that is due; resolves when none is left. */
export async function drainOutbox(): Promise<void> {
  for (;;) {
    if (stopping) return
    const rows = await reader()
      .select()
      .from(outbox)
      .where(and(isNull(outbox.doneAt), isNull(outbox.failedAt), lte(outbox.availableAt, now())))
      .orderBy(asc(outbox.availableAt), asc(outbox.sequence))
      .limit(batch)
    if (rows.length === 0) return
    const topics = new Map<string, Row[]>()
    for (const row of rows) topics.set(row.topic, [...(topics.get(row.topic) ?? []), row])
    for (const [topic, news] of topics) await handleTopic(topic, news)
  }
}

const day = 86_400_000
const keptDays = 30

/**
 * Starts handling news as it comes; checks twice a second for news whose time has come. What was handled is kept for a
 * month.
 */
export function startOutbox(): void {
  stopping = false
  schedule('forget handled news', day, () => forgetHandledNews(now() - keptDays * day))
  const turn = (): void => {
    if (running || stopping) return
    running = drainOutbox()
      .catch((error: unknown) => log.error({ err: error }, 'the outbox stopped for this turn'))
      .finally(() => {
        running = null
      })
  }
  // News is told inside transactions: handling it must not believe that it runs inside one.
  wake = AsyncResource.bind(turn)
  const timer = setInterval(turn, 500)
  timer.unref()
  stopTimer = () => clearInterval(timer)
  turn()
}

let stopTimer: (() => void) | null = null

/** Lets the news being handled finish and takes no more. */
export async function stopOutbox(): Promise<void> {
  stopping = true
  stopTimer?.()
  wake = null
  await running
}

/** How much news waits and how much has failed for good. */
export async function outboxState(): Promise<{ waiting: number; failed: number; oldest: number | null }> {
  const [row] = await reader()
    .select({
      waiting: sql<number>`count(*) filter (where ${outbox.failedAt} is null)`,
      failed: sql<number>`count(*) filter (where ${outbox.failedAt} is not null)`,
      oldest: sql<number | null>`min(${outbox.createdAt})`,
    })
    .from(outbox)
    .where(isNull(outbox.doneAt))
  return row ?? { waiting: 0, failed: 0, oldest: null }
}

/** Removes news handled before this moment. */
export async function forgetHandledNews(before: number): Promise<void> {
  await transaction(async (tx) => {
    await tx.delete(outbox).where(lte(outbox.doneAt, before))
  })
}
