import { and, eq } from 'drizzle-orm'
import { type Transaction, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may, type SignedIn } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { publishedListing } from '#modules/listings/server'
import { readTechnology } from '#modules/technologies'
import { now } from '#platform/clock'
import { matchDeclines } from '../matching.tables.server.ts'
import { declineSchema, type MatchSide } from '../question.ts'
import { markDue, matchOfPair, type MatchRow } from '../store.server.ts'

interface Asked {
  readonly actor: Actor
  readonly side: MatchSide
  readonly needId: unknown
  readonly technologyId: unknown
}

/** The match as somebody who works for one of its sides has it; 404 `not_found` for everybody else. */
async function ownMatch(tx: Transaction, asked: Asked): Promise<Result<{ match: MatchRow; by: SignedIn }>> {
  const signedIn = may(asked.actor, 'account.use')
  if (!signedIn.ok) return signedIn
  const { needId, technologyId } = asked
  if (typeof needId !== 'string' || typeof technologyId !== 'string') return refuse('not_found', 404)
  const match = await matchOfPair(tx, needId, technologyId)
  if (!match) return refuse('not_found', 404)
  const allowed =
    asked.side === 'need'
      ? may(asked.actor, 'need.edit', { organisationId: match.needOwnerId })
      : may(asked.actor, 'technology.edit', { organisationId: match.technologyOwnerId })
  return allowed.ok ? done({ match, by: allowed.value }) : allowed
}

const subjectOf = ({ side }: Asked, { needId, technologyId }: MatchRow) =>
  side === 'need' ? { kind: 'need', id: needId } : { kind: 'technology', id: technologyId }

/**
 * Declines a match for one of eight reasons. Declined by the need's side, it lowers the technologies that share what was
 * declined; by either side, it stands apart from the others until it is taken back.
 *
 * @param asked.input see `declineSchema`
 * @returns refusals: 404 `not_found`, 400 `form.invalid`, and those of `may`
 */
export async function declineMatch(asked: Asked & { readonly input: unknown }): Promise<Result<null>> {
  return transaction(async (tx) => {
    const own = await ownMatch(tx, asked)
    if (!own.ok) return own
    const input = check(declineSchema, asked.input)
    if (!input.ok) return input
    const { match, by } = own.value
    const { reason } = input.value
    const listing = await publishedListing(tx, match.technologyId)
    const fields = listing ? readTechnology(listing.document).fields : []
    const declined = { ownerId: match.technologyOwnerId, fields, reasons: match.reasons }
    const at = now()
    await tx
      .insert(matchDeclines)
      .values({
        needId: match.needId,
        technologyId: match.technologyId,
        side: asked.side,
        reason,
        declined,
        personId: by.personId,
        at,
      })
      .onConflictDoUpdate({
        target: [matchDeclines.needId, matchDeclines.technologyId, matchDeclines.side],
        set: { reason, declined, personId: by.personId, at },
      })
    await record(tx, {
      by: { personId: by.personId, organisationId: by.organisation?.id ?? null },
      action: 'match.declined',
      subject: subjectOf(asked, match),
      detail: { needId: match.needId, technologyId: match.technologyId, why: reason },
    })
    if (asked.side === 'need') await markDue(tx, [match.needId])
    return done(null)
  })
}

/** Takes a decline back; nothing is lowered by it any more. */
export async function undoDecline(asked: Asked): Promise<Result<null>> {
  return transaction(async (tx) => {
    const own = await ownMatch(tx, asked)
    if (!own.ok) return own
    const { match, by } = own.value
    const rows = await tx
      .delete(matchDeclines)
      .where(
        and(
          eq(matchDeclines.needId, match.needId),
          eq(matchDeclines.technologyId, match.technologyId),
          eq(matchDeclines.side, asked.side),
        ),
      )
      .returning({ reason: matchDeclines.reason })
    if (rows.length === 0) return done(null)
    await record(tx, {
      by: { personId: by.personId, organisationId: by.organisation?.id ?? null },
      action: 'match.decline_undone',
      subject: subjectOf(asked, match),
      detail: { needId: match.needId, technologyId: match.technologyId },
    })
    if (asked.side === 'need') await markDue(tx, [match.needId])
    return done(null)
  })
}
