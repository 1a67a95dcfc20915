import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { organisations, verifications } from '../accounts.tables.server.ts'
import { type Actor, doerOf } from '../actor.ts'
import { siteAddress, writeTo } from '../letters.server.ts'
import { verificationDecisions } from '../organisation.ts'
import { may } from '../permissions.ts'
import { ownersOf } from '../queries/lookup.server.ts'

const Decision = z
  .object({
    decision: z.enum(verificationDecisions),
    reason: z.string().max(3000).default(''),
    version: z.coerce.number().int(),
  })
  .refine(({ decision, reason }) => decision === 'verified' || reason !== '', { path: ['reason'], error: 'required' })

/**
 * Decides whether an organisation is verified. Nobody decides on an organisation of their own.
 *
 * @param input the decision, its reason (read by the organisation, needed for a refusal) and the version of the
 *   organisation that was looked at
 * @returns refusals: 401, 403, 404, 400 `form.invalid`, 409 `wrong_state` when it is decided, 409 `version_conflict`
 */
export async function decideVerification(actor: Actor, verificationId: string, input: unknown): Promise<Result<null>> {
  const allowed = may(actor, 'organisation.verify')
  if (!allowed.ok) return allowed
  const checked = check(Decision, input)
  if (!checked.ok) return checked
  const { decision, reason, version } = checked.value
  return transaction(async (tx) => {
    const [asked] = await tx.select().from(verifications).where(eq(verifications.id, verificationId))
    if (!asked) return refuse('not_found', 404)
    const { organisationId } = asked
    if (allowed.value.memberships.some(({ id }) => id === organisationId)) return refuse('own_organisation', 403)
    const at = now()
    const decided = await tx
      .update(verifications)
      .set({ decision, reason, decidedBy: allowed.value.personId, decidedAt: at })
      .where(and(eq(verifications.id, verificationId), isNull(verifications.decidedAt)))
      .returning({ id: verifications.id })
    if (decided.length === 0) return refuse('wrong_state', 409)
    const [organisation] = await tx
      .update(organisations)
      .set({ verification: decision, verifiedAt: decision === 'verified' ? at : null, version: version + 1 })
      .where(and(eq(organisations.id, organisationId), eq(organisations.version, version)))
      .returning()
    if (!organisation) return refuse('version_conflict', 409)
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'organisation.decide_verification',
      subject: { kind: 'organisation', id: organisationId },
      detail: { verification: verificationId, decision, reason },
    })
    await publish(tx, { topic: 'organisation.verified', subjectId: organisationId, payload: { decision, reason } })
    for (const owner of await ownersOf(tx, organisationId)) {
      const name = (owner.language === 'en' && organisation.nameEn) || organisation.nameVi
      const page = siteAddress(owner.language, `/account/organisations/${organisationId}/verification`)
      await writeTo(tx, owner, (letters, exchange) =>
        decision === 'verified'
          ? { subject: letters.verified.subject(name), text: letters.verified.text(name, exchange, page) }
          : { subject: letters.refused.subject(name), text: letters.refused.text(name, exchange, reason, page) },
      )
    }
    return done(null)
  })
}
