import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { now } from '#platform/clock'
import { people } from '../accounts.tables.server.ts'
import { type Actor, doerOf } from '../actor.ts'
import { siteAddress, writeTo } from '../letters.server.ts'
import { may } from '../permissions.ts'
import { renewRecoveryCodes } from '../second-factor.server.ts'
import { endOtherSessions } from '../sessions.server.ts'
import { newTotpSecret, totpStep } from '../totp.server.ts'

const Code = z.object({ code: z.string().min(1).max(40) })

/**
 * Begins to set up the actor's second factor: makes the secret for the authenticator app. Begun again, a new secret.
 *
 * @returns refusals: 401, 409 `wrong_state` when a second factor is in force
 */
export async function beginSecondFactor(actor: Actor): Promise<Result<null>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  return transaction(async (tx) => {
    const begun = await tx
      .update(people)
      .set({ totpSecret: newTotpSecret(), totpLastStep: null })
      .where(and(eq(people.id, allowed.value.personId), isNull(people.totpConfirmedAt)))
      .returning({ id: people.id })
    return begun.length === 1 ? done(null) : refuse('wrong_state', 409)
  })
}

/**
 * Puts the second factor in force once the app has shown a right code, and ends the other sessions, which have not
 * passed it.
 *
 * @returns the recovery codes, to be shown this once; refusals: 401, 400 `form.invalid` (`code_mistaken`), 409
 *   `wrong_state`
 */
export async function confirmSecondFactor(actor: Actor, input: unknown): Promise<Result<readonly string[]>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const checked = check(Code, input)
  if (!checked.ok) return checked
  const { personId, sessionId } = allowed.value
  return transaction(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (!person || person.totpSecret === null || person.totpConfirmedAt !== null) return refuse('wrong_state', 409)
    const step = totpStep(person.totpSecret, checked.value.code.replace(/\s/g, ''), now(), null)
    if (step === null) return refuse('form.invalid', 400, { fields: { code: [{ code: 'code_mistaken' }] } })
    await tx.update(people).set({ totpConfirmedAt: now(), totpLastStep: step }).where(eq(people.id, personId))
    const codes = await renewRecoveryCodes(tx, personId)
    await endOtherSessions(tx, personId, sessionId)
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'person.second_factor_on',
      subject: { kind: 'person', id: personId },
    })
    await writeTo(tx, person, (letters, exchange) => ({
      subject: letters.factorOn.subject(exchange),
      text: letters.factorOn.text(exchange, siteAddress(person.language, '/account/second-factor')),
    }))
    return done(codes)
  })
}
