import { useMessages } from '#i18n'
import { type ChartWidth, type EvaluatedScenario, type ValuationModel, waterfallChart } from '#modules/valuation'
import { Figure } from '#ui'
import { useFigures } from './figures.ts'

/** What the results of cost and income methods may hold, from gross to net. */
type Parts = Readonly<
  Partial<
    Record<
      | 'trendedTotal'
      | 'developmentCost'
      | 'developerProfit'
      | 'costOfMoney'
      | 'grossCostNew'
      | 'replacementCostNew'
      | 'valueBeforeTaxBenefit'
      | 'taxAmortisationBenefit'
      | 'fairValue',
      number
    >
  >
>

interface WaterfallProps {
  readonly model: ValuationModel
  readonly evaluated: EvaluatedScenario
}

/** From the gross figure of each cost and income method to its value. */
export function Waterfalls({ model, evaluated }: WaterfallProps) {
  const { workbench: words, valuation } = useMessages()
  const figures = useFigures(model.head)
  const total = (label: string, value: number) => ({ label, kind: 'total' as const, value })
  const change = (label: string, value: number) => ({ label, kind: 'change' as const, value })
  const stepsOf = (result: Parts, value: number) => {
    const { developerProfit, costOfMoney, valueBeforeTaxBenefit, taxAmortisationBenefit } = result
    const cost = result.trendedTotal ?? result.developmentCost
    const gross = result.grossCostNew ?? result.replacementCostNew
    if (cost !== undefined && gross !== undefined)
      return [
        total(valuation.steps[result.trendedTotal === undefined ? 'development_cost' : 'trended_total'], cost),
        change(valuation.steps.developer_profit, developerProfit ?? 0),
        change(valuation.steps.cost_of_money, costOfMoney ?? 0),
        total(valuation.steps[result.grossCostNew === undefined ? 'replacement_cost_new' : 'gross_cost_new'], gross),
        change(words.charts.obsolescence, value - gross),
        total(valuation.steps.value, value),
      ]
    if (valueBeforeTaxBenefit === undefined) return []
    return [
      total(valuation.steps.value_before_tax_benefit, valueBeforeTaxBenefit),
      change(valuation.steps.tax_amortisation_benefit, taxAmortisationBenefit ?? 0),
      total(valuation.steps.fair_value, value),
    ]
  }
  const labels = { axis: figures.unit, none: words.result.none }
  return (
    <>
      {evaluated.approaches.map(({ approach, method, value, worked }) => {
        const steps = worked ? stepsOf(worked.result, value) : []
        if (steps.length === 0 || steps.every(({ kind, value: size }) => kind === 'total' || size === 0)) return null
        const drawn = (width: ChartWidth) => waterfallChart({ steps, labels, width, format: figures.drawn })
        return (
          <Figure
            key={approach}
            title={words.charts.waterfall}
            description={valuation.methods[method]}
            narrow={drawn('narrow')}
            wide={drawn('wide')}
            table={{
              caption: `${words.charts.waterfall}: ${valuation.methods[method]}`,
              rows: steps,
              rowKey: ({ label }) => label,
              columns: [
                { head: words.result.step, cell: ({ label }) => label },
                { head: words.result.value, numeric: true, cell: ({ value: size }) => figures.whole(size) },
              ],
            }}
          />
        )
      })}
    </>
  )
}
