import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { transaction } from '#db'
import { check, done, languages, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { people } from '../accounts.tables.server.ts'
import { type Actor, doerOf } from '../actor.ts'
import { may } from '../permissions.ts'
import { personName } from '../person.ts'

const Profile = z.object({ name: personName, language: z.enum(languages), version: z.coerce.number().int() })

/**
 * Changes the actor's name and the language of their letters.
 *
 * @returns refusals: 401, 400 `form.invalid`, 409 `version_conflict`
 */
export async function editProfile(actor: Actor, input: unknown): Promise<Result<null>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const checked = check(Profile, input)
  if (!checked.ok) return checked
  const { personId } = allowed.value
  const { name, language, version } = checked.value
  return transaction(async (tx) => {
    const saved = await tx
      .update(people)
      .set({ name, language, version: version + 1 })
      .where(and(eq(people.id, personId), eq(people.version, version)))
      .returning({ id: people.id })
    if (saved.length === 0) return refuse('version_conflict', 409)
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'person.edit',
      subject: { kind: 'person', id: personId },
      detail: { name, language },
    })
    return done(null)
  })
}
