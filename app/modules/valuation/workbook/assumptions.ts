import { type InputValue, type LedgerInput, type ValuationModel } from '../model/document.ts'
import { fixedReference, type Sheet, type SheetCell, type WorkbookWords } from './sheets.ts'

/*
 * The ledger as a sheet: a row an input, its figure from the column `value` on, a year a cell. A table has a row with
 * its columns' names and then a row of cells each, of the kind `row`.
 */

export const columns = [
  'id',
  'kind',
  'name',
  'unit',
  'currency',
  'source',
  'reference',
  'enteredBy',
  'enteredAt',
  'value',
] as const
export const columnAt = (name: (typeof columns)[number]): number => columns.indexOf(name)
const valueAt = columnAt('value')

/** A decimal text as a number, where that keeps it; a spreadsheet has only doubles. */
function figure(text: string): number {
  return Number(text)
}

function tableCell(text: string | null): SheetCell {
  if (text === null || text === '') return null
  return /^-?\d+(\.\d+)?$/.test(text) ? figure(text) : text
}

function valueCells(value: InputValue): SheetCell[] {
  switch (value.kind) {
    case 'number':
      return [figure(value.value)]
    case 'series':
      return value.values.map(figure)
    case 'table':
      return [...value.columns]
    case 'date':
    case 'choice':
      return [value.value]
  }
}

function rowsOf(input: LedgerInput, words: WorkbookWords): SheetCell[][] {
  const { id, name, unit, currency, value, source, enteredBy, enteredAt } = input
  const named = name ? `${name.vi} / ${name.en}` : words.label(id)
  const head: SheetCell[] = [id, value.kind, named, unit, currency ?? null, source.kind, source.reference]
  const first = [...head, enteredBy.name, enteredAt, ...valueCells(value)]
  if (value.kind !== 'table') return [first]
  const blank = columns.slice(2, valueAt).map(() => null)
  return [first, ...value.rows.map((cells): SheetCell[] => [id, 'row', ...blank, ...cells.map(tableCell)])]
}

/** The sheet of assumptions, and where each figure of it stands. */
export class Assumptions {
  readonly sheet: Sheet
  private readonly rows = new Map<string, number>()
  private readonly inputs: ReadonlyMap<string, LedgerInput>

  constructor(model: ValuationModel, name: string, words: WorkbookWords) {
    this.inputs = new Map(model.inputs.map((input) => [input.id, input]))
    this.sheet = { name, rows: [columns.map((column) => words.label(column))] }
    for (const input of model.inputs) {
      this.rows.set(input.id, this.sheet.rows.length)
      this.sheet.rows.push(...rowsOf(input, words))
    }
  }

  valueOf(id: string): InputValue | undefined {
    return this.inputs.get(id)?.value
  }

  /** The figure of an input: of a series, that of a year counted from 0. */
  figure(id: string, year = 0): string {
    return fixedReference(this.sheet.name, this.rows.get(id) ?? 0, valueAt + (this.isSeries(id) ? year : 0))
  }

  /** A cell of a table, row and column counted from 0. */
  cell(id: string, row: number, column: number): string {
    return fixedReference(this.sheet.name, (this.rows.get(id) ?? 0) + 1 + row, valueAt + column)
  }

  private isSeries(id: string): boolean {
    return this.valueOf(id)?.kind === 'series'
  }
}
