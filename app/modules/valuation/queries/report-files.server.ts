import { done, type Language, type Result } from '#kernel'
import { type Actor } from '#modules/accounts'
import { config } from '#platform/config'
import { draftReport } from '../commands/sign-report.server.ts'
import { typesetApart } from '../computing/computing.server.ts'
import { type ValuationReport } from '../model/report.ts'
import { type ReportSignature } from '../report/closing.server.ts'
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

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
} as const

async function made(
  report: ValuationReport,
  file: ReportFile,
  signatureIn: (language: Language) => ReportSignature | null,
): Promise<Result<MadeFile>> {
  const as = file.endsWith('.pdf') ? 'pdf' : file.endsWith('.docx') ? 'docx' : 'json'
  if (as === 'json') return done({ bytes: new TextEncoder().encode(`${JSON.stringify(report)}\n`), type: types.json })
  const language: Language = file.includes('-vi.') ? 'vi' : 'en'
  const typeset = await typesetApart({ report, as, language, signature: signatureIn(language) })
  return typeset.ok ? done({ bytes: Uint8Array.from(typeset.value), type: types[as] }) : typeset
}

/**
 * A file of a signed report.
 *
 * @returns refusals: as `signedReport`, and those of typesetting
 */
export async function reportFile(asked: { actor: Actor; id: string; file: ReportFile }): Promise<Result<MadeFile>> {
  const found = await signedReport(asked)
  if (!found.ok) return found
  const { signed, organisation } = found.value
  const { report, signerName, signedAt, hash } = signed
  const verifyAddress = (language: Language) =>
    new URL(language === 'vi' ? '/verify' : '/en/verify', config().origin).href
  return made(report, asked.file, (language) => ({
    signedBy: signerName,
    organisation: organisation[language] || organisation.vi,
    signedAt,
    hash,
    verifyAddress: verifyAddress(language),
  }))
}

/**
 * A file of the report as it would be signed now.
 *
 * @returns refusals: as `draftReport`, and those of typesetting
 */
export async function draftFile(asked: {
  actor: Actor
  id: string
  file: Exclude<ReportFile, 'report.json'>
}): Promise<Result<MadeFile>> {
  const draft = await draftReport(asked)
  return draft.ok ? made(draft.value, asked.file, () => null) : draft
}
