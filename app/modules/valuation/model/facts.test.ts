import { describe, expect, it } from 'vitest'
import {
  bareModel,
  input,
  number,
  reliefModel,
  series,
  withApproach,
  withInputs,
} from '../../../../tests/support/valuation-model.ts'
import { evaluateModel } from './evaluate.ts'
import { shifted } from './decimals.ts'
import { type DealFacts, withDealFacts } from './facts.ts'
import { parseModel } from './parse.ts'

const facts: DealFacts = {
  by: { id: 'acc_1', name: 'Trần Thu' },
  at: '2025-10-03T00:00:00Z',
  reference: 'Giao dịch dl_1, điều khoản lần 3',
  rights: [
    { kind: 'patent', number: '1-0031234', expiry: '2033-01-31' },
    { kind: 'utility_solution', number: null, expiry: '2030-09-15' },
    { kind: 'know_how', number: null, expiry: null },
  ],
  readiness: 7,
  terms: {
    currency: 'VND',
    end: '2031-12-31',
    upfront: '500000001',
    tiers: [
      { from: '0', to: '10000000000', rate: '0.03' },
      { from: '10000000000', to: null, rate: '0.05' },
    ],
    milestones: [{ name: 'pilot', year: '1', amount: '300000000', probability: '0.8' }],
    minimum: '50000000',
  },
}

const deal = withApproach(
  withInputs(bareModel(), input('sales', 'money', series('20000', '20000')), input('rate', 'rate', number('0.14'))),
  'deal',
  'deal_structure',
  { sales: 'sales', discountRate: 'rate' },
)

describe('what the exchange knows', () => {
  const known = withDealFacts(deal, facts)

  it('becomes inputs from the register, in the slots that are empty', () => {
    expect(parseModel(known)).toEqual({ ok: true, value: known })
    expect(known.inputs.find(({ id }) => id === 'register.upfront')).toMatchObject({
      value: { value: '500.000001' },
      source: { kind: 'register', reference: facts.reference },
      enteredBy: { name: 'Trần Thu' },
    })
    expect(known.approaches[0]?.inputs).toEqual({
      sales: 'sales',
      discountRate: 'rate',
      upfront: 'register.upfront',
      tiers: 'register.tiers',
      milestones: 'register.milestones',
      minimums: 'register.minimum',
    })
    // 300 + 500 of 20,000 a year.
    const byHand = 500.000001 + (300 * 0.8) / 1.14 + 800 / 1.14 + 800 / 1.14 ** 2
    expect(evaluateModel(known).scenarios[0]?.approaches[0]?.value).toBeCloseTo(byHand, 9)
  })

  it('bounds the life of income by the first right that ends', () => {
    const relief = withDealFacts(reliefModel(), facts)
    expect(relief.approaches[0]?.inputs).toMatchObject({
      rightExpiry: 'register.right_expiry',
      contractEnd: 'register.contract_end',
      royaltyRate: 'royalty',
    })
    const labels = evaluateModel(relief).scenarios[0]?.approaches[0]?.worked?.steps.slice(0, 3)
    expect(labels?.map(({ label, value }) => [label, value])).toEqual([
      ['legal_life', 5],
      ['contractual_life', 6.25],
      ['remaining_useful_life', 5],
    ])
  })

  it('changes nothing the second time, and only what has changed later', () => {
    const later = { ...facts, at: '2025-11-01T00:00:00Z', by: { id: 'acc_2', name: 'Lê An' } }
    expect(withDealFacts(known, later)).toEqual(known)
    const risen = withDealFacts(known, { ...later, readiness: 8 })
    const who = (id: string) => risen.inputs.find((one) => one.id === id)?.enteredBy.name
    expect([who('register.readiness'), who('register.upfront')]).toEqual(['Lê An', 'Trần Thu'])
  })

  it('keeps the currency of the terms', () => {
    const dollars = withDealFacts(deal, { ...facts, terms: { currency: 'USD', upfront: '20000' } })
    const upfront = dollars.inputs.find(({ id }) => id === 'register.upfront')
    expect(upfront).toMatchObject({ currency: 'USD', value: { value: '0.02' } })
  })
})

describe('a decimal divided by a power of ten', () => {
  it.each([
    ['1', 6, '0.000001'],
    ['1234567.89', 3, '1234.56789'],
    ['-500', 2, '-5'],
    ['0', 9, '0'],
    ['100.50', 0, '100.5'],
  ])('%s by 10^%d is %s', (text, power, expected) => {
    expect(shifted(text, -power)).toBe(expected)
  })
})
