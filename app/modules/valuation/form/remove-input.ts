import { type InputValue, type LedgerInput, type ValuationModel } from '../model/document.ts'

/** The model without an input, and without everything that speaks of it. */
export function removeInput(model: ValuationModel, id: string): ValuationModel {
  const { twoWay } = model.sensitivity
  const inTwoWay = twoWay !== null && (twoWay.row.input === id || twoWay.column.input === id)
  return {
    ...model,
    inputs: model.inputs.filter((input) => input.id !== id),
    correlations: model.correlations.filter(({ inputs }) => !inputs.includes(id)),
    approaches: model.approaches.map((approach) => ({
      ...approach,
      inputs: Object.fromEntries(Object.entries(approach.inputs).filter(([, input]) => input !== id)),
    })),
    scenarios: model.scenarios.map((scenario) => ({
      ...scenario,
      overrides: scenario.overrides.filter(({ input }) => input !== id),
    })),
    sensitivity: {
      ...model.sensitivity,
      inputs: model.sensitivity.inputs.filter(({ input }) => input !== id),
      twoWay: inTwoWay ? null : twoWay,
    },
  }
}

/** The model without what no longer fits an input whose value is now of another kind. */
export function fittedToKind(model: ValuationModel, id: string, kind: InputValue['kind']): ValuationModel {
  const spread = (of: 'value' | 'factor') => kind === 'number' || (kind === 'series' && of === 'factor')
  const inputs = model.inputs.map((input): LedgerInput => {
    if (input.id !== id || !input.uncertainty || spread(input.uncertainty.of)) return input
    const { uncertainty: _spread, ...rest } = input
    return rest
  })
  const certain = inputs.some((input) => input.id === id && !input.uncertainty)
  return {
    ...model,
    inputs,
    correlations: certain ? model.correlations.filter((pair) => !pair.inputs.includes(id)) : model.correlations,
    scenarios: model.scenarios.map((scenario) => ({
      ...scenario,
      overrides: scenario.overrides.filter(({ input, value }) => input !== id || value.kind === kind),
    })),
  }
}
