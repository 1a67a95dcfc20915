import { describe, expect, it } from 'vitest'
import {
  bareModel,
  builtModel,
  input,
  number,
  reconciledModel,
  reliefModel,
  triangular,
  withInputs,
} from '../../../../tests/support/valuation-model.ts'
import { type ValuationModel } from './document.ts'
import { currentEngine } from './engines.ts'
import { evaluateModel } from './evaluate.ts'
import { sensitivityOf } from './sensitivity.ts'
import { simulateModel } from './simulate.ts'
import { approachFunction } from './value-function.ts'

/** Before the tax benefit, inputs in the order of the domain's `mc-01`. */
function plainRelief(): ValuationModel {
  const model = reliefModel()
  const [approach] = model.approaches
  if (!approach) throw new Error('There is one')
  const { taxAmortisationYears: _, ...inputs } = approach.inputs
  return {
    ...model,
    approaches: [{ ...approach, inputs }],
    simulation: { trials: 10_000, seed: 12345, sampling: 'plain', thresholds: ['1500'] },
    sensitivity: {
      ...model.sensitivity,
      of: 'relief',
      inputs: ['royalty', 'revenue', 'rate', 'tax', 'upkeep'].map((one) => ({ input: one })),
    },
  }
}

const correlated = (rank: number, other = rank): ValuationModel => ({
  ...reliefModel(),
  correlations: [
    { inputs: ['royalty', 'revenue'], rank },
    { inputs: ['royalty', 'rate'], rank },
    { inputs: ['rate', 'revenue'], rank: other },
  ],
})

describe('the simulation of a model', () => {
  it('is mc-01 for relief from royalty', () => {
    const { targets, inputs } = simulateModel(plainRelief())
    expect(inputs).toEqual(['royalty', 'revenue', 'rate'])
    expect(targets.map(({ of }) => of)).toEqual(['relief'])
    const result = targets[0]?.simulation?.result
    expect(result?.mean).toBeCloseTo(1768.260728, 6)
    expect(result?.stdev).toBeCloseTo(468.588626, 6)
    expect(result?.percentiles[3]?.value).toBeCloseTo(1724.091251, 6)
    expect(result?.exceedances[0]?.probability).toBe(0.6903)
    expect(targets[0]?.contribution?.result.items[0]?.name).toBe('royalty')
  })

  it('values the point at the same draws as its approaches', () => {
    const { targets } = simulateModel(reconciledModel())
    expect(targets.map(({ of }) => of)).toEqual(['relief', 'reconciliation'])
    const [relief, point] = targets.map(({ simulation }) => simulation?.result)
    const fixed = 0.2 * 2665.932882 + 0.3 * 5105.77871
    for (const at of [0, 17, 999]) expect(point?.values[at]).toBeCloseTo(0.5 * (relief?.values[at] ?? NaN) + fixed, 5)
  })

  it('has the rank correlations asked for, or says which they cannot be', () => {
    const { draws, values } = simulateModel(correlated(0.6)).targets[0]?.simulation?.result ?? {}
    const ranks = (column: Float64Array = new Float64Array(0)) => {
      const order = [...column.keys()].sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0))
      const places = new Float64Array(column.length)
      for (const [place, at] of order.entries()) places[at] = place
      return places
    }
    const [one, other] = [ranks(draws?.[0]), ranks(draws?.[1])]
    const middle = ((values?.length ?? 0) - 1) / 2
    const product = one.reduce((sum, place, at) => sum + (place - middle) * ((other[at] ?? 0) - middle), 0)
    const square = one.reduce((sum, place) => sum + (place - middle) ** 2, 0)
    expect(product / square).toBeCloseTo(0.6, 1)
    expect(simulateModel(correlated(0.9, -0.9)).targets[0]).toMatchObject({
      simulation: null,
      refusal: { input: null, path: 'correlation', reason: 'not_positive_semidefinite' },
    })
  })

  it('names the input whose distribution is wrong, and the one that a trial refuses', () => {
    const crossed = withInputs(plainRelief(), input('rate', 'rate', number('0.22'), triangular('0.3', '0.2', '0.1')))
    expect(simulateModel(crossed).targets[0]?.refusal).toMatchObject({ input: 'rate', reason: 'low_not_below_high' })
    const beyond = withInputs(plainRelief(), input('royalty', 'rate', number('0.5'), triangular('0.5', '0.9', '1.5')))
    expect(simulateModel(beyond).targets[0]?.refusal).toEqual({
      input: 'royalty',
      slot: 'royaltyRate',
      path: 'royaltyRate',
      reason: 'out_of_range',
    })
  })

  it('has nothing to draw where nothing is uncertain', () => {
    expect(simulateModel(withInputs(bareModel(), input('tax', 'rate', number('0.2')))).targets).toEqual([])
  })
})

