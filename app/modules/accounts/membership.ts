import { done, refuse, type Result } from '#kernel'
import type { MemberRole } from './organisation.ts'

interface Member {
  readonly personId: string
  readonly role: MemberRole
}

/**
 * Decides whether a member may get another role or, with `null`, go.
 *
 * @returns the member as it is now, or refusals: 404 `not_found`, 422 `last_owner` when no owner would be left
 */
export function decideMemberChange(
  members: readonly Member[],
  personId: string,
  role: MemberRole | null,
): Result<Member> {
  const member = members.find((one) => one.personId === personId)
  if (!member) return refuse('not_found', 404)
  const othersOwn = members.some((one) => one.role === 'owner' && one.personId !== personId)
  if (member.role === 'owner' && role !== 'owner' && !othersOwn) return refuse('last_owner', 422)
  return done(member)
}
