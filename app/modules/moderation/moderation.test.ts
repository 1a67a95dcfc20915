import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { currentDatabase, reader, transaction } from '#db'
import { actorOf } from '#modules/accounts/server'
import {
  bulkReviews,
  createListing,
  type Listing,
  listingById,
  listings,
  moveListing,
  reviewsOf,
  saveListing,
} from '#modules/listings/server'
import { needSchema } from '#modules/needs'
import { profileSchema } from '#modules/technologies'
import { publish } from '#platform/jobs'
import { letters, post } from '#platform/mail'
import { troupe, type Troupe } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { needDifference } from './index.ts'
import {
  bulkReviewPage,
  continueBulkReview,
  desk,
  letterPage,
  newsPage,
  orderBulkReview,
  recordPage,
  retryFailedNews,
  reviewPage,
  reviewQueue,
  verifyRecord,
} from './index.server.ts'

let institute: Troupe
let doubtful: Troupe
let operator: Troupe
beforeEach(freshDatabase)
beforeEach(async () => {
  institute = await troupe('vien', 'institute')
  doubtful = await troupe('moi', 'enterprise', false)
  operator = await troupe('san', 'operator')
})

async function waiting(count: number, owner = institute.organisationId): Promise<Listing[]> {
  return transaction(async (tx) => {
    const made: Listing[] = []
    for (let index = 0; index < count; index++) {
      const title = `Công nghệ ${String(index)}`
      const document = profileSchema.parse({ texts: { vi: { title } } })
      const listing = await createListing(tx, {
        kind: 'technology',
        organisationId: owner,
        document,
        title,
        sourceLanguage: 'vi',
        by: null,
      })
      const moved = await moveListing(tx, listing, { verb: 'submit', party: 'signatory', by: null, expected: null })
      if (!moved.ok) throw new Error(moved.refusal.code)
      made.push(moved.value)
    }
    return made
  })
}

const good = {
  advantages: '4',
  clarity: '4',
  cooperation: '3',
  guidelines: '4',
  decision: 'publish',
  reason: 'Đạt yêu cầu',
}
const first = { page: 1 }

async function order(input: Record<string, unknown>): Promise<string> {
  const ordered = await orderBulkReview({ actor: await actorOf(operator.member.session), input })
  if (!ordered.ok) throw new Error(ordered.refusal.code)
  return ordered.value.id
}

async function publishedCount(): Promise<number> {
  return (await reader().select({ id: listings.id }).from(listings).where(eq(listings.state, 'published'))).length
}

describe('who sees the desk', () => {
  it('is the operator alone; for everybody else it is not there', async () => {
    const outsider = await actorOf(institute.owner.session)
    const [listing] = await waiting(1)
    for (const result of [
      await desk(outsider),
      await reviewQueue(outsider, first),
      await reviewPage(outsider, listing?.id ?? ''),
      await orderBulkReview({ actor: outsider, input: { ...good, scope: 'filter' } }),
      await verifyRecord(outsider),
    ])
      expect(result).toMatchObject({ ok: false, refusal: { status: 404 } })
    const viewer = await actorOf(operator.viewer.session)
    expect(await desk(viewer)).toMatchObject({ value: { queue: { technology: { waiting: 1 } } } })
    expect(await orderBulkReview({ actor: viewer, input: { ...good, scope: 'filter' } })).toMatchObject({
      refusal: { status: 403 },
    })
  })

  it('does not include drafts that were never submitted', async () => {
    const draft = await transaction((tx) =>
      createListing(tx, {
        kind: 'need',
        organisationId: institute.organisationId,
        document: needSchema.parse({}),
        title: 'Nháp',
        sourceLanguage: 'vi',
        by: null,
      }),
    )
    expect(await reviewPage(await actorOf(operator.owner.session), draft.id)).toMatchObject({
      refusal: { status: 404 },
    })
  })
})

describe('the queue', () => {
  it('shows the longest waiting first and narrows by organisation', async () => {
    await waiting(60)
    await waiting(3, doubtful.organisationId)
    const actor = await actorOf(operator.member.session)
    const all = await reviewQueue(actor, first)
    if (!all.ok) throw new Error(all.refusal.code)
    expect(all.value).toMatchObject({ total: 63, pageCount: 2 })
    const waits = all.value.lines.map((line) => line.submittedAt ?? 0)
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(await reviewQueue(actor, { ...first, organisation: doubtful.organisationId })).toMatchObject({
      value: { total: 3 },
    })
  })
})

