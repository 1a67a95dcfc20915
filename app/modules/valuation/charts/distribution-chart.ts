import { type Drawing } from '#kernel'
import { footAxis, sideAxis, ticksAcross } from './axes.ts'
import { type Flag, flagsOver } from './flags.ts'
import { type ShownHistogram, shownHistogram } from './histogram.ts'
import { type Histogram } from '../engine/risk/summary.ts'
import { shortened } from './letters.ts'
import { extentOf, scaleOf } from './scale.ts'
import {
  bar,
  type ChartOptions,
  drawing,
  line,
  lineHeight,
  nothingDrawn,
  small,
  text,
  widthsOfCharts,
} from './shapes.ts'

/** A figure marked over the bars: a percentile, the mean, the value without uncertainty. */
export interface SpreadMark {
  readonly label: string
  readonly value: number
  readonly strong?: boolean
}

export interface DistributionChart extends ChartOptions {
  /** As a simulation keeps it, or as `countedForDrawing` counts it. */
  readonly histogram: Histogram | ShownHistogram
  readonly marks: readonly SpreadMark[]
  /** Bars between these, such as P5 and P95, are drawn stronger than those outside. */
  readonly within: { readonly low: number; readonly high: number } | null
  /** How a share of the trials, from 0 to 1, is written. */
  readonly formatShare: (share: number) => string
  readonly labels: {
    readonly axis: string
    /** Of the upright axis: the share of the trials in a bar. */
    readonly share: string
    /** That so many of the trials lie beyond what is drawn. */
    readonly beyond: (share: string) => string
    readonly none: string
  }
}

const plotHeight = { narrow: 150, wide: 200 }

/** Marks further from the bars than the bars reach are held at the edge, with an arrow. */
function heldMarks(marks: readonly SpreadMark[], low: number, high: number) {
  const reach = high - low
  return marks.map((mark) => {
    const far = mark.value < low - reach ? 'left' : mark.value > high + reach ? 'right' : null
    return { mark, far, value: far === 'left' ? low : far === 'right' ? high : mark.value }
  })
}

/** How often each value came out of the trials, as bars, with the figures that sum them up marked above. */
export function distributionChart(given: DistributionChart): Drawing {
  const { width: form, format, labels } = given
  const shown = 'below' in given.histogram ? given.histogram : shownHistogram(given.histogram)
  const inside = shown.counts.reduce((so, count) => so + count, 0)
  const trials = inside + shown.below + shown.above
  if (trials === 0) return nothingDrawn(form, labels.none)
  const width = widthsOfCharts[form]
  const end = shown.from + shown.width * shown.counts.length
  const marks = heldMarks(given.marks, shown.from, end)
  const shares = shown.counts.map((count) => count / trials)

  const height = plotHeight[form]
  const upright = (top: number) =>
    sideAxis(extentOf([0, ...shares]), { top, bottom: top + height, width, format: given.formatShare })
  const { plotFrom } = upright(0)
  const extent = extentOf([shown.from, end, ...marks.map(({ value }) => value)])
  const scale = scaleOf(extent, plotFrom + 8, width - 8)
  const flags = flagsOver(
    marks.map(({ mark, far, value }): Flag => {
      const words = `${mark.label} ${format(mark.value)}`
      return {
        place: scale(value),
        words: far === 'left' ? `← ${words}` : far === 'right' ? `${words} →` : words,
        strong: mark.strong ?? false,
      }
    }),
    { top: lineHeight, width },
  )
  const top = lineHeight + flags.height + 8
  const axis = upright(top)
  const bottom = top + height
  const within = given.within ?? { low: -Infinity, high: Infinity }
  const bars = shares.map((share, at) => {
    const from = shown.from + shown.width * at
    const middle = from + shown.width / 2
    const [left, right] =
      shown.width === 0 ? [scale(from) - 8, scale(from) + 8] : [scale(from), scale(from + shown.width)]
    const gap = right - left > 5 ? 0.5 : 0.2
    const opacity = middle >= within.low && middle <= within.high ? 0.6 : 0.28
    return bar(left + gap, right - gap, bottom, axis.scale(share), 'action', opacity)
  })
  const ticks = ticksAcross(extent, scale, { y: bottom + 20, width, most: form === 'wide' ? 7 : 5, format })
  const foot = footAxis(ticks, { y: bottom + 20, from: plotFrom, width, title: labels.axis })
  const beyond = (shown.below + shown.above) / trials
  const beyondWords = beyond > 0 ? shortened(labels.beyond(given.formatShare(beyond)), width - plotFrom, small) : ''
  return drawing(width, foot.bottom + (beyond > 0 ? lineHeight : 0) + 2, [
    text(0, small, shortened(labels.share, width, small), { colour: 'muted' }),
    ...axis.shapes(width),
    ...bars.filter((one) => one.height > 0),
    line({ x: plotFrom, y: bottom }, { x: width, y: bottom }, 'muted'),
    ...ticks.map(({ place }) => line({ x: place, y: bottom }, { x: place, y: bottom + 4 }, 'muted')),
    ...flags.lines(bottom),
    ...flags.texts,
    ...foot.texts,
    ...(beyond > 0 ? [text(plotFrom, foot.bottom + lineHeight - 6, beyondWords, { colour: 'muted' })] : []),
  ])
}
