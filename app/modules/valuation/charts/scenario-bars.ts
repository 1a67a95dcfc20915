import { type Drawing } from '#kernel'
import { rowChart, throughRows, topTitle } from './row-chart.ts'
import { bar, type ChartOptions, drawing, nothingDrawn } from './shapes.ts'

export interface ScenarioBars extends ChartOptions {
  readonly rows: readonly {
    readonly label: string
    readonly note?: string | undefined
    /** Null where the scenario has no value: its note says why. */
    readonly value: number | null
    /** The scenario the others are compared with. */
    readonly base?: boolean
  }[]
  readonly labels: { readonly axis: string; readonly none: string }
}

/** The value of each scenario as a bar from zero; a line at the base's value runs through the others. */
export function scenarioBars({ rows, labels, width: form, format }: ScenarioBars): Drawing {
  if (rows.every(({ value }) => value === null)) return nothingDrawn(form, labels.none)
  const chart = rowChart({
    rows: rows.map(({ label, note, value, base }) => ({
      label,
      note,
      strong: base ?? false,
      reach: [0, value ?? 0],
      [(value ?? 0) < 0 ? 'left' : 'right']: value === null ? '' : format(value),
    })),
    top: 22,
    axis: null,
    width: form,
    format,
  })
  const base = rows.find((row) => row.base)?.value ?? null
  const bars = rows.flatMap(({ value, base: strong }, at) => {
    const placed = chart.rows[at]
    if (!placed || value === null) return []
    const { top, bottom } = placed
    return [bar(chart.scale(0), chart.scale(value), top, bottom, value < 0 ? 'danger' : 'action', strong ? 1 : 0.4)]
  })
  return drawing(chart.width, chart.height, [
    ...bars,
    ...(base === null ? [] : throughRows(chart, base, 'ink', { thickness: 1, dash: [3, 3] })),
    ...throughRows(chart, 0, 'muted', { thickness: 1 }),
    ...chart.texts,
    topTitle(chart, labels.axis),
  ])
}
