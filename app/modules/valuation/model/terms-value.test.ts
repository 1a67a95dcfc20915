import { describe, expect, it } from 'vitest'
import {
  bareModel,
  input,
  number,
  series,
  table,
  withApproach,
  withInputs,
} from '../../../../tests/support/valuation-model.ts'
import { dealForBothSides } from '../engine/deal-sides.ts'
import { type ValuationModel } from './document.ts'
import { evaluateModel } from './evaluate.ts'
import { dealApproachIn, type OfferedTerms, valueOfTerms } from './terms-value.ts'

const milestones = table(
  ['name', 'year', 'amount', 'probability'],
  ['Chạy thử', '1', '300', '0.8'],
  ['Bán lô đầu', '3', '700', '0.5'],
)

/** A deal as in the domain's `deal-01`, in millions of đồng, with what each side knows. */
const inputs = {
  paid: input('paid', 'money', number('500')),
  steps: input('steps', 'money', milestones),
  sales: input('sales', 'money', series('0', '0', '5000', '12000', '20000')),
  royalty: input('royalty', 'rate', number('0.03')),
  chance: input('chance', 'probability', number('0.5')),
  own: input('own', 'rate', number('0.14')),
  costs: input('costs', 'money', number('20')),
  least: input('least', 'money', number('800')),
  theirs: input('theirs', 'rate', number('0.2')),
  flows: input('flows', 'money', series('-500', '0', '1500', '3000', '5000')),
  spent: input('spent', 'money', number('1000')),
  tax: input('tax', 'rate', number('0.2')),
  best: input('best', 'money', number('100')),
}

const common = {
  upfront: 'paid',
  milestones: 'steps',
  sales: 'sales',
  royaltyRate: 'royalty',
  commercialProbability: 'chance',
}
const ofTransferor = { discountRate: 'own', licensorCosts: 'costs', licensorReservation: 'least' }
const ofTransferee = {
  licenseeRate: 'theirs',
  licenseeCashFlows: 'flows',
  licenseeInvestment: 'spent',
  licenseeTaxRate: 'tax',
  licenseeReservation: 'best',
}

const modelOf = (slots: Record<string, string>, base: ValuationModel = bareModel()): ValuationModel =>
  withApproach(withInputs(base, ...Object.values(inputs)), 'deal', 'deal_structure', { ...common, ...slots })

/** In whole đồng. */
const offered: OfferedTerms = {
  currency: 'VND',
  upfront: '400000000',
  milestones: [
    { name: ' chạy thử ', year: '1', amount: '200000000' },
    { name: 'Nghiệm thu', year: '2', amount: '100000000' },
  ],
  royaltyRate: '0.04',
  minimum: '50000000',
}

const terms = {
  upfront: 400,
  milestones: [
    { name: 'a', year: 1, amount: 200, probability: 0.8 },
    { name: 'b', year: 2, amount: 100 },
  ],
  sales: [0, 0, 5000, 12_000, 20_000],
  tiers: [{ from: 0, to: null, rate: 0.04 }],
  minimums: 50,
  commercialProbability: 0.5,
}
const both = dealForBothSides({
  ...terms,
  licensor: { discountRate: 0.14, yearlyCosts: 20, reservation: 800 },
  licensee: {
    discountRate: 0.2,
    cashFlows: [-500, 0, 1500, 3000, 5000],
    investment: 1000,
    taxRate: 0.2,
    reservation: 100,
  },
}).result

const transferor = (model: ValuationModel, given: OfferedTerms = offered) => {
  const value = valueOfTerms(model, given, 'transferor')
  if (value.kind !== 'transferor') throw new Error(JSON.stringify(value))
  return value
}
const transferee = (model: ValuationModel, given: OfferedTerms = offered) => {
  const value = valueOfTerms(model, given, 'transferee')
  if (value.kind !== 'transferee') throw new Error(JSON.stringify(value))
  return value
}

