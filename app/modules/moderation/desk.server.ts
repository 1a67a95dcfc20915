import { and, count, eq, inArray, lt, min } from 'drizzle-orm'
import { reader } from '#db'
import { done, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisations } from '#modules/accounts/server'
import { requests } from '#modules/deals/server'
import type { ListingKind } from '#modules/listings'
import { listings } from '#modules/listings/server'
import { termsWaiting } from '#modules/terminology/server'
import { now } from '#platform/clock'
import { outboxState } from '#platform/jobs'
import { letters } from '#platform/mail'
import { queueStates } from './queue.server.ts'
import { unansweredCount } from './unanswered.server.ts'

const day = 86_400_000
/** Days after which an unanswered request is shown to the operator. */
export const longWait = 5

export interface Waiting {
  readonly waiting: number
  /** When the one that waits longest was submitted; null when none does. */
  readonly oldest: number | null
}

/** What waits for the operator. */
export interface Desk {
  readonly queue: Readonly<Record<ListingKind, Waiting>>
  readonly verifications: number
  readonly slowRequests: Waiting
  readonly suspended: number
  /** Pairs of terms that were proposed. */
  readonly terms: Waiting
  /** Needs on show for more than a week without an answer. */
  readonly unanswered: number
  readonly news: { readonly waiting: number; readonly failed: number; readonly oldest: number | null }
  readonly letters: number
}

async function waitingOf(kind: ListingKind): Promise<Waiting> {
  const [row] = await reader()
    .select({ waiting: count(), oldest: min(listings.submittedAt) })
    .from(listings)
    .where(and(inArray(listings.state, [...queueStates]), eq(listings.kind, kind)))
  return row ?? { waiting: 0, oldest: null }
}

/** The operator's desk: how much of each thing waits and since when. */
export async function desk(actor: Actor): Promise<Result<Desk>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const db = reader()
  const [verifying] = await db
    .select({ waiting: count() })
    .from(organisations)
    .where(eq(organisations.verification, 'asked'))
  const [slow] = await db
    .select({ waiting: count(), oldest: min(requests.stateSince) })
    .from(requests)
    .where(and(inArray(requests.state, ['sent', 'asked']), lt(requests.stateSince, now() - longWait * day)))
  const [suspended] = await db.select({ count: count() }).from(listings).where(eq(listings.state, 'suspended'))
  const { total } = await letters(db, { recipient: null, limit: 1, offset: 0 })
  return done({
    queue: { technology: await waitingOf('technology'), need: await waitingOf('need') },
    verifications: verifying?.waiting ?? 0,
    slowRequests: slow ?? { waiting: 0, oldest: null },
    suspended: suspended?.count ?? 0,
    terms: await termsWaiting(),
    unanswered: await unansweredCount(),
    news: await outboxState(),
    letters: total,
  })
}
