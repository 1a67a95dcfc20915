import { type Drawing, type Rect } from '#kernel'
import { type PlacedRow } from './rows.ts'
import { type RowChart, rowChart, throughRows } from './row-chart.ts'
import { bar, type ChartOptions, drawing, medium, nothingDrawn, textWithin } from './shapes.ts'

export interface TornadoChart extends ChartOptions {
  readonly base: number
  readonly bars: readonly {
    readonly label: string
    readonly lowValue: number
    readonly highValue: number
    /** The figures of the input that lead to the values, as they are written. */
    readonly lowInput: string
    readonly highInput: string
  }[]
  readonly labels: { readonly axis: string; readonly base: string; readonly none: string }
}

/** A bar in two colours, for what lies below the base and what lies above it. */
function halves(low: number, high: number, base: number, { top, bottom }: PlacedRow, { scale }: RowChart): Rect[] {
  const [from, at, to] = [low, base, high].map(scale) as [number, number, number]
  const middle = Math.max(from, Math.min(to, at))
  return [
    ...(from < middle ? [bar(from, middle, top, bottom, 'muted', 0.6)] : []),
    ...(middle < to ? [bar(middle, to, top, bottom, 'action')] : []),
  ]
}

/** How far each input alone moves the value, the widest first; beside each end the input that leads there. */
export function tornadoChart({ base, bars, labels, width: form, format }: TornadoChart): Drawing {
  if (bars.length === 0) return nothingDrawn(form, labels.none)
  const chart = rowChart({
    rows: bars.map(({ label, lowValue, highValue, lowInput, highInput }) => ({
      label,
      reach: [lowValue, highValue],
      left: lowInput,
      right: highInput,
    })),
    also: [base],
    top: 26,
    axis: labels.axis,
    width: form,
    format,
  })
  return drawing(chart.width, chart.height, [
    ...chart.grid,
    ...bars.flatMap(({ lowValue, highValue }, at) => {
      const placed = chart.rows[at]
      return placed ? halves(lowValue, highValue, base, placed, chart) : []
    }),
    ...throughRows(chart, base, 'ink', { thickness: 1.5 }),
    ...chart.texts,
    textWithin(chart.scale(base), medium + 1, `${labels.base} ${format(base)}`, chart.width, {
      size: medium,
      weight: 'semibold',
    }),
    ...chart.axisTexts,
  ])
}
