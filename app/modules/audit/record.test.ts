import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { currentDatabase, reader, transaction } from '#db'
import { firstBrokenEntry, historyOf, record } from '#modules/audit/server'
import { freshDatabase } from '../../../tests/support/database.ts'

beforeEach(freshDatabase)

const by = { personId: 'person_1', organisationId: 'org_1' }
const note = (id: string, action = 'technology.saved') =>
  transaction(async (tx) =>
    record(tx, { by, action, subject: { kind: 'technology', id }, detail: { part: 'summary' } }),
  )

describe('the record', () => {
  it('tells the story of one thing in order', async () => {
    await note('tech_1', 'technology.created')
    await note('tech_2')
    await note('tech_1', 'technology.submit')
    const story = await historyOf(reader(), { kind: 'technology', id: 'tech_1' })
    expect(story.map((entry) => entry.action)).toEqual(['technology.created', 'technology.submit'])
    expect(await firstBrokenEntry(reader())).toBeNull()
  })

  it('cannot be changed or shortened through the database', async () => {
    await note('tech_1')
    const { run } = currentDatabase()
    expect(() => run("update audit_entries set action = 'nothing'")).toThrow(/append-only/)
    expect(() => run('delete from audit_entries')).toThrow(/append-only/)
  })

  it('shows where somebody got round that', async () => {
    for (let i = 0; i < 5; i++) await note(`tech_${String(i)}`)
    const { run } = currentDatabase()
    run('drop trigger audit_entries_no_update')
    run("update audit_entries set person_id = 'person_2' where sequence = 3")
    expect(await firstBrokenEntry(reader())).toBe(3)
  })

  it('shows a row taken out', async () => {
    for (let i = 0; i < 4; i++) await note(`tech_${String(i)}`)
    currentDatabase().run('drop trigger audit_entries_no_delete')
    currentDatabase().run('delete from audit_entries where sequence = 2')
    expect(await firstBrokenEntry(reader())).toBe(3)
    expect(await reader().get(sql`select count(*) as n from audit_entries`)).toEqual({ n: 3 })
  })
})
