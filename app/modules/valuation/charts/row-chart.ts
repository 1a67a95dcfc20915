import { type Line, type Text } from '#kernel'
import { footAxis, ticksAcross } from './axes.ts'
import { shortened } from './letters.ts'
import { besideEnd, insetsFor, type PlacedRow, placedRows, type RowWords } from './rows.ts'
import { extentOf, held, type Scale, scaleOf } from './scale.ts'
import { boxOf, type ChartOptions, small, text, uprightAround, widthsOfCharts } from './shapes.ts'

/** A row with what is written beside the ends of its bar. */
export interface BarRow extends RowWords {
  /** Between which figures the bar and its marks lie. */
  readonly reach: readonly number[]
  readonly left?: string | undefined
  readonly right?: string | undefined
  /** How far a mark reaches over the bar's end. */
  readonly over?: number
}

export interface RowChartWishes extends ChartOptions {
  readonly rows: readonly BarRow[]
  /** Figures that must have their place besides those of the rows. */
  readonly also?: readonly number[]
  /** Where the first row begins. */
  readonly top: number
  /** What is measured; its axis stands at the foot. Null where the figures at the bars say all. */
  readonly axis: string | null
}

/** Rows of bars that share one scale, with everything but the bars laid out. */
export interface RowChart {
  readonly width: number
  readonly rows: readonly PlacedRow[]
  readonly scale: Scale
  readonly plotFrom: number
  readonly top: number
  /** Of the last bar; lines that run through all end here. */
  readonly foot: number
  readonly height: number
  /** Names of the rows and figures at the bars: lines are broken where these stand. */
  readonly texts: readonly Text[]
  /** Words of the axis. */
  readonly axisTexts: readonly Text[]
  readonly grid: readonly Line[]
}

const written = (words: string | undefined): words is string => words !== undefined && words !== ''

/** The figures of a row among its words, where there is no room beside the bar. */
function withFigures(row: BarRow): RowWords {
  const figures = [row.left, row.right].filter(written).join(' – ')
  return { ...row, note: [row.note, figures].filter(written).join(': ') }
}

function endTexts(row: BarRow, { middle }: PlacedRow, scale: Scale): Text[] {
  const places = row.reach.map(scale)
  const style = { weight: row.strong ? 'semibold' : 'regular' } as const
  return [
    ...(written(row.left)
      ? [
          text(Math.min(...places) - besideEnd - (row.over ?? 0), middle + 4, row.left, {
            ...style,
            anchor: 'end' as const,
          }),
        ]
      : []),
    ...(written(row.right)
      ? [text(Math.max(...places) + besideEnd + (row.over ?? 0), middle + 4, row.right, style)]
      : []),
  ]
}

/** At either side of a plot, so that a mark at its end is whole; bars that stand on zero need none. */
const margin = { ofRanges: 8, onZero: 1 }

export function rowChart({ rows, also = [], top, axis, width: form, format }: RowChartWishes): RowChart {
  const width = widthsOfCharts[form]
  const beside = placedRows(rows, top, form)
  const side = axis === null ? margin.onZero : margin.ofRanges
  const insets = insetsFor(
    { left: rows.map(({ left = '' }) => left), right: rows.map(({ right = '' }) => right) },
    width - beside.plotFrom - 2 * side,
  )
  const layout = insets ? beside : placedRows(rows.map(withFigures), top, form)
  const { plotFrom } = layout
  const data = extentOf([...rows.flatMap(({ reach }) => reach), ...also])
  const [from, to] = [plotFrom + side + (insets?.left ?? 0), width - side - (insets?.right ?? 0)]
  const each = (data.high - data.low) / (to - from)
  const extent = { low: data.low - each * (from - plotFrom), high: data.high + each * (width - to) }
  const unheld = scaleOf(extent, plotFrom, width)
  const scale: Scale = (value) => unheld(held(value))
  const texts = rows.flatMap((row, at) => {
    const placed = layout.rows[at]
    return placed ? [...placed.texts, ...(insets ? endTexts(row, placed, scale) : [])] : []
  })
  const foot = layout.bottom
  const ready = { width, rows: layout.rows, scale, plotFrom, top, foot, texts }
  if (axis === null) return { ...ready, height: foot + 6, axisTexts: [], grid: [] }
  const y = foot + 18
  const ticks = ticksAcross(extent, scale, { y, width, most: form === 'wide' ? 7 : 5, format })
  const words = footAxis(ticks, { y, from: plotFrom, width, title: axis })
  return {
    ...ready,
    height: words.bottom + 2,
    axisTexts: words.texts,
    grid: ticks.flatMap(({ place }) => uprightAround(place, top, foot + 4, texts, 'line')),
  }
}

/** A line through all rows at a figure, broken where words stand. */
export function throughRows(
  chart: RowChart,
  value: number,
  colour: 'action' | 'ink' | 'muted',
  style: { thickness: number; dash?: readonly number[] },
): Line[] {
  return uprightAround(chart.scale(value), chart.top - 4, chart.foot + 4, chart.texts, colour, style)
}

/** What the bars measure, above them where there is no axis. */
export function topTitle({ plotFrom, width }: RowChart, title: string): Text {
  return text(plotFrom, small, shortened(title, width - plotFrom, small), { colour: 'muted' })
}

/** Below the axis, or beside its name where there is room: where the key of a chart's marks is written. */
export function keyLine(chart: RowChart, keyWidth: number): { y: number; height: number } {
  const title = chart.axisTexts.at(-1)
  const y = title?.y ?? chart.height
  const free = chart.width - (title ? boxOf(title).right : 0)
  return free >= keyWidth + 16 ? { y, height: chart.height } : { y: y + 18, height: chart.height + 18 }
}
