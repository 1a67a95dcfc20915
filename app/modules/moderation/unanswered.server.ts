import { and, asc, count, eq, isNull, lte } from 'drizzle-orm'
import { reader } from '#db'
import { type Bilingual, done, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationsByIds } from '#modules/accounts/server'
import { inView } from '#modules/catalogue/server'
import { requests } from '#modules/deals/server'
import { listings } from '#modules/listings/server'
import { bestMatches, type NeedMatches } from '#modules/matching/server'
import { now } from '#platform/clock'

const day = 86_400_000
/** Days after which a need without an answer is shown to the operator. */
const unansweredAfter = 7
export const unansweredOnAPage = 20
const bestShown = 3

export interface UnansweredNeed {
  readonly id: string
  readonly title: string
  readonly owner: Bilingual | null
  readonly publishedAt: number
  readonly matches: NeedMatches
}

const answered = () => and(eq(requests.listingId, listings.id), eq(requests.kind, 'answer'))
const unanswered = () =>
  and(
    eq(listings.kind, 'need'),
    inView(),
    lte(listings.publishedAt, now() - unansweredAfter * day),
    isNull(requests.id),
  )

/** How many needs have been on show for more than a week without an answer. */
export async function unansweredCount(): Promise<number> {
  const [row] = await reader()
    .select({ total: count() })
    .from(listings)
    .leftJoin(requests, answered())
    .where(unanswered())
  return row?.total ?? 0
}

/** Needs on show for more than a week that nobody has answered, the longest first, with their best matches. */
export async function unansweredNeeds(asked: {
  actor: Actor
  page: number
}): Promise<Result<{ needs: readonly UnansweredNeed[]; total: number }>> {
  const allowed = may(asked.actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const db = reader()
  const rows = await db
    .select({
      id: listings.id,
      title: listings.title,
      organisationId: listings.organisationId,
      publishedAt: listings.publishedAt,
    })
    .from(listings)
    .leftJoin(requests, answered())
    .where(unanswered())
    .orderBy(asc(listings.publishedAt), asc(listings.id))
    .limit(unansweredOnAPage)
    .offset((asked.page - 1) * unansweredOnAPage)
  const owners = await organisationsByIds(
    db,
    rows.map(({ organisationId }) => organisationId),
  )
  const matches = await bestMatches(
    db,
    rows.map(({ id }) => id),
    bestShown,
  )
  return done({
    needs: rows.map(({ id, title, organisationId, publishedAt }) => ({
      id,
      title,
      owner: owners.get(organisationId)?.name ?? null,
      publishedAt: publishedAt ?? 0,
      matches: matches.get(id) ?? { shown: 0, declined: 0, best: [] },
    })),
    total: await unansweredCount(),
  })
}