describe('the value of terms to the transferor', () => {
  it('is that of the deal for both sides, without anything of the transferee', () => {
    const value = transferor(modelOf(ofTransferor))
    expect(value.value).toBeCloseTo(both.licensor.value, 9)
    expect(value.gain).toBeCloseTo(both.licensor.gain, 9)
    expect(value.lumpSum).toBeCloseTo(value.value + (value.costs ?? 0), 9)
    expect(value.upfront + value.milestones + value.runningRoyalties).toBeCloseTo(value.lumpSum, 9)
    expect(value).toMatchObject({ years: { counted: 5, ofTerms: null } })
  })

  it('tells no costs and no gain where none are stated', () => {
    const value = transferor(modelOf({ discountRate: 'own' }))
    expect([value.costs, value.gain]).toEqual([null, null])
    expect(value.value).toBe(value.lumpSum)
  })

  it('keeps probabilities by the names of milestones, and takes others as certain', () => {
    const { milestones: value } = transferor(modelOf(ofTransferor))
    expect(value).toBeCloseTo((200 * 0.8) / 1.14 + 100 / 1.14 ** 2, 9)
  })

  it('leaves out every payment that the terms do not have, also caps and shares of the model', () => {
    const model = withInputs(
      modelOf({ ...ofTransferor, yearlyCap: 'cap', equityShare: 'part', companyValue: 'worth', equityYear: 'when' }),
      input('cap', 'money', number('1')),
      input('part', 'rate', number('0.1')),
      input('worth', 'money', number('100000')),
      input('when', 'years', number('3')),
    )
    expect(transferor(model).value).toBeCloseTo(both.licensor.value, 9)
    const nothing = transferor(model, { currency: 'VND' })
    expect([nothing.lumpSum, nothing.upfront, nothing.milestones, nothing.runningRoyalties]).toEqual([0, 0, 0, 0])
  })

  it('does not change the model', () => {
    const model = modelOf({ ...ofTransferor, ...ofTransferee })
    const before = JSON.stringify(model)
    transferor(model)
    expect(JSON.stringify(model)).toBe(before)
  })

  it('takes a rate that is built up', () => {
    const model = withInputs(
      modelOf({ riskFree: 'free', equityRiskPremium: 'market' }),
      input('free', 'rate', number('0.04')),
      input('market', 'rate', number('0.1')),
    )
    expect(transferor(model).lumpSum).toBeCloseTo(transferor(modelOf({ discountRate: 'own' })).lumpSum, 9)
  })

  it('counts sales up to the end of the terms, part of a year by its part', () => {
    const model = modelOf(ofTransferor)
    const royalties = (given: OfferedTerms) =>
      transferor(model, { ...given, upfront: undefined, milestones: undefined, minimum: undefined })
    const whole = royalties({ ...offered, years: '3' })
    expect(whole.years).toEqual({ counted: 3, ofTerms: 3 })
    expect(whole.lumpSum).toBeCloseTo((0.5 * 0.04 * 5000) / 1.14 ** 3, 9)
    const part = royalties({ ...offered, years: '3.5' })
    expect(part.lumpSum).toBeCloseTo(whole.lumpSum + (0.5 * 0.04 * 12_000 * 0.5) / 1.14 ** 3.5, 9)
    expect(royalties({ ...offered, years: '30' }).years).toEqual({ counted: 5, ofTerms: 30 })
    const byDay = royalties({ ...offered, end: '2028-09-15' })
    expect(byDay.lumpSum).toBeCloseTo(whole.lumpSum, 6)
    expect(valueOfTerms(model, { ...offered, end: '2025-01-01' }, 'transferor')).toMatchObject({
      kind: 'refused',
      refusal: { slot: 'sales', reason: 'empty_series' },
    })
  })
})

describe('the value of terms to the transferee', () => {
  it('is that of the deal for both sides, without anything of the transferor', () => {
    const value = transferee(modelOf(ofTransferee))
    expect(value.value).toBeCloseTo(both.licensee.value, 9)
    expect(value.gain).toBeCloseTo(both.licensee.gain, 9)
    expect(value.returns?.returns).toEqual(both.licensee.returns)
    expect(value.returns?.payback).toEqual(both.licensee.payback)
  })

  it('is what is paid where the cash flows are not stated', () => {
    const value = transferee(modelOf({ licenseeRate: 'theirs', licenseeReservation: 'best' }))
    expect([value.value, value.gain, value.returns]).toEqual([null, null, null])
    expect(value.lumpSum).toBeCloseTo(transferee(modelOf(ofTransferee)).lumpSum, 9)
  })

  it('ends with the terms, cash flows too', () => {
    const shorter = transferee(modelOf(ofTransferee), { ...offered, years: '4' })
    expect(shorter.returns?.yearlyFlows).toHaveLength(5)
  })

  it('moves against that of the transferor', () => {
    const model = modelOf({ ...ofTransferor, ...ofTransferee })
    const dearer = { ...offered, upfront: '900000000' }
    expect(transferor(model, dearer).value).toBeGreaterThan(transferor(model).value)
    expect(transferee(model, dearer).value ?? NaN).toBeLessThan(transferee(model).value ?? NaN)
  })
})

describe('terms that cannot be valued', () => {
  it('say which input is missing, of their own side only', () => {
    const refused = (slots: Record<string, string>, side: 'transferor' | 'transferee') =>
      valueOfTerms(modelOf(slots), offered, side)
    expect(refused(ofTransferee, 'transferor')).toMatchObject({
      kind: 'refused',
      refusal: { slot: 'discountRate', reason: 'missing' },
    })
    expect(refused(ofTransferor, 'transferee')).toMatchObject({
      kind: 'refused',
      refusal: { slot: 'licenseeRate', reason: 'missing' },
    })
  })

  it('in another currency need a rate that the model states', () => {
    const dollars: OfferedTerms = { currency: 'USD', upfront: '20000' }
    const { head, ...rest } = modelOf({ discountRate: 'own' })
    const [rate] = head.exchangeRates
    const stated = { ...rest, head: { ...head, exchangeRates: rate ? [{ ...rate, rate: '25000' }] : [] } }
    expect(transferor(stated, dollars).upfront).toBeCloseTo(500, 9)
    const unstated = { ...rest, head: { ...head, exchangeRates: [] } }
    expect(valueOfTerms(unstated, dollars, 'transferor')).toMatchObject({
      kind: 'refused',
      refusal: { slot: 'upfront', reason: 'no_exchange_rate' },
    })
  })

  it('are no matter of a model without such an approach in use', () => {
    expect(valueOfTerms(bareModel(), offered, 'transferor')).toEqual({ kind: 'no_approach' })
    const model = modelOf(ofTransferor)
    const off = { ...model, approaches: model.approaches.map((one) => ({ ...one, enabled: false })) }
    expect(dealApproachIn(off)).toBeNull()
    expect(evaluateModel(model).scenarios[0]?.approaches).toHaveLength(1)
  })
})
