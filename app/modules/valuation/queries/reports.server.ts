import { reader } from '#db'
import { type Bilingual, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationById } from '#modules/accounts/server'
import { isSigned } from '#platform/signing'
import { sealed } from '../commands/sign-report.server.ts'
import { verifyApart } from '../computing/computing.server.ts'
import { type CheckedReport } from '../computing/tasks.ts'
import { mandatePartyOf } from '../mandate.ts'
import { mandateById, reportById, type SignedReport, signingByHash, valuationById } from '../store.server.ts'

/** A signed report with the names of who signed it. */
export interface SignedFacts {
  readonly signed: SignedReport & { readonly signerName: string }
  readonly organisation: Bilingual
  /** The valuation it is of, for those who work on it. */
  readonly valuationId: string | null
  readonly mandateId: string | null
}

/**
 * A signed report for the people of the organisation that signed it and, under a mandate, of its parties.
 *
 * @returns refusals: 401 `auth.sign_in`, 404 `not_found`
 */
export async function signedReport(asked: { actor: Actor; id: string }): Promise<Result<SignedFacts>> {
  const allowed = may(asked.actor, 'valuation.read')
  if (!allowed.ok) return allowed
  const db = reader()
  const report = await reportById(db, asked.id)
  const valuation = report && (await valuationById(db, report.valuationId))
  if (!valuation) return refuse('not_found', 404)
  const organisationId = allowed.value.organisation?.id ?? ''
  const mandate = valuation.mandateId === null ? null : await mandateById(db, valuation.mandateId)
  const party = mandate && mandatePartyOf(mandate, organisationId)
  if (organisationId !== report.organisationId && party === null) return refuse('not_found', 404)
  const organisation = await organisationById(db, report.organisationId)
  return done({
    signed: report,
    organisation: organisation?.name ?? { vi: '', en: '' },
    valuationId: organisationId === report.organisationId ? valuation.id : null,
    mandateId: party === null ? null : valuation.mandateId,
  })
}

/** What recomputing a file says, and whether the exchange signed its report. */
export interface CheckedFile {
  readonly found: CheckedReport
  readonly signed: { readonly by: string; readonly organisation: Bilingual; readonly at: number } | null
}

/**
 * Recomputes the report in a file of anybody. The exchange confirms a signature only where every figure agrees and its own
 * seal is right.
 *
 * @returns refusals: 400 `valuation.file_missing`, and those of `verifyApart`
 * @throws ComputingBusyError when too many wait
 */
export async function checkReport(file: File | undefined): Promise<Result<CheckedFile>> {
  if (!file) return refuse('valuation.file_missing', 400)
  const text = await file.text()
  const found = await verifyApart(text)
  if (!found.ok) return found
  if (found.value.kind !== 'equal') return done({ found: found.value, signed: null })
  const { hash } = JSON.parse(text) as { hash: string }
  const db = reader()
  const signing = await signingByHash(db, hash)
  if (!signing) return done({ found: found.value, signed: null })
  const { signedBy, signedAt, seal, signerName, organisationId } = signing
  const genuine = await isSigned(db, 'valuation_report', sealed(hash, signedBy, signedAt), seal)
  const organisation = (await organisationById(db, organisationId))?.name ?? { vi: '', en: '' }
  return done({ found: found.value, signed: genuine ? { by: signerName, organisation, at: signedAt } : null })
}
