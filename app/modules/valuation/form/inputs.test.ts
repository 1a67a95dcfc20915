import { describe, expect, it } from 'vitest'
import { emptyModel } from '../model/edit.ts'
import { evaluateModel } from '../model/evaluate.ts'
import { withDealFacts } from '../model/facts.ts'
import { parseModel } from '../model/parse.ts'
import { type ModelHead, type ValuationModel } from '../model/document.ts'
import { inputFields } from './fields.ts'
import { applyInputs, type Entering, readInput, type TypedInput, typedRows, typedValue } from './inputs.ts'

const head: ModelHead = {
  subject: { technologyId: null, title: { vi: 'Máy sấy', en: 'Dryer' }, identifiers: [] },
  right: { kind: 'exclusive_use', territory: 'VN', from: null, until: null },
  basis: 'market',
  purpose: 'transfer',
  valuationDate: '2026-11-26',
  currency: 'VND',
  amountsIn: 1_000_000,
  inflation: null,
  exchangeRates: [],
}
const lan: Entering = { language: 'vi', by: { id: 'person_1', name: 'Lan' }, at: '2026-11-26T03:00:00Z' }
const minh: Entering = { language: 'vi', by: { id: 'person_2', name: 'Minh' }, at: '2026-11-27T03:00:00Z' }

const approach = (id: string, method: ValuationModel['approaches'][number]['method']) => ({
  id,
  method,
  enabled: true,
  reason: '',
  inputs: {},
})

function modelOf(...methods: ValuationModel['approaches'][number]['method'][]): ValuationModel {
  return { ...emptyModel(head, 1), approaches: methods.map((method) => approach(method, method)) }
}

const typed = (id: string, value: string, more: Partial<TypedInput> = {}): TypedInput => ({
  id,
  value,
  rows: [],
  source: 'judgement',
  reference: '',
  ...more,
})

const relief = [
  typed('revenues', '10.000; 14.000; 18.000; 20.000; 20.000', { source: 'document', reference: 'Kế hoạch kinh doanh' }),
  typed('royalty_rate', '5'),
  typed('upkeep_rate', '0,5'),
  typed('tax_rate', '20 %'),
  typed('discount_rate', '22'),
  typed('convention', 'mid'),
]

