import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { currentDatabase, reader, transaction } from '#db'
import { config } from '#platform/config'
import { schedules } from '../../app/platform/jobs/outbox.tables.server.ts'
import { freshDatabase } from './database.ts'

describe('a fresh database', () => {
  beforeEach(freshDatabase)

  it.each(['first', 'second'])('has the tables and no rows for the %s test', async (name) => {
    expect(await reader().select().from(schedules)).toEqual([])
    await transaction(async (tx) => {
      await tx.insert(schedules).values({ name, lastRunAt: 1 })
    })
    expect(await reader().select().from(schedules)).toEqual([{ name, lastRunAt: 1 }])
  })

  it('lies in a data folder that is emptied with it', async () => {
    const left = join(config().dataDir, 'left.txt')
    writeFileSync(left, 'x')
    await freshDatabase()
    expect(existsSync(left)).toBe(false)
  })

  it('is closed by what it returns', async () => {
    const dispose = await freshDatabase()
    await dispose()
    expect(() => currentDatabase()).toThrow('No database is open')
  })
})

describe('a test', () => {
  it.fails('does not pass when it reaches for the network, even when nobody sees the error', async () => {
    await fetch('http://192.0.2.1/').catch(() => undefined)
  })

  it.fails('does not pass when something is written by console.error', () => {
    console.error('something went wrong')
  })
})
