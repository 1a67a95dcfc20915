import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reader, transaction } from '#db'
import type { Result } from '#kernel'
import { type Actor, visitor } from '#modules/accounts'
import { actorOf } from '#modules/accounts/server'
import { historyOf } from '#modules/audit/server'
import { decideListing, listingById } from '#modules/listings/server'
import { openNotice, ownNotices, startMessaging } from '#modules/messaging/server'
import type { NeedInput } from '#modules/needs'
import { createNeedDirectly } from '#modules/needs/server'
import { createTechnologyDirectly } from '#modules/technologies/server'
import { setClock } from '#platform/clock'
import { drainOutbox } from '#platform/jobs'
import { letters } from '#platform/mail'
import { type Player, type Troupe, troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { readConversation, sendMessage } from './commands/converse.server.ts'
import { answerNeed, requestTechnology } from './commands/make-request.server.ts'
import { moveRequest } from './commands/move-request.server.ts'
import { keepDeadlines } from './jobs/deadlines.server.ts'
import { startDeals } from './notices.server.ts'
import { myWork } from './queries/my-work.server.ts'
import { requestForm } from './queries/request-form.server.ts'
import { ownRequests } from './queries/request-lines.server.ts'
import { requestPage } from './queries/request-page.server.ts'
import { type Request, requestById } from './store.server.ts'

startMessaging()
startDeals()

const day = 86_400_000
const start = Date.UTC(2026, 10, 2, 3)
let at = start

let institute: Troupe
let enterprise: Troupe
let other: Troupe
let technologyId: string
let needId: string
let hiddenNeedId: string

const acting = (player: Player): Promise<Actor> => actorOf(player.session)

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'done' : result.refusal.code)
const statusOf = (result: Result<unknown>): number => (result.ok ? 200 : result.refusal.status)

async function published(id: string): Promise<string> {
  const scores = { advantages: 4, clarity: 4, cooperation: 4, guidelines: 4 }
  value(
    await transaction(async (tx) => {
      const listing = await listingById(tx, id)
      if (!listing) throw new Error('no listing')
      return decideListing(tx, listing, { ...scores, decision: 'publish', reason: 'Rõ ràng.' }, null, null)
    }),
  )
  return id
}

async function technology(owner: Troupe, title: string): Promise<string> {
  const by = { personId: owner.owner.personId, organisationId: owner.organisationId }
  const profile = { texts: { vi: { title }, en: { title: `${title} in English` } } }
  const listing = await transaction((tx) =>
    createTechnologyDirectly(tx, { profile, organisationId: owner.organisationId, state: 'submitted', by }),
  )
  return published(value(listing).id)
}

async function need(owner: Troupe, document: NeedInput): Promise<string> {
  const by = { personId: owner.member.personId, organisationId: owner.organisationId }
  const listing = await transaction((tx) =>
    createNeedDirectly(tx, { organisationId: owner.organisationId, by, document, state: 'submitted' }),
  )
  return published(value(listing).id)
}

const input = (more: Record<string, string> = {}) => ({
  proposal: 'Dùng cho dây chuyền sấy',
  message: 'Kính gửi Quý Viện',
  formKey: 'form-0001',
  ...more,
})

async function ask(by: Player, more: Record<string, string> = {}): Promise<Result<Request>> {
  return requestTechnology({ actor: await acting(by), listingId: technologyId, input: input(more) })
}

async function move(by: Player, request: Request, verb: string, more: Record<string, string> = {}) {
  const fresh = await requestById(reader(), request.id)
  return moveRequest({
    actor: await acting(by),
    requestId: request.id,
    input: { verb, version: String(fresh?.version), ...more },
  })
}

async function noticesOf(player: Player, language: 'vi' | 'en' = 'vi'): Promise<string[]> {
  return value(await ownNotices({ actor: await acting(player), language, page: 1 })).notices.map(
    (notice) => notice.heading,
  )
}

