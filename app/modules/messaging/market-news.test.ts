import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { reader, transaction } from '#db'
import type { Language, Result } from '#kernel'
import { actorOf, people } from '#modules/accounts/server'
import { listingProcess } from '#modules/listings'
import { decideListing, listingById, moveListing, remindOfEnding } from '#modules/listings/server'
import { createNeedDirectly } from '#modules/needs/server'
import { setClock } from '#platform/clock'
import { drainOutbox, publish } from '#platform/jobs'
import { letters } from '#platform/mail'
import { type Player, type Troupe, troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { startMessaging } from './market-news.server.ts'
import { isNewsKind, valuesIn } from './news.ts'
import { ownNotices, readAllNotices } from './notifications.server.ts'
import { noticeIn } from './notify.server.ts'

startMessaging()

let enterprise: Troupe
let operator: Troupe

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

async function need(title: string, importId: string | null = null): Promise<string> {
  const by = { personId: enterprise.member.personId, organisationId: enterprise.organisationId }
  const document = { texts: { vi: { title }, en: { title: `${title} in English` } } }
  const { organisationId } = enterprise
  const made = { organisationId, by, document, state: 'submitted', importId } as const
  return value(await transaction((tx) => createNeedDirectly(tx, made))).id
}

async function decide(id: string, decision: 'publish' | 'reject'): Promise<void> {
  const scores = { advantages: 4, clarity: 4, cooperation: 4, guidelines: 4 }
  value(
    await transaction(async (tx) => {
      const listing = await listingById(tx, id)
      if (!listing) throw new Error('no listing')
      return decideListing(tx, listing, { ...scores, decision, reason: 'Rất rõ ràng.' }, null, null)
    }),
  )
}

async function noticesOf(player: Player, language: Language = 'vi') {
  const actor = await actorOf(player.session)
  return value(await ownNotices({ actor, language, page: 1 })).notices
}

beforeEach(async () => {
  const dispose = await freshDatabase()
  enterprise = await troupe('cong-ty', 'enterprise')
  operator = await troupe('san', 'operator')
  return dispose
})

describe('what happens to a listing', () => {
  it('is told to those whom the process names, with the reviewer’s reason, in the reader’s language', async () => {
    const id = await need('Máy sấy')
    await decide(id, 'publish')
    await drainOutbox()
    const told = await noticesOf(enterprise.member)
    const published = 'Tin đăng đã qua thẩm tra và đang hiển thị trên sàn. Nhận xét của người thẩm tra: Rất rõ ràng.'
    expect(told).toMatchObject([{ heading: 'Đã được đăng: Máy sấy', path: `/work/needs/${id}`, text: published }])
    expect((await noticesOf(enterprise.signatory, 'en'))[0]?.heading).toBe('Published: Máy sấy in English')
    expect(await noticesOf(enterprise.viewer)).toEqual([])
    expect(await noticesOf(operator.viewer)).toEqual([])
    const mail = await letters(reader(), { recipient: enterprise.member.email, limit: 9, offset: 0 })
    expect(mail.letters.map((letter) => letter.subject)).toEqual(['Đã được đăng: Máy sấy'])
  })

  it('is reminded of before its year is over, once for each reminder, and then ends', async () => {
    await decide(await need('Máy sấy'), 'publish')
    await decide(await need('Máy nghiền'), 'publish')
    await drainOutbox()
    const day = 86_400_000
    const start = Date.now()
    const headings = async () => (await noticesOf(enterprise.member)).map((notice) => notice.heading)
    try {
      for (const days of [334, 336, 337, 359, 360]) {
        setClock(() => start + days * day)
        await remindOfEnding()
        await drainOutbox()
      }
    } finally {
      setClock(null)
    }
    expect((await headings()).filter((heading) => heading === '2 tin đăng sắp hết hạn')).toHaveLength(2)
  })

  it('is told once, however often the news comes', async () => {
    const id = await need('Máy sấy')
    await decide(id, 'publish')
    await drainOutbox()
    const listing = await listingById(reader(), id)
    const payload = { verb: 'publish', by: null, at: listing?.publishedAt ?? 0 }
    await transaction((tx) => publish(tx, { topic: 'listing.moved', subjectId: id, payload }))
    await drainOutbox()
    expect(await noticesOf(enterprise.member)).toHaveLength(1)
  })

  it('is told to reviewers once a day for an organisation, however much it submits', async () => {
    await need('Máy sấy')
    await need('Máy nghiền')
    await drainOutbox()
    expect((await noticesOf(operator.member)).map((notice) => notice.heading)).toEqual([
      'Tổ chức cong-ty có tin chờ thẩm tra',
    ])
  })

  it('is told once for all listings of one import', async () => {
    const ids = [await need('Máy sấy', 'import_1'), await need('Máy nghiền', 'import_1')]
    for (const id of ids) await decide(id, 'publish')
    await drainOutbox()
    expect((await noticesOf(enterprise.owner)).map((notice) => notice.heading)).toEqual([
      'Các tin đăng đã nhập: Đang chào',
    ])
  })

  it('carries the signatory’s reason back to the author, and does not tell who moved it', async () => {
    const id = await need('Máy sấy')
    const signatory = { personId: enterprise.signatory.personId, organisationId: enterprise.organisationId }
    await transaction(async (tx) => {
      const listing = await listingById(tx, id)
      if (!listing) throw new Error('no listing')
      const recalled = value(
        await moveListing(tx, listing, { verb: 'recall', party: 'signatory', by: signatory, expected: null }),
      )
      const author = { personId: enterprise.member.personId, organisationId: enterprise.organisationId }
      const proposed = value(
        await moveListing(tx, recalled, { verb: 'propose', party: 'author', by: author, expected: null }),
      )
      const back = {
        verb: 'return',
        party: 'signatory',
        by: signatory,
        expected: null,
        reason: 'Thêm số liệu',
      } as const
      return moveListing(tx, proposed, back)
    })
    await drainOutbox()
    expect((await noticesOf(enterprise.member))[0]?.text).toContain('Thêm số liệu')
    expect((await noticesOf(enterprise.signatory)).map((notice) => notice.heading)).toEqual([
      'Chờ Quý vị duyệt: Máy sấy',
    ])
  })
})

describe('a letter', () => {
  it('goes to a confirmed address only; the notice on the site goes to both', async () => {
    await transaction(async (tx) => {
      const unconfirmed = eq(people.id, enterprise.member.personId)
      await tx.update(people).set({ emailConfirmedAt: null }).where(unconfirmed)
    })
    const id = await need('Máy sấy')
    await decide(id, 'publish')
    await drainOutbox()
    expect(await noticesOf(enterprise.member)).toHaveLength(1)
    const sent = async (player: Player) =>
      (await letters(reader(), { recipient: player.email, limit: 9, offset: 0 })).total
    expect([await sent(enterprise.member), await sent(enterprise.owner)]).toEqual([0, 1])
  })
})

describe('the words of news', () => {
  it('are there for every move that the process tells somebody of', () => {
    for (const { verb, notices } of listingProcess.transitions)
      expect(isNewsKind(`listing.${verb}`)).toBe(notices.length > 0)
  })

  it('fall back to the other language where a value is missing in one', () => {
    expect(valuesIn('en', { titleVi: 'Máy sấy', titleEn: '', reason: 'x' })).toEqual({ title: 'Máy sấy', reason: 'x' })
  })

  it('leave no placeholder behind', () => {
    expect(noticeIn('en', 'request.accept', { titleVi: 'Máy sấy', organisationVi: 'Viện' })).toEqual({
      heading: 'Accepted: Máy sấy',
      text: 'Viện has accepted your request.',
    })
  })
})

describe('notices', () => {
  it('are all read at once by their reader', async () => {
    const id = await need('Máy sấy')
    await decide(id, 'reject')
    await drainOutbox()
    const actor = await actorOf(enterprise.owner.session)
    expect(value(await readAllNotices(actor))).toBe(1)
    expect(value(await readAllNotices(actor))).toBe(0)
    expect(value(await ownNotices({ actor, language: 'vi', page: 1 })).unread).toBe(0)
    expect((await noticesOf(enterprise.member)).map((notice) => notice.read)).toEqual([false])
  })
})
