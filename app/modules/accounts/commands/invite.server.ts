import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { transaction } from '#db'
import { check, done, type Language, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { newId, now } from '#platform/clock'
import { messagesOf } from '#i18n/server'
import { invitations, memberships, organisations, people } from '../accounts.tables.server.ts'
import { type Actor, doerOf } from '../actor.ts'
import { siteAddress, writeTo } from '../letters.server.ts'
import { memberRoles } from '../organisation.ts'
import { may } from '../permissions.ts'
import { emailAddress } from '../person.ts'
import { newSecret, secretHash, tokenLife } from '../tokens.server.ts'

const Invitation = z.object({ email: emailAddress, role: z.enum(memberRoles) })
const Revocation = z.object({ invitation: z.string().min(1).max(60) })

/**
 * Invites somebody into an organisation by mail, whether they have an account or not. A new invitation to an address
 * takes the place of the one before it.
 *
 * @param language the language of the letter to somebody without an account
 * @returns refusals: 401, 403 `auth.role`, 404, 400 `form.invalid` (`already_member`)
 */
export async function invite(
  actor: Actor,
  organisationId: string,
  input: unknown,
  language: Language,
): Promise<Result<null>> {
  const allowed = may(actor, 'organisation.members', { organisationId })
  if (!allowed.ok) return allowed
  const checked = check(Invitation, input)
  if (!checked.ok) return checked
  const { email, role } = checked.value
  return transaction(async (tx) => {
    const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, organisationId))
    if (!organisation) return refuse('not_found', 404)
    const [known] = await tx.select().from(people).where(eq(people.email, email))
    const member = known
      ? await tx
          .select({ role: memberships.role })
          .from(memberships)
          .where(and(eq(memberships.personId, known.id), eq(memberships.organisationId, organisationId)))
      : []
    if (member.length > 0) return refuse('form.invalid', 400, { fields: { email: [{ code: 'already_member' }] } })
    const at = now()
    await tx
      .update(invitations)
      .set({ revokedAt: at })
      .where(
        and(
          eq(invitations.organisationId, organisationId),
          eq(invitations.email, email),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
    const secret = newSecret()
    const id = newId('invitation')
    await tx.insert(invitations).values({
      id,
      organisationId,
      email,
      role,
      tokenHash: secretHash(secret),
      invitedBy: allowed.value.personId,
      createdAt: at,
      expiresAt: at + tokenLife.invitation,
    })
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'organisation.invite',
      subject: { kind: 'organisation', id: organisationId },
      detail: { invitation: id, role },
    })
    const reading = known?.language ?? language
    const name = (reading === 'en' && organisation.nameEn) || organisation.nameVi
    await writeTo(tx, { email, name: known?.name ?? null, language: reading }, (letters, exchange) => ({
      subject: letters.invitation.subject(name),
      text: letters.invitation.text(
        allowed.value.name,
        name,
        messagesOf(reading).site.memberRoles[role],
        exchange,
        siteAddress(reading, `/invitations/${secret}`),
      ),
    }))
    return done(null)
  })
}

/**
 * Takes an invitation back.
 *
 * @returns refusals: 401, 403 `auth.role`, 404 when it is not open or another's, 400 `form.invalid`
 */
export async function revokeInvitation(actor: Actor, organisationId: string, input: unknown): Promise<Result<null>> {
  const allowed = may(actor, 'organisation.members', { organisationId })
  if (!allowed.ok) return allowed
  const checked = check(Revocation, input)
  if (!checked.ok) return checked
  return transaction(async (tx) => {
    const revoked = await tx
      .update(invitations)
      .set({ revokedAt: now() })
      .where(
        and(
          eq(invitations.id, checked.value.invitation),
          eq(invitations.organisationId, organisationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ id: invitations.id })
    if (revoked.length === 0) return refuse('not_found', 404)
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'organisation.revoke_invitation',
      subject: { kind: 'organisation', id: organisationId },
      detail: { invitation: checked.value.invitation },
    })
    return done(null)
  })
}
