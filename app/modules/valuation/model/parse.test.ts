import { describe, expect, it } from 'vitest'
import {
  bareModel,
  input,
  number,
  reconciledModel,
  series,
  table,
  triangular,
  withInputs,
} from '../../../../tests/support/valuation-model.ts'
import { canonicalJson } from './canonical.ts'
import { type ValuationModel } from './document.ts'
import { parseModel } from './parse.ts'

const faultsOf = (given: unknown) => {
  const read = parseModel(given)
  return read.ok ? [] : read.faults
}
const model = reconciledModel()
const faultsWith = (changes: Partial<Record<keyof ValuationModel, unknown>>) => faultsOf({ ...model, ...changes })
const [relief] = model.approaches
const reliefWith = (inputs: Record<string, string>) =>
  faultsWith({
    approaches: [{ ...relief, inputs: { ...relief?.inputs, ...inputs } }],
    reconciliation: noWeights,
    sensitivity: ofRelief,
  })
const noWeights = { ...model.reconciliation, weights: [] }
const ofRelief = { ...model.sensitivity, of: 'relief' }

describe('a model read from a file', () => {
  it('comes back as it was, to the last digit', () => {
    const exact = withInputs(model, input('exact', 'money', number('12345678901234567890.000000000000000001')))
    const read = parseModel(JSON.parse(JSON.stringify(exact)))
    expect(read).toEqual({ ok: true, value: exact })
    expect(canonicalJson(read.ok && read.value)).toBe(canonicalJson(exact))
    expect(parseModel(bareModel()).ok).toBe(true)
  })

  it.each([
    [null, { path: '', code: 'wrong_type' }],
    [
      { ...model, version: 2 },
      { path: 'version', code: 'unknown' },
    ],
    [
      { ...model, format: undefined },
      { path: 'format', code: 'unknown' },
    ],
    [
      { ...model, inputs: undefined },
      { path: 'inputs', code: 'missing' },
    ],
    [
      { ...model, colour: 'red' },
      { path: 'colour', code: 'unknown_field' },
    ],
    [
      { ...model, head: { ...model.head, valuationDate: '2025-02-30' } },
      { path: 'head.valuationDate', code: 'wrong_form' },
    ],
    [
      { ...model, head: { ...model.head, inflation: '3,5 %' } },
      { path: 'head.inflation', code: 'wrong_form' },
    ],
    [
      { ...model, simulation: { ...model.simulation, trials: 999 } },
      { path: 'simulation.trials', code: 'out_of_range' },
    ],
    [
      { ...model, simulation: { ...model.simulation, trials: 200_001 } },
      { path: 'simulation.trials', code: 'out_of_range' },
    ],
    [
      { ...model, scenarios: Array.from({ length: 7 }, (_, at) => ({ ...model.scenarios[0], id: `s${at}` })) },
      { path: 'scenarios', code: 'out_of_range' },
    ],
  ])('is refused where its form is wrong: %#', (given, fault) => {
    expect(faultsOf(given)).toContainEqual(fault)
  })

  it('is refused where a figure is no decimal', () => {
    for (const value of ['1e3', '1.', '.5', '01', 'NaN', '∞', '1 000', ''])
      expect(faultsOf(withInputs(model, input('tax', 'rate', number(value))))[0]?.code, value).toBe('wrong_form')
    const figures = withInputs(model, input('revenue', 'money', series('1', 'x')))
    expect(faultsOf(figures)[0]?.path).toBe('inputs[1].value.values[1]')
  })
})

