import { type Drawing } from '#kernel'
import { type Convergence } from '../engine/risk/summary.ts'
import { footAxis, sideAxis, ticksAcross } from './axes.ts'
import { shortened, widthOf } from './letters.ts'
import { extentOf, scaleOf } from './scale.ts'
import {
  area,
  bar,
  type ChartOptions,
  drawing,
  line,
  lineHeight,
  medium,
  nothingDrawn,
  small,
  stroke,
  text,
  widthsOfCharts,
} from './shapes.ts'

/** Of the standard normal distribution: 95 % of it lies within this distance of zero. */
const ninetyFive = 1.96

export interface ConvergenceChart extends ChartOptions {
  /** By rising numbers of trials. */
  readonly points: readonly Convergence[]
  readonly formatTrials: (trials: number) => string
  readonly labels: {
    /** Of the upright axis: the mean and its 95 % interval. */
    readonly axis: string
    readonly trials: string
    readonly mean: string
    readonly none: string
  }
}

const plotHeight = { narrow: 150, wide: 190 }

/** How the mean settles as trials are added, with its 95 % interval as a band. */
export function convergenceChart({ points, formatTrials, labels, width: form, format }: ConvergenceChart): Drawing {
  const last = points.at(-1)
  if (!last) return nothingDrawn(form, labels.none)
  const width = widthsOfCharts[form]
  const intervals = points.map(({ trials, mean, standardError }) => {
    const half = ninetyFive * standardError
    return { trials, mean, low: mean - half, high: mean + half }
  })
  const outcome = `${labels.mean} ${format(last.mean)} ± ${format(ninetyFive * last.standardError)}`
  const words = shortened(outcome, width, medium, 'semibold')
  const besideAxis = widthOf(words, medium, 'semibold') + widthOf(labels.axis, small) + 16 <= width
  const axisY = besideAxis ? medium : medium + lineHeight + 2
  const top = axisY + 18
  const bottom = top + plotHeight[form]
  const axis = sideAxis(extentOf(intervals.flatMap(({ low, high }) => [low, high])), { top, bottom, width, format })
  const { plotFrom, scale } = axis
  const along = extentOf([0, ...points.map(({ trials }) => trials)])
  const across = scaleOf(along, plotFrom, width - 12)
  const ticks = ticksAcross(along, across, {
    y: bottom + 20,
    width,
    most: form === 'wide' ? 7 : 4,
    format: formatTrials,
  })
  const foot = footAxis(ticks, { y: bottom + 20, from: plotFrom, width, title: labels.trials })
  const upper = intervals.map(({ trials, high }) => ({ x: across(trials), y: scale(high) }))
  const lower = intervals.map(({ trials, low }) => ({ x: across(trials), y: scale(low) }))
  const means = intervals.map(({ trials, mean }) => ({ x: across(trials), y: scale(mean) }))
  const end = means.at(-1) ?? { x: 0, y: 0 }
  return drawing(width, foot.bottom + 2, [
    text(width, medium, words, { anchor: 'end', size: medium, weight: 'semibold' }),
    text(0, axisY, shortened(labels.axis, width, small), { colour: 'muted' }),
    ...axis.shapes(width),
    ...(means.length > 1
      ? [area([...upper, ...lower.reverse()], 'action', 0.18)]
      : [line({ x: end.x, y: upper[0]?.y ?? 0 }, { x: end.x, y: lower[0]?.y ?? 0 }, 'action', { thickness: 2 })]),
    line({ x: plotFrom, y: end.y }, { x: width, y: end.y }, 'ink', { dash: [3, 3] }),
    ...(means.length > 1 ? [stroke(means, 'action', { thickness: 2 })] : []),
    bar(end.x - 3, end.x + 3, end.y - 3, end.y + 3, 'action'),
    ...foot.texts,
  ])
}
