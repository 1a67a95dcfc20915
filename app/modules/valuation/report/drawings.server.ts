import { type Block } from '#platform/documents'
import { distributionChart } from '../charts/distribution-chart.ts'
import { type FieldRow, footballField } from '../charts/football-field.ts'
import { tornadoChart } from '../charts/tornado-chart.ts'
import { type Tornado } from '../engine/risk/sensitivity.ts'
import { type ValuationReport } from '../model/report.ts'
import { type Speech } from './speech.server.ts'

type Simulation = NonNullable<ValuationReport['figures']['simulation']['targets'][number]['simulation']>['result']

const mostBars = 14

const percentileOf = ({ percentiles }: Simulation, wanted: number): number | null =>
  percentiles.find(({ probability }) => Math.abs(probability - wanted) < 1e-9)?.value ?? null

/** Values and spreads of the methods, under each other, with the reconciled range and point. */
export function fieldDrawing(speech: Speech): Block[] {
  const { say, report } = speech
  const { base, simulation } = report.figures
  const rows = base.approaches.flatMap(({ approach, value }): FieldRow[] => {
    if (value === null) return []
    const spread = simulation.targets.find(({ of }) => of === approach)?.simulation?.result
    const [low, high] = spread ? [percentileOf(spread, 0.05), percentileOf(spread, 0.95)] : [null, null]
    const label = speech.approach(approach)
    return low === null || high === null
      ? [{ label, low: value, high: value, value }]
      : [{ label, note: say.charts.simulated, low, high, value }]
  })
  const { low, high, point } = base.reconciliation
  if (rows.length < 2) return []
  const drawing = footballField({
    rows,
    point,
    range: low === null || high === null || low === high ? null : { low, high },
    width: 'wide',
    format: (value) => speech.number(value, Math.abs(value) < 10 ? 2 : 0),
    labels: {
      axis: say.charts.axis(speech.unit),
      value: say.valueOf,
      point: say.facts.point,
      range: say.facts.range,
      none: say.notStated,
    },
  })
  return [{ kind: 'drawing', drawing, description: say.charts.field }]
}

export function distributionDrawing(speech: Speech, simulation: Simulation): Block[] {
  const { say, words } = speech
  const marks = [0.05, 0.5, 0.95].flatMap((probability) => {
    const value = percentileOf(simulation, probability)
    return value === null
      ? []
      : [{ label: words.percentile(String(Math.round(probability * 100))), value, strong: probability === 0.5 }]
  })
  const [low, high] = [percentileOf(simulation, 0.05), percentileOf(simulation, 0.95)]
  const drawing = distributionChart({
    histogram: simulation.histogram,
    marks,
    within: low === null || high === null ? null : { low, high },
    width: 'wide',
    format: (value) => speech.number(value, Math.abs(value) < 10 ? 2 : 0),
    formatShare: (share) => speech.percent(share, 1),
    labels: {
      axis: say.charts.axis(speech.unit),
      share: say.charts.share,
      beyond: say.charts.beyond,
      none: say.notStated,
    },
  })
  return [{ kind: 'drawing', drawing, description: say.charts.distribution }]
}

export function tornadoDrawing(speech: Speech, { baseValue, bars }: Tornado): Block[] {
  const { say } = speech
  const drawing = tornadoChart({
    base: baseValue,
    bars: bars.slice(0, mostBars).map(({ name, lowValue, highValue, lowCaseInput, highCaseInput }) => ({
      label: speech.input(name),
      lowValue,
      highValue,
      lowInput: speech.tried(name, lowCaseInput),
      highInput: speech.tried(name, highCaseInput),
    })),
    width: 'wide',
    format: (value) => speech.number(value, Math.abs(value) < 10 ? 2 : 0),
    labels: { axis: say.charts.axis(speech.unit), base: say.columns.base, none: say.notStated },
  })
  return [{ kind: 'drawing', drawing, description: say.charts.tornado }]
}
