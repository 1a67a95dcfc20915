import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reader, transaction } from '#db'
import { check, done, type Result } from '#kernel'
import { onNews, publish } from '#platform/jobs'
import { people } from '../accounts.tables.server.ts'
import { siteAddress, writeTo } from '../letters.server.ts'
import { emailAddress } from '../person.ts'
import { issueToken } from '../tokens.server.ts'
import { writeConfirmation } from './register.server.ts'

const topic = 'account.letter_asked'
const Asked = z.object({ email: emailAddress })
const AskedLetter = z.object({ letter: z.enum(['confirm', 'reset']), next: z.string().nullable() })

/**
 * Asks for the letter that confirms an address (again), or for the one that resets a forgotten password. Whether the
 * address is known is looked up afterwards, so neither the answer nor its time tells.
 *
 * @returns refusal 400 `form.invalid`
 */
export async function askLetter(
  letter: 'confirm' | 'reset',
  input: unknown,
  next: string | null,
): Promise<Result<null>> {
  const checked = check(Asked, input)
  if (!checked.ok) return checked
  return transaction(async (tx) => {
    await publish(tx, { topic, subjectId: checked.value.email, payload: { letter, next } })
    return done(null)
  })
}

async function write(email: string, payload: unknown): Promise<void> {
  const { letter, next } = AskedLetter.parse(payload)
  const [person] = await reader().select().from(people).where(eq(people.email, email))
  if (!person || (letter === 'confirm' && person.emailConfirmedAt !== null)) return
  await transaction(async (tx) => {
    if (letter === 'confirm') return writeConfirmation(tx, person, next)
    const secret = await issueToken(tx, person.id, 'reset_password')
    await writeTo(tx, person, (letters, exchange) => ({
      subject: letters.reset.subject(exchange),
      text: letters.reset.text(exchange, siteAddress(person.language, `/reset/${secret}`)),
    }))
  })
}

/** Has the letters that were asked for written as the news of it comes. */
export function writeAskedLetters(): void {
  onNews(topic, 'write a letter about an account', async ({ subjectId, payload }) => write(subjectId, payload))
}
