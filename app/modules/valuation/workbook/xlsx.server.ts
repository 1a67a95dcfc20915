import { readSheet } from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
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

/**
 * The first sheet of a workbook as changes to the model it was written from; see `assumptionsRead`.
 *
 * @param bytes of a file that was checked for what it unpacks to before it came here
 */
export async function readWorkbook(
  model: ValuationModel,
  bytes: Buffer,
  by: LedgerInput['enteredBy'],
  at: string,
): Promise<ReadAssumptions> {
  let rows: readonly (readonly unknown[])[]
  try {
    rows = await readSheet(bytes, 1, { parseNumber: (text) => text, trim: false })
  } catch {
    return { ok: false, faults: [{ cell: 'A1', code: 'wrong_form' }] }
  }
  return assumptionsRead(
    model,
    rows.map((cells) => cells.map(textOf)),
    by,
    at,
  )
}
