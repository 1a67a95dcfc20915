import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { sessions } from '../accounts.tables.server.ts'
import type { Actor } from '../actor.ts'
import { may } from '../permissions.ts'

const Choice = z.object({ organisation: z.string().min(1).max(60) })

/**
 * Lets the actor act, in this session, as another of their organisations.
 *
 * @returns refusals: 401, 400 `form.invalid`, 404 `not_found` for an organisation that is not theirs
 */
export async function actAs(actor: Actor, input: unknown): Promise<Result<null>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const checked = check(Choice, input)
  if (!checked.ok) return checked
  const { memberships, sessionId } = allowed.value
  const chosen = memberships.find((membership) => membership.id === checked.value.organisation)
  if (!chosen) return refuse('not_found', 404)
  return transaction(async (tx) => {
    await tx.update(sessions).set({ organisationId: chosen.id }).where(eq(sessions.id, sessionId))
    return done(null)
  })
}
