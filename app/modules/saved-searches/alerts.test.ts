import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { currentDatabase, reader, transaction } from '#db'
import { actorOf, leaveOrganisation, people, removeMember } from '#modules/accounts/server'
import { startCatalogue, useCatalogue } from '#modules/catalogue/server'
import { setClock } from '#platform/clock'
import { drainOutbox } from '#platform/jobs'
import { type KeptMail, letters } from '#platform/mail'
import { SearchBusyError, type SearchEngine } from '#search'
import { openMemorySearch } from '#search/server'
import { person, type Player, type Troupe, troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { keepSearch, publishAgain, publishTechnology } from '../../../tests/support/searches.ts'
import { editSearch, setSearchState } from './index.server.ts'
import { tellNews } from './jobs/tell.server.ts'
import { startSavedSearches } from './start.server.ts'

startCatalogue()
startSavedSearches()

const hour = 3_600_000
/** Tuesday, 24 November 2026, 10:00 in Vietnam. */
const start = Date.parse('2026-11-24T03:00:00Z')
let time = start
let engine: SearchEngine
let institute: Troupe
let enterprise: Troupe

beforeEach(async () => {
  time = start
  setClock(() => time)
  engine = openMemorySearch()
  useCatalogue(engine)
  const close = await freshDatabase()
  institute = await troupe('vien', 'institute')
  enterprise = await troupe('cong-ty', 'enterprise')
  await drainOutbox()
  return close
})

afterEach(() => setClock(null))

/** Handles the news of now, and what is due at the end of the stretch. */
async function settle(): Promise<void> {
  await drainOutbox()
  time += 11_000
  await drainOutbox()
}

async function lettersTo({ email }: Player): Promise<KeptMail[]> {
  const kept = await letters(reader(), { recipient: email, limit: 50, offset: 0 })
  return kept.letters.reverse()
}

const subjectsTo = async (player: Player) => (await lettersTo(player)).map((letter) => letter.subject)

describe('a search that tells at once', () => {
  it('tells of a listing that matches, once, with its title, page and the way to stop', async () => {
    await keepSearch(enterprise.member, 'q=say+lanh', 'instant', 'Sấy lạnh')
    const id = await publishTechnology(institute.organisationId, 'Máy sấy lạnh <b>"mực" & cá</b>', 'Giữ màu')
    await publishTechnology(institute.organisationId, 'Xử lý nước thải')
    await settle()
    const [letter, ...others] = await lettersTo(enterprise.member)
    expect(others).toEqual([])
    expect(letter?.subject).toBe('Tin mới cho “Sấy lạnh”: Máy sấy lạnh <b>"mực" & cá</b>')
    expect(letter?.body).toContain(`/technologies/${id}`)
    expect(letter?.body).toContain('Giữ màu')
    expect(letter?.body).toContain('Tổ chức vien')
    expect(letter?.body).not.toContain('nước thải')
    expect(letter?.html).toContain('Máy sấy lạnh &lt;b&gt;&quot;mực&quot; &amp; cá&lt;/b&gt;')
    expect(letter?.html).toContain('<html lang="vi">')
    expect(letter?.unsubscribe).toMatch(/\/unsubscribe\/s\.srch_\w+\.[\w-]{43}$/)
    await settle()
    await tellNews('instant')
    expect(await lettersTo(enterprise.member)).toHaveLength(1)
  })

  it('tells in the person’s language', async () => {
    await transaction(async (tx) => {
      await tx.update(people).set({ language: 'en' }).where(eq(people.id, enterprise.member.personId))
    })
    await keepSearch(enterprise.member, 'q=say', 'instant', 'Drying')
    const id = await publishTechnology(institute.organisationId, 'Máy sấy')
    await settle()
    const [letter] = await lettersTo(enterprise.member)
    expect(letter?.subject).toBe('New for “Drying”: Máy sấy')
    expect(letter?.body).toContain(`/en/technologies/${id}`)
    expect(letter?.html).toContain('lang="vi"')
  })

  it('says nothing of what was there before, nor of what is published again', async () => {
    const old = await publishTechnology(institute.organisationId, 'Máy sấy cũ')
    await settle()
    await keepSearch(enterprise.member, 'q=say', 'instant')
    await publishAgain(old)
    await settle()
    expect(await lettersTo(enterprise.member)).toEqual([])
    const fresh = await publishTechnology(institute.organisationId, 'Máy sấy mới')
    await settle()
    await publishAgain(fresh)
    await settle()
    expect(await subjectsTo(enterprise.member)).toEqual(['Tin mới cho “q=say”: Máy sấy mới'])
  })

  it('does not tell of what holds only some of the words', async () => {
    await keepSearch(enterprise.member, 'q=say+thang+hoa', 'instant')
    await publishTechnology(institute.organisationId, 'Máy sấy lạnh')
    await settle()
    expect(await lettersTo(enterprise.member)).toEqual([])
  })

  it('makes one letter of many listings and many searches of one person', async () => {
    await keepSearch(enterprise.member, 'q=say', 'instant', 'Sấy')
    await keepSearch(enterprise.member, 'kind=technology', 'instant', 'Công nghệ')
    for (let index = 0; index < 12; index++)
      await publishTechnology(institute.organisationId, `Máy sấy ${String(index)}`)
    await settle()
    const [letter, ...others] = await lettersTo(enterprise.member)
    expect(others).toEqual([])
    expect(letter?.subject).toBe('24 tin mới cho 2 tìm kiếm đã lưu')
    expect(letter?.body.match(/\/technologies\/tech_/g)).toHaveLength(20)
    expect(letter?.body).toContain('và 2 tin khác')
    expect(letter?.unsubscribe).toMatch(/\/unsubscribe\/p\.person_\w+\.instant\./)
  })

  it('asks each question once for those who act for the same organisation', async () => {
    const { owner, signatory, member } = enterprise
    for (const player of [owner, signatory, member]) await keepSearch(player, 'q=say', 'instant')
    await keepSearch(institute.owner, 'q=say&sort=price', 'instant')
    await publishTechnology(institute.organisationId, 'Máy sấy')
    await drainOutbox()
    const asked = vi.spyOn(engine, 'search')
    time += 11_000
    await drainOutbox()
    expect(asked.mock.calls.map(([query]) => query.reader.organisationId).sort()).toEqual(
      [enterprise.organisationId, institute.organisationId].sort(),
    )
    for (const player of [owner, signatory, member, institute.owner]) expect(await lettersTo(player)).toHaveLength(1)
  })

  it('finds what is new on any page of many results', async () => {
    const before = time
    for (let index = 0; index < 130; index++) {
      time += 1000
      await publishTechnology(institute.organisationId, `Máy sấy ${String(index)}`)
      if (index === 5) await keepSearch(enterprise.member, 'q=say', 'daily', 'Sấy')
    }
    await drainOutbox()
    time = before + 24 * hour
    await tellNews('daily')
    // The search was saved when six stood on the market and none was announced yet.
    expect(await subjectsTo(enterprise.member)).toEqual(['130 tin mới cho “Sấy”'])
  })
})

describe('nobody is told who may not hear', () => {
  it('who has left the organisation', async () => {
    await keepSearch(enterprise.member, 'q=say', 'instant')
    await keepSearch(enterprise.viewer, 'q=say', 'instant')
    const owner = await actorOf(enterprise.owner.session)
    await removeMember(owner, enterprise.organisationId, { person: enterprise.member.personId })
    await leaveOrganisation(await actorOf(enterprise.viewer.session), enterprise.organisationId)
    await publishTechnology(institute.organisationId, 'Máy sấy')
    await settle()
    expect(await lettersTo(enterprise.member)).toEqual([])
    expect(await lettersTo(enterprise.viewer)).toEqual([])
  })

  it('whose address is not confirmed', async () => {
    const alone = await person('mot-minh')
    await keepSearch(alone, 'q=say', 'instant')
    await transaction(async (tx) => {
      await tx.update(people).set({ emailConfirmedAt: null }).where(eq(people.id, alone.personId))
    })
    await publishTechnology(institute.organisationId, 'Máy sấy')
    await settle()
    expect(await lettersTo(alone)).toEqual([])
  })

  it('whose account was deleted, while the others are', async () => {
    const alone = await person('mot-minh')
    await keepSearch(alone, 'q=say', 'instant')
    await keepSearch(enterprise.member, 'q=say', 'instant')
    await publishTechnology(institute.organisationId, 'Máy sấy')
    await drainOutbox()
    await transaction(async (tx) => {
      await tx.delete(people).where(eq(people.id, alone.personId))
    })
    time += 11_000
    await drainOutbox()
    expect(await lettersTo(alone)).toEqual([])
    expect(await lettersTo(enterprise.member)).toHaveLength(1)
  })

  it('who has paused, until they go on, and then of nothing that came meanwhile', async () => {
    const id = await keepSearch(enterprise.member, 'q=say', 'instant')
    const actor = await actorOf(enterprise.member.session)
    await setSearchState(actor, id, { state: 'paused' })
    await publishTechnology(institute.organisationId, 'Máy sấy một')
    await settle()
    await setSearchState(actor, id, { state: 'active' })
    await publishTechnology(institute.organisationId, 'Máy sấy hai')
    await settle()
    expect(await subjectsTo(enterprise.member)).toEqual(['Tin mới cho “q=say”: Máy sấy hai'])
  })
})

describe('nothing is lost and nothing is told twice', () => {
  it('when the letter cannot be written', async () => {
    await keepSearch(enterprise.member, 'q=say', 'instant')
    await keepSearch(institute.owner, 'q=say', 'instant')
    await publishTechnology(institute.organisationId, 'Máy sấy')
    await drainOutbox()
    currentDatabase().run(`CREATE TRIGGER stop BEFORE INSERT ON mails WHEN new.recipient = '${institute.owner.email}'
      BEGIN SELECT RAISE(ABORT, 'broken'); END`)
    await expect(tellNews('instant')).rejects.toThrow('broken')
    currentDatabase().run('DROP TRIGGER stop')
    await tellNews('instant')
    await tellNews('instant')
    expect(await lettersTo(enterprise.member)).toHaveLength(1)
    expect(await lettersTo(institute.owner)).toHaveLength(1)
  })

  it('when two run at once', async () => {
    await keepSearch(enterprise.member, 'q=say', 'instant')
    await publishTechnology(institute.organisationId, 'Máy sấy')
    await drainOutbox()
    const letters = await Promise.all([tellNews('instant'), tellNews('instant'), tellNews('instant')])
    expect(letters.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await lettersTo(enterprise.member)).toHaveLength(1)
  })

  it('when the search is busy', async () => {
    await keepSearch(enterprise.member, 'q=say', 'instant')
    await publishTechnology(institute.organisationId, 'Máy sấy')
    await drainOutbox()
    const busy = vi.spyOn(engine, 'search').mockRejectedValueOnce(new SearchBusyError(30))
    time += 11_000
    await drainOutbox()
    expect(await lettersTo(enterprise.member)).toEqual([])
    busy.mockRestore()
    time += 31_000
    await drainOutbox()
    expect(await lettersTo(enterprise.member)).toHaveLength(1)
  })

  it('when the index was behind: what is found later is told later', async () => {
    await keepSearch(enterprise.member, 'q=say', 'instant')
    vi.spyOn(engine, 'index').mockRejectedValueOnce(new Error('no room'))
    await publishTechnology(institute.organisationId, 'Máy sấy')
    await drainOutbox()
    await tellNews('instant')
    expect(await lettersTo(enterprise.member)).toEqual([])
    time += 5000
    await settle()
    expect(await lettersTo(enterprise.member)).toHaveLength(1)
  })
})

describe('letters that have their hour', () => {
  const next = (iso: string) => {
    time = Date.parse(iso)
  }

  it('come each morning at 07:00, with what was published since, and only when there is something', async () => {
    await keepSearch(enterprise.member, 'q=say', 'daily', 'Sấy')
    await publishTechnology(institute.organisationId, 'Máy sấy một')
    await settle()
    next('2026-11-24T23:59:00Z')
    await tellNews('daily')
    expect(await lettersTo(enterprise.member)).toEqual([])
    next('2026-11-25T00:00:01Z')
    await tellNews('daily')
    await tellNews('daily')
    expect(await subjectsTo(enterprise.member)).toEqual(['Tin mới cho “Sấy”: Máy sấy một'])
    next('2026-11-26T00:00:01Z')
    await tellNews('daily')
    next('2026-11-26T03:00:00Z')
    await publishTechnology(institute.organisationId, 'Máy sấy hai')
    await settle()
    await tellNews('daily')
    expect(await lettersTo(enterprise.member)).toHaveLength(1)
    next('2026-11-27T05:00:00Z')
    await tellNews('daily')
    expect((await subjectsTo(enterprise.member))[1]).toBe('Tin mới cho “Sấy”: Máy sấy hai')
  })

  it('come each Monday where weekly letters are wished', async () => {
    await keepSearch(enterprise.member, 'q=say', 'weekly', 'Sấy')
    await publishTechnology(institute.organisationId, 'Máy sấy')
    await settle()
    next('2026-11-29T23:59:00Z')
    await tellNews('weekly')
    expect(await lettersTo(enterprise.member)).toEqual([])
    next('2026-11-30T00:00:00Z')
    await tellNews('weekly')
    expect(await lettersTo(enterprise.member)).toHaveLength(1)
  })

  it('begin anew when the frequency changes', async () => {
    const id = await keepSearch(enterprise.member, 'q=say', 'never', 'Sấy')
    await publishTechnology(institute.organisationId, 'Máy sấy')
    await settle()
    const actor = await actorOf(enterprise.member.session)
    expect(await editSearch(actor, id, { name: 'Sấy', frequency: 'daily', version: '1' })).toMatchObject({ ok: true })
    next('2026-11-25T00:00:01Z')
    await tellNews('daily')
    expect(await lettersTo(enterprise.member)).toEqual([])
  })
})