describe('the form of inputs', () => {
  it('asks for each thing once, however many approaches take it, needed things first', () => {
    const fields = inputFields(modelOf('relief_from_royalty', 'excess_earnings'))
    const ids = fields.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const rate = fields.find(({ id }) => id === 'discount_rate')
    expect(rate?.approaches).toEqual(['relief_from_royalty', 'excess_earnings'])
    expect(rate?.needed).toBe(true)
    const firstFree = fields.findIndex(({ needed }) => !needed)
    expect(fields.slice(firstFree).some(({ needed }) => needed)).toBe(false)
  })

  it('carries what was typed in Vietnamese to the value of the example', () => {
    const { model, issues } = applyInputs(modelOf('relief_from_royalty'), relief, lan)
    expect(issues).toEqual({})
    expect(parseModel(model).ok).toBe(true)
    const [base] = evaluateModel(model).scenarios
    expect(base?.approaches[0]?.value).toBeCloseTo(1747.337991, 6)
    const revenues = model.inputs.find(({ id }) => id === 'revenues')
    expect(revenues).toMatchObject({
      unit: 'money',
      source: { kind: 'document', reference: 'Kế hoạch kinh doanh' },
      enteredBy: lan.by,
      enteredAt: lan.at,
    })
  })

  it('shows what it took, and taken again changes nothing', () => {
    const { model } = applyInputs(modelOf('relief_from_royalty'), relief, lan)
    const again = inputFields(model).map((field) =>
      typed(field.id, typedValue(field, 'vi'), {
        rows: typedRows(field, 'vi'),
        source: field.input?.source.kind ?? 'judgement',
        reference: field.input?.source.reference ?? '',
      }),
    )
    expect(again.find(({ id }) => id === 'tax_rate')?.value).toBe('20')
    expect(applyInputs(model, again, minh).model).toEqual(model)
  })

  it('writes down who changed a figure or its source, and leaves the others alone', () => {
    const { model } = applyInputs(modelOf('relief_from_royalty'), relief, lan)
    const changed = applyInputs(model, [typed('royalty_rate', '4'), ...relief.slice(2)], minh).model
    const byId = (id: string) => changed.inputs.find((input) => input.id === id)
    expect(byId('royalty_rate')).toMatchObject({ enteredBy: minh.by, value: { value: '0.04' } })
    expect(byId('tax_rate')).toMatchObject({ enteredBy: lan.by })
  })

  it('takes an input away with everything that speaks of it when its field is emptied', () => {
    const before = applyInputs(modelOf('relief_from_royalty'), relief, lan).model
    const spread = {
      ...before,
      scenarios: [
        {
          id: 's1',
          name: { vi: 'Thấp', en: 'Low' },
          overrides: [{ input: 'upkeep_rate', value: { kind: 'number' as const, value: '0.01' } }],
        },
      ],
      sensitivity: { ...before.sensitivity, inputs: [{ input: 'upkeep_rate' }] },
    }
    const { model } = applyInputs(spread, [typed('upkeep_rate', ' ')], lan)
    expect(parseModel(model).ok).toBe(true)
    expect(model.inputs.some(({ id }) => id === 'upkeep_rate')).toBe(false)
    expect(model.scenarios[0]?.overrides).toEqual([])
    expect(model.sensitivity.inputs).toEqual([])
  })

  it('drops a spread and scenarios that no longer fit when one figure becomes many', () => {
    const before = applyInputs(modelOf('relief_from_royalty'), relief, lan).model
    const uncertain: ValuationModel = {
      ...before,
      inputs: before.inputs.map((input) =>
        input.id === 'royalty_rate'
          ? {
              ...input,
              uncertainty: {
                of: 'value',
                distribution: { kind: 'triangular', low: '0.03', mode: '0.05', high: '0.06' },
              },
            }
          : input,
      ),
    }
    const { model } = applyInputs(uncertain, [typed('royalty_rate', '5; 5; 4; 4; 4')], lan)
    expect(parseModel(model).ok).toBe(true)
    expect(model.inputs.find(({ id }) => id === 'royalty_rate')?.uncertainty).toBeUndefined()
  })

  it('names the fields it cannot read and takes the others', () => {
    const { model, issues } = applyInputs(
      modelOf('relief_from_royalty'),
      [typed('royalty_rate', 'năm'), typed('tax_rate', '20'), typed('convention', 'quarter')],
      lan,
    )
    expect(issues).toEqual({
      'inputs[0].value': [{ code: 'figure' }],
      'inputs[2].value': [{ code: 'choose' }],
    })
    expect(model.inputs.map(({ id }) => id)).toEqual(['tax_rate'])
  })

  it('reads tables, per cents in their columns, and says which cannot be read', () => {
    const fields = inputFields(modelOf('market_comparables'))
    const field = fields.find(({ id }) => id === 'comparables')
    if (!field) throw new Error('no comparables')
    const row = { id: 'A', price: '4.200', on: '2024-05-01', reference: 'HĐ 12', time: '9', territory: '' }
    expect(readInput(field, { value: '', rows: [row, {}] }, 'vi')).toEqual({
      value: {
        kind: 'table',
        columns: ['id', 'price', 'on', 'reference', 'time', 'territory'],
        rows: [['A', '4200', '2024-05-01', 'HĐ 12', '0.09', null]],
      },
    })
    expect(readInput(field, { value: '', rows: [{ ...row, price: 'x' }] }, 'vi')).toEqual({ issue: { code: 'figure' } })
  })

  it('keeps what the register says until somebody sets a figure of their own in its place', () => {
    const facts = {
      by: lan.by,
      at: lan.at,
      reference: 'register',
      rights: [{ kind: 'patent', number: '1-0012345', expiry: '2034-05-01' }],
    }
    const known = withDealFacts(modelOf('relief_from_royalty'), facts)
    const field = inputFields(known).find(({ slotName }) => slotName === 'rightExpiry')
    expect(field).toMatchObject({ id: 'register.right_expiry', ownId: 'right_expiry' })
    const kept = applyInputs(known, [typed('register.right_expiry', '2034-05-01')], minh).model
    expect(kept).toEqual(known)
    const own = applyInputs(known, [typed('register.right_expiry', '2030-01-01')], minh).model
    expect(own.approaches[0]?.inputs['rightExpiry']).toBe('right_expiry')
    expect(own.inputs.find(({ id }) => id === 'register.right_expiry')).toBeDefined()
    expect(parseModel(own).ok).toBe(true)
  })

  it('ignores inputs that no approach asks for', () => {
    const { model, issues } = applyInputs(
      modelOf('relief_from_royalty'),
      [typed('strike', '5'), typed('x y', '5')],
      lan,
    )
    expect([model.inputs, issues]).toEqual([[], {}])
  })
})