describe('a bulk review', () => {
  it('decides all that the filter means and keeps a review of each', async () => {
    const made = await waiting(250)
    const id = await order({ ...good, scope: 'filter', organisation: institute.organisationId })
    expect(await continueBulkReview(id, 100)).toBe(true)
    expect(await publishedCount()).toBe(250)
    expect(await reviewsOf(reader(), made[0]?.id ?? '')).toMatchObject([{ decision: 'publish', reason: 'Đạt yêu cầu' }])
    const [bulk] = await reader().select().from(bulkReviews).where(eq(bulkReviews.id, id))
    expect(bulk).toMatchObject({ total: 250, decided: 250, refused: {} })
  })

  it('goes on where it stood, and decides nothing twice', async () => {
    await waiting(250)
    const id = await order({ ...good, scope: 'filter' })
    expect(await continueBulkReview(id, 1)).toBe(false)
    expect(await publishedCount()).toBe(100)
    expect(await continueBulkReview(id, 100)).toBe(true)
    expect(await continueBulkReview(id, 100)).toBe(true)
    expect(await publishedCount()).toBe(250)
  })

  it('names those it did not let through and why', async () => {
    const [changed] = await waiting(2)
    await waiting(2, doubtful.organisationId)
    const id = await order({ ...good, scope: 'filter' })
    if (!changed) throw new Error('none waits')
    await transaction((tx) => saveListing(tx, changed, { title: 'Đổi sau khi chọn' }))
    await continueBulkReview(id, 100)
    expect(await bulkReviewPage(await actorOf(operator.owner.session), id, 1)).toMatchObject({
      value: {
        bulk: { decided: 1, refused: { 'review.unverified': 2, version_conflict: 1 } },
        refusedTotal: 3,
      },
    })
    expect((await listingById(reader(), changed.id))?.state).toBe('submitted')
  })

  it('decides only what was ticked', async () => {
    const made = await waiting(3)
    const id = await order({ ...good, decision: 'ask_changes', scope: 'ticked', listing: made[1]?.id })
    await continueBulkReview(id, 100)
    const states = await Promise.all(made.map(async (listing) => (await listingById(reader(), listing.id))?.state))
    expect(states).toEqual(['submitted', 'needs_changes', 'submitted'])
  })

  it.each([
    ['scores that do not allow publishing', { ...good, advantages: '0' }, 'review.score'],
    ['nothing ticked', { ...good, scope: 'ticked' }, 'bulk.none'],
    ['no reason', { ...good, reason: '' }, 'form.invalid'],
    ['a missing score', { ...good, clarity: undefined }, 'form.invalid'],
    ['a filter under which nothing waits', { ...good, kind: 'need' }, 'bulk.none'],
  ])('is refused with %s', async (_what, input, code) => {
    await waiting(1)
    const result = await orderBulkReview({
      actor: await actorOf(operator.member.session),
      input: { scope: 'filter', ...input },
    })
    expect(result).toMatchObject({ ok: false, refusal: { code } })
    expect(await reader().select().from(bulkReviews)).toHaveLength(0)
  })
})

describe('letters', () => {
  it('keep one-time links for their readers once they were sent', async () => {
    const body =
      'Chào,\nhttp://127.0.0.1:3000/reset/abc_DEF-123\nhttps://san.example/en/confirm/xyz và https://san.example/work'
    const id = await transaction(async (tx) => {
      await post(tx, { to: 'a@vi-du.example', subject: 'Đặt lại', body })
      const { letters: kept } = await letters(tx, { recipient: null, limit: 1, offset: 0 })
      return kept[0]?.id ?? ''
    })
    const actor = await actorOf(operator.member.session)
    expect(await letterPage(actor, id)).toMatchObject({ value: { body } })
    currentDatabase().run(`UPDATE mails SET sent_at = 1 WHERE id = '${id}'`)
    expect(await letterPage(actor, id)).toMatchObject({
      value: {
        body: 'Chào,\nhttp://127.0.0.1:3000/reset/…\nhttps://san.example/en/confirm/… và https://san.example/work',
      },
    })
    expect(await letterPage(await actorOf(operator.viewer.session), id)).toMatchObject({ refusal: { status: 403 } })
  })
})

describe('the record', () => {
  it('is read by subject, person and action, newest first, and found intact', async () => {
    const [listing] = await waiting(2)
    const actor = await actorOf(operator.viewer.session)
    const none = { person: '', subject: '', action: '', page: 1 }
    const of = await recordPage(actor, { ...none, subject: listing?.id ?? '' })
    expect(of.ok && of.value.entries.map((entry) => entry.action)).toEqual(['technology.submit', 'technology.created'])
    expect(await recordPage(actor, { ...none, action: 'technology.' })).toMatchObject({ value: { total: 4 } })
    expect(await recordPage(actor, { ...none, action: 'technology.submit' })).toMatchObject({ value: { total: 2 } })
    expect(await recordPage(actor, { ...none, person: institute.owner.personId })).toMatchObject({
      value: { total: 0 },
    })
    expect(await verifyRecord(actor)).toEqual({ ok: true, value: { broken: null } })
  })
})

describe('work that failed', () => {
  it('is shown with its error and tried again when the operator asks', async () => {
    await transaction((tx) => publish(tx, { topic: 'test.failing', subjectId: 'x' }))
    currentDatabase().run(
      `UPDATE outbox SET failed_at = 1, attempts = 8, last_error = 'không gửi được' WHERE topic = 'test.failing'`,
    )
    const actor = await actorOf(operator.member.session)
    const failed = await newsPage(actor, { failed: true, page: 1 })
    expect(failed).toMatchObject({
      value: { total: 1, news: [{ topic: 'test.failing', lastError: 'không gửi được' }] },
    })
    const sequence = failed.ok ? failed.value.news[0]?.sequence : null
    expect(await retryFailedNews({ actor, input: { sequence } })).toEqual({ ok: true, value: 1 })
    expect(await newsPage(actor, { failed: true, page: 1 })).toMatchObject({ value: { total: 0 } })
    expect(await retryFailedNews({ actor, input: { sequence } })).toMatchObject({ refusal: { status: 404 } })
  })
})

describe('the difference of two needs', () => {
  it('names each changed field once, texts by language', () => {
    const before = needSchema.parse({ texts: { vi: { title: 'A', wanted: 'X' } }, budget: { to: 5 } })
    const after = needSchema.parse({ texts: { vi: { title: 'A', wanted: 'Y' } }, budget: { to: 7 }, province: '52' })
    expect(needDifference(before, after)).toEqual([
      { field: 'wanted', language: 'vi', before: 'X', after: 'Y' },
      { field: 'budgetTo', language: null, before: '5', after: '7' },
      { field: 'province', language: null, before: '', after: '52' },
    ])
    expect(needDifference(after, after)).toEqual([])
  })
})
