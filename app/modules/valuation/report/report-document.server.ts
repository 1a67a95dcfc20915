import { type Language } from '#kernel'
import { type Block, type Document, docxOf, pdfOf } from '#platform/documents'
import { type ValuationReport } from '../model/report.ts'
import { assumptionBlocks } from './assumptions.server.ts'
import { closingBlocks, type ReportSignature } from './closing.server.ts'
import { reconciliationBlocks, scenarioBlocks } from './conclusion.server.ts'
import { methodBlocks } from './methods.server.ts'
import { coverBlocks, subjectBlocks, titleOf } from './opening.server.ts'
import { sensitivityBlocks, simulationBlocks } from './risk.server.ts'
import { Speech } from './speech.server.ts'

/** Chapters are counted; what stands on the first page is none. */
function counted(blocks: readonly Block[]): Block[] {
  let [chapter, part] = [0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    if (block.level === 1) {
      chapter += 1
      part = 0
      return { ...block, text: `${String(chapter)}. ${block.text}` }
    }
    part += 1
    return { ...block, text: `${String(chapter)}.${String(part)}. ${block.text}` }
  })
}

function headerOf({ say, report }: Speech, signature: ReportSignature | null): string | null {
  const estimate = report.particulars.kind === 'private_estimate' ? say.privateHeader : null
  const draft = signature === null ? say.draftHeader : null
  return estimate !== null && draft !== null ? say.headers(estimate, draft) : (estimate ?? draft)
}

/**
 * A report as a document in one language, from what is stated in it alone.
 *
 * @param signature null for a draft, which every page says
 */
export function reportDocument(
  report: ValuationReport,
  language: Language,
  signature: ReportSignature | null,
): Document {
  const speech = new Speech(report, language)
  const title = titleOf(speech)
  return {
    title: `${title}: ${speech.text(report.head.subject.title)}`,
    language,
    made: signature?.signedAt ?? Date.parse(report.particulars.issuedAt),
    header: headerOf(speech, signature),
    footer: speech.say.footer(title, report.hash.slice(0, 16)),
    pageNumber: speech.say.pageNumber,
    blocks: [
      ...coverBlocks(speech),
      ...counted([
        ...subjectBlocks(speech),
        ...assumptionBlocks(speech),
        ...methodBlocks(speech),
        ...reconciliationBlocks(speech),
        ...scenarioBlocks(speech),
        ...simulationBlocks(speech),
        ...sensitivityBlocks(speech),
        ...closingBlocks(speech, signature),
      ]),
    ],
  }
}

/** A report to keep and print; see `reportDocument`. */
export function reportPdf(
  report: ValuationReport,
  language: Language,
  signature: ReportSignature | null,
): Promise<Uint8Array> {
  return pdfOf(reportDocument(report, language, signature))
}

/** A report to work on in an office program; see `reportDocument`. */
export function reportDocx(
  report: ValuationReport,
  language: Language,
  signature: ReportSignature | null,
): Promise<Uint8Array> {
  return docxOf(reportDocument(report, language, signature))
}
