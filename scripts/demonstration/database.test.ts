import { mkdirSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase, transaction } from '#db'
import { createPersonDirectly } from '#modules/accounts/server'
import { config } from '#platform/config'
import { freshDatabase } from '../../tests/support/database.ts'
import { accountsTable } from './accounts.ts'
import { loadBeside, removeRemains, standingOf } from './database.ts'

const folders = () => readdirSync(config().dataDir).filter((name) => name.startsWith('loading-'))

beforeEach(freshDatabase)

describe('the database at a start', () => {
  it('gets the demonstration when it is empty, whole or not at all', { timeout: 60_000 }, async () => {
    await closeDatabase()
    expect(standingOf(config())).toBe('empty')
    const left = join(config().dataDir, 'loading-left')
    mkdirSync(left)
    utimesSync(left, new Date(0), new Date(0))
    removeRemains(config())
    await loadBeside(config())
    expect(standingOf(config())).toBe('demonstration')
    expect(folders()).toEqual([])
  })

  it('is left alone when it has records of its own', async () => {
    const email = 'a@b.example'
    await transaction((tx) =>
      createPersonDirectly(tx, { email, name: 'A', language: 'vi', passwordHash: '', demonstration: false }),
    )
    await closeDatabase()
    expect(standingOf(config())).toBe('own')
  })

  it('lists accounts of every kind and role with the password', () => {
    const table = accountsTable('the-password')
    expect(table).toContain('the-password')
    expect(table.match(/@vi-du\.example/g)?.length).toBeGreaterThan(8)
  })
})
