import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Transaction, transaction } from '#db'
import { check, done, type Language, languages, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { newId, now } from '#platform/clock'
import { people } from '../accounts.tables.server.ts'
import { hashPassword } from '../credentials.server.ts'
import { siteAddress, writeTo } from '../letters.server.ts'
import { newPassword, passwordFault } from '../password.ts'
import { emailAddress, personName } from '../person.ts'
import { endOtherSessions } from '../sessions.server.ts'
import { issueToken } from '../tokens.server.ts'

const Registration = z.object({
  name: personName,
  email: emailAddress,
  password: newPassword,
  language: z.enum(languages),
})

/**
 * Registers a person and posts the letter that confirms the address. Answers the same whether or not the address is
 * known: its owner gets a letter that says so instead. Registering again before confirming starts anew.
 *
 * @param next where to go on after confirming, a path of the site or null
 * @returns refusal 400 `form.invalid`
 */
export async function register(input: unknown, next: string | null): Promise<Result<null>> {
  const checked = check(Registration, input)
  if (!checked.ok) return checked
  const { name, email, password, language } = checked.value
  const fault = passwordFault(password, { email, name })
  if (fault) return refuse('form.invalid', 400, { fields: { password: [{ code: fault }] } })
  const passwordHash = await hashPassword(password)
  return transaction(async (tx) => {
    const [known] = await tx.select().from(people).where(eq(people.email, email))
    if (known && known.emailConfirmedAt !== null) {
      await writeTo(tx, known, (letters, exchange) => ({
        subject: letters.alreadyRegistered.subject(exchange),
        text: letters.alreadyRegistered.text(
          exchange,
          siteAddress(known.language, '/sign-in'),
          siteAddress(known.language, '/forgotten'),
        ),
      }))
      return done(null)
    }
    const person = { id: known?.id ?? newId('person'), name, email, language }
    if (known) {
      await tx
        .update(people)
        .set({ name, language, passwordHash, version: known.version + 1 })
        .where(eq(people.id, known.id))
      await endOtherSessions(tx, known.id, null)
    } else {
      await tx.insert(people).values({ ...person, passwordHash, demonstration: false, createdAt: now(), version: 1 })
    }
    await record(tx, {
      by: { personId: person.id, organisationId: null },
      action: 'person.register',
      subject: { kind: 'person', id: person.id },
    })
    await writeConfirmation(tx, person, next)
    return done(null)
  })
}

/** Posts the letter with the link that confirms an address. */
export async function writeConfirmation(
  tx: Transaction,
  person: { readonly id: string; readonly name: string; readonly email: string; readonly language: Language },
  next: string | null,
): Promise<void> {
  const secret = await issueToken(tx, person.id, 'confirm_email')
  const path = `/confirm/${secret}${next === null ? '' : `?next=${encodeURIComponent(next)}`}`
  await writeTo(tx, person, (letters, exchange) => ({
    subject: letters.confirm.subject(exchange),
    text: letters.confirm.text(exchange, siteAddress(person.language, path)),
  }))
}
