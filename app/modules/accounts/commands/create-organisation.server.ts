import { eq } from 'drizzle-orm'
import { fold } from '#search'
import { transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { newId, now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { memberships, organisations, sessions } from '../accounts.tables.server.ts'
import { type Actor } from '../actor.ts'
import { newOrganisation, servicesFor } from '../organisation-form.ts'
import { may } from '../permissions.ts'
import { taxCodeTaken } from './edit-organisation.server.ts'

/**
 * Creates an organisation with the actor as its owner, who from then on acts as it.
 *
 * @returns its id, or refusals: 401, 403 `auth.unconfirmed`, 400 `form.invalid` (`tax_code_taken` at its field)
 */
export async function createOrganisation(actor: Actor, input: unknown): Promise<Result<string>> {
  const allowed = may(actor, 'organisation.create')
  if (!allowed.ok) return allowed
  const checked = check(newOrganisation, input)
  if (!checked.ok) return checked
  const { kind, ...given } = checked.value
  const services = servicesFor(kind, given)
  if (kind === 'intermediary' && services.length === 0)
    return refuse('form.invalid', 400, { fields: { services: [{ code: 'services_missing' }] } })
  const { personId, sessionId } = allowed.value
  return transaction(async (tx) => {
    const id = newId('org')
    const at = now()
    const created = await tx
      .insert(organisations)
      .values({
        ...given,
        id,
        kind,
        services,
        nameFolded: fold(`${given.nameVi} ${given.nameEn}`),
        verification: 'unverified',
        createdAt: at,
        version: 1,
      })
      .onConflictDoNothing()
      .returning({ id: organisations.id })
    if (created.length === 0) return taxCodeTaken()
    await tx.insert(memberships).values({ personId, organisationId: id, role: 'owner', createdAt: at })
    await tx.update(sessions).set({ organisationId: id }).where(eq(sessions.id, sessionId))
    await record(tx, {
      by: { personId, organisationId: id },
      action: 'organisation.create',
      subject: { kind: 'organisation', id },
      detail: { kind, name: given.nameVi, taxCode: given.taxCode },
    })
    await publish(tx, { topic: 'organisation.changed', subjectId: id })
    return done(id)
  })
}