describe('what a model speaks of', () => {
  it('must be there and be named once', () => {
    expect(reliefWith({ taxRate: 'nothing' })).toEqual([
      { path: 'approaches[0].inputs.taxRate', code: 'no_such_input' },
    ])
    expect(reliefWith({ gamma: 'tax' })).toEqual([{ path: 'approaches[0].inputs.gamma', code: 'no_such_slot' }])
    expect(faultsWith({ approaches: [] }).map(({ code }) => code)).toEqual([
      'no_such_approach',
      'no_such_approach',
      'no_such_approach',
    ])
    expect(faultsWith({ inputs: [...model.inputs, model.inputs[0]] })).toEqual([
      { path: `inputs[${model.inputs.length}].id`, code: 'repeated' },
    ])
    const override = { input: 'nothing', value: number('1') }
    expect(faultsWith({ scenarios: [{ ...model.scenarios[0], id: 'base', overrides: [override] }] })).toEqual([
      { path: 'scenarios[0].id', code: 'repeated' },
      { path: 'scenarios[0].overrides[0].input', code: 'no_such_input' },
    ])
  })

  it('has no name that results have for something else', () => {
    const [first, ...others] = model.approaches
    const approaches = [...others, { ...first, id: 'reconciliation' }]
    expect(faultsWith({ approaches, reconciliation: noWeights })).toEqual([
      { path: 'approaches[2].id', code: 'repeated' },
    ])
  })

  it('must be of the kind and unit that a slot takes', () => {
    expect(reliefWith({ taxRate: 'spent' })).toEqual([{ path: 'approaches[0].inputs.taxRate', code: 'kind_differs' }])
    expect(reliefWith({ taxRate: 'write_off' })).toEqual([
      { path: 'approaches[0].inputs.taxRate', code: 'unit_differs' },
    ])
    const middle = input('mid', 'none', { kind: 'choice', value: 'middle' })
    expect(faultsOf(withInputs(model, middle))).toEqual([{ path: 'approaches[0].inputs.convention', code: 'unknown' }])
    const ragged = input('spent', 'money', table(['year', 'cost'], ['2021']))
    expect(faultsOf(withInputs(model, ragged))).toEqual([
      { path: 'inputs[7].value.rows[0]', code: 'row_length_differs' },
    ])
  })

  it('is uncertain only where a figure is, and correlated only where it is uncertain', () => {
    const value = input('revenue', 'money', series('1', '2'), triangular('1', '2', '3', 'value'))
    expect(faultsOf(withInputs(model, value))).toEqual([
      { path: 'inputs[1].uncertainty.of', code: 'cannot_be_uncertain' },
    ])
    expect(faultsWith({ correlations: [{ inputs: ['royalty', 'tax'], rank: 0.5 }] })).toEqual([
      { path: 'correlations[0].inputs[1]', code: 'not_uncertain' },
    ])
    expect(faultsWith({ correlations: [{ inputs: ['royalty', 'royalty'], rank: 0.5 }] })).toEqual([
      { path: 'correlations[0].inputs', code: 'repeated' },
    ])
  })
})

describe('exchange rates', () => {
  it('are above zero, one a currency, and not of the model’s own', () => {
    const rate = { currency: 'USD', rate: '0', on: '2025-09-15', reference: '' }
    const exchangeRates = [rate, { ...rate, rate: '1' }, { ...rate, currency: 'VND', rate: '-1' }]
    expect(faultsWith({ head: { ...model.head, exchangeRates } })).toEqual([
      { path: 'head.exchangeRates[0].rate', code: 'out_of_range' },
      { path: 'head.exchangeRates[1].currency', code: 'repeated' },
      { path: 'head.exchangeRates[2].currency', code: 'repeated' },
      { path: 'head.exchangeRates[2].rate', code: 'out_of_range' },
    ])
  })
})

describe('canonical JSON', () => {
  it('does not depend on the order of fields', () => {
    expect(canonicalJson({ b: [1, { d: 1e21, c: -0 }], a: 'ệ"\n', e: undefined })).toBe(
      '{"a":"ệ\\"\\n","b":[1,{"c":0,"d":1e+21}]}',
    )
    expect(() => canonicalJson({ a: [NaN] })).toThrow(TypeError)
  })
})
