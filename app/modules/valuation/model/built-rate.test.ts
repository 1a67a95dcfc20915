import { describe, expect, it } from 'vitest'
import { builtModel, input, number, reliefModel, withInputs } from '../../../../tests/support/valuation-model.ts'
import { type ValuationModel } from './document.ts'
import { evaluateModel } from './evaluate.ts'
import { builtRate } from './methods/built-rate.ts'
import { type Given } from './methods/method.ts'

const capm: Given = { riskFree: 0.03, equityRiskPremium: 0.08, beta: 1.2 }
const rateOf = (given: Given) => builtRate(given)?.result.technologyRate

function filled(model: ValuationModel, slots: Readonly<Record<string, string>>): ValuationModel {
  return { ...model, approaches: model.approaches.map((one) => ({ ...one, inputs: { ...one.inputs, ...slots } })) }
}

const outcome = (model: ValuationModel) => evaluateModel(model).scenarios[0]?.approaches[0]

describe('a discount rate that is built up', () => {
  it('is none where a rate is stated, or nothing of one', () => {
    expect(builtRate({ discountRate: 0.2 })).toBeNull()
    expect(builtRate({ readiness: 4, readinessPremium: 0.1 })).toBeNull()
  })

  it('follows CAPM, and the build-up where no beta is stated', () => {
    expect(rateOf(capm)).toBeCloseTo(0.126, 12)
    expect(rateOf({ riskFree: 0.03, equityRiskPremium: 0.08, sizePremium: 0.02, specificPremium: 0.01 })).toBeCloseTo(
      0.14,
      12,
    )
  })

  it('weighs debt after tax, by the tax of the income where none is stated for interest', () => {
    const financed = { ...capm, debtShare: 0.4, costOfDebt: 0.09 }
    expect(rateOf({ ...financed, taxRate: 0.2 })).toBeCloseTo(0.6 * 0.126 + 0.4 * 0.09 * 0.8, 12)
    expect(rateOf({ ...financed, taxRate: [0.2, 0.1], financingTaxRate: 0.1 })).toBeCloseTo(
      0.6 * 0.126 + 0.4 * 0.09 * 0.9,
      12,
    )
  })

  it('gears the beta of peers anew, each by its own tax', () => {
    const peers = { riskFree: 0.03, equityRiskPremium: 0.08, peerBeta: 1.12, peerDebtToEquity: 0.6 }
    expect(rateOf({ ...peers, peerTaxRate: 0.25 })).toBeCloseTo(0.03 + (0.08 * 1.12) / 1.45, 12)
    const financed = { ...peers, debtShare: 0.5, costOfDebt: 0.09, taxRate: 0.2 }
    const beta = (1.12 / (1 + 0.8 * 0.6)) * (1 + 0.8)
    expect(rateOf(financed)).toBeCloseTo(0.5 * (0.03 + 0.08 * beta) + 0.5 * 0.09 * 0.8, 12)
    expect(builtRate(financed)?.steps.map(({ label }) => label)).toEqual([
      'unlevered_beta',
      'levered_beta',
      'cost_of_equity',
      'after_tax_cost_of_debt',
      'weighted_average_cost_of_capital',
      'technology_discount_rate',
    ])
  })

  it('counts the risk of immaturity once', () => {
    expect(rateOf({ ...capm, readiness: 6 })).toBeCloseTo(0.126 + 0.11, 12)
    expect(rateOf({ ...capm, readiness: 6, readinessPremium: 0.02 })).toBeCloseTo(0.146, 12)
    expect(rateOf({ ...capm, readiness: 6, successProbability: 0.5 })).toBeCloseTo(0.126, 12)
  })

  it.each([
    [{ ...capm, discountRate: 0.2 }, 'discountRate: one_too_many'],
    [{ ...capm, peerBeta: 1 }, 'beta: one_too_many'],
    [{ riskFree: 0.03 }, 'equityRiskPremium: missing'],
    [{ equityRiskPremium: 0.03 }, 'riskFree: missing'],
    [{ ...capm, debtShare: 1, costOfDebt: 0.1, taxRate: 0.2 }, 'debtShare: out_of_range'],
    [{ ...capm, debtShare: 0.3, taxRate: 0.2 }, 'costOfDebt: missing'],
    [{ ...capm, debtShare: 0.3, costOfDebt: 0.1 }, 'financingTaxRate: missing'],
    [{ ...capm, debtShare: 0.3, costOfDebt: 0.1, taxRate: 1 }, 'taxRate: out_of_range'],
    [{ ...capm, readiness: 10 }, 'readiness: out_of_range'],
    [{ riskFree: 0.03, equityRiskPremium: 0.08, peerBeta: 1, peerDebtToEquity: 0.5 }, 'financingTaxRate: missing'],
  ] as const)('refuses what does not add up: %j', (given, message) => {
    expect(() => builtRate(given as Given)).toThrow(message)
  })
})

describe('a method whose rate is built up', () => {
  it('comes to what the same rate stated comes to, and shows how it arose', () => {
    const built = outcome(builtModel())
    const beta = (1.12 / (1 + 0.8 * 0.6)) * (1 + (0.8 * 0.3) / 0.7)
    const rate = 0.7 * (0.03 + 0.08 * beta) + 0.3 * 0.09 * 0.8 + 0.07
    const stated = outcome(withInputs(reliefModel(), input('rate', 'rate', number(rate.toFixed(15)))))
    expect(built?.value).toBeCloseTo(stated?.value ?? NaN, 6)
    expect(built?.worked?.steps.map(({ label }) => label)).toContain('levered_beta')
  })

  it('names the input that is one too many, and the one that is missing', () => {
    const both = withInputs(builtModel(), input('rate', 'rate', number('0.2')))
    expect(outcome(filled(both, { discountRate: 'rate' }))?.refusal).toMatchObject({
      slot: 'discountRate',
      input: 'rate',
      reason: 'one_too_many',
    })
    const { approaches, ...model } = builtModel()
    const without = approaches.map((one) => ({ ...one, inputs: { ...one.inputs } }))
    for (const { inputs } of without) delete inputs['riskFree']
    expect(outcome({ ...model, approaches: without })?.refusal).toMatchObject({
      slot: 'discountRate',
      reason: 'missing',
    })
  })

  it('names the slot that an engine’s path speaks of', () => {
    const odd = withInputs(builtModel(), input('peer_debt', 'rate', number('-0.5')))
    expect(outcome(odd)?.refusal).toMatchObject({ slot: 'peerDebtToEquity', input: 'peer_debt', reason: 'negative' })
  })

  it('is warned of where a premium and a probability stand for one risk', () => {
    const premium = input('premium', 'rate', number('0.05'))
    const chance = input('chance', 'probability', number('0.6'))
    const twice = filled(withInputs(builtModel(), premium, chance), {
      readinessPremium: 'premium',
      successProbability: 'chance',
    })
    expect(outcome(twice)?.worked?.warnings.map(({ code }) => code)).toEqual(['risk_counted_twice'])
  })
})
