import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Transaction, transaction } from '#db'
import { check, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisations } from '#modules/accounts/server'
import { newId, now } from '#platform/clock'
import { reviews } from './listings.tables.server.ts'
import { type Mover, moveListing } from './move.server.ts'
import { criteria, publishable, verdictOf } from './score.ts'
import { latestVersionNumber, type Listing, listingById } from './store.server.ts'

const score = z.coerce.number().int().min(0).max(5)

/** A reviewer's decision: four scores, what follows, and the reason the owner reads. */
export const reviewSchema = z.object({
  advantages: score,
  clarity: score,
  cooperation: score,
  guidelines: score,
  decision: z.enum(['publish', 'ask_changes', 'reject']),
  reason: z.string().min(1).max(4000),
})
export type ReviewInput = z.output<typeof reviewSchema>

/**
 * Decides one listing inside a transaction.
 *
 * @returns refusals: 409 `review.score` when the scores do not allow publishing, 409 `review.unverified` when the
 *   owner is not verified, and those of `moveListing`
 */
export async function decideListing(
  tx: Transaction,
  listing: Listing,
  review: ReviewInput,
  by: Mover,
  expected: number | null,
): Promise<Result<Listing>> {
  if (review.decision === 'publish') {
    if (!publishable(verdictOf(review))) return refuse('review.score', 409)
    const [owner] = await tx
      .select({ verification: organisations.verification })
      .from(organisations)
      .where(eq(organisations.id, listing.organisationId))
    if (owner?.verification !== 'verified') return refuse('review.unverified', 409)
  }
  const moved = await moveListing(tx, listing, {
    verb: review.decision,
    party: 'reviewer',
    by,
    expected,
    reason: review.reason,
    change: { reviewerId: by?.personId ?? null },
    detail: { scores: criteria.map((criterion) => review[criterion]) },
  })
  if (!moved.ok) return moved
  await tx.insert(reviews).values({
    id: newId('review'),
    listingId: listing.id,
    version: await latestVersionNumber(tx, listing.id),
    reviewerId: by?.personId ?? null,
    advantages: review.advantages,
    clarity: review.clarity,
    cooperation: review.cooperation,
    guidelines: review.guidelines,
    decision: review.decision,
    reason: review.reason,
    createdAt: now(),
  })
  return moved
}

/** The operator decides about a listing that waits for review. */
export async function reviewListing(asked: {
  actor: Actor
  listingId: string
  version: unknown
  review: unknown
}): Promise<Result<Listing>> {
  const allowed = may(asked.actor, 'listing.review')
  if (!allowed.ok) return allowed
  const input = check(reviewSchema, asked.review)
  if (!input.ok) return input
  const version = z.coerce.number().int().safeParse(asked.version)
  if (!version.success) return refuse('version_conflict', 409)
  const by = { personId: allowed.value.personId, organisationId: allowed.value.organisation?.id ?? null }
  return transaction(async (tx) => {
    const listing = await listingById(tx, asked.listingId)
    return listing ? decideListing(tx, listing, input.value, by, version.data) : refuse('not_found', 404)
  })
}

/** A reviewer takes a listing from the queue, or gives it back, or suspends one in view, or lets it back. */
export async function moveAsReviewer(asked: {
  actor: Actor
  listingId: string
  version: unknown
  verb: 'take' | 'release' | 'suspend' | 'resume'
  reason: unknown
}): Promise<Result<Listing>> {
  const allowed = may(asked.actor, 'listing.review')
  if (!allowed.ok) return allowed
  const input = check(z.object({ version: z.coerce.number().int(), reason: z.string().max(4000).default('') }), {
    version: asked.version,
    reason: asked.reason ?? '',
  })
  if (!input.ok) return input
  const by = { personId: allowed.value.personId, organisationId: allowed.value.organisation?.id ?? null }
  return transaction(async (tx) => {
    const listing = await listingById(tx, asked.listingId)
    if (!listing) return refuse('not_found', 404)
    return moveListing(tx, listing, {
      verb: asked.verb,
      party: 'reviewer',
      by,
      expected: input.value.version,
      reason: input.value.reason,
      ...(asked.verb === 'take' ? { change: { reviewerId: by.personId } } : {}),
    })
  })
}

/** Ends the view of listings whose year is over; for the schedule. */
export async function expireListings(ended: readonly Listing[]): Promise<number> {
  let moved = 0
  for (const listing of ended) {
    const result = await transaction(async (tx) => {
      const fresh = await listingById(tx, listing.id)
      return fresh
        ? moveListing(tx, fresh, { verb: 'expire', party: 'exchange', by: null, expected: listing.version })
        : refuse('not_found', 404)
    })
    if (result.ok) moved += 1
  }
  return moved
}
