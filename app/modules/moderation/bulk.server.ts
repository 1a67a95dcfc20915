import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { reader, type Transaction, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { people } from '#modules/accounts/server'
import { record } from '#modules/audit/server'
import { publishable, verdictOf } from '#modules/listings'
import {
  bulkReviews,
  decideListing,
  listingById,
  listings,
  type ReviewInput,
  reviewSchema,
} from '#modules/listings/server'
import { newId, now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { bulkReviewItems } from './moderation.tables.server.ts'
import { filterFrom, inQueue } from './queue.server.ts'

export type BulkReview = typeof bulkReviews.$inferSelect

const batch = 100
const batchesATurn = 2

const chosenSchema = z.object({
  /** Ticked listings; all that the filter means where none is ticked. */
  listing: z.preprocess(
    (value: unknown): unknown => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(40)).max(500),
  ),
  scope: z.enum(['ticked', 'filter']),
})

/**
 * Orders one decision for many listings that wait: those ticked, or all that a filter of the queue means. Which they
 * are is fixed now; the work is done in the background.
 *
 * @returns refusals: those of `may`, 400 `form.invalid`, 409 `review.score` when the scores do not allow publishing,
 *   409 `bulk.none` when nothing waits
 */
export async function orderBulkReview(asked: { actor: Actor; input: unknown }): Promise<Result<{ id: string }>> {
  const allowed = may(asked.actor, 'listing.review')
  if (!allowed.ok) return allowed
  const review = check(reviewSchema, asked.input)
  const chosen = check(chosenSchema, asked.input)
  const filter = filterFrom(asked.input)
  if (!review.ok) return review
  if (!chosen.ok) return chosen
  if (!filter.ok) return filter
  const { scope, listing: ticked } = chosen.value
  if (review.value.decision === 'publish' && !publishable(verdictOf(review.value))) return refuse('review.score', 409)
  if (scope === 'ticked' && ticked.length === 0) return refuse('bulk.none', 409)
  const operator = allowed.value.organisation?.id ?? ''
  const id = newId('bulk')
  const where =
    scope === 'ticked'
      ? and(eq(listings.state, 'submitted'), inArray(listings.id, ticked))
      : inQueue({ ...filter.value, state: 'submitted' })
  return transaction(async (tx) => {
    await tx.insert(bulkReviews).values({
      id,
      reviewerId: allowed.value.personId,
      organisationId: operator,
      importId: filter.value.import ?? null,
      ownerId: filter.value.organisation ?? null,
      listingIds: scope === 'ticked' ? ticked : [],
      ...review.value,
      total: 0,
      decided: 0,
      refused: {},
      createdAt: now(),
      finishedAt: null,
    })
    await tx.insert(bulkReviewItems).select(
      tx
        .select({
          bulkReviewId: sql<string>`${id}`.as('bulk_review_id'),
          listingId: listings.id,
          version: listings.version,
          outcome: sql<null>`null`.as('outcome'),
          code: sql<null>`null`.as('code'),
        })
        .from(listings)
        .where(where),
    )
    const total = await itemsOf(tx, id)
    if (total === 0) return refuse('bulk.none', 409)
    await tx.update(bulkReviews).set({ total }).where(eq(bulkReviews.id, id))
    const { reason, decision } = review.value
    await record(tx, {
      by: { personId: allowed.value.personId, organisationId: operator },
      action: 'bulk_review.ordered',
      subject: { kind: 'bulk_review', id },
      detail: { decision, reason, listings: total },
    })
    await publish(tx, { topic: 'review.bulk', subjectId: id })
    return done({ id })
  })
}

async function itemsOf(tx: Transaction, id: string): Promise<number> {
  const [all] = await tx.select({ items: count() }).from(bulkReviewItems).where(eq(bulkReviewItems.bulkReviewId, id))
  return all?.items ?? 0
}

async function decideBatch(tx: Transaction, bulk: BulkReview): Promise<number> {
  const items = await tx
    .select()
    .from(bulkReviewItems)
    .where(and(eq(bulkReviewItems.bulkReviewId, bulk.id), isNull(bulkReviewItems.outcome)))
    .orderBy(asc(bulkReviewItems.listingId))
    .limit(batch)
  const review: ReviewInput = bulk
  const by = { personId: bulk.reviewerId, organisationId: bulk.organisationId }
  let decided = 0
  const refused: Record<string, number> = { ...bulk.refused }
  for (const item of items) {
    const listing = await listingById(tx, item.listingId)
    // A refusal comes before anything of the listing is written.
    const result = listing ? await decideListing(tx, listing, review, by, item.version) : refuse('not_found', 404)
    const code = result.ok ? null : result.refusal.code
    if (code === null) decided += 1
    else refused[code] = (refused[code] ?? 0) + 1
    await tx
      .update(bulkReviewItems)
      .set({ outcome: code === null ? 'decided' : 'refused', code })
      .where(and(eq(bulkReviewItems.bulkReviewId, bulk.id), eq(bulkReviewItems.listingId, item.listingId)))
  }
  const done = items.length < batch
  await tx
    .update(bulkReviews)
    .set({ decided: bulk.decided + decided, refused, finishedAt: done ? now() : null })
    .where(eq(bulkReviews.id, bulk.id))
  return items.length
}

/**
 * Goes on with a bulk review, a hundred listings a transaction; broken off, the next call goes on where it stood.
 *
 * @returns whether it is finished
 */
export async function continueBulkReview(id: string, batches: number = batchesATurn): Promise<boolean> {
  for (let turn = 0; turn < batches; turn++) {
    const finished = await transaction(async (tx) => {
      const [bulk] = await tx.select().from(bulkReviews).where(eq(bulkReviews.id, id))
      if (!bulk || bulk.finishedAt !== null) return true
      return (await decideBatch(tx, bulk)) < batch
    })
    if (finished) return true
    await nextTurn()
  }
  return false
}

/** For the outbox: some batches, then back to the end of the line. */
export async function onBulkReview(id: string): Promise<void> {
  if (await continueBulkReview(id)) return
  await transaction(async (tx) => publish(tx, { topic: 'review.bulk', subjectId: id }))
}

export interface RefusedItem {
  readonly listingId: string
  readonly title: string
  readonly language: 'vi' | 'en'
  readonly code: string
}

export interface BulkReviewPage {
  readonly bulk: BulkReview
  readonly reviewer: string
  readonly refused: readonly RefusedItem[]
  readonly refusedTotal: number
}

const pageSize = 100

/** A bulk review with a page of those that the rules did not let through. */
export async function bulkReviewPage(actor: Actor, id: string, page: number): Promise<Result<BulkReviewPage>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const db = reader()
  const [row] = await db
    .select({ bulk: bulkReviews, reviewer: people.name })
    .from(bulkReviews)
    .innerJoin(people, eq(people.id, bulkReviews.reviewerId))
    .where(eq(bulkReviews.id, id))
  if (!row) return refuse('not_found', 404)
  const where = and(eq(bulkReviewItems.bulkReviewId, id), eq(bulkReviewItems.outcome, 'refused'))
  const [all] = await db.select({ total: count() }).from(bulkReviewItems).where(where)
  const refused = await db
    .select({
      listingId: listings.id,
      title: listings.title,
      language: listings.sourceLanguage,
      code: sql<string>`coalesce(${bulkReviewItems.code}, '')`,
    })
    .from(bulkReviewItems)
    .innerJoin(listings, eq(listings.id, bulkReviewItems.listingId))
    .where(where)
    .orderBy(asc(bulkReviewItems.listingId))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
  return done({ ...row, refused, refusedTotal: all?.total ?? 0 })
}

export const refusedOnAPage = pageSize

/** The newest bulk reviews. */
export async function recentBulkReviews(actor: Actor): Promise<Result<BulkReview[]>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  return done(
    await reader().select().from(bulkReviews).orderBy(desc(bulkReviews.createdAt), desc(bulkReviews.id)).limit(10),
  )
}
