import { readSheet } from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { done, refuse, type Result } from '#kernel'
import { ArchiveFault, safeArchive } from '#platform/archives'
import { type LedgerInput, type ValuationModel } from '../model/document.ts'
import { assumptionsRead, type ReadAssumptions } from './read.ts'
import { type SheetCell, type WorkbookWords } from './sheets.ts'
import { workbookOf } from './workbook.ts'

/** Characters that XML cannot hold. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function cellOf(cell: SheetCell) {
  if (cell === null) return null
  if (typeof cell === 'object') return { type: 'Formula', value: cell.formula } as const
  return typeof cell === 'number'
    ? { type: Number, value: cell }
    : { type: String, value: cell.replace(unwritable, '') }
}

/** A model as an XLSX file with working formulas; see `workbookOf`. */
export async function modelWorkbook(model: ValuationModel, words: WorkbookWords): Promise<Buffer> {
  const sheets = workbookOf(model, words).map(({ name, rows }, at) => ({
    sheet: name,
    data: rows.map((cells) => cells.map(cellOf)),
    ...(at === 0 && { stickyRowsCount: 1 }),
  }))
  return writeExcelFile(sheets).toBuffer()
}

function textOf(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : null
}

/** Bounds of a workbook from anywhere: more than any model fills, and read within a second. */
const bounds = { entries: 500, unpacked: 32 * 1024 * 1024, rows: 20_000, columns: 300, cells: 500_000 }

/** The first sheet of a workbook from anywhere, as texts. */
async function firstSheet(bytes: Buffer): Promise<Result<(string | null)[][]>> {
  let archive: Buffer
  try {
    archive = safeArchive(bytes, bounds)
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error
    return refuse(error.code === 'archive' ? 'file.no_workbook' : 'file.workbook_too_large', 422)
  }
  try {
    const rows = await readSheet(archive, 1, { parseNumber: (text) => text, trim: false })
    return done(rows.map((cells) => cells.map(textOf)))
  } catch {
    return refuse('file.no_workbook', 422)
  }
}

/**
 * The first sheet of a workbook from anywhere as changes to the model it was written from; see `assumptionsRead`. Takes
 * long for a large file: `readUploadedWorkbook` does it beside the server.
 *
 * @returns refusals: 422 `file.no_workbook`, 422 `file.workbook_too_large`
 */
export async function readWorkbook(
  model: ValuationModel,
  bytes: Buffer,
  by: LedgerInput['enteredBy'],
  at: string,
): Promise<Result<ReadAssumptions>> {
  const rows = await firstSheet(bytes)
  return rows.ok ? done(assumptionsRead(model, rows.value, by, at)) : rows
}
