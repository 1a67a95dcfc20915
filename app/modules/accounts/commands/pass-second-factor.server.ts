import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reader, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { now } from '#platform/clock'
import { people } from '../accounts.tables.server.ts'
import { siteAddress, writeTo } from '../letters.server.ts'
import { openToAll, takeCode } from '../second-factor.server.ts'
import { startSession } from '../sessions.server.ts'
import { attemptsAllowed, countAttempt, livingToken, useToken } from '../tokens.server.ts'
import { totpCode } from '../totp.server.ts'

const Passing = z.object({ code: z.string().min(1).max(40) })

/** Who stands between password and second factor. */
export interface Pending {
  readonly personId: string
  /** The code of the moment, for an account of the demonstration only. */
  readonly shownCode: string | null
}

/** The person to whom the cookie of a right password belongs, or null when it is unknown, used up or over. */
export async function pendingSecondFactor(secret: string): Promise<Pending | null> {
  const token = await livingToken(reader(), 'second_factor', secret)
  const [person] = token ? await reader().select().from(people).where(eq(people.id, token.personId)) : []
  if (!person) return null
  const shownCode = openToAll(person) && person.totpSecret !== null ? totpCode(person.totpSecret, now()) : null
  return { personId: person.id, shownCode }
}

/**
 * Starts the session of a person who has given the password and now gives a code of the app or a recovery code.
 *
 * @param secret the value of the cookie that the password gave
 * @returns the value of the session's cookie and the person's address, or refusals: 400 `form.invalid` (`code_wrong` with the attempts left),
 *   422 `token_ended` when the password has to be given again
 */
export async function passSecondFactor(
  secret: string,
  input: unknown,
  device: string,
): Promise<Result<{ session: string; email: string }>> {
  const checked = check(Passing, input)
  if (!checked.ok) return checked
  // A refusal would roll back the counting of a wrong code, so the transaction tells its outcome as a value.
  const outcome = await transaction(async (tx) => {
    const token = await livingToken(tx, 'second_factor', secret)
    const [person] = token ? await tx.select().from(people).where(eq(people.id, token.personId)) : []
    if (!token || !person) return { kind: 'ended' } as const
    const taken = await takeCode(tx, person, checked.value.code)
    if (taken === null) {
      const left = await countAttempt(tx, token)
      if (left === 0) {
        await writeTo(tx, person, (letters, exchange) => ({
          subject: letters.wrongCodes.subject(exchange),
          text: letters.wrongCodes.text(exchange, attemptsAllowed, siteAddress(person.language, '/account/password')),
        }))
        await record(tx, { by: null, action: 'person.wrong_codes', subject: { kind: 'person', id: person.id } })
      }
      return { kind: 'wrong', left } as const
    }
    await useToken(tx, token)
    if (taken === 'recovery')
      await record(tx, {
        by: { personId: person.id, organisationId: null },
        action: 'person.use_recovery_code',
        subject: { kind: 'person', id: person.id },
      })
    return { kind: 'passed', person } as const
  })
  if (outcome.kind === 'ended' || (outcome.kind === 'wrong' && outcome.left === 0)) return refuse('token_ended', 422)
  if (outcome.kind === 'wrong')
    return refuse('form.invalid', 400, { fields: { code: [{ code: 'code_wrong', values: { left: outcome.left } }] } })
  return done({ session: await startSession(outcome.person.id, device), email: outcome.person.email })
}