beforeEach(async () => {
  const dispose = await freshDatabase()
  at = start
  setClock(() => (at += 1000))
  institute = await troupe('vien', 'institute')
  enterprise = await troupe('cong-ty', 'enterprise')
  other = await troupe('ben-khac', 'enterprise')
  technologyId = await technology(institute, 'Máy sấy')
  needId = await need(enterprise, { texts: { vi: { title: 'Cần máy sấy' } } })
  hiddenNeedId = await need(enterprise, { texts: { vi: { title: 'Cần bơm' } }, nameHidden: true })
  await drainOutbox()
  return dispose
})

afterEach(() => setClock(null))

describe('a request for a technology', () => {
  it('goes from asking to answering to acceptance, each step on record', async () => {
    const request = value(await ask(enterprise.member))
    expect(value(await move(institute.member, request, 'ask', { text: 'Công suất nào?' })).state).toBe('asked')
    expect(value(await move(enterprise.member, request, 'answer', { text: 'Hai tấn.' })).state).toBe('sent')
    const accepted = value(await move(institute.owner, request, 'accept'))
    expect([accepted.state, accepted.deadlineAt]).toEqual(['accepted', null])
    const page = value(await requestPage({ actor: await acting(enterprise.viewer), id: request.id }))
    expect(page.moves.map((one) => [one.verb, one.side])).toEqual([
      ['ask', 'receiver'],
      ['answer', 'sender'],
      ['accept', 'receiver'],
    ])
    expect([page.verbs, page.mayAct]).toEqual([[], false])
    const record = await historyOf(reader(), { kind: 'request', id: request.id })
    expect(record.map((entry) => entry.action)).toEqual([
      'request.made',
      'request.ask',
      'request.answer',
      'request.accept',
    ])
  })

  it('is made once from one form, and once for a listing while it is open', async () => {
    const [first, second] = await Promise.all([ask(enterprise.member), ask(enterprise.member)])
    expect(value(second).id).toBe(value(first).id)
    expect(codeOf(await ask(enterprise.owner, { formKey: 'form-0002' }))).toBe('request.already_open')
    value(await move(institute.member, value(first), 'decline', { text: 'Chưa', declineReason: 'timing' }))
    expect(codeOf(await ask(enterprise.owner, { formKey: 'form-0003' }))).toBe('done')
  })

  it('is told to each worker of the receiver once, on the site and by mail', async () => {
    value(await ask(enterprise.member))
    value(await ask(enterprise.member))
    await drainOutbox()
    await drainOutbox()
    for (const player of [institute.owner, institute.signatory, institute.member]) {
      expect((await noticesOf(player)).filter((heading) => heading.startsWith('Đề nghị mới'))).toEqual([
        'Đề nghị mới: Máy sấy',
      ])
    }
    expect(await noticesOf(institute.member, 'en')).toContain('New request: Máy sấy in English')
    expect(await noticesOf(institute.viewer)).toEqual([])
    const mails = await letters(reader(), { recipient: institute.member.email, limit: 50, offset: 0 })
    const mine = mails.letters.filter((letter) => letter.subject === 'Đề nghị mới: Máy sấy')
    expect(mine).toHaveLength(1)
    expect(mine[0]?.body).toMatch(/http:\/\/\S+\/requests\/req_/)
  })

  it('is nobody else’s', async () => {
    const request = value(await ask(enterprise.member))
    const stranger = await acting(other.owner)
    expect(statusOf(await requestPage({ actor: stranger, id: request.id }))).toBe(404)
    expect(statusOf(await move(other.owner, request, 'accept'))).toBe(404)
    const message = { text: 'Xin chào', formKey: 'form-9999' }
    expect(statusOf(await sendMessage({ actor: stranger, requestId: request.id, input: message }))).toBe(404)
    expect(statusOf(await readConversation({ actor: stranger, requestId: request.id }))).toBe(404)
    expect(statusOf(await requestPage({ actor: visitor, id: request.id }))).toBe(401)
    expect(value(await ownRequests({ actor: stranger, box: 'both', state: null, page: 1 })).total).toBe(0)
  })

  it('is moved by whose turn it is, on the version that was read', async () => {
    const request = value(await ask(enterprise.member))
    expect(codeOf(await move(enterprise.member, request, 'accept'))).toBe('not_your_turn')
    expect(codeOf(await move(enterprise.member, request, 'answer', { text: 'x' }))).toBe('wrong_state')
    expect(codeOf(await move(institute.viewer, request, 'accept'))).toBe('auth.role')
    const actor = await acting(institute.member)
    const stale = { actor, requestId: request.id, input: { verb: 'accept', version: '7' } }
    expect(codeOf(await moveRequest(stale))).toBe('version_conflict')
    value(await move(enterprise.member, request, 'withdraw'))
    expect(codeOf(await move(institute.member, request, 'accept'))).toBe('wrong_state')
  })

  it('is declined with one of the reasons and an explanation, which the sender reads', async () => {
    const request = value(await ask(enterprise.member))
    const bare = await move(institute.member, request, 'decline')
    expect(bare.ok ? [] : Object.keys(bare.refusal.fields ?? {}).sort()).toEqual(['declineReason', 'text'])
    const why = { text: 'Giá thấp', declineReason: 'price_budget' }
    value(await move(institute.member, request, 'decline', why))
    await drainOutbox()
    const notices = value(await ownNotices({ actor: await acting(enterprise.member), language: 'vi', page: 1 })).notices
    expect(notices.find((notice) => notice.heading.startsWith('Không được chấp nhận'))?.text).toContain(
      'Lý do: Giá hoặc ngân sách chưa phù hợp. Giá thấp',
    )
    const page = value(await requestPage({ actor: await acting(enterprise.member), id: request.id }))
    expect([page.request.state, page.request.declineReason]).toEqual(['declined', 'price_budget'])
  })

  it('is sent by a verified organisation to another one', async () => {
    expect(codeOf(await ask(institute.member))).toBe('request.own_listing')
    expect(codeOf(await ask(enterprise.viewer))).toBe('auth.role')
    const unverified = await troupe('moi', 'enterprise', false)
    expect(codeOf(await ask(unverified.member))).toBe('auth.unverified')
    const form = { kind: 'transfer', listingId: technologyId } as const
    expect(value(await requestForm({ actor: await acting(unverified.member), ...form })).barrier).toBe(
      'auth.unverified',
    )
    expect(value(await requestForm({ actor: await acting(enterprise.member), ...form })).barrier).toBeNull()
    expect(codeOf(await requestForm({ actor: visitor, ...form }))).toBe('auth.sign_in')
    const draft = { actor: await acting(enterprise.member), listingId: 'tech_none', input: input() }
    expect(statusOf(await requestTechnology(draft))).toBe(404)
    expect(statusOf(await requestTechnology({ ...draft, listingId: needId }))).toBe(404)
  })
})

