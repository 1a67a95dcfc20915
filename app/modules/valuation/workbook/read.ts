import { type InputValue, type LedgerInput, sourceKinds, type ValuationModel } from '../model/document.ts'
import { setInput } from '../model/edit.ts'
import { type FaultCode, parseModel } from '../model/parse.ts'
import { columnAt, columns } from './assumptions.ts'
import { columnName } from './sheets.ts'

/** What is wrong with one cell of the sheet of assumptions, such as `J5`. */
export interface CellFault {
  cell: string
  code: FaultCode
}

export type ReadAssumptions =
  { ok: true; model: ValuationModel; changed: string[] } | { ok: false; faults: CellFault[] }

type Row = readonly (string | null)[]

const valueAt = columnAt('value')

/** A number as a decimal text without exponent; null where it is none that the document takes. */
function decimalOf(text: string): string | null {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number) || Math.abs(number) >= 1e21) return null
  const short = String(number)
  if (!short.includes('e')) return short
  return number.toFixed(30).replace(/0+$/, '').replace(/\.$/, '')
}

/** The text that stood there before, where the spreadsheet's double is still that figure. */
function kept(before: string | undefined, text: string): string | null {
  if (before !== undefined && before !== '' && text !== '' && Number(before) === Number(text)) return before
  return decimalOf(text)
}

class Reader {
  readonly faults: CellFault[] = []

  fault(row: number, column: number, code: FaultCode): null {
    this.faults.push({ cell: `${columnName(column)}${row + 1}`, code })
    return null
  }

  private figure(row: number, column: number, before: string | undefined, text: string | null): string | null {
    if (text === null) return this.fault(row, column, 'missing')
    return kept(before, text) ?? this.fault(row, column, 'not_a_figure')
  }

  value(before: InputValue, row: number, cells: Row, below: readonly { row: number; cells: Row }[]): InputValue | null {
    const figures = trimmed(cells.slice(valueAt))
    const [first = null] = figures
    switch (before.kind) {
      case 'number': {
        const value = this.figure(row, valueAt, before.value, first)
        return value === null ? null : { kind: 'number', value }
      }
      case 'series': {
        const values = figures.map((text, at) => this.figure(row, valueAt + at, before.values[at], text))
        return values.includes(null) ? null : { kind: 'series', values: values as string[] }
      }
      case 'date':
      case 'choice':
        return first === null ? this.fault(row, valueAt, 'missing') : { ...before, value: first.trim() }
      case 'table':
        return this.table(before, row, figures, below)
    }
  }

  private table(
    before: Extract<InputValue, { kind: 'table' }>,
    row: number,
    names: Row,
    below: readonly { row: number; cells: Row }[],
  ): InputValue | null {
    const missing = names.indexOf(null)
    if (names.length === 0 || missing >= 0) return this.fault(row, valueAt + Math.max(0, missing), 'missing')
    const rows = below.map(({ row: line, cells }, place) => {
      const own = cells.slice(valueAt)
      const beyond = own.findIndex((text, at) => text !== null && at >= names.length)
      if (beyond >= 0) this.fault(line, valueAt + beyond, 'unknown')
      return names.map((_, at) => {
        const text = own[at] ?? null
        const was = before.rows[place]?.[at] ?? undefined
        return text !== null && was !== undefined && was !== text && Number(was) === Number(text)
          ? was
          : figureOrWord(text)
      })
    })
    return { kind: 'table', columns: names as string[], rows }
  }
}

/** Numbers are written as decimals, words stay as they are. */
function figureOrWord(text: string | null): string | null {
  if (text === null || text === '') return null
  return decimalOf(text) ?? text
}

function trimmed(cells: Row): Row {
  const last = cells.findLastIndex((cell) => cell !== null && cell !== '')
  return cells.slice(0, last + 1).map((cell) => (cell === '' ? null : cell))
}

/** Where the ledger's inputs stand: the row of each, and the rows of its table. */
function blocksOf(
  rows: readonly Row[],
): { id: string; row: number; cells: Row; below: { row: number; cells: Row }[] }[] {
  const blocks: ReturnType<typeof blocksOf> = []
  for (const [row, cells] of rows.entries()) {
    if (row === 0 || cells.every((cell) => cell === null || cell === '')) continue
    const last = blocks.at(-1)
    if (last && cells[columnAt('kind')] === 'row' && last.id === cells[columnAt('id')]) last.below.push({ row, cells })
    else blocks.push({ id: cells[columnAt('id')] ?? '', row, cells, below: [] })
  }
  return blocks
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/**
 * The sheet of assumptions as changes to the model it was written from. Inputs that the sheet leaves out stay as they
 * are; figures, units' references and sources may change, kinds may not. Who reads it in is who entered what changed.
 *
 * @param rows cells as texts; the first row holds the names of the columns
 */
export function assumptionsRead(
  model: ValuationModel,
  rows: readonly Row[],
  by: LedgerInput['enteredBy'],
  at: string,
): ReadAssumptions {
  const reader = new Reader()
  const places = new Map<string, number>()
  let changedModel = model
  const changed: string[] = []
  if ((rows[0]?.length ?? 0) < columns.length) return { ok: false, faults: [{ cell: 'A1', code: 'missing' }] }
  for (const { id, row, cells, below } of blocksOf(rows)) {
    const before = model.inputs.find((input) => input.id === id)
    if (!before) reader.fault(row, columnAt('id'), 'no_such_input')
    else if (places.has(id)) reader.fault(row, columnAt('id'), 'repeated')
    else if (cells[columnAt('kind')] !== before.value.kind) reader.fault(row, columnAt('kind'), 'kind_differs')
    else {
      places.set(id, row)
      const value = reader.value(before.value, row, cells, below)
      const kind = sourceKinds.find((one) => one === cells[columnAt('source')])
      if (!kind) reader.fault(row, columnAt('source'), 'unknown')
      const source = { kind: kind ?? before.source.kind, reference: cells[columnAt('reference')] ?? '' }
      if (value === null || (sameJson(value, before.value) && sameJson(source, before.source))) continue
      changed.push(id)
      changedModel = setInput(changedModel, { ...before, value, source, enteredBy: by, enteredAt: at })
    }
  }
  if (reader.faults.length > 0) return { ok: false, faults: reader.faults }
  const parsed = parseModel(changedModel)
  if (parsed.ok) return { ok: true, model: parsed.value, changed }
  return {
    ok: false,
    faults: parsed.faults.map(({ path, code }) => ({ cell: cellOf(path, changedModel, places), code })),
  }
}

/** The cell that a fault of the changed model speaks of. */
function cellOf(path: string, model: ValuationModel, places: ReadonlyMap<string, number>): string {
  const [, input, value] = /^inputs\[(\d+)\](?:\.value(?:\.values\[(\d+)\])?)?/.exec(path) ?? []
  const [, approach, slot] = /^approaches\[(\d+)\]\.inputs\.(\w+)/.exec(path) ?? []
  const id =
    input === undefined ? model.approaches[Number(approach ?? -1)]?.inputs[slot ?? ''] : model.inputs[Number(input)]?.id
  return `${columnName(valueAt + Number(value ?? 0))}${(places.get(id ?? '') ?? 0) + 1}`
}
