import { z } from 'zod'
import { transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { now } from '#platform/clock'
import { signedRateById, type SignedRateRow, withdrawRow } from '../signed-rates.store.server.ts'

const schema = z.object({ reason: z.string().trim().min(1).max(1000) })

/**
 * Withdraws a recorded rate as wrong. It stays in the records; a right one is recorded anew.
 *
 * @returns the row as it stood; refusals: those of `may('rate.record')`, 400 `form.invalid`, 404 `not_found`, 409
 *   `rate.withdrawn`
 */
export async function withdrawSignedRate(asked: {
  actor: Actor
  id: string
  input: unknown
}): Promise<Result<SignedRateRow>> {
  const allowed = may(asked.actor, 'rate.record')
  if (!allowed.ok) return allowed
  const { personId, organisation } = allowed.value
  const checked = check(schema, asked.input)
  if (!checked.ok) return checked
  const { reason } = checked.value
  return transaction(async (tx) => {
    const row = await signedRateById(tx, asked.id)
    if (!row) return refuse('not_found', 404)
    const withdrawal = { withdrawnBy: personId, withdrawnAt: now(), withdrawnReason: reason }
    if (!(await withdrawRow(tx, row.id, withdrawal))) return refuse('rate.withdrawn', 409)
    await record(tx, {
      by: { personId, organisationId: organisation?.id ?? '' },
      action: 'rate.withdraw',
      subject: { kind: 'signed_rate', id: row.id },
      detail: { reason },
    })
    return done(row)
  })
}
