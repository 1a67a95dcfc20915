import { and, eq } from 'drizzle-orm'
import { fold } from '#search'
import { transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { publish } from '#platform/jobs'
import { organisations } from '../accounts.tables.server.ts'
import { type Actor, doerOf } from '../actor.ts'
import { editedOrganisation, legalFactsDiffer, servicesFor } from '../organisation-form.ts'
import { may } from '../permissions.ts'
import { breaksUniqueness } from '../unique.server.ts'

export const taxCodeTaken = () => refuse('form.invalid', 400, { fields: { taxCode: [{ code: 'tax_code_taken' }] } })

/**
 * Changes an organisation's facts. A new legal name or tax code takes its verification away.
 *
 * @returns whether the verification was taken away, or refusals: 401, 403, 404, 400 `form.invalid`, 409
 *   `version_conflict`
 */
export async function editOrganisation(
  actor: Actor,
  organisationId: string,
  input: unknown,
): Promise<Result<{ unverified: boolean }>> {
  const allowed = may(actor, 'organisation.edit', { organisationId })
  if (!allowed.ok) return allowed
  const checked = check(editedOrganisation, input)
  if (!checked.ok) return checked
  const { version, ...given } = checked.value
  return transaction(async (tx) => {
    const [before] = await tx.select().from(organisations).where(eq(organisations.id, organisationId))
    if (!before) return refuse('not_found', 404)
    if (before.version !== version) return refuse('version_conflict', 409)
    const services = servicesFor(before.kind, given)
    if (before.kind === 'intermediary' && services.length === 0)
      return refuse('form.invalid', 400, { fields: { services: [{ code: 'services_missing' }] } })
    const unverified =
      before.verification === 'verified' && before.kind !== 'operator' && legalFactsDiffer(before, given)
    try {
      await tx
        .update(organisations)
        .set({
          ...given,
          services,
          nameFolded: fold(`${given.nameVi} ${given.nameEn}`),
          ...(unverified ? { verification: 'unverified' as const, verifiedAt: null } : {}),
          version: version + 1,
        })
        .where(and(eq(organisations.id, organisationId), eq(organisations.version, version)))
    } catch (error) {
      if (breaksUniqueness(error)) return taxCodeTaken()
      throw error
    }
    const changed = (Object.keys(given) as (keyof typeof given)[]).filter(
      (name) => JSON.stringify(given[name]) !== JSON.stringify(before[name]),
    )
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'organisation.edit',
      subject: { kind: 'organisation', id: organisationId },
      detail: { changed, unverified },
    })
    await publish(tx, { topic: 'organisation.changed', subjectId: organisationId })
    return done({ unverified })
  })
}
