import { type Drawing, type Shape } from '#kernel'
import { widthOf } from './letters.ts'
import { type PlacedRow } from './rows.ts'
import { type BarRow, keyLine, type RowChart, rowChart, throughRows } from './row-chart.ts'
import {
  bar,
  boxOf,
  type ChartOptions,
  drawing,
  line,
  lozenge,
  medium,
  nothingDrawn,
  small,
  text,
  textWithin,
} from './shapes.ts'

export interface FieldRow {
  readonly label: string
  /** What the bar reaches over, such as P5 to P95 of a simulation. */
  readonly note?: string | undefined
  /** Equal where there is no range: a single mark. */
  readonly low: number
  readonly high: number
  /** The value of the approach, marked on its bar. */
  readonly value: number | null
}

export interface FootballField extends ChartOptions {
  readonly rows: readonly FieldRow[]
  readonly point: number | null
  readonly range: { readonly low: number; readonly high: number } | null
  readonly labels: {
    readonly axis: string
    /** Of the mark on a bar. */
    readonly value: string
    readonly point: string
    /** Of the bar of the reconciliation. */
    readonly range: string
    readonly none: string
  }
}

interface Row extends FieldRow, BarRow {}

const lozengeReach = 6

const isRange = ({ low, high }: FieldRow): boolean => low < high

function rowsOf({ rows, point, range, labels, format }: FootballField): Row[] {
  const reconciled = range ?? (point === null ? null : { low: point, high: point })
  const given = reconciled ? [...rows, { label: labels.range, ...reconciled, value: null, strong: true }] : rows
  return given.map((row) => ({
    ...row,
    reach: [row.low, row.high, row.value ?? row.low],
    left: isRange(row) ? format(row.low) : undefined,
    right: format(row.high),
    over: isRange(row) ? 0 : lozengeReach,
  }))
}

function barShapes(row: Row, { top, bottom, middle }: PlacedRow, { scale }: RowChart): Shape[] {
  const mark = row.value === null ? null : scale(row.value)
  if (!isRange(row)) return [lozenge({ x: scale(row.low), y: middle }, lozengeReach, 'action')]
  return [
    bar(scale(row.low), scale(row.high), top, bottom, 'action', row.strong ? 1 : 0.4),
    ...(mark === null ? [] : [line({ x: mark, y: top - 3 }, { x: mark, y: bottom + 3 }, 'ink', { thickness: 2 })]),
  ]
}

function keyOfMarks(label: string, right: number, y: number): Shape[] {
  const words = text(right, y, label, { anchor: 'end', colour: 'muted' })
  const x = boxOf(words).left - 8
  return [line({ x, y: y - 11 }, { x, y: y + 2 }, 'ink', { thickness: 2 }), words]
}

/**
 * Ranges of value by approach, one bar under another; the reconciliation is the last bar, and its range and point run
 * through all others.
 */
export function footballField(given: FootballField): Drawing {
  const { width: form, format, labels, point, range } = given
  const rows = rowsOf(given)
  if (rows.length === 0) return nothingDrawn(form, labels.none)
  const top = point === null ? 4 : 26
  const also = [point, range?.low, range?.high].filter((one) => one !== null && one !== undefined)
  const chart = rowChart({ rows, also, top, axis: labels.axis, width: form, format })
  const bars = rows.flatMap((row, at) => {
    const placed = chart.rows[at]
    return placed ? barShapes(row, placed, chart) : []
  })
  const pointText =
    point === null
      ? []
      : [
          textWithin(chart.scale(point), medium + 1, `${labels.point} ${format(point)}`, chart.width, {
            size: medium,
            weight: 'semibold',
            colour: 'action',
          }),
        ]
  const marked = rows.some((row) => isRange(row) && row.value !== null)
  const key = keyLine(chart, widthOf(labels.value, small) + 12)
  return drawing(chart.width, marked ? key.height : chart.height, [
    ...(range ? [bar(chart.scale(range.low), chart.scale(range.high), top - 4, chart.foot + 4, 'action', 0.1)] : []),
    ...chart.grid,
    ...(point === null ? [] : throughRows(chart, point, 'action', { thickness: 2 })),
    ...bars,
    ...chart.texts,
    ...pointText,
    ...chart.axisTexts,
    ...(marked ? keyOfMarks(labels.value, chart.width, key.y) : []),
  ])
}
