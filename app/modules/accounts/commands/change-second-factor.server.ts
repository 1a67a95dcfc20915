import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reader, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { people, recoveryCodes } from '../accounts.tables.server.ts'
import { type Actor, doerOf } from '../actor.ts'
import { passwordMatches } from '../credentials.server.ts'
import { siteAddress, writeTo } from '../letters.server.ts'
import { givenPassword } from '../password.ts'
import { may, needsSecondFactor } from '../permissions.ts'
import { openToAll, renewRecoveryCodes, takeCode } from '../second-factor.server.ts'
import { membershipsOf } from '../sessions.server.ts'

const code = z.string().min(1).max(40)
const Renewal = z.object({ code })
const SwitchingOff = z.object({ currentPassword: givenPassword, code })

const mistaken = (field: 'code' | 'currentPassword') =>
  refuse('form.invalid', 400, {
    fields: { [field]: [{ code: field === 'code' ? 'code_mistaken' : 'password_wrong' }] },
  })

/**
 * Gives the actor new recovery codes in place of the old, against a code.
 *
 * @returns the codes, to be shown this once; refusals: 401, 400 `form.invalid` (`code_mistaken`), 403
 *   `demonstration_account`
 */
export async function renewOwnRecoveryCodes(actor: Actor, input: unknown): Promise<Result<readonly string[]>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const checked = check(Renewal, input)
  if (!checked.ok) return checked
  const { personId } = allowed.value
  return transaction(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (!person) return refuse('not_found', 404)
    if (openToAll(person)) return refuse('demonstration_account', 403)
    if ((await takeCode(tx, person, checked.value.code)) === null) return mistaken('code')
    const codes = await renewRecoveryCodes(tx, personId)
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'person.renew_recovery_codes',
      subject: { kind: 'person', id: personId },
    })
    return done(codes)
  })
}

/**
 * Switches the actor's second factor off, against password and code.
 *
 * @returns refusals: 401, 400 `form.invalid`, 403 `factor_needed` while a membership needs it, 403
 *   `demonstration_account`
 */
export async function switchSecondFactorOff(actor: Actor, input: unknown): Promise<Result<null>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const checked = check(SwitchingOff, input)
  if (!checked.ok) return checked
  const { personId } = allowed.value
  const [known] = await reader().select().from(people).where(eq(people.id, personId))
  if (!known) return refuse('not_found', 404)
  if (!(await passwordMatches(known.passwordHash, checked.value.currentPassword))) return mistaken('currentPassword')
  return transaction(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (person?.passwordHash !== known.passwordHash) return refuse('version_conflict', 409)
    if (openToAll(person)) return refuse('demonstration_account', 403)
    const belongsTo = await membershipsOf(tx, personId)
    if (belongsTo.some(({ kind, role }) => needsSecondFactor(kind, role))) return refuse('factor_needed', 403)
    if ((await takeCode(tx, person, checked.value.code)) === null) return mistaken('code')
    await tx
      .update(people)
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
      .where(eq(people.id, personId))
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'person.second_factor_off',
      subject: { kind: 'person', id: personId },
    })
    await writeTo(tx, person, (letters, exchange) => ({
      subject: letters.factorOff.subject(exchange),
      text: letters.factorOff.text(exchange, siteAddress(person.language, '/account/second-factor')),
    }))
    return done(null)
  })
}
