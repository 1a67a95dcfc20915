import { columnWidths } from './columns.ts'
import { cellParts, type Row, type Table } from './document.ts'
import { colours, type Style } from './fonts.server.ts'
import { type Element, type Line, type Paper } from './paper.server.ts'

const size = 8.5
const noteSize = 7.5
const lineHeight = 12
const above = 3.5
const beside = 5
/** Rows up to which a table stays on one page. */
const mostKept = 12
const caption: Style = { face: 'semibold', size: 9, colour: 'ink' }
const head: Style = { face: 'semibold', size: 8, colour: 'ink' }
const note: Style = { face: 'regular', size: noteSize, colour: 'muted' }

const cellStyle = (strong: boolean, tabular: boolean): Style => ({
  face: strong ? 'semibold' : 'regular',
  size,
  colour: 'ink',
  tabular,
})

/** A cell as lines, some of which may be drawn already. */
interface Laid {
  lines: Line[]
  element: Element | null
}

interface LaidRow {
  cells: Laid[]
  count: number
}

const heightOf = (lines: number): number => lines * lineHeight + 2 * above

/** A table while it is drawn, from page to page. */
class Grid {
  private readonly paper: Paper
  private readonly table: Table
  private readonly widths: number[]
  private readonly element: Element
  private readonly heading: LaidRow

  constructor(paper: Paper, table: Table) {
    this.paper = paper
    this.table = table
    const measure = {
      text: (text: string) =>
        Math.max(paper.type.width(text, cellStyle(true, true)), paper.type.width(text, cellStyle(false, true))),
      note: (text: string) => paper.type.width(text, note),
    }
    this.widths = columnWidths(table, paper.width, measure, 2 * beside + 0.1)
    this.element = paper.element('Table')
    this.heading = this.laid(
      table.columns.map(({ heading }) => heading),
      head,
    )
  }

  private laid(cells: Row['cells'], style?: Style, strong = false): LaidRow {
    const laid = this.table.columns.map(({ align }, at) => {
      const { text, note: beneath } = cellParts(cells[at])
      const width = (this.widths[at] ?? 0) - 2 * beside
      return {
        lines: [
          ...this.paper.lines(text, width, style ?? cellStyle(strong, align === 'right')),
          ...(beneath === '' ? [] : this.paper.lines(beneath, width, note)),
        ],
        element: null,
      }
    })
    return { cells: laid, count: Math.max(1, ...laid.map(({ lines }) => lines.length)) }
  }

  /** Room that the table wants before it begins on a page: all of a small one, else the first rows. */
  private beginning(captionLines: number, rows: readonly LaidRow[]): number {
    const before = captionLines * lineHeight + 4 + heightOf(this.heading.count)
    const of = (some: readonly LaidRow[]) => some.reduce((so, { count }) => so + heightOf(Math.min(count, 6)), 0)
    const whole = rows.length <= mostKept ? of(rows) : Infinity
    return before + (whole <= this.paper.wholePage / 3 ? whole : of(rows.slice(0, 2)))
  }

  async draw(): Promise<void> {
    const { paper, table } = this
    const rows: LaidRow[] = []
    for (const { cells, strong } of table.rows) {
      rows.push(this.laid(cells, undefined, strong === true))
      await paper.breathe()
    }
    const lines = table.caption === null ? [] : paper.lines(table.caption, paper.width, caption)
    paper.ensure(this.beginning(lines.length, rows))
    if (lines.length > 0) {
      paper.element('Caption', this.element).add(() => {
        for (const line of lines) {
          paper.type.draw(line.text, paper.left, paper.y + 9, line.style)
          paper.y += lineHeight
        }
      })
      paper.y += 4
    }
    this.headings(this.element)
    const body = paper.element('TBody', this.element)
    for (const [at, row] of rows.entries()) {
      await paper.breathe()
      // The last row never stands alone on a page.
      const last = at > 0 && at === rows.length - 2 ? rows[at + 1] : undefined
      const both = heightOf(row.count) + heightOf(last?.count ?? 0)
      if (last && paper.room < both && both < paper.wholePage / 3) this.nextPage()
      this.row(row, paper.element('TR', body), table.rows[at]?.strong === true)
    }
    paper.rule(paper.y, { colour: colours.muted, thickness: 0.6 })
    this.element.end()
  }

