import { beforeEach, describe, expect, it } from 'vitest'
import { reader, transaction } from '#db'
import type { Result } from '#kernel'
import { type Actor, visitor } from '#modules/accounts'
import { actorOf } from '#modules/accounts/server'
import { startCatalogue, useCatalogue } from '#modules/catalogue/server'
import { decideListing, type Listing, listingById, moveListing } from '#modules/listings/server'
import type { NeedInput } from '#modules/needs'
import { createNeedDirectly } from '#modules/needs/server'
import type { ProfileInput } from '#modules/technologies'
import { createTechnologyDirectly } from '#modules/technologies/server'
import { setClock } from '#platform/clock'
import { drainOutbox } from '#platform/jobs'
import { openMemorySearch } from '#search/server'
import { type Player, type Troupe, troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { answerQuestion } from './commands/answer.server.ts'
import { askAboutMatch } from './commands/ask.server.ts'
import { declineMatch, undoDecline } from './commands/decline.server.ts'
import { matchDue, matches, matchQuestions, matchTellings } from './matching.tables.server.ts'
import { needMatches, technologyMatches } from './queries/own.server.ts'
import { rematch } from './rematch.server.ts'
import { startMatching, tellOfMatches } from './start.server.ts'
import { dueListings } from './store.server.ts'
import { declineLowers } from './weights.ts'

startCatalogue()
startMatching({ answering: () => Promise.resolve(new Map()), taken: () => Promise.resolve(new Set()) })

let enterprise: Troupe
let institute: Troupe

const acting = (player: Player): Promise<Actor> => actorOf(player.session)
const codeOf = (result: Result<unknown>): string => (result.ok ? 'done' : result.refusal.code)

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

async function published(made: Result<Listing>): Promise<string> {
  const scores = { advantages: 4, clarity: 4, cooperation: 4, guidelines: 4 }
  const decided = await transaction((tx) =>
    decideListing(tx, value(made), { ...scores, decision: 'publish', reason: 'ok' }, null, null),
  )
  return value(decided).id
}

async function technology(change: ProfileInput = {}, owner = institute): Promise<string> {
  const profile: ProfileInput = {
    texts: {
      vi: {
        title: 'Băng chuyền sấy bánh tráng liên tục bằng hồng ngoại',
        teaser: 'Bánh khô đều, không phụ thuộc thời tiết.',
        advantages: 'Năng suất 800 kg/giờ. Tỷ lệ bánh loại 2,7%.',
      },
    },
    keywords: { vi: ['sấy bánh tráng', 'hồng ngoại'] },
    readiness: { claimed: 8 },
    fields: ['203'],
    industries: ['C'],
    province: '52',
    offers: [{ right: 'use', territory: ['VN'] }],
    ...change,
  }
  return published(
    await transaction((tx) =>
      createTechnologyDirectly(tx, { profile, organisationId: owner.organisationId, state: 'submitted', by: null }),
    ),
  )
}

async function need(change: NeedInput = {}): Promise<string> {
  const document: NeedInput = {
    texts: { vi: { title: 'Tìm dây chuyền sấy bánh tráng liên tục', wanted: 'Sấy bánh tráng không phụ thuộc nắng.' } },
    keywords: { vi: ['sấy bánh tráng'] },
    criteria: [
      { kind: 'must', vi: 'Năng suất tối thiểu 500 kg/giờ' },
      { kind: 'nice', vi: 'Điện năng không quá 1 kWh/kg' },
    ],
    fields: ['203'],
    industries: ['C'],
    province: '52',
    ...change,
  }
  return published(
    await transaction((tx) =>
      createNeedDirectly(tx, { document, organisationId: enterprise.organisationId, state: 'submitted', by: null }),
    ),
  )
}

const ofNeed = async (id: string, by = enterprise.member) => value(await needMatches({ actor: await acting(by), id }))

beforeEach(async () => {
  useCatalogue(openMemorySearch())
  const dispose = await freshDatabase()
  enterprise = await troupe('cong-ty', 'enterprise')
  institute = await troupe('vien', 'institute')
  return async () => {
    setClock(null)
    await dispose()
  }
})

describe('a listing that comes into view', () => {
  it('finds its matches, with the sentence each verdict rests on, for both sides', async () => {
    const technologyId = await technology()
    const needId = await need()
    await drainOutbox()
    const found = await ofNeed(needId)
    expect(found.waiting).toBe(false)
    expect(found.open.map(({ other }) => other.id)).toEqual([technologyId])
    expect(found.open[0]?.reasons.find(({ kind }) => kind === 'must')).toMatchObject({
      standing: 'met',
      evidence: { text: 'Năng suất 800 kg/giờ.', language: 'vi', place: 'advantages' },
    })
    const other = value(await technologyMatches({ actor: await acting(institute.member), id: technologyId }))
    expect(other.open.map(({ other: shown }) => shown.id)).toEqual([needId])
    expect(other.open[0]?.score).toBe(found.open[0]?.score)
  })

  it('is found as well when it comes after the other', async () => {
    const needId = await need()
    await drainOutbox()
    expect((await ofNeed(needId)).open).toEqual([])
    const technologyId = await technology()
    await drainOutbox()
    expect((await ofNeed(needId)).open.map(({ other }) => other.id)).toEqual([technologyId])
  })

  it('is not matched with a listing of its own organisation', async () => {
    await technology({}, enterprise)
    const needId = await need()
    await drainOutbox()
    expect((await ofNeed(needId)).open).toEqual([])
  })

  it('loses its matches when it leaves the view, at once and for good', async () => {
    const technologyId = await technology()
    const needId = await need()
    await drainOutbox()
    const listing = await listingById(reader(), technologyId)
    if (!listing) throw new Error('no listing')
    const suspended = await transaction((tx) =>
      moveListing(tx, listing, { verb: 'suspend', party: 'reviewer', by: null, expected: null, reason: 'Xem lại' }),
    )
    value(suspended)
    expect((await ofNeed(needId)).open).toEqual([])
    await drainOutbox()
    expect(await reader().select().from(matches)).toEqual([])
  })

  it('is compared again after a kill between the comparison and the next', async () => {
    const technologyId = await technology()
    await need()
    await drainOutbox()
    const before = await reader().select().from(matches)
    await transaction((tx) =>
      tx
        .insert(matchDue)
        .values({ listingId: technologyId, since: 1 })
        .then(() => undefined),
    )
    const [due] = await dueListings(reader(), 1)
    if (!due) throw new Error('nothing due')
    await rematch(due)
    await rematch(due)
    const after = await reader().select().from(matches)
    expect(after.map(({ scoredAt: _at, ...row }) => row)).toEqual(before.map(({ scoredAt: _at, ...row }) => row))
    expect(await dueListings(reader(), 1)).toEqual([])
  })

  it('stays due when it changed while it was being compared', async () => {
    const technologyId = await technology()
    await drainOutbox()
    await transaction((tx) =>
      tx
        .insert(matchDue)
        .values({ listingId: technologyId, since: 9 })
        .then(() => undefined),
    )
    await rematch({ listingId: technologyId, since: 8 })
    expect(await dueListings(reader(), 1)).toEqual([{ listingId: technologyId, since: 9 }])
  })
})

describe('who sees matches', () => {
  it('only those who work for the owner', async () => {
    await technology()
    const needId = await need()
    await drainOutbox()
    expect(codeOf(await needMatches({ actor: visitor, id: needId }))).toBe('auth.sign_in')
    expect(codeOf(await needMatches({ actor: await acting(institute.owner), id: needId }))).toBe('not_found')
    expect((await ofNeed(needId, enterprise.viewer)).mayWork).toBe(false)
  })

  it('no name that a need keeps back reaches the technology’s side', async () => {
    const technologyId = await technology()
    await need({ nameHidden: true })
    await drainOutbox()
    const shown = value(await technologyMatches({ actor: await acting(institute.member), id: technologyId }))
    expect(shown.open).toHaveLength(1)
    expect(shown.open[0]?.other.owner).toBeNull()
    expect(JSON.stringify(shown)).not.toContain('Tổ chức cong-ty')
  })

  it('nothing closed in a technology is quoted', async () => {
    const needId = await need()
    await technology({
      texts: {
        vi: {
          title: 'Băng chuyền sấy bánh tráng liên tục bằng hồng ngoại',
          teaser: 'Bánh khô đều.',
          advantages: 'Năng suất 800 kg/giờ.',
        },
      },
      visibility: { advantages: 'confidential' },
    })
    await drainOutbox()
    const shown = await ofNeed(needId)
    expect(shown.open[0]?.reasons.find(({ kind }) => kind === 'must')?.standing).toBe('unknown')
    expect(JSON.stringify(shown)).not.toContain('800')
  })
})

describe('a question about what is not known', () => {
  async function asked() {
    const technologyId = await technology()
    const needId = await need()
    await drainOutbox()
    const actor = await acting(enterprise.member)
    const ask = () => askAboutMatch({ actor, needId, technologyId, criterion: 'all' })
    return { technologyId, needId, actor, ask }
  }

  it('is asked once, however often it is pressed, and answered once', async () => {
    const { technologyId, needId, ask } = await asked()
    const sent = await Promise.all([ask(), ask()])
    expect(sent.map((result) => value(result)).sort()).toEqual([0, 1])
    const [question] = await reader().select().from(matchQuestions)
    const answerer = await acting(institute.member)
    const input = { verdict: 'met', text: 'Đo tại xưởng: 0,84 kWh/kg.' }
    expect(codeOf(await answerQuestion({ actor: answerer, questionId: question?.id, input: {} }))).toBe('form.invalid')
    const before = (await ofNeed(needId)).open[0]?.score ?? 0
    value(await answerQuestion({ actor: answerer, questionId: question?.id, input }))
    expect(codeOf(await answerQuestion({ actor: answerer, questionId: question?.id, input }))).toBe('matching.answered')
    await drainOutbox()
    const [match] = (await ofNeed(needId)).open
    expect(match?.reasons.find(({ kind }) => kind === 'nice')).toMatchObject({
      standing: 'met',
      evidence: { text: 'Đo tại xưởng: 0,84 kWh/kg.', place: 'answer' },
    })
    expect(match?.score).toBeGreaterThan(before)
    const other = value(await technologyMatches({ actor: answerer, id: technologyId }))
    expect(other.toAnswer).toEqual([])
    expect(codeOf(await ask())).toBe('matching.nothing_unknown')
  })

  it('can be asked and answered by nobody else', async () => {
    const { needId, technologyId, ask } = await asked()
    const pair = { needId, technologyId, criterion: 'all' }
    expect(codeOf(await askAboutMatch({ ...pair, actor: await acting(institute.member) }))).toBe('not_found')
    expect(codeOf(await askAboutMatch({ ...pair, actor: await acting(enterprise.viewer) }))).toBe('auth.role')
    value(await ask())
    const [question] = await reader().select().from(matchQuestions)
    const input = { verdict: 'met', text: 'Có.' }
    const wrong = await answerQuestion({ actor: await acting(enterprise.member), questionId: question?.id, input })
    expect(codeOf(wrong)).toBe('not_found')
  })
})

describe('a decline', () => {
  it('sets the match apart, lowers what shares it, and can be taken back', async () => {
    const declined = await technology()
    const other = await technology({ keywords: { vi: ['sấy bánh tráng'] } })
    const needId = await need()
    await drainOutbox()
    const scoreOf = async (id: string) => (await ofNeed(needId)).open.find((match) => match.other.id === id)?.score ?? 0
    const before = await scoreOf(other)
    const actor = await acting(enterprise.member)
    const pair = { actor, side: 'need' as const, needId, technologyId: declined }
    expect(codeOf(await declineMatch({ ...pair, input: { reason: 'whim' } }))).toBe('form.invalid')
    value(await declineMatch({ ...pair, input: { reason: 'owner' } }))
    await drainOutbox()
    const shown = await ofNeed(needId)
    expect(shown.declined.map((match) => [match.other.id, match.declined])).toEqual([[declined, 'owner']])
    expect(await scoreOf(other)).toBe(before - declineLowers.owner)
    value(await undoDecline(pair))
    await drainOutbox()
    expect((await ofNeed(needId)).declined).toEqual([])
    expect(await scoreOf(other)).toBe(before)
  })
})

describe('telling of matches', () => {
  it('happens once a day for each side, whatever is found meanwhile', async () => {
    const day = 86_400_000
    const start = Date.UTC(2026, 10, 25, 3)
    setClock(() => start)
    await technology()
    await need()
    await drainOutbox()
    const told = () => reader().select().from(matchTellings)
    expect((await told()).map(({ side, day: on, count }) => [side, on, count]).sort()).toEqual([
      ['need', '2026-11-25', 1],
      ['technology', '2026-11-25', 1],
    ])
    setClock(() => start + 3_600_000)
    await technology({ keywords: { vi: ['bánh tráng'] } })
    await drainOutbox()
    await tellOfMatches()
    expect(await told()).toHaveLength(2)
    setClock(() => start + day)
    await tellOfMatches()
    await tellOfMatches()
    expect((await told()).filter(({ day: on }) => on === '2026-11-26').map(({ side, count }) => [side, count])).toEqual(
      [
        ['need', 1],
        ['technology', 1],
      ],
    )
  })
})
