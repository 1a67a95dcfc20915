import { type Drawing, type Shape } from '#kernel'
import { namesAcross, sideAxis } from './axes.ts'
import { type KeyEntry, keyOf } from './key.ts'
import { shortened, widthOf } from './letters.ts'
import { extentOf } from './scale.ts'
import {
  bar,
  type ChartOptions,
  drawing,
  line,
  lineHeight,
  nothingDrawn,
  small,
  stroke,
  text,
  widthsOfCharts,
} from './shapes.ts'

export interface FlowYear {
  /** What the year is called, such as 2027. */
  readonly label: string
  readonly flow: number
  readonly discounted: number
  /** All discounted flows up to the end of the year. */
  readonly cumulative: number
}

export interface CashFlows extends ChartOptions {
  readonly years: readonly FlowYear[]
  readonly labels: {
    readonly axis: string
    readonly flow: string
    readonly discounted: string
    readonly cumulative: string
    readonly none: string
  }
}

const plotHeight = { narrow: 190, wide: 240 }

/** The bars of a year: its flow, and beside it what it is worth today. */
function barsOf(
  { flow, discounted }: FlowYear,
  from: number,
  width: number,
  scale: (value: number) => number,
): Shape[] {
  const zero = scale(0)
  const middle = from + width / 2
  const hue = (value: number) => (value < 0 ? 'danger' : 'action')
  return [
    bar(from, middle, zero, scale(flow), hue(flow), 0.35),
    bar(middle, from + width, zero, scale(discounted), hue(discounted)),
  ]
}

/** The flow of each year with its present value beside it, and the running sum of the present values as a line. */
export function cashFlows({ years, labels, width: form, format }: CashFlows): Drawing {
  const last = years.at(-1)
  if (!last) return nothingDrawn(form, labels.none)
  const width = widthsOfCharts[form]
  const sum = format(last.cumulative)
  const besideLine = Math.min(170, Math.max(widthOf(labels.cumulative, small), widthOf(sum, small, 'semibold'))) + 10
  const direct = form === 'wide' && widthOf(sum, small, 'semibold') <= 170
  const entries: KeyEntry[] = [
    { label: labels.flow, mark: 'bar', colour: 'action', opacity: 0.35 },
    { label: labels.discounted, mark: 'bar', colour: 'action' },
    ...(direct ? [] : [{ label: `${labels.cumulative} ${sum}`, mark: 'line', colour: 'ink' } as const]),
  ]
  const key = keyOf(entries, width)
  const axisY = key.height + lineHeight
  const top = axisY + 18
  const bottom = top + plotHeight[form]
  const extent = extentOf([0, ...years.flatMap(({ flow, discounted, cumulative }) => [flow, discounted, cumulative])])
  const axis = sideAxis(extent, { top, bottom, width, format })
  const plotTo = direct ? width - besideLine : width
  const room = (plotTo - axis.plotFrom) / years.length
  const group = Math.min(56, room * 0.76)
  const centre = (at: number) => axis.plotFrom + room * (at + 0.5)
  const points = years.map(({ cumulative }, at) => ({ x: centre(at), y: axis.scale(cumulative) }))
  const end = points.at(-1) ?? { x: 0, y: 0 }
  const besideY = Math.max(top + 4, Math.min(bottom - lineHeight, end.y))
  return drawing(width, bottom + 26, [
    ...key.shapes,
    text(0, axisY, shortened(labels.axis, width, small), { colour: 'muted' }),
    ...axis.shapes(plotTo),
    ...years.flatMap((year, at) => barsOf(year, centre(at) - group / 2, group, axis.scale)),
    line({ x: axis.plotFrom, y: axis.scale(0) }, { x: plotTo, y: axis.scale(0) }, 'muted'),
    stroke(points, 'ink', { thickness: 2 }),
    bar(end.x - 3, end.x + 3, end.y - 3, end.y + 3, 'ink'),
    ...(direct
      ? [
          text(plotTo + 8, besideY - 2, shortened(labels.cumulative, besideLine - 8, small)),
          text(plotTo + 8, besideY + lineHeight - 2, sum, { weight: 'semibold' }),
        ]
      : []),
    ...namesAcross(
      years.map(({ label }, at) => ({ place: centre(at), name: label })),
      { y: bottom + 20, width },
    ),
  ])
}
