import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reader, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { now } from '#platform/clock'
import { people } from '../accounts.tables.server.ts'
import { hashPassword } from '../credentials.server.ts'
import { siteAddress, writeTo } from '../letters.server.ts'
import { newPassword, passwordFault } from '../password.ts'
import { openToAll } from '../second-factor.server.ts'
import { endOtherSessions } from '../sessions.server.ts'
import { dropTokens, livingToken, useToken } from '../tokens.server.ts'

const Reset = z.object({ newPassword })

/**
 * Sets a new password by the secret from the letter and ends all sessions of the person. Who read the letter holds the
 * address, so it is confirmed as well.
 *
 * @returns refusals: 400 `form.invalid`, 422 `token_ended`, 403 `demonstration_account`
 */
export async function resetPassword(secret: string, input: unknown): Promise<Result<null>> {
  const checked = check(Reset, input)
  if (!checked.ok) return checked
  const asked = await livingToken(reader(), 'reset_password', secret)
  const [person] = asked ? await reader().select().from(people).where(eq(people.id, asked.personId)) : []
  if (!asked || !person) return refuse('token_ended', 422)
  if (openToAll(person)) return refuse('demonstration_account', 403)
  const fault = passwordFault(checked.value.newPassword, person)
  if (fault) return refuse('form.invalid', 400, { fields: { newPassword: [{ code: fault }] } })
  const passwordHash = await hashPassword(checked.value.newPassword)
  return transaction(async (tx) => {
    const token = await livingToken(tx, 'reset_password', secret)
    if (!token || !(await useToken(tx, token))) return refuse('token_ended', 422)
    const at = now()
    await tx
      .update(people)
      .set({ passwordHash, emailConfirmedAt: person.emailConfirmedAt ?? at })
      .where(eq(people.id, person.id))
    await endOtherSessions(tx, person.id, null)
    await dropTokens(tx, person.id, 'second_factor')
    await dropTokens(tx, person.id, 'confirm_email')
    await record(tx, {
      by: { personId: person.id, organisationId: null },
      action: 'person.reset_password',
      subject: { kind: 'person', id: person.id },
    })
    await writeTo(tx, person, (letters, exchange) => ({
      subject: letters.passwordChanged.subject(exchange),
      text: letters.passwordChanged.text(exchange, siteAddress(person.language, '/forgotten')),
    }))
    return done(null)
  })
}
