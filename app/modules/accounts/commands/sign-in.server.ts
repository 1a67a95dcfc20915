import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reader, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { people } from '../accounts.tables.server.ts'
import { passwordMatches } from '../credentials.server.ts'
import { givenPassword } from '../password.ts'
import { emailAddress } from '../person.ts'
import { startSession } from '../sessions.server.ts'
import { issueToken } from '../tokens.server.ts'

const SignIn = z.object({ email: emailAddress, password: givenPassword })

/** What a right password gives: the value of the session's cookie, or that of the cookie for the second factor. */
export type SignInStep =
  { readonly next: 'session'; readonly session: string } | { readonly next: 'second_factor'; readonly pending: string }

/**
 * Signs in by address and password.
 *
 * @param device how the browser names itself
 * @returns refusals: 400 `form.invalid`, 422 `sign_in_wrong` whether address or password is wrong
 */
export async function signIn(input: unknown, device: string): Promise<Result<SignInStep>> {
  const checked = check(SignIn, input)
  if (!checked.ok) return checked
  const { email, password } = checked.value
  const [person] = await reader().select().from(people).where(eq(people.email, email))
  const matches = await passwordMatches(person?.passwordHash ?? null, password)
  if (!person || !matches) return refuse('sign_in_wrong', 422)
  if (person.totpConfirmedAt === null) return done({ next: 'session', session: await startSession(person.id, device) })
  const pending = await transaction(async (tx) => issueToken(tx, person.id, 'second_factor'))
  return done({ next: 'second_factor', pending })
}
