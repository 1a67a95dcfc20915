import { and, eq, gt, isNull } from 'drizzle-orm'
import { type Reader, transaction } from '#db'
import { done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { invitations, memberships, people, sessions } from '../accounts.tables.server.ts'
import type { Actor } from '../actor.ts'
import { may } from '../permissions.ts'
import { secretHash } from '../tokens.server.ts'

/** The invitation with this secret while it is open, or null. */
export async function openInvitation(db: Reader, secret: string): Promise<typeof invitations.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.tokenHash, secretHash(secret)),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now()),
      ),
    )
  return row ?? null
}

/**
 * Takes the actor into the organisation that invited them; from then on the session acts as it. The letter proves the
 * address, so it is confirmed as well.
 *
 * @returns the organisation's id, or refusals: 401, 422 `invitation_ended`, 403 `invitation_other_address`
 */
export async function acceptInvitation(actor: Actor, secret: string): Promise<Result<string>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const { personId, email, sessionId } = allowed.value
  return transaction(async (tx) => {
    const invitation = await openInvitation(tx, secret)
    if (!invitation) return refuse('invitation_ended', 422)
    if (invitation.email !== email) return refuse('invitation_other_address', 403)
    const at = now()
    const { organisationId, role } = invitation
    await tx.update(invitations).set({ acceptedAt: at }).where(eq(invitations.id, invitation.id))
    await tx.insert(memberships).values({ personId, organisationId, role, createdAt: at }).onConflictDoNothing()
    await tx
      .update(people)
      .set({ emailConfirmedAt: at })
      .where(and(eq(people.id, personId), isNull(people.emailConfirmedAt)))
    await tx.update(sessions).set({ organisationId }).where(eq(sessions.id, sessionId))
    await record(tx, {
      by: { personId, organisationId },
      action: 'organisation.join',
      subject: { kind: 'organisation', id: organisationId },
      detail: { invitation: invitation.id, role },
    })
    await publish(tx, { topic: 'organisation.members_changed', subjectId: organisationId })
    return done(organisationId)
  })
}
