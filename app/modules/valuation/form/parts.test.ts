import { describe, expect, it } from 'vitest'
import { reconciledModel } from '../../../../tests/support/valuation-model.ts'
import { parseModel } from '../model/parse.ts'
import { type ValuationModel } from '../model/document.ts'
import { applyApproaches, typedApproaches } from './approaches.ts'
import { applyConclusion, typedConclusion } from './conclusion.ts'
import { applyHead, typedHead } from './head.ts'
import { inputFields } from './fields.ts'
import { applyRisk, typedAxis, typedRisk, typedSpread } from './risk.ts'
import { applyScenarios, scenarioFields, typedOverride, typedScenarios } from './scenarios.ts'

const sound = (model: ValuationModel) => expect(parseModel(model)).toMatchObject({ ok: true })

const risk = (more: Record<string, unknown> = {}) =>
  typedRisk.parse({ trials: '2000', seed: '7', sampling: 'sobol', variation: '10', ...more })

describe('the form of methods', () => {
  it('adds a method with what the ledger holds, and takes one out with its weight', () => {
    const model = reconciledModel()
    const [first] = model.approaches
    if (!first) throw new Error('no approach')
    const typed = typedApproaches.parse({
      approaches: [
        { method: first.method, reason: 'bỏ' },
        { method: 'incremental_income', on: 'on', reason: 'thêm' },
      ],
    })
    const next = applyApproaches(model, typed)
    sound(next)
    expect(next.approaches.find(({ method }) => method === 'incremental_income')).toMatchObject({ enabled: true })
    expect(next.reconciliation.weights.some(({ approach }) => approach === first.id)).toBe(false)
    const again = applyApproaches(next, typedApproaches.parse({ approaches: [{ method: first.method, on: 'on' }] }))
    expect(again.approaches.find(({ id }) => id === first.id)).toMatchObject({ enabled: true, inputs: first.inputs })
  })
})

describe('the form of scenarios', () => {
  it('leaves out the register’s readiness until a discount rate is built up with it', () => {
    const model = { ...reconciledModel(), scenarios: [] }
    const readiness = {
      id: 'register.readiness',
      unit: 'count',
      value: { kind: 'number', value: '7' },
      source: { kind: 'register', reference: '' },
      entered: { by: null, at: '2026-11-02T00:00:00.000Z' },
    } as const
    const known = {
      ...model,
      inputs: [...model.inputs, readiness],
      approaches: model.approaches.map((one) =>
        one.method === 'relief_from_royalty' ? { ...one, inputs: { ...one.inputs, readiness: readiness.id } } : one,
      ),
    } as unknown as typeof model
    const ids = (of: typeof model) => scenarioFields(of).map(({ id }) => id)
    expect(inputFields(known).map(({ id }) => id)).toContain(readiness.id)
    expect(ids(known)).not.toContain(readiness.id)
    const premium = { ...readiness, id: 'risk_free', unit: 'rate', value: { kind: 'number', value: '0.03' } }
    expect(ids({ ...known, inputs: [...known.inputs, premium] } as unknown as typeof model)).toContain(readiness.id)
  })

  it('adds, renames, changes and takes away; what was not understood is named', () => {
    const model = { ...reconciledModel(), scenarios: [] }
    const field = scenarioFields(model).find(({ input }) => input?.value.kind === 'number')
    if (!field) throw new Error('no figure')
    const typed = (line: Record<string, unknown>) => typedScenarios.parse({ scenarios: [line] }).scenarios
    const added = applyScenarios(
      model,
      typed({ name: 'Thận trọng', overrides: [{ input: field.id, value: '1' }] }),
      'vi',
    ).model
    sound(added)
    const [scenario] = added.scenarios
    expect(scenario).toMatchObject({ id: 'scenario_1', name: { vi: 'Thận trọng', en: 'Thận trọng' } })
    expect(scenario && typedOverride(field, scenario, 'vi')).toBe('1')
    const wrong = applyScenarios(
      added,
      typed({ id: 'scenario_1', name: 'X', overrides: [{ input: field.id, value: 'một' }] }),
      'vi',
    )
    expect(Object.keys(wrong.issues)).toEqual(['scenarios[0].overrides[0].value'])
    expect(applyScenarios(added, typed({ id: 'scenario_1', name: 'X', remove: 'on' }), 'vi').model.scenarios).toEqual(
      [],
    )
    expect(Object.keys(applyScenarios(added, typed({ id: 'scenario_1', name: '' }), 'vi').issues)).toEqual([
      'scenarios[0].name',
    ])
  })
})

