import { eq } from 'drizzle-orm'
import { transaction } from '#db'
import { done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { now } from '#platform/clock'
import { people } from '../accounts.tables.server.ts'
import { livingToken, useToken } from '../tokens.server.ts'

/**
 * Confirms a person's address by the secret from the letter.
 *
 * @returns refusal 422 `token_ended` when the link is unknown, used or over
 */
export async function confirmEmail(secret: string): Promise<Result<null>> {
  return transaction(async (tx) => {
    const token = await livingToken(tx, 'confirm_email', secret)
    if (!token || !(await useToken(tx, token))) return refuse('token_ended', 422)
    await tx.update(people).set({ emailConfirmedAt: now() }).where(eq(people.id, token.personId))
    await record(tx, {
      by: { personId: token.personId, organisationId: null },
      action: 'person.confirm_email',
      subject: { kind: 'person', id: token.personId },
    })
    return done(null)
  })
}
