import { beforeEach, describe, expect, it } from 'vitest'
import { reader } from '#db'
import type { Result } from '#kernel'
import { historyOf } from '#modules/audit/server'
import { ownNotices, startMessaging } from '#modules/messaging/server'
import { drainOutbox } from '#platform/jobs'
import { letters } from '#platform/mail'
import { type Player, type Troupe, troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { publishTechnology } from '../../../tests/support/searches.ts'
import { aTyped, estimateOfDeal } from '../../../tests/support/terms.ts'
import { actor, value } from '../../../tests/support/valuations.ts'
import { answerTerms } from './commands/answer-terms.server.ts'
import { requestTechnology } from './commands/make-request.server.ts'
import { moveRequest } from './commands/move-request.server.ts'
import { offerTerms } from './commands/offer-terms.server.ts'
import { startTermsEstimate } from './commands/start-terms-estimate.server.ts'
import { startDeals } from './notices.server.ts'
import { myWork } from './queries/my-work.server.ts'
import { requestPage } from './queries/request-page.server.ts'
import { termsForm } from './queries/terms-form.server.ts'
import { termsPage, termsVersionPage } from './queries/terms-page.server.ts'
import { termsVersions } from './terms.tables.server.ts'

startMessaging()
startDeals()

let institute: Troupe
let enterprise: Troupe
let other: Troupe
let technologyId: string
let requestId: string

const codeOf = (result: Result<unknown>): string => (result.ok ? 'done' : result.refusal.code)
const statusOf = (result: Result<unknown>): number => (result.ok ? 200 : result.refusal.status)

let forms = 0

async function offer(by: Player, read: number, more: Record<string, unknown> = {}) {
  const input = { ...aTyped(), read: String(read), formKey: `terms-form-${String(forms++)}`, ...more }
  return offerTerms({ actor: await actor(by), requestId, language: 'vi', input })
}

async function answer(by: Player, verb: 'accept' | 'withdraw', number: number, note = '') {
  return answerTerms({ actor: await actor(by), requestId, input: { verb, number: String(number), note } })
}

const page = async (by: Player) => value(await termsPage({ actor: await actor(by), id: requestId }))
const standings = async () => (await page(institute.viewer)).versions.map(({ number, standing }) => [number, standing])
const noticesOf = async (player: Player) =>
  value(await ownNotices({ actor: await actor(player), language: 'vi', page: 1 })).notices.map(({ heading }) => heading)

beforeEach(async () => {
  const dispose = await freshDatabase()
  institute = await troupe('vien', 'institute')
  enterprise = await troupe('cong-ty', 'enterprise')
  other = await troupe('ben-khac', 'enterprise')
  technologyId = await publishTechnology(institute.organisationId, 'Máy sấy', 'Giảm 35 % điện năng')
  const request = value(
    await requestTechnology({
      actor: await actor(enterprise.member),
      listingId: technologyId,
      input: { proposal: 'Sấy', message: 'Kính gửi', rightWanted: 'use', formKey: 'form-0001' },
    }),
  )
  requestId = request.id
  value(
    await moveRequest({
      actor: await actor(institute.member),
      requestId,
      input: { verb: 'accept', version: '1', text: '' },
    }),
  )
  await drainOutbox()
  return dispose
})

describe('a negotiation', () => {
  it('goes from offer to counter-offer to agreement, on record, and tells the other side', async () => {
    expect(value(await offer(institute.member, 0))).toBe(1)
    expect(value(await offer(enterprise.member, 1, { upfront: '300.000.000', note: 'Mong Quý Viện xem xét' }))).toBe(2)
    const seen = await page(institute.viewer)
    expect([seen.turn, seen.verbs, seen.mayAct]).toEqual(['own', [], false])
    expect((await page(institute.member)).verbs).toEqual(['accept', 'counter'])
    expect(seen.versions.map((one) => [one.number, one.side, one.standing, one.changed])).toEqual([
      [2, 'transferee', 'open', ['upfront']],
      [1, 'transferor', 'replaced', null],
    ])
    expect(value(await answer(institute.signatory, 'accept', 2))).toBe(2)
    expect(await standings()).toEqual([
      [2, 'agreed'],
      [1, 'replaced'],
    ])
    const history = await historyOf(reader(), { kind: 'request', id: requestId })
    const moves = history.filter(({ action }) => action.startsWith('terms.'))
    expect(moves.map(({ action, detail }) => [action, detail['number'], detail['to']])).toEqual([
      ['terms.offer', 1, 'offered'],
      ['terms.counter', 2, 'offered'],
      ['terms.accept', 2, 'agreed'],
    ])
    expect(moves.map(({ detail }) => detail['hash'])).toEqual(
      [1, 2, 2].map((n) => seen.versions.find((v) => v.number === n)?.hash),
    )
    await drainOutbox()
    expect(await noticesOf(enterprise.member)).toEqual(
      expect.arrayContaining(['Điều khoản được chào: Máy sấy', 'Đã thống nhất điều khoản: Máy sấy']),
    )
    expect(await noticesOf(institute.member)).toContain('Điều khoản được chào lại: Máy sấy')
    expect(await noticesOf(institute.member)).not.toContain('Điều khoản được chào: Máy sấy')
    const mails = await letters(reader(), { recipient: institute.member.email, limit: 50, offset: 0 })
    const counter = mails.letters.find(({ subject }) => subject.startsWith('Điều khoản được chào lại'))
    expect(counter?.body).toContain('Mong Quý Viện xem xét')
    expect(counter?.body).toContain(`/requests/${requestId}/terms`)
  })

  it('stands in the work of who has to answer, and of nobody else', async () => {
    const waiting = async (by: Player) => value(await myWork(await actor(by))).terms.map(({ id }) => id)
    expect(await waiting(enterprise.member)).toEqual([])
    value(await offer(institute.member, 0))
    expect(await waiting(enterprise.member)).toEqual([requestId])
    expect([await waiting(enterprise.viewer), await waiting(institute.member), await waiting(other.member)]).toEqual([
      [],
      [],
      [],
    ])
    value(await answer(enterprise.member, 'accept', 1))
    expect(await waiting(enterprise.member)).toEqual([])
  })

  it('makes one version of a form sent twice', async () => {
    const once = { formKey: 'the-same-form' }
    expect(value(await offer(institute.member, 0, once))).toBe(1)
    expect(value(await offer(institute.member, 0, once))).toBe(1)
    expect(await reader().select().from(termsVersions)).toHaveLength(1)
  })

  it('lets one of two at once win, whichever sides they are of', async () => {
    const both = await Promise.all([offer(institute.member, 0), offer(enterprise.member, 0, { upfront: '1' })])
    expect(both.map(statusOf).sort()).toEqual([200, 409])
    expect(await reader().select().from(termsVersions)).toHaveLength(1)
    const open = (await page(institute.member)).versions[0]
    const answerer = open?.side === 'transferor' ? enterprise : institute
    const moves = await Promise.all([answer(answerer.member, 'accept', 1), offer(answerer.member, 1)])
    expect(moves.map(statusOf).sort()).toEqual([200, 409])
  })

  it('accepts only the version that was read, and only by the side that did not offer it', async () => {
    value(await offer(institute.member, 0))
    expect(codeOf(await answer(institute.member, 'accept', 1))).toBe('not_your_turn')
    expect(codeOf(await answer(enterprise.member, 'withdraw', 1))).toBe('not_your_turn')
    value(await offer(institute.member, 1, { upfront: '600.000.000' }))
    expect(codeOf(await answer(enterprise.member, 'accept', 1))).toBe('version_conflict')
    expect(codeOf(await offer(enterprise.member, 1))).toBe('version_conflict')
    expect(statusOf(await answer(enterprise.member, 'accept', 9))).toBe(404)
    value(await answer(enterprise.member, 'accept', 2))
    expect(codeOf(await answer(enterprise.member, 'accept', 2))).toBe('wrong_state')
  })

  it('keeps what was agreed while another version is on offer, and gives the reason', async () => {
    value(await offer(institute.member, 0))
    value(await answer(enterprise.member, 'accept', 1))
    const without = await offer(institute.member, 2)
    expect(without.ok ? [] : Object.keys(without.refusal.fields ?? {})).toEqual(['note'])
    value(await offer(institute.member, 2, { upfront: '1.000.000', note: 'Đổi giai đoạn' }))
    expect(await standings()).toEqual([
      [2, 'open'],
      [1, 'agreed'],
    ])
    value(await answer(institute.member, 'withdraw', 2))
    expect((await page(institute.member)).state).toBe('agreed')
    value(await offer(enterprise.member, 4, { upfront: '2.000.000', note: 'Giảm sản lượng' }))
    value(await answer(institute.member, 'accept', 3))
    expect(await standings()).toEqual([
      [3, 'agreed'],
      [2, 'withdrawn'],
      [1, 'replaced'],
    ])
  })

  it('is of the two organisations only: others find nothing, viewers read', async () => {
    value(await offer(institute.member, 0))
    expect(statusOf(await offer(other.member, 1))).toBe(404)
    expect(statusOf(await answer(other.member, 'accept', 1))).toBe(404)
    expect(statusOf(await termsPage({ actor: await actor(other.owner), id: requestId }))).toBe(404)
    expect(statusOf(await termsVersionPage({ actor: await actor(other.owner), id: requestId, number: 1 }))).toBe(404)
    expect(statusOf(await termsForm({ actor: await actor(other.owner), id: requestId, language: 'vi' }))).toBe(404)
    expect(codeOf(await offer(enterprise.viewer, 1))).toBe('auth.role')
    expect(codeOf(await answer(enterprise.viewer, 'accept', 1))).toBe('auth.role')
    expect(codeOf(await termsForm({ actor: await actor(enterprise.viewer), id: requestId, language: 'vi' }))).toBe(
      'auth.role',
    )
    expect((await page(enterprise.viewer)).versions).toHaveLength(1)
  })

  it('needs an accepted request about a technology', async () => {
    const request = value(
      await requestTechnology({
        actor: await actor(other.member),
        listingId: technologyId,
        input: { proposal: 'Sấy', message: 'Kính gửi', formKey: 'form-0002' },
      }),
    )
    const asked = { actor: await actor(other.member), id: request.id }
    expect(statusOf(await termsPage(asked))).toBe(404)
    expect(value(await requestPage(asked)).terms).toBeNull()
  })

  it('starts its forms from the version that waits, and the first from the request', async () => {
    const form = async (by: Player) => value(await termsForm({ actor: await actor(by), id: requestId, language: 'en' }))
    expect(await form(institute.member)).toMatchObject({ verb: 'offer', base: null, typed: { rightKind: 'use' } })
    value(await offer(institute.member, 0))
    const counter = await form(enterprise.member)
    expect(counter).toMatchObject({ verb: 'counter', read: 1, typed: { upfront: '500,000,000', royaltyRate: '4.5' } })
    expect((await form(institute.member)).verb).toBe('revise')
  })
})

describe('the value of terms', () => {
  it('is shown to its own side only, on every page, and the other side’s estimate leaves no trace', async () => {
    value(await offer(institute.member, 0))
    value(await offer(enterprise.member, 1, { upfront: '300.000.000' }))
    await estimateOfDeal(enterprise.member, technologyId, { licensee_reservation: '77,123' })
    const secret = await estimateOfDeal(institute.member, technologyId, { licensor_reservation: '123,457' })
    const seenBy = async (by: Player) => {
      const reading = { actor: await actor(by), id: requestId }
      return [
        value(await requestPage(reading)),
        value(await termsPage(reading)),
        value(await termsVersionPage({ ...reading, number: 1 })),
        value(await termsVersionPage({ ...reading, number: 2 })),
        by === institute.viewer || by === enterprise.viewer
          ? null
          : value(await termsForm({ ...reading, language: 'vi' })),
      ]
    }
    const [, own] = await seenBy(institute.viewer)
    const [, theirs] = await seenBy(enterprise.viewer)
    if (!own || !theirs || !('versions' in own) || !('versions' in theirs)) throw new Error('No page')
    const mine = own.values?.values[0]
    const notMine = theirs.values?.values[0]
    if (mine?.kind !== 'transferor' || notMine?.kind !== 'transferee') throw new Error('No values')
    expect(mine.gain).toBeCloseTo(mine.value - 123.457, 9)
    const told = JSON.stringify(await seenBy(enterprise.owner))
    for (const trace of [secret, '123.457', String(mine.value), String(mine.gain), '"kind":"transferor"'])
      expect(told).not.toContain(trace)
    const toldHere = JSON.stringify(await seenBy(institute.owner))
    for (const trace of ['77.123', String(notMine.value), '"kind":"transferee"']) expect(toldHere).not.toContain(trace)
    // What is worth less to one side is worth more to the other.
    const [second, first] = own.values?.values ?? []
    const [secondTheirs, firstTheirs] = theirs.values?.values ?? []
    const of = (one: typeof mine | typeof notMine | undefined | { kind: string }) =>
      one && 'value' in one ? (one.value ?? NaN) : NaN
    expect(of(second)).toBeLessThan(of(first))
    expect(of(secondTheirs)).toBeGreaterThan(of(firstTheirs))
  })

  it('begins with the terms in the ledger of an estimate, once however often its form is sent', async () => {
    value(await offer(institute.member, 0, { milestones: [{ name: 'Chạy thử', year: '1', amount: '200.000.000' }] }))
    const start = async (by: Player) =>
      startTermsEstimate({
        actor: await actor(by),
        requestId,
        language: 'vi',
        input: { number: '1', formKey: 'start-estimate' },
      })
    const { id } = value(await start(enterprise.member))
    expect(value(await start(enterprise.member)).id).toBe(id)
    expect(statusOf(await start(other.member))).toBe(404)
    expect(codeOf(await start(enterprise.viewer))).toBe('auth.role')
    const seen = await page(enterprise.member)
    expect(seen.values?.valuationId).toBe(id)
    expect(seen.values?.values).toEqual([
      { kind: 'refused', refusal: { input: null, slot: 'sales', path: 'sales', reason: 'missing' } },
    ])
    expect((await page(institute.member)).values).toBeNull()
  })
})
