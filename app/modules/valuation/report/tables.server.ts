import { type Cell, type Column, type Row, type Table } from '#platform/documents'
import { type Speech } from './speech.server.ts'

/** Columns beside the first that fit on a page. */
const mostColumns = 6

const part = <Item>(items: readonly Item[], from: number, to: number): Item[] => [
  ...items.slice(0, 1),
  ...items.slice(from, to),
]

/** A table, or several where it is wider than a page: each begins with the first column. */
export function folded(speech: Speech, caption: string, columns: readonly Column[], rows: readonly Row[]): Table[] {
  const beside = columns.length - 1
  if (beside <= mostColumns) return [{ kind: 'table', caption, columns, rows }]
  const parts = Math.ceil(beside / mostColumns)
  const each = Math.ceil(beside / parts)
  return Array.from({ length: parts }, (_, at): Table => {
    const [from, to] = [1 + at * each, 1 + (at + 1) * each]
    return {
      kind: 'table',
      caption: at === 0 ? caption : speech.say.captions.continued(caption, String(at + 1)),
      columns: part(columns, from, to),
      rows: rows.map(({ cells, ...row }) => ({ ...row, cells: part(cells, from, to) })),
    }
  })
}

export const words = (heading: string): Column => ({ heading, align: 'left' })
export const figures = (heading: string): Column => ({ heading, align: 'right' })
export const row = (...cells: Cell[]): Row => ({ cells })
