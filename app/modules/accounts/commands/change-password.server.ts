import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { reader, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { people } from '../accounts.tables.server.ts'
import { type Actor, doerOf } from '../actor.ts'
import { hashPassword, passwordMatches } from '../credentials.server.ts'
import { siteAddress, writeTo } from '../letters.server.ts'
import { givenPassword, newPassword, passwordFault } from '../password.ts'
import { may } from '../permissions.ts'
import { openToAll } from '../second-factor.server.ts'
import { endOtherSessions } from '../sessions.server.ts'
import { dropTokens } from '../tokens.server.ts'

const Change = z.object({ currentPassword: givenPassword, newPassword })

/**
 * Changes the actor's password and ends their other sessions.
 *
 * @returns how many sessions were ended, or refusals: 401, 400 `form.invalid` (the present password being wrong is
 *   `password_wrong` at its field), 403
 *   `demonstration_account`, 409 `version_conflict`
 */
export async function changePassword(actor: Actor, input: unknown): Promise<Result<number>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const checked = check(Change, input)
  if (!checked.ok) return checked
  const { currentPassword, newPassword: wanted } = checked.value
  const { personId, sessionId } = allowed.value
  const [person] = await reader().select().from(people).where(eq(people.id, personId))
  if (!person) return refuse('not_found', 404)
  if (openToAll(person)) return refuse('demonstration_account', 403)
  if (!(await passwordMatches(person.passwordHash, currentPassword)))
    return refuse('form.invalid', 400, { fields: { currentPassword: [{ code: 'password_wrong' }] } })
  const fault = wanted === currentPassword ? 'password_same' : passwordFault(wanted, person)
  if (fault) return refuse('form.invalid', 400, { fields: { newPassword: [{ code: fault }] } })
  const passwordHash = await hashPassword(wanted)
  return transaction(async (tx) => {
    const changed = await tx
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.id, personId), eq(people.passwordHash, person.passwordHash)))
      .returning({ id: people.id })
    if (changed.length === 0) return refuse('version_conflict', 409)
    const ended = await endOtherSessions(tx, personId, sessionId)
    await dropTokens(tx, personId, 'reset_password')
    await dropTokens(tx, personId, 'second_factor')
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'person.change_password',
      subject: { kind: 'person', id: personId },
    })
    await writeTo(tx, person, (letters, exchange) => ({
      subject: letters.passwordChanged.subject(exchange),
      text: letters.passwordChanged.text(exchange, siteAddress(person.language, '/forgotten')),
    }))
    return done(ended)
  })
}