describe('the deadlines of a request', () => {
  it('remind whose turn it is after five and ten days, and let it lapse after fifteen', async () => {
    const request = value(await ask(enterprise.member))
    const reminded = async () => {
      await drainOutbox()
      return (await noticesOf(institute.member)).filter((heading) => heading.startsWith('Sắp hết hạn')).length
    }
    at = start + 4 * day
    expect(await keepDeadlines()).toEqual({ lapsed: 0, reminded: 0 })
    at = start + 5.1 * day
    expect(await keepDeadlines()).toEqual({ lapsed: 0, reminded: 1 })
    expect(await keepDeadlines()).toEqual({ lapsed: 0, reminded: 0 })
    expect(await reminded()).toBe(1)
    at = start + 10.1 * day
    const twice = await Promise.all([keepDeadlines(), keepDeadlines()])
    expect(twice.map((did) => did.reminded).sort()).toEqual([0, 1])
    expect(await reminded()).toBe(2)
    expect((await requestById(reader(), request.id))?.version).toBe(1)
    at = start + 15.1 * day
    expect(await keepDeadlines()).toEqual({ lapsed: 1, reminded: 0 })
    expect(await keepDeadlines()).toEqual({ lapsed: 0, reminded: 0 })
    expect((await requestById(reader(), request.id))?.state).toBe('lapsed')
    await drainOutbox()
    expect(await noticesOf(enterprise.member)).toContain('Hết hạn trả lời: Máy sấy')
    expect(await noticesOf(institute.member)).toContain('Hết hạn trả lời: Máy sấy')
    const actor = await acting(enterprise.member)
    const late = { text: 'Muộn', formKey: 'form-0009' }
    expect(codeOf(await sendMessage({ actor, requestId: request.id, input: late }))).toBe('message.closed')
  })

  it('start anew with each move', async () => {
    const request = value(await ask(enterprise.member))
    at = start + 9 * day
    await keepDeadlines()
    value(await move(institute.member, request, 'ask', { text: 'Hỏi' }))
    at = start + 16 * day
    expect(await keepDeadlines()).toEqual({ lapsed: 0, reminded: 1 })
    await drainOutbox()
    expect(await noticesOf(enterprise.member)).toContain('Sắp hết hạn trả lời: Máy sấy')
    at = start + 25 * day
    expect((await keepDeadlines()).lapsed).toBe(1)
  })
})

