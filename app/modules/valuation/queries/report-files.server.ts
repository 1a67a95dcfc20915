import { done, refuse, type Result } from '#kernel'
import { type Actor } from '#modules/accounts'
import { draftReport } from '../commands/sign-report.server.ts'
import { type ValuationReport } from '../model/report.ts'
import { signedReport } from './reports.server.ts'

/** The files of a report: in both languages to read and to edit, and its data. */
export const reportFiles = [
  'report-vi.pdf',
  'report-en.pdf',
  'report-vi.docx',
  'report-en.docx',
  'report.json',
] as const
export type ReportFile = (typeof reportFiles)[number]

export interface MadeFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
}

const json = (report: ValuationReport): MadeFile => ({
  bytes: new TextEncoder().encode(`${JSON.stringify(report)}\n`),
  type: 'application/json',
})

/**
 * A file of a signed report.
 *
 * @returns refusals: as `signedReport`
 */
export async function reportFile(asked: { actor: Actor; id: string; file: ReportFile }): Promise<Result<MadeFile>> {
  const found = await signedReport(asked)
  if (!found.ok) return found
  const { signed } = found.value
  if (asked.file === 'report.json') return done(json(signed.report))
  return refuse('not_found', 404)
}

/**
 * A file of the report as it would be signed now.
 *
 * @returns refusals: as `draftReport`
 */
export async function draftFile(asked: {
  actor: Actor
  id: string
  file: Exclude<ReportFile, 'report.json'>
}): Promise<Result<MadeFile>> {
  const draft = await draftReport(asked)
  if (!draft.ok) return draft
  return refuse('not_found', 404)
}
