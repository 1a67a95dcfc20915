import { type LedgerInput, type ModelHead, type ValuationModel } from './document.ts'

/** A model with nothing in it yet. Its seed is given, so that the same beginnings give the same document. */
export function emptyModel(head: ModelHead, seed: number): ValuationModel {
  return {
    format: 'valuation-model',
    version: 1,
    head,
    inputs: [],
    correlations: [],
    approaches: [],
    scenarios: [],
    reconciliation: { weights: [], range: { kind: 'approaches' }, point: { kind: 'weighted' } },
    simulation: { trials: 10_000, seed, sampling: 'latin_hypercube', thresholds: [] },
    sensitivity: {
      of: 'reconciliation',
      inputs: [],
      variation: 0.2,
      changes: [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3],
      twoWay: null,
    },
  }
}

/** The model with an input in the place of the one of its id, or after all others. The model given stays as it was. */
export function setInput(model: ValuationModel, input: LedgerInput): ValuationModel {
  const at = model.inputs.findIndex(({ id }) => id === input.id)
  return { ...model, inputs: at < 0 ? [...model.inputs, input] : model.inputs.with(at, input) }
}