describe('an answer to a need', () => {
  const answerBy = async (id: string, more: Record<string, string> = {}) =>
    answerNeed({ actor: await acting(institute.member), listingId: id, input: input(more) })

  it('may put forward a published technology of the sender’s, and of nobody else’s', async () => {
    const foreign = await technology(other, 'Của bên khác')
    const refused = await answerBy(needId, { offeredListingId: foreign })
    expect(refused.ok ? [] : Object.keys(refused.refusal.fields ?? {})).toEqual(['offeredListingId'])
    const request = value(await answerBy(needId, { offeredListingId: technologyId }))
    const page = value(await requestPage({ actor: await acting(enterprise.member), id: request.id }))
    expect(page.offered?.title.vi).toBe('Máy sấy')
    const form = { actor: await acting(institute.member), kind: 'answer', listingId: needId } as const
    expect(value(await requestForm(form)).openRequestId).toBe(request.id)
  })

  it('does not tell a hidden name before it is accepted, and tells it then', async () => {
    const request = value(await answerBy(hiddenNeedId))
    value(await move(enterprise.member, request, 'ask', { text: 'Giá?' }))
    value(
      await sendMessage({
        actor: await acting(enterprise.member),
        requestId: request.id,
        input: { text: 'Chào', formKey: 'form-0005' },
      }),
    )
    await drainOutbox()
    const sender = await acting(institute.member)
    const seen = async () => {
      const asked = { actor: sender, kind: 'answer', listingId: hiddenNeedId } as const
      const mails = await letters(reader(), { recipient: institute.member.email, limit: 50, offset: 0 })
      return JSON.stringify([
        value(await requestPage({ actor: sender, id: request.id })),
        value(await ownRequests({ actor: sender, box: 'both', state: null, page: 1 })),
        value(await ownNotices({ actor: sender, language: 'vi', page: 1 })),
        value(await ownNotices({ actor: sender, language: 'en', page: 1 })),
        value(await requestForm(asked)),
        value(await myWork(sender)),
        mails.letters.map((letter) => [letter.subject, letter.body]),
      ])
    }
    const secrets = ['Tổ chức cong-ty', 'Organisation cong-ty', enterprise.organisationId, 'Người dùng cong-ty']
    const before = await seen()
    for (const secret of secrets) expect(before).not.toContain(secret)
    expect(before).toContain('Bên có nhu cầu')
    value(await move(enterprise.owner, request, 'accept'))
    await drainOutbox()
    const after = await seen()
    for (const secret of secrets.slice(0, 1)) expect(after).toContain(secret)
    const page = value(await requestPage({ actor: sender, id: request.id }))
    expect(page.parties.receiver.id).toBe(enterprise.organisationId)
    expect(page.messages.map((message) => message.personName)).toEqual(['Người dùng cong-ty-member'])
  })
})

