import { type Approach, type ValuationModel } from '../model/document.ts'
import { type Assumptions } from './assumptions.ts'
import { columnName, type SheetCell, type WorkbookWords } from './sheets.ts'

/** The first cell of figures; before it stand the name of a line and its symbol. */
const firstFigure = 2

/** The reference of a line's cell, counted from 0. */
export type Line = (at?: number) => string

/** A table that a slot holds, as references. */
export interface TableReferences {
  columns: readonly string[]
  count: number
  /** A cell by its row and column's name; null where it is empty or there is no such column. */
  cell: (row: number, column: string) => string | null
  /** What stands in a cell; null where it is empty or there is no such column. */
  text: (row: number, column: string) => string | null
}

/** The sheet of an approach while it is written: lines of formulas over the assumptions. */
export class MethodSheet {
  readonly rows: SheetCell[][] = []
  private readonly model: ValuationModel
  private readonly approach: Approach
  private readonly assumptions: Assumptions
  private readonly words: WorkbookWords

  constructor(model: ValuationModel, approach: Approach, assumptions: Assumptions, words: WorkbookWords) {
    this.model = model
    this.approach = approach
    this.assumptions = assumptions
    this.words = words
  }

  /** Adds a line of one formula or of `count`, which may refer to cells of their own line before them. */
  line(label: string, symbol: string, formula: (at: number, own: Line) => string, count = 1): Line {
    const row = this.rows.length + 1
    const own: Line = (at = 0) => `${columnName(firstFigure + at)}${row}`
    const cells = Array.from({ length: count }, (_, at) => ({ formula: formula(at, own) }))
    this.rows.push([this.words.label(label), symbol, ...cells])
    return own
  }

  /** Where the last line has its first figure. */
  lastFigure(): { row: number; column: number } {
    return { row: this.rows.length - 1, column: firstFigure }
  }

  has(slot: string): boolean {
    return this.approach.inputs[slot] !== undefined
  }

  /** How many years a slot's series has. */
  years(slot: string): number {
    const value = this.assumptions.valueOf(this.approach.inputs[slot] ?? '')
    return value?.kind === 'series' ? value.values.length : 0
  }

  isSeries(slot: string): boolean {
    return this.years(slot) > 0
  }

  /** The figure of a slot in a year, or what it is where nothing is given. */
  figure(slot: string, year: number, usual: number): string {
    const id = this.approach.inputs[slot]
    return id === undefined ? String(usual) : this.converted(id, this.assumptions.figure(id, year))
  }

  /** A word of a slot in quotes, or a cell that holds it. */
  word(slot: string, usual: string): string {
    const id = this.approach.inputs[slot]
    return id === undefined ? `"${usual}"` : this.assumptions.figure(id)
  }

  /** The word that a slot holds now. */
  choice(slot: string): string | null {
    const value = this.assumptions.valueOf(this.approach.inputs[slot] ?? '')
    return value?.kind === 'choice' ? value.value : null
  }

  /** The table of a slot; none of its amounts is converted where `money` columns are not named. */
  table(slot: string, money: readonly string[] = []): TableReferences {
    const id = this.approach.inputs[slot] ?? ''
    const value = this.assumptions.valueOf(id)
    if (value?.kind !== 'table') return { columns: [], count: 0, cell: () => null, text: () => null }
    const text = (row: number, column: string) => value.rows[row]?.[value.columns.indexOf(column)] || null
    return {
      columns: value.columns,
      count: value.rows.length,
      text,
      cell: (row, column) => {
        if (text(row, column) === null) return null
        const reference = this.assumptions.cell(id, row, value.columns.indexOf(column))
        return money.includes(column) ? this.converted(id, reference) : reference
      },
    }
  }

  private converted(id: string, reference: string): string {
    const input = this.model.inputs.find((one) => one.id === id)
    const { currency, exchangeRates } = this.model.head
    if (input?.unit !== 'money' || input.currency === undefined || input.currency === currency) return reference
    const rate = exchangeRates.find((one) => one.currency === input.currency)?.rate ?? '1'
    return `(${reference}*${rate})`
  }
}

/** From the first to the last of a line's cells. */
export function span(line: Line, count: number): string {
  return `${line(0)}:${line(count - 1)}`
}