describe('the form of risk', () => {
  it('reads whole numbers with their thousands apart, and names what is none', () => {
    expect(risk({ trials: '10.000', seed: '4,294,967,295' })).toMatchObject({ trials: 10_000, seed: 4_294_967_295 })
    for (const trials of ['nhiều', '1.5', '-5', '999', '200.001', ''])
      expect(typedRisk.safeParse({ ...risk(), trials }).success).toBe(false)
  })

  it('reads each kind of spread as it is typed and shows it the same', () => {
    const model = reconciledModel()
    const field = scenarioFields(model).find(({ unit, input }) => unit === 'rate' && input?.value.kind === 'number')
    if (!field) throw new Error('no rate')
    for (const [kind, figures] of [
      ['triangular', '3; 5; 6'],
      ['pert', '3; 5; 6,5'],
      ['uniform', '3; 6'],
      ['normal', '5; 0,5'],
      ['lognormal', '5; 20'],
      ['discrete', '3 = 40; 6 = 60'],
    ] as const) {
      const { model: next, issues } = applyRisk(model, risk({ spreads: [{ input: field.id, kind, figures }] }), 'vi')
      expect(issues).toEqual({})
      sound(next)
      const shown = inputFields(next).find(({ id }) => id === field.id)
      expect(shown && typedSpread(shown, 'vi')).toEqual({ kind, figures })
    }
  })

  it('takes a single input that is moved, and names what does not fit', () => {
    const model = reconciledModel()
    const [one, other] = scenarioFields(model)
    if (!one || !other) throw new Error('too few figures')
    expect(applyRisk(model, risk({ moved: one.id }), 'vi').model.sensitivity.inputs).toMatchObject([{ input: one.id }])
    const { issues } = applyRisk(
      model,
      risk({
        spreads: [{ input: one.id, kind: 'pert', figures: '1; 2' }],
        correlations: [{ one: 'x', other: one.id, rank: '2' }],
        variation: '200',
        thresholds: '1; hai',
        row: { input: one.id, values: '1; 2' },
      }),
      'vi',
    )
    expect(Object.keys(issues).sort()).toEqual([
      'column.input',
      'correlations[0].one',
      'correlations[0].rank',
      'spreads[0].figures',
      'thresholds',
      'variation',
    ])
  })

  it('keeps a two-way table of two inputs', () => {
    const model = reconciledModel()
    const [one, other] = scenarioFields(model).filter(({ input }) => input?.value.kind === 'number')
    if (!one || !other) throw new Error('too few figures')
    const typed = risk({ row: { input: one.id, values: '1; 2' }, column: { input: other.id, values: '3; 4; 5' } })
    const { model: next, issues } = applyRisk(model, typed, 'vi')
    expect(issues).toEqual({})
    sound(next)
    expect(typedAxis(one, next.sensitivity.twoWay?.row.values ?? [], 'vi')).toBe('1; 2')
  })
})

describe('the form of the conclusion', () => {
  it('keeps weights as shares and stated figures with their reasons', () => {
    const model = reconciledModel()
    const weights = model.approaches.map(({ id }, at) => ({
      approach: id,
      weight: at === 0 ? '62,5' : '',
      reason: 'r',
    }))
    const typed = typedConclusion.parse({
      weights,
      range: 'stated',
      low: '1.000',
      high: '2.000',
      rangeReason: 'Đàm phán',
      point: 'weighted',
    })
    const { model: next, issues } = applyConclusion(model, typed, 'vi')
    expect(issues).toEqual({})
    sound(next)
    expect(next.reconciliation).toMatchObject({
      weights: [{ weight: 0.625 }],
      range: { kind: 'stated', low: '1000', high: '2000', reason: 'Đàm phán' },
    })
  })
})

describe('the form of the subject', () => {
  const typed = (more: Record<string, unknown>) => typedHead.parse({ purpose: 'Góp vốn', ...more })

  it('leaves the units alone once amounts stand in the ledger, and what a mandate fixed', () => {
    const model = reconciledModel()
    const next = applyHead(model, typed({ currency: 'USD', amountsIn: '1', basis: 'investment' }), 'vi', true).model
    expect(next.head).toMatchObject({
      currency: model.head.currency,
      amountsIn: model.head.amountsIn,
      basis: model.head.basis,
      purpose: model.head.purpose,
    })
  })

  it('reads inflation and exchange rates, and names what it cannot read', () => {
    const model = reconciledModel()
    const rates = [{ currency: 'usd', rate: '0,0256', on: '2026-11-26', reference: 'VCB' }, {}]
    const { model: next, issues } = applyHead(model, typed({ inflation: '3,5', rates }), 'vi', false)
    expect(issues).toEqual({})
    sound(next)
    expect(next.head).toMatchObject({ inflation: '0.035', exchangeRates: [{ currency: 'USD', rate: '0.0256' }] })
    const wrong = applyHead(
      model,
      typed({ purpose: '', inflation: 'x', rates: [{ currency: 'u', rate: '-1' }] }),
      'vi',
      false,
    )
    expect(Object.keys(wrong.issues).sort()).toEqual([
      'inflation',
      'purpose',
      'rates[0].currency',
      'rates[0].on',
      'rates[0].rate',
    ])
  })
})
