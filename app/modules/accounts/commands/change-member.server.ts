import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Transaction, transaction } from '#db'
import { check, done, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { publish } from '#platform/jobs'
import { memberships, sessions } from '../accounts.tables.server.ts'
import { type Actor, doerOf, type SignedIn } from '../actor.ts'
import { decideMemberChange } from '../membership.ts'
import { type MemberRole, memberRoles } from '../organisation.ts'
import { may } from '../permissions.ts'

const personId = z.string().min(1).max(60)
const RoleChange = z.object({ person: personId, role: z.enum(memberRoles) })
const Removal = z.object({ person: personId })

/**
 * Gives a member of an organisation another role.
 *
 * @returns refusals: 401, 403 `auth.role`, 404, 400 `form.invalid`, 422 `last_owner`
 */
export async function changeMemberRole(actor: Actor, organisationId: string, input: unknown): Promise<Result<null>> {
  const allowed = may(actor, 'organisation.members', { organisationId })
  if (!allowed.ok) return allowed
  const checked = check(RoleChange, input)
  if (!checked.ok) return checked
  return settle(allowed.value, organisationId, checked.value.person, checked.value.role, 'organisation.change_role')
}

/**
 * Takes a member out of an organisation. Refusals as for `changeMemberRole`.
 */
export async function removeMember(actor: Actor, organisationId: string, input: unknown): Promise<Result<null>> {
  const allowed = may(actor, 'organisation.members', { organisationId })
  if (!allowed.ok) return allowed
  const checked = check(Removal, input)
  if (!checked.ok) return checked
  return settle(allowed.value, organisationId, checked.value.person, null, 'organisation.remove_member')
}

/**
 * Lets the actor leave an organisation.
 *
 * @returns refusals: 401, 404 when they do not belong to it, 422 `last_owner`
 */
export async function leaveOrganisation(actor: Actor, organisationId: string): Promise<Result<null>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  return settle(allowed.value, organisationId, allowed.value.personId, null, 'organisation.leave')
}

async function settle(
  by: SignedIn,
  organisationId: string,
  member: string,
  role: MemberRole | null,
  action: string,
): Promise<Result<null>> {
  return transaction(async (tx) => {
    const members = await tx
      .select({ personId: memberships.personId, role: memberships.role })
      .from(memberships)
      .where(eq(memberships.organisationId, organisationId))
    const decided = decideMemberChange(members, member, role)
    if (!decided.ok) return decided
    await (role === null ? takeOut(tx, organisationId, member) : giveRole(tx, organisationId, member, role))
    await record(tx, {
      by: doerOf(by),
      action,
      subject: { kind: 'organisation', id: organisationId },
      detail: { person: member, before: decided.value.role, after: role },
    })
    await publish(tx, { topic: 'organisation.members_changed', subjectId: organisationId })
    return done(null)
  })
}

const the = (organisationId: string, member: string) =>
  and(eq(memberships.organisationId, organisationId), eq(memberships.personId, member))

async function giveRole(tx: Transaction, organisationId: string, member: string, role: MemberRole): Promise<void> {
  await tx.update(memberships).set({ role }).where(the(organisationId, member))
}

async function takeOut(tx: Transaction, organisationId: string, member: string): Promise<void> {
  await tx.delete(memberships).where(the(organisationId, member))
  await tx
    .update(sessions)
    .set({ organisationId: null })
    .where(and(eq(sessions.personId, member), eq(sessions.organisationId, organisationId)))
}
