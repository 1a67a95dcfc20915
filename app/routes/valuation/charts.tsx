import { useMessages } from '#i18n'
import {
  cashFlows,
  type ChartWidth,
  type EvaluatedScenario,
  footballField,
  type ValuationModel,
} from '#modules/valuation'
import { Figure } from '#ui'
import { useFigures } from './figures.ts'

/** What the range by method reads of a scenario: as evaluated, or as a signed report states it. */
interface StatedScenario extends Pick<EvaluatedScenario, 'reconciliation'> {
  readonly approaches: readonly Pick<EvaluatedScenario['approaches'][number], 'approach' | 'value'>[]
}

interface ByMethodProps {
  readonly model: ValuationModel
  /** The base first. */
  readonly scenarios: readonly StatedScenario[]
  /** The spread of each approach, by its id, where it was simulated. */
  readonly spreads?: ReadonlyMap<string, { readonly low: number; readonly high: number }>
}

/** The range of value by method: of the simulation where there is one, else over the scenarios. */
export function ByMethod({ model, scenarios, spreads = new Map() }: ByMethodProps) {
  const { workbench: words, valuation } = useMessages()
  const figures = useFigures(model.head)
  const [base] = scenarios
  if (!base) return null
  const rows = base.approaches.flatMap(({ approach, value }) => {
    const method = model.approaches.find(({ id }) => id === approach)?.method
    if (value === null || !method) return []
    const values = scenarios.flatMap(
      (scenario) => scenario.approaches.find((one) => one.approach === approach)?.value ?? [],
    )
    const spread = spreads.get(approach)
    const [low, high] = spread ? [spread.low, spread.high] : [Math.min(...values), Math.max(...values)]
    return [{ label: valuation.methods[method], low, high, value, note: spread ? 'P5–P95' : undefined }]
  })
  if (rows.length === 0) return null
  const { point, low, high } = base.reconciliation
  const labels = {
    axis: figures.unit,
    value: words.result.value,
    point: words.result.point,
    range: words.parts.conclusion,
    none: words.result.none,
  }
  const reach = spreads.size > 0 ? 'simulation' : scenarios.length > 1 ? 'scenarios' : point === null ? 'alone' : 'base'
  const range = point === null || low === null || high === null ? null : { low, high }
  const drawn = (width: ChartWidth) => footballField({ rows, point, range, labels, width, format: figures.drawn })
  return (
    <Figure
      title={words.charts.byMethod}
      description={words.charts.byMethodOf[reach]}
      narrow={drawn('narrow')}
      wide={drawn('wide')}
      table={{
        caption: words.charts.byMethod,
        rows,
        rowKey: ({ label }) => label,
        columns: [
          { head: words.result.method, cell: ({ label }) => label },
          { head: words.charts.low, numeric: true, cell: (row) => figures.whole(row.low) },
          { head: words.result.value, numeric: true, cell: (row) => figures.whole(row.value) },
          { head: words.charts.high, numeric: true, cell: (row) => figures.whole(row.high) },
        ],
      }}
    />
  )
}

/** What an income method lays out by year. */
interface ByYear {
  readonly discountFactors: readonly number[]
  readonly presentValues: readonly number[]
}

function byYearOf(result: object | undefined): ByYear | null {
  if (!result) return null
  const { discountFactors, presentValues } = result as Partial<ByYear>
  if (!Array.isArray(discountFactors) || !Array.isArray(presentValues)) return null
  return discountFactors.length === presentValues.length && presentValues.length > 0
    ? { discountFactors, presentValues }
    : null
}

interface CashFlowProps {
  readonly model: ValuationModel
  readonly evaluated: EvaluatedScenario
}

/** The flows of each income method by year. */
export function CashFlowFigures({ model, evaluated }: CashFlowProps) {
  const { workbench: words, valuation } = useMessages()
  const figures = useFigures(model.head)
  const firstYear = Number(model.head.valuationDate.slice(0, 4)) + 1
  const flows = evaluated.approaches.flatMap(({ approach, method, worked }) => {
    const byYear = byYearOf(worked?.result)
    if (!byYear) return []
    let cumulative = 0
    const years = byYear.presentValues.map((discounted, at) => {
      cumulative += discounted
      const factor = byYear.discountFactors[at] ?? 1
      return { label: String(firstYear + at), flow: factor === 0 ? 0 : discounted / factor, discounted, cumulative }
    })
    return [{ approach, method, years }]
  })
  const labels = {
    axis: figures.unit,
    flow: words.charts.cash,
    discounted: words.charts.discounted,
    cumulative: words.charts.cumulative,
    none: words.result.none,
  }
  return (
    <>
      {flows.map(({ approach, method, years }) => (
        <Figure
          key={approach}
          title={words.charts.cashFlows}
          description={valuation.methods[method]}
          narrow={cashFlows({ years, labels, width: 'narrow', format: figures.drawn })}
          wide={cashFlows({ years, labels, width: 'wide', format: figures.drawn })}
          table={{
            caption: `${words.charts.cashFlows}: ${valuation.methods[method]}`,
            rows: years,
            rowKey: ({ label }) => label,
            columns: [
              { head: words.charts.year, short: true, cell: ({ label }) => label },
              { head: words.charts.cash, numeric: true, cell: ({ flow }) => figures.amount(flow) },
              { head: words.charts.discounted, numeric: true, cell: ({ discounted }) => figures.amount(discounted) },
              { head: words.charts.cumulative, numeric: true, cell: ({ cumulative }) => figures.amount(cumulative) },
            ],
          }}
        />
      ))}
    </>
  )
}
