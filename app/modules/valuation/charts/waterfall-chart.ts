import { type Drawing, type Line, type Shape } from '#kernel'
import { rowChart, throughRows, topTitle } from './row-chart.ts'
import { held } from './scale.ts'
import { bar, type ChartOptions, drawing, line, nothingDrawn, uprightAround } from './shapes.ts'

export interface WaterfallStep {
  readonly label: string
  readonly note?: string | undefined
  /** A total stands on zero; a change starts where the step before it ended. */
  readonly kind: 'total' | 'change'
  readonly value: number
}

export interface WaterfallChart extends ChartOptions {
  readonly steps: readonly WaterfallStep[]
  readonly labels: { readonly axis: string; readonly none: string }
}

/** Where the bar of each step begins and ends. */
function spansOf(steps: readonly WaterfallStep[]): { from: number; to: number }[] {
  let reached = 0
  return steps.map(({ kind, value }) => {
    const from = kind === 'total' ? 0 : reached
    reached = held(kind === 'total' ? value : reached + value)
    return { from, to: reached }
  })
}

/** From a gross figure to a net one, a row a step: totals stand on zero, changes hang where the step before ended. */
export function waterfallChart({ steps, labels, width: form, format }: WaterfallChart): Drawing {
  if (steps.length === 0) return nothingDrawn(form, labels.none)
  const spans = spansOf(steps)
  const chart = rowChart({
    rows: steps.map(({ label, note, kind, value }, at) => {
      const { from = 0, to = 0 } = spans[at] ?? {}
      const written = kind === 'change' && value > 0 ? `+${format(value)}` : format(value)
      // Beside the end that leads away from zero, where no other bar of the row can be.
      return {
        label,
        note,
        strong: kind === 'total',
        reach: [from, to],
        [Math.max(from, to) <= 0 && Math.min(from, to) < 0 ? 'left' : 'right']: written,
      }
    }),
    also: [0],
    top: 22,
    axis: null,
    width: form,
    format,
  })
  const bars = steps.flatMap(({ kind, value }, at): Shape[] => {
    const [span, placed] = [spans[at], chart.rows[at]]
    if (!span || !placed) return []
    const [from, to] = [chart.scale(span.from), chart.scale(span.to)]
    const { top, bottom } = placed
    if (from === to) return [line({ x: to, y: top }, { x: to, y: bottom }, 'muted')]
    return [bar(from, to, top, bottom, value < 0 ? 'danger' : 'action', kind === 'total' ? 1 : 0.5)]
  })
  const joints = steps.flatMap((_, at): Line[] => {
    const [span, placed, next] = [spans[at], chart.rows[at], chart.rows[at + 1]]
    if (!span || !placed || !next) return []
    const x = chart.scale(span.to)
    return uprightAround(x, placed.bottom, next.top, chart.texts, 'muted')
  })
  return drawing(chart.width, chart.height, [
    ...throughRows(chart, 0, 'muted', { thickness: 1 }),
    ...joints,
    ...bars,
    ...chart.texts,
    topTitle(chart, labels.axis),
  ])
}
