import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reader, transaction } from '#db'
import { now, setClock } from '#platform/clock'
import {
  drainOutbox,
  onNews,
  onNewsInBatches,
  outboxState,
  publish,
  runDueJobs,
  schedule,
  startOutbox,
  stopOutbox,
} from '#platform/jobs'
import { freshDatabase } from '../../../tests/support/database.ts'
import { forgetHandledNews } from './outbox.server.ts'
import { outbox } from './outbox.tables.server.ts'

beforeEach(freshDatabase)
afterEach(() => setClock(null))

const tell = (topic: string, subjectId: string, notBefore?: number) =>
  transaction(async (tx) =>
    publish(tx, { topic, subjectId, payload: { of: subjectId }, ...(notBefore === undefined ? {} : { notBefore }) }),
  )

describe('the outbox', () => {
  it('brings news to its handler once it is committed', async () => {
    const seen: unknown[] = []
    onNews('test.one', 'note', async (news) => {
      seen.push(news)
    })
    await tell('test.one', 'a')
    await drainOutbox()
    await drainOutbox()
    expect(seen).toEqual([{ subjectId: 'a', payload: { of: 'a' } }])
  })

  it('tells nothing of what was rolled back', async () => {
    const handle = vi.fn(async () => undefined)
    onNews('test.lost', 'note', handle)
    const work = transaction(async (tx) => {
      await publish(tx, { topic: 'test.lost', subjectId: 'a' })
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    await drainOutbox()
    expect(handle).not.toHaveBeenCalled()
  })

  it('brings a batch together, each subject once', async () => {
    const batches: (readonly string[])[] = []
    onNewsInBatches('test.batch', 'note', async (ids) => {
      batches.push(ids)
    })
    for (const id of ['a', 'b', 'a', 'c']) await tell('test.batch', id)
    await drainOutbox()
    expect(batches).toEqual([['a', 'b', 'c']])
  })

  it('tries again later when a handler fails, and gives up in the end with the reason kept', async () => {
    let time = 1_000_000
    setClock(() => time)
    let calls = 0
    onNews('test.fail', 'note', async () => {
      calls += 1
      throw new Error('not today')
    })
    await tell('test.fail', 'a')
    await drainOutbox()
    await drainOutbox()
    expect(calls).toBe(1)
    for (let i = 0; i < 20; i++) {
      time += 3_600_000
      await drainOutbox()
    }
    expect(calls).toBe(8)
    expect(await outboxState()).toMatchObject({ waiting: 0, failed: 1 })
    const [row] = await reader().select().from(outbox)
    expect(row?.lastError).toBe('not today')
  })

  it('keeps news for its time', async () => {
    let time = 5000
    setClock(() => time)
    const handle = vi.fn(async () => undefined)
    onNews('test.later', 'note', handle)
    await tell('test.later', 'a', 9000)
    await drainOutbox()
    expect(handle).not.toHaveBeenCalled()
    time = 9000
    await drainOutbox()
    expect(handle).toHaveBeenCalledTimes(1)
  })

  it('forgets what was handled long ago and nothing else', async () => {
    onNews('test.old', 'note', async () => undefined)
    await tell('test.old', 'a')
    await drainOutbox()
    await tell('test.unheard.later', 'b', now() + 100_000)
    await forgetHandledNews(now() + 1)
    expect((await reader().select().from(outbox)).map((row) => row.subjectId)).toEqual(['b'])
  })
})

describe('news told by a handler', () => {
  it('may be handled in a transaction of its own', async () => {
    const seen: string[] = []
    onNews('test.first', 'tell another', async ({ subjectId }) => {
      await tell('test.second', subjectId)
    })
    onNews('test.second', 'write', async ({ subjectId }) => {
      await transaction(async (tx) => tx.delete(outbox).where(eq(outbox.topic, 'nothing')))
      seen.push(subjectId)
    })
    startOutbox()
    await tell('test.first', 'a')
    // Sooner than the turn by the clock, which would hide it.
    await vi.waitFor(() => expect(seen).toEqual(['a']), { timeout: 400, interval: 10 })
    await stopOutbox()
    expect(await outboxState()).toMatchObject({ waiting: 0, failed: 0 })
  })
})

describe('the schedule', () => {
  it('runs a job when it is due, not before, and goes on after one that failed', async () => {
    let time = 1_000_000
    setClock(() => time)
    let runs = 0
    schedule('test.failing', 1000, async () => Promise.reject(new Error('no')))
    schedule('test.counting', 1000, async () => {
      runs += 1
    })
    await runDueJobs()
    time += 999
    await runDueJobs()
    expect(runs).toBe(1)
    time += 1
    await runDueJobs()
    expect(runs).toBe(2)
  })
})
