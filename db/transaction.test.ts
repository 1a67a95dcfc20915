import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, reader, transaction } from '#db'
import { refuse } from '#kernel'
import { schedules } from '../app/platform/jobs/outbox.tables.server.ts'
import { freshDatabase } from '../tests/support/database.ts'

beforeEach(freshDatabase)

const names = async () => (await reader().select().from(schedules)).map((row) => row.name).sort()
const put = (name: string) => transaction(async (tx) => tx.insert(schedules).values({ name, lastRunAt: 1 }))

describe('transaction', () => {
  it('keeps what was written, visible to readers at once', async () => {
    await put('a')
    expect(await names()).toEqual(['a'])
  })

  it('loses everything when the work throws after an await', async () => {
    const work = transaction(async (tx) => {
      await tx.insert(schedules).values({ name: 'a', lastRunAt: 1 })
      await Promise.resolve()
      throw new Error('half way')
    })
    await expect(work).rejects.toThrow('half way')
    expect(await names()).toEqual([])
  })

  it('loses everything when the work refuses', async () => {
    const result = await transaction(async (tx) => {
      await tx.insert(schedules).values({ name: 'a', lastRunAt: 1 })
      return refuse('wrong_state', 409)
    })
    expect(result.ok).toBe(false)
    expect(await names()).toEqual([])
  })

  it('runs one at a time, in order, however many are asked for at once', async () => {
    await put('n')
    const add = () =>
      transaction(async (tx) => {
        const [row] = await tx.select().from(schedules).where(eq(schedules.name, 'n'))
        await new Promise((resolve) => setImmediate(resolve))
        await tx
          .update(schedules)
          .set({ lastRunAt: (row?.lastRunAt ?? 0) + 1 })
          .where(eq(schedules.name, 'n'))
      })
    await Promise.all(Array.from({ length: 50 }, add))
    const [row] = await reader().select().from(schedules)
    expect(row?.lastRunAt).toBe(51)
  })

  it('goes on after one that failed', async () => {
    const failing = transaction(async () => Promise.reject(new Error('no')))
    const fine = put('b')
    await expect(failing).rejects.toThrow('no')
    await fine
    expect(await names()).toEqual(['b'])
  })

  it('refuses to be nested, and loses the outer work', async () => {
    const outer = transaction(async (tx) => {
      await tx.insert(schedules).values({ name: 'outer', lastRunAt: 1 })
      await put('inner')
    })
    await expect(outer).rejects.toThrow('transaction inside a transaction')
    expect(await names()).toEqual([])
  })

  it('does not let the reading connection write', async () => {
    await expect((async () => reader().insert(schedules).values({ name: 'x', lastRunAt: 1 }))()).rejects.toThrow(
      /readonly/,
    )
  })
})

describe('countQueries', () => {
  it('counts the statements of its own work only', async () => {
    const [one, other] = await Promise.all([
      countQueries(async (queries) => {
        await names()
        await names()
        return queries()
      }),
      countQueries(async (queries) => {
        await names()
        return queries()
      }),
    ])
    expect([one, other]).toEqual([2, 1])
  })
})