describe('a conversation', () => {
  const write = async (by: Player, request: Request, formKey: string, text = 'Xin chào') =>
    sendMessage({ actor: await acting(by), requestId: request.id, input: { text, formKey } })

  it('keeps a message once, tells of it once until it is read, and counts what is unread', async () => {
    const request = value(await ask(enterprise.member))
    await drainOutbox()
    value(await write(enterprise.member, request, 'form-0011', 'Một'))
    value(await write(enterprise.member, request, 'form-0011', 'Một'))
    await drainOutbox()
    value(await write(enterprise.member, request, 'form-0012', 'Hai'))
    await drainOutbox()
    const told = async () => (await noticesOf(institute.member)).filter((heading) => heading.startsWith('Tin nhắn mới'))
    expect(await told()).toHaveLength(1)
    const actor = await acting(institute.member)
    expect(value(await requestPage({ actor, id: request.id })).unread).toBe(2)
    expect(value(await myWork(actor)).messages.map((line) => line.unread)).toEqual([2])
    value(await readConversation({ actor, requestId: request.id }))
    expect(value(await requestPage({ actor, id: request.id })).unread).toBe(0)
    value(await write(enterprise.member, request, 'form-0013', 'Ba'))
    await drainOutbox()
    expect(await told()).toHaveLength(2)
    const mine = value(await requestPage({ actor: await acting(enterprise.member), id: request.id }))
    expect([mine.unread, mine.messages.map((message) => message.text)]).toEqual([0, ['Một', 'Hai', 'Ba']])
  })

  it('is read by viewers and written by those who work', async () => {
    const request = value(await ask(enterprise.member))
    expect(codeOf(await write(institute.viewer, request, 'form-0021'))).toBe('auth.role')
    expect(codeOf(await write(institute.member, request, 'form-0022', 'a'.repeat(4001)))).toBe('form.invalid')
    expect(codeOf(await readConversation({ actor: await acting(institute.viewer), requestId: request.id }))).toBe(
      'done',
    )
  })

  it('is closed once the request was withdrawn', async () => {
    const request = value(await ask(enterprise.member))
    value(await move(enterprise.member, request, 'withdraw', { text: 'Đã có nguồn khác' }))
    expect(codeOf(await write(institute.member, request, 'form-0031'))).toBe('message.closed')
    expect(codeOf(await readConversation({ actor: await acting(institute.member), requestId: request.id }))).toBe(
      'done',
    )
  })
})

describe('my work', () => {
  it('shows what waits for the organisation, by its deadline, and nothing once it is answered', async () => {
    const request = value(await ask(enterprise.member))
    const receiver = value(await myWork(await acting(institute.member)))
    expect(receiver.requests.map((line) => [line.id, line.mine])).toEqual([[request.id, true]])
    expect(value(await myWork(await acting(enterprise.member))).requests).toEqual([])
    value(await move(institute.member, request, 'accept'))
    expect(value(await myWork(await acting(institute.member))).requests).toEqual([])
    expect(value(await myWork(await acting(institute.viewer))).requests).toEqual([])
  })
})

describe('a notice', () => {
  it('is opened by its reader only, and leads to what it is about', async () => {
    const request = value(await ask(enterprise.member))
    await drainOutbox()
    const actor = await acting(institute.member)
    const before = value(await ownNotices({ actor, language: 'vi', page: 1 }))
    const notice = before.notices.find((one) => one.path === `/requests/${request.id}`)
    expect(statusOf(await openNotice({ actor: await acting(other.member), noticeId: notice?.id }))).toBe(404)
    expect(value(await openNotice({ actor, noticeId: notice?.id }))).toBe(`/requests/${request.id}`)
    expect(value(await ownNotices({ actor, language: 'vi', page: 1 })).unread).toBe(before.unread - 1)
  })
})