  /** Headings at the top of each page's part; only the first are part of the structure. */
  private headings(parent: Element | null): void {
    const { paper, heading, table } = this
    if (table.columns.every((column) => column.heading === '')) return
    const height = heightOf(heading.count)
    const [top, bottom] = [paper.y, paper.y + height]
    paper.decorate((doc) => doc.rect(paper.left, top, paper.width, height).fill(colours.wash))
    if (parent) {
      const row = paper.element('TR', paper.element('THead', parent))
      for (const [at, cell] of heading.cells.entries())
        paper.element('TH', row, { scope: 'Column' }).add(() => {
          this.cell(cell.lines, at, top)
        })
    } else
      paper.decorate(() => {
        for (const [at, cell] of heading.cells.entries()) this.cell(cell.lines, at, top)
      })
    paper.y = bottom
    paper.rule(bottom, { colour: colours.muted, thickness: 0.6 })
  }

  private cell(lines: readonly Line[], at: number, top: number): void {
    const { paper, widths, table } = this
    const from = paper.left + widths.slice(0, at).reduce((so, width) => so + width, 0)
    const width = widths[at] ?? 0
    for (const [line, { text, style }] of lines.entries()) {
      const x =
        table.columns[at]?.align === 'right' ? from + width - beside - paper.type.width(text, style) : from + beside
      paper.type.draw(text, x, top + above + 9 + line * lineHeight, style)
    }
  }

  /** A row on one page where it fits on one; a longer one in parts of at least three lines. */
  private row(row: LaidRow, element: Element, strong: boolean): void {
    const { paper } = this
    let done = 0
    while (done < row.count) {
      const left = row.count - done
      if (paper.room < heightOf(left)) {
        const fitting = Math.floor((paper.room - 2 * above) / lineHeight)
        const whole = heightOf(left) <= (paper.wholePage - heightOf(this.heading.count)) * 0.6
        if (whole || fitting < 3) {
          this.nextPage()
          if (paper.room < heightOf(left)) this.part(row, element, done, (done += this.fitting(left)), strong)
          else this.part(row, element, done, (done += left), strong)
          continue
        }
      }
      const count = Math.min(left, this.fitting(left))
      this.part(row, element, done, (done += count), strong)
      if (done < row.count) this.nextPage()
    }
    element.end()
  }

  private fitting(wanted: number): number {
    return Math.max(1, Math.min(wanted, Math.floor((this.paper.room - 2 * above) / lineHeight)))
  }

  private nextPage(): void {
    this.paper.rule(this.paper.y, { colour: colours.line })
    this.paper.turn()
    this.headings(null)
  }

  private part(row: LaidRow, element: Element, from: number, to: number, strong: boolean): void {
    const { paper } = this
    const top = paper.y
    const height = heightOf(to - from)
    if (strong) paper.decorate((doc) => doc.rect(paper.left, top, paper.width, height).fill(colours.wash))
    for (const [at, cell] of row.cells.entries()) {
      cell.element ??= paper.element('TD', element)
      const lines = cell.lines.slice(from, to)
      if (lines.length > 0)
        cell.element.add(() => {
          this.cell(lines, at, top)
        })
    }
    paper.y += height
    paper.rule(paper.y)
  }
}

export async function drawTable(paper: Paper, table: Table): Promise<void> {
  await new Grid(paper, table).draw()
}

/** Room that a table wants to begin. */
export const leastOfTable = 3 * heightOf(1) + lineHeight + 4
