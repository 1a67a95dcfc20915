import { z } from 'zod'
import { transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { type Actor, doerOf } from '../actor.ts'
import { may } from '../permissions.ts'
import { endOtherSessions, endSessionByHash } from '../sessions.server.ts'

const One = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * Ends one of the actor's sessions.
 *
 * @returns refusals: 401, 400 `form.invalid`, 404 `not_found` when it is not theirs
 */
export async function endOneSession(actor: Actor, input: unknown): Promise<Result<null>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const checked = check(One, input)
  if (!checked.ok) return checked
  const { personId } = allowed.value
  return transaction(async (tx) => {
    if (!(await endSessionByHash(tx, personId, checked.value.session))) return refuse('not_found', 404)
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'person.end_session',
      subject: { kind: 'person', id: personId },
    })
    return done(null)
  })
}

/** Ends all of the actor's sessions but the present one; returns how many. Refuses visitors (401). */
export async function endAllOtherSessions(actor: Actor): Promise<Result<number>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const { personId, sessionId } = allowed.value
  return transaction(async (tx) => {
    const ended = await endOtherSessions(tx, personId, sessionId)
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'person.end_sessions',
      subject: { kind: 'person', id: personId },
      detail: { ended },
    })
    return done(ended)
  })
}
