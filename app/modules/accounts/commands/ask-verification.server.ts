import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { reader, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { newId, now } from '#platform/clock'
import { storeFile } from '#platform/files'
import { publish } from '#platform/jobs'
import { organisations, verifications } from '../accounts.tables.server.ts'
import { type Actor, doerOf } from '../actor.ts'
import { siteAddress, writeTo } from '../letters.server.ts'
import type { VerificationState } from '../organisation.ts'
import { may } from '../permissions.ts'
import { operatorsOf } from '../queries/lookup.server.ts'

const Asking = z.object({ note: z.string().min(1).max(3000) })
const mostFiles = 5
const mayAsk: readonly VerificationState[] = ['unverified', 'refused']

/**
 * Asks the exchange to verify an organisation, with a note and one to five files of evidence.
 *
 * @returns refusals: 401, 403 `auth.role`, 404, 400 `form.invalid`, 409 `wrong_state` when it is verified or has asked,
 *   and those of `storeFile` at the field `evidence`
 */
export async function askVerification(
  actor: Actor,
  organisationId: string,
  input: unknown,
  files: readonly File[],
): Promise<Result<null>> {
  const allowed = may(actor, 'organisation.edit', { organisationId })
  if (!allowed.ok) return allowed
  const checked = check(Asking, input)
  if (!checked.ok) return checked
  const wrongFiles = (code: string, values?: Readonly<Record<string, string | number>>) =>
    refuse('form.invalid', 400, { fields: { evidence: [{ code, ...(values ? { values } : {}) }] } })
  if (files.length === 0) return wrongFiles('required')
  if (files.length > mostFiles) return wrongFiles('too_many_items', { maximum: mostFiles })
  const [present] = await reader()
    .select({ verification: organisations.verification })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  if (!present || !mayAsk.includes(present.verification)) return refuse('wrong_state', 409)
  const evidence: { file: string; name: string }[] = []
  for (const file of files) {
    const stored = await storeFile(new Uint8Array(await file.arrayBuffer()), allowed.value.personId)
    if (!stored.ok) return wrongFiles(stored.refusal.code, stored.refusal.values)
    evidence.push({ file: stored.value.id, name: file.name.normalize('NFC').slice(-120) })
  }
  return transaction(async (tx) => {
    const [organisation] = await tx
      .update(organisations)
      .set({ verification: 'asked' })
      .where(and(eq(organisations.id, organisationId), inArray(organisations.verification, [...mayAsk])))
      .returning()
    if (!organisation) return refuse('wrong_state', 409)
    const id = newId('verification')
    await tx.insert(verifications).values({
      id,
      organisationId,
      note: checked.value.note,
      files: evidence,
      askedBy: allowed.value.personId,
      askedAt: now(),
      reason: '',
    })
    await record(tx, {
      by: doerOf(allowed.value),
      action: 'organisation.ask_verification',
      subject: { kind: 'organisation', id: organisationId },
      detail: { verification: id, files: evidence.map(({ file }) => file) },
    })
    await publish(tx, { topic: 'organisation.verification_asked', subjectId: organisationId })
    for (const operator of await operatorsOf(tx))
      await writeTo(tx, operator, (letters) => ({
        subject: letters.verificationAsked.subject(organisation.nameVi),
        text: letters.verificationAsked.text(
          organisation.nameVi,
          organisation.taxCode ?? '',
          siteAddress(operator.language, `/operator/verifications/${id}`),
        ),
      }))
    return done(null)
  })
}
