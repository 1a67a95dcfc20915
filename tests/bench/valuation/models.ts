import { parseModel, type ValuationModel } from '#modules/valuation'
import {
  bareModel,
  input,
  number,
  reconciledModel,
  series,
  triangular,
  withApproach,
  withInputs,
} from '../../support/valuation-model.ts'

/** The models that the bench works out. */

export const years = 10

/** Ten years of relief from royalty with five uncertain inputs. */
export function reliefOfTenYears(trials: number): ValuationModel {
  const model = withInputs(
    bareModel(),
    input('royalty', 'rate', number('0.05'), triangular('0.03', '0.05', '0.08')),
    input(
      'revenue',
      'money',
      series(...Array.from({ length: years }, (_, at) => String(10_000 + 1_000 * at))),
      triangular('0.6', '1', '1.3', 'factor'),
    ),
    input('rate', 'rate', number('0.22'), triangular('0.18', '0.22', '0.3')),
    input('tax', 'rate', number('0.2'), triangular('0.15', '0.2', '0.25')),
    input('upkeep', 'rate', number('0.005'), triangular('0.002', '0.005', '0.01')),
    input('mid', 'none', { kind: 'choice', value: 'mid' }),
  )
  const approach = withApproach(model, 'relief', 'relief_from_royalty', {
    revenues: 'revenue',
    royaltyRate: 'royalty',
    upkeepRate: 'upkeep',
    taxRate: 'tax',
    discountRate: 'rate',
    convention: 'mid',
  })
  return { ...approach, simulation: { trials, seed: 12345, sampling: 'plain', thresholds: [] } }
}

/** Ten years of excess earnings, which trials work out by the whole method. */
export function excessOfTenYears(trials: number): ValuationModel {
  const model = withInputs(
    reliefOfTenYears(trials),
    input('margin', 'ratio', number('0.25'), triangular('0.2', '0.25', '0.3')),
  )
  return {
    ...withApproach({ ...model, approaches: [] }, 'excess', 'excess_earnings', {
      revenues: 'revenue',
      operatingMargin: 'margin',
      taxRate: 'tax',
      discountRate: 'rate',
      convention: 'mid',
    }),
    correlations: [{ inputs: ['revenue', 'margin'], rank: 0.4 }],
  }
}

/** The same relief from royalty with correlated inputs. */
export function correlatedRelief(trials: number): ValuationModel {
  return {
    ...reliefOfTenYears(trials),
    correlations: [
      { inputs: ['royalty', 'revenue'], rank: 0.4 },
      { inputs: ['royalty', 'rate'], rank: -0.2 },
      { inputs: ['revenue', 'rate'], rank: 0.3 },
    ],
  }
}

/** Forty years, three approaches and six scenarios, each of which changes the sales and the rate. */
export function largeModel(): ValuationModel {
  const revenues = (first: number) => series(...Array.from({ length: 40 }, (_, at) => (first * 1.03 ** at).toFixed(2)))
  const model = withInputs(reconciledModel(), input('revenue', 'money', revenues(10_000)))
  return {
    ...model,
    scenarios: Array.from({ length: 6 }, (_, at) => ({
      id: `s${at}`,
      name: { vi: `Kịch bản ${at}`, en: `Scenario ${at}` },
      overrides: [
        { input: 'revenue', value: revenues(8_000 + 1_000 * at) },
        { input: 'rate', value: number(`0.${20 + at}`) },
      ],
    })),
  }
}

export function checked(model: ValuationModel): ValuationModel {
  const read = parseModel(model)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}
