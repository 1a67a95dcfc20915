import { z } from 'zod'
import { reader, type Transaction, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may, type SignedIn } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { newId, now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { sign } from '#platform/signing'
import { reportApart } from '../computing/computing.server.ts'
import { evaluateModel } from '../model/evaluate.ts'
import { type ReportParticulars, type ValuationReport } from '../model/report.ts'
import { insertReport, type Mandate, mandateById, type Valuation, valuationById } from '../store.server.ts'
import { valuationToEdit } from './edit-valuation.server.ts'
import { makeMandateMove } from './move-mandate.server.ts'

const signSchema = z.object({
  version: z.coerce.number().int(),
  independence: z.string().trim().min(1).max(5000),
  /** One a line. */
  limits: z.string().trim().max(20_000).default(''),
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 5000))
    .filter((line) => line !== '')
    .slice(0, 50)

/** What the exchange's seal is made over. */
export const sealed = (hash: string, personId: string, signedAt: number): string =>
  `${hash} ${personId} ${String(signedAt)}`

type Signing = Pick<z.output<typeof signSchema>, 'independence' | 'limits'>

function particularsOf(
  { kind }: Valuation,
  mandate: Mandate | null,
  by: SignedIn,
  { independence, limits }: Signing,
  at: number,
): ReportParticulars {
  const declaration = mandate?.declaration ?? null
  return {
    kind,
    issuedAt: new Date(at).toISOString(),
    valuer: {
      name: declaration?.valuerName ?? by.name,
      licenceNumber: declaration?.accreditation ?? null,
      organisation: by.organisation?.name.vi ?? null,
    },
    independence,
    limits: linesOf(limits),
  }
}

/**
 * The report of a valuation as it would be signed now, for its workers to read before.
 *
 * @returns refusals: those of `may('valuation.read')`, 404 `not_found`
 */
export async function draftReport(asked: { actor: Actor; id: string }): Promise<Result<ValuationReport>> {
  const signedIn = may(asked.actor, 'account.use')
  if (!signedIn.ok) return signedIn
  const valuation = await valuationById(reader(), asked.id)
  if (!valuation) return refuse('not_found', 404)
  const allowed = may(asked.actor, 'valuation.read', valuation)
  if (!allowed.ok) return allowed
  const mandate = valuation.mandateId === null ? null : await mandateById(reader(), valuation.mandateId)
  const particulars = particularsOf(valuation, mandate, allowed.value, { independence: '', limits: '' }, now())
  return reportApart(valuation.model, particulars)
}

async function mayBeSigned(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<Result<{ valuation: Valuation; mandate: Mandate | null; by: SignedIn }>> {
  const found = await valuationToEdit(tx, actor, id)
  if (!found.ok) return found
  const { valuation, by } = found.value
  if (valuation.mandateId === null) return done({ valuation, mandate: null, by })
  const certified = may(actor, 'valuation.certify', valuation)
  if (!certified.ok) return certified
  return done({ valuation, mandate: await mandateById(tx, valuation.mandateId), by })
}

/**
 * Signs the report of a valuation: a private estimate any number of times, a mandated one once, which delivers it. What
 * was signed is kept as it is, with the model and the figures by which anyone can work it out again.
 *
 * @returns the report's id; refusals: those of `may`, 404 `not_found`, 400 `form.invalid`, 409 `version_conflict`, 409
 *   `wrong_state`, 422 `valuation.no_point` where nothing is reconciled yet
 */
export async function signReport(asked: { actor: Actor; id: string; input: unknown }): Promise<Result<string>> {
  const before = await transaction((tx) => mayBeSigned(tx, asked.actor, asked.id))
  if (!before.ok) return before
  const input = check(signSchema, asked.input)
  if (!input.ok) return input
  const { valuation, mandate, by } = before.value
  if (input.value.version !== valuation.version) return refuse('version_conflict', 409)
  const [base] = evaluateModel(valuation.model).scenarios
  if (base?.reconciliation.point === null || base === undefined) return refuse('valuation.no_point', 422)
  const at = now()
  const particulars = particularsOf(valuation, mandate, by, input.value, at)
  const worked = await reportApart(valuation.model, particulars)
  if (!worked.ok) return worked
  const report = worked.value
  return transaction(async (tx) => {
    const again = await mayBeSigned(tx, asked.actor, asked.id)
    if (!again.ok) return again
    if (again.value.valuation.version !== valuation.version) return refuse('version_conflict', 409)
    const doer = { personId: by.personId, organisationId: valuation.organisationId }
    const id = newId('vrep')
    const number = await insertReport(tx, {
      id,
      valuationId: valuation.id,
      report,
      hash: report.hash,
      signedBy: by.personId,
      organisationId: valuation.organisationId,
      signedAt: at,
      seal: await sign(tx, 'valuation_report', sealed(report.hash, by.personId, at)),
    })
    await record(tx, {
      by: doer,
      action: 'valuation.sign',
      subject: { kind: 'valuation', id: valuation.id },
      detail: { report: id, number, hash: report.hash },
    })
    await publish(tx, { topic: 'valuation.signed', subjectId: valuation.id, payload: { report: id } })
    if (again.value.mandate) {
      const delivered = await makeMandateMove(tx, again.value.mandate, {
        verb: 'deliver',
        to: 'delivered',
        by: doer,
        text: '',
        change: {},
      })
      if (!delivered.ok) throw new Error(`A mandate that cannot be delivered: ${again.value.mandate.id}`)
    }
    return done(id)
  })
}
