import { type Text } from '#kernel'
import { widthOf, wrapped } from './letters.ts'
import { type ChartWidth, lineHeight, medium, small, text, widthsOfCharts } from './shapes.ts'

/** What a bar is called, and what is said of it more quietly. */
export interface RowWords {
  readonly label: string
  readonly note?: string | undefined
  readonly strong?: boolean
}

export interface PlacedRow {
  readonly texts: readonly Text[]
  /** Of the bar. */
  readonly top: number
  readonly bottom: number
  readonly middle: number
}

export interface PlacedRows {
  readonly rows: readonly PlacedRow[]
  /** Where the bars may begin. */
  readonly plotFrom: number
  readonly bottom: number
}

const barHeight = 18
const labelLine = 17
const widestColumn = 232

interface Lines {
  readonly label: readonly string[]
  readonly note: readonly string[]
}

const weightOf = (row: RowWords) => (row.strong ? 'semibold' : 'regular')

function linesOf(row: RowWords, room: number, most: number): Lines {
  return {
    label: wrapped(row.label, room, most, medium, weightOf(row)),
    note: wrapped(row.note ?? '', room, 2, small),
  }
}

function textsOf(row: RowWords, lines: Lines, x: number, top: number): Text[] {
  const noteTop = top + lines.label.length * labelLine
  return [
    ...lines.label.map((words, at) =>
      text(x, top + at * labelLine + medium, words, { size: medium, weight: weightOf(row) }),
    ),
    ...lines.note.map((words, at) => text(x, noteTop + at * lineHeight + small, words, { colour: 'muted' })),
  ]
}

/** Names in a column to the left of the bars. */
function besideBars(rows: readonly RowWords[], top: number): PlacedRows {
  const widest = Math.max(
    0,
    ...rows.flatMap((row) => [widthOf(row.label, medium, weightOf(row)), widthOf(row.note ?? '', small)]),
  )
  const column = Math.min(widestColumn, Math.ceil(widest))
  let y = top
  const placed = rows.map((row): PlacedRow => {
    const lines = linesOf(row, column, 3)
    const wordsHeight = lines.label.length * labelLine + lines.note.length * lineHeight
    const height = Math.max(barHeight, wordsHeight) + 14
    const middle = y + height / 2
    y += height
    const texts = textsOf(row, lines, 0, middle - wordsHeight / 2)
    return { texts, top: middle - barHeight / 2, bottom: middle + barHeight / 2, middle }
  })
  return { rows: placed, plotFrom: column + 16, bottom: y }
}

/** Names above the bars, which then have the whole width. */
function aboveBars(rows: readonly RowWords[], top: number, width: number): PlacedRows {
  let y = top
  const placed = rows.map((row): PlacedRow => {
    const lines = linesOf(row, width, 2)
    const [label = ''] = lines.label
    const [note = ''] = lines.note
    const inOneLine =
      lines.label.length === 1 &&
      lines.note.length === 1 &&
      widthOf(label, medium, weightOf(row)) + widthOf(note, small) + 16 <= width
    const texts = inOneLine
      ? [
          ...textsOf(row, { label: lines.label, note: [] }, 0, y),
          text(width, y + medium, note, { anchor: 'end', colour: 'muted' }),
        ]
      : textsOf(row, lines, 0, y)
    const barTop = y + lines.label.length * labelLine + (inOneLine ? 0 : lines.note.length * lineHeight) + 4
    y = barTop + barHeight + 12
    return { texts, top: barTop, bottom: barTop + barHeight, middle: barTop + barHeight / 2 }
  })
  return { rows: placed, plotFrom: 0, bottom: y - 4 }
}

/** Places the bars of a chart one under another, each with its name, which wraps. */
export function placedRows(rows: readonly RowWords[], top: number, width: ChartWidth): PlacedRows {
  return width === 'wide' ? besideBars(rows, top) : aboveBars(rows, top, widthsOfCharts[width])
}

/** Between a bar's end and the figure beside it. */
export const besideEnd = 6

/**
 * How much of a plot the figures beside the bars' ends need on each side. Null where they would leave too little for
 * the bars: then they are written among the words of each row.
 */
export function insetsFor(
  ends: { readonly left: readonly string[]; readonly right: readonly string[] },
  plotWidth: number,
): { left: number; right: number } | null {
  const room = (words: readonly string[]) => {
    const widest = Math.max(0, ...words.map((one) => widthOf(one, small, 'semibold')))
    return widest === 0 ? 0 : widest + besideEnd + 1
  }
  const insets = { left: room(ends.left), right: room(ends.right) }
  return insets.left + insets.right <= plotWidth * 0.62 ? insets : null
}