describe('the short way of relief from royalty', () => {
  it('builds the rate up anew in each trial', () => {
    const model = builtModel()
    const [approach] = model.approaches
    if (!approach) throw new Error('There is one')
    const variables = ['royalty', 'risk_free', 'peers', 'tax'].map((id) => ({ input: id, of: 'value' as const }))
    const quick = approachFunction(model, approach, variables, currentEngine)
    const whole = approachFunction(model, approach, variables, currentEngine, false)
    for (const row of [
      [0.05, 0.03, 1.12, 0.2],
      [0.03, 0.06, 0.7, 0.1],
      [0.06, 0.01, 2, 0.35],
    ]) {
      const figures = Float64Array.from(row)
      expect(quick(figures) / whole(figures)).toBeCloseTo(1, 12)
    }
    expect(() => quick(Float64Array.from([0.05, -0.98, -9, 0.2]))).toThrow('rate_at_or_below_minus_one')
  })

  it.each([
    ['with tax benefit', reliefModel()],
    ['without', plainRelief()],
    [
      'by factors',
      withInputs(reliefModel(), input('royalty', 'rate', number('0.05'), triangular('0.8', '1', '1.4', 'factor'))),
    ],
  ])('gives what the whole method gives, %s', (_, model) => {
    const [approach] = model.approaches
    if (!approach) throw new Error('There is one')
    const variables = model.inputs.flatMap(({ id, uncertainty }) =>
      uncertainty ? [{ input: id, of: uncertainty.of }] : [],
    )
    const quick = approachFunction(model, approach, variables, currentEngine)
    const whole = approachFunction(model, approach, variables, currentEngine, false)
    const scale = variables[0]?.of === 'factor' ? 20 : 1
    for (const row of [
      [0.05, 1, 0.22],
      [0.03, 0.6, 0.3],
      [0.004, 1.3, 0.01],
    ]) {
      const figures = Float64Array.from(row)
      figures[0] = (row[0] ?? 0) * scale
      expect(quick(figures) / whole(figures)).toBeCloseTo(1, 12)
    }
  })
})

describe('the sensitivity of a model', () => {
  it('is tor-01 for relief from royalty', () => {
    const { tornado, spider, refusals } = sensitivityOf(plainRelief(), null)
    expect(tornado?.result.bars.map(({ name, swing }) => [name, Math.round(swing * 1e6) / 1e6])).toEqual([
      ['royalty', 776.594663],
      ['revenue', 698.935196],
      ['rate', expect.any(Number)],
      ['tax', 174.733799],
      ['upkeep', 77.659466],
    ])
    expect(spider?.result.lines.find(({ name }) => name === 'revenue')?.elasticity).toBeCloseTo(1, 9)
    expect(refusals).toEqual([])
  })

  it('covers the point, pairs of inputs and shares of the variance', () => {
    const model = reconciledModel()
    const simulated = simulateModel(model)
    const { of, tornado, twoWay, contribution } = sensitivityOf(model, simulated)
    expect(of).toBe('reconciliation')
    expect(tornado?.result.baseValue).toBe(evaluateModel(model).scenarios[0]?.reconciliation.point)
    expect(tornado?.result.bars.find(({ name }) => name === 'rate')).toMatchObject({ lowCaseInput: 0.3 })
    // At 5 % and the plan's own sales: the base.
    expect(twoWay?.result.values[1]?.[1]).toBeCloseTo(tornado?.result.baseValue ?? 0, 9)
    expect(contribution?.result.items.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  it('is refused where there is no weighted point', () => {
    const model = reconciledModel()
    const unweighed = { ...model, reconciliation: { ...model.reconciliation, weights: [] } }
    expect(sensitivityOf(unweighed, null)).toMatchObject({
      tornado: null,
      refusals: [{ path: 'reconciliation', reason: 'missing' }, {}, {}],
    })
  })
})
