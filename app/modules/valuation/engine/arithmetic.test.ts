import { describe, expect, it } from 'vitest'
import { allocated } from './amounts.ts'
import { replacementCost, reproductionCost } from './cost.ts'
import { dealForBothSides } from './deal-sides.ts'
import { dealValue, lumpSumForRoyalty, royaltyForLumpSum } from './deal.ts'
import { exponentialDecay, weibullDecay } from './decay.ts'
import { netPresentValue, presentValueByDates, terminalValue } from './discounting.ts'
import { excessEarnings } from './excess-earnings.ts'
import { incrementalIncome, reliefFromRoyalty, withAndWithout } from './income.ts'
import { remainingUsefulLife } from './life.ts'
import { comparableTransactions } from './market.ts'
import {
  expectedExchangeRate,
  impliedInflation,
  inOneCurrency,
  nominalRate,
  rateInOtherCurrency,
  realRate,
} from './price-levels.ts'
import { hurdleRate, impliedProbability, leveredBeta, technologyDiscountRate, unleveredBeta } from './rates.ts'
import { modifiedRateOfReturn } from './returns.ts'
import { profitSplitRoyalty, quarterRule, royaltyRange, scorecard } from './royalty.ts'
import { authorRemuneration, royaltyBases, stateFundedSplit } from './rules-vn.ts'
import { taxAmortisationBenefit } from './tax-amortisation.ts'
import { yearFraction } from './timing.ts'
import { type Step } from './worked.ts'

/** Works out the figures of a step as a reader would. Throws where they are no arithmetic. */
function workedOut(numbers: string): number {
  const tokens = numbers.match(/\d+(?:\.\d+)?(?:e[+-]\d+)?|max|min|ln|exp|e(?=\^)|[-−+·/^();]/g) ?? []
  if (tokens.join('') !== numbers.replaceAll(' ', '')) throw new Error('unread')
  let at = 0
  const take = (...wanted: string[]) => {
    const token = tokens[at]
    if (token === undefined || !wanted.includes(token)) return null
    at += 1
    return token
  }
  const must = (wanted: string) => {
    if (take(wanted) === null) throw new Error(`no ${wanted}`)
  }
  const sum = (): number => {
    let value = product()
    for (let sign = take('+', '−', '-'); sign !== null; sign = take('+', '−', '-'))
      value = sign === '+' ? value + product() : value - product()
    return value
  }
  const product = (): number => {
    let value = power()
    for (let sign = take('·', '/'); sign !== null; sign = take('·', '/'))
      value = sign === '·' ? value * power() : value / power()
    return value
  }
  const power = (): number => {
    const base = single()
    if (take('^') === null) return base
    return base ** (take('−', '-') === null ? single() : -single())
  }
  const single = (): number => {
    if (take('−', '-') !== null) return -power()
    if (take('ln') !== null) return Math.log(single())
    if (take('exp') !== null) return Math.exp(single())
    if (take('e') !== null) return Math.E
    const many = take('max', 'min')
    if (take('(') !== null) {
      const values = [sum()]
      while (many !== null && take(';') !== null) values.push(sum())
      must(')')
      return many === 'max' ? Math.max(...values) : Math.min(...values)
    }
    const value = Number(tokens[at])
    at += 1
    if (Number.isNaN(value)) throw new Error('no number')
    return value
  }
  const value = sum()
  if (at !== tokens.length) throw new Error('more')
  return value
}

const basis = { discountRate: 0.22, taxRate: 0.2, timing: { convention: 'mid' } } as const
const deal = {
  upfront: 500,
  milestones: [{ name: 'pilot', year: 1.5, amount: 300, probability: 0.8 }],
  sales: [0, 5000, 25_000],
  tiers: [
    { from: 0, to: 10_000, rate: 0.03 },
    { from: 10_000, to: null, rate: 0.05 },
  ],
  minimums: 200,
  yearlyCap: 900,
  totalCap: 1200,
  commercialProbability: 0.5,
  equity: { share: 0.1, companyValue: 5000, year: 4, probability: 0.5, discount: 0.2 },
}
const wear = {
  effectiveAge: 3,
  usefulLife: 12,
  functional: 0.1,
  economic: 0.05,
  developmentYears: 3,
  costOfMoneyRate: 0.1,
}

const examples: Record<string, () => { steps: Step[] }> = {
  netPresentValue: () => netPresentValue({ cashFlows: [-5, 10, 20], rate: 0.1, initialOutlay: 3 }),
  'netPresentValue by years': () =>
    netPresentValue({
      cashFlows: [5, 10, 20],
      rate: [0.1, -0.2, 0.3],
      timing: { convention: 'mid', firstYear: 0.25, lastYear: 0.5 },
    }),
  presentValueByDates: () =>
    presentValueByDates({ cashFlows: [-5, 10], dates: ['2025-01-01', '2025-06-15'], rate: 0.1 }),
  terminalValue: () => terminalValue({ cashFlow: 500, years: 5, rate: 0.15, growth: -0.03, convention: 'mid' }),
  taxAmortisationBenefit: () => taxAmortisationBenefit({ presentValue: 10, rate: 0.1, taxRate: 0.2, years: 4.5 }),
  'taxAmortisationBenefit by schedule': () =>
    taxAmortisationBenefit({ presentValue: 10, rate: 0.1, taxRate: 0.2, years: 0, schedule: [0.6, 0.3, 0.1] }),
  yearFraction: () => yearFraction({ from: '2023-07-01', to: '2025-03-01', dayCount: 'actual_actual' }),
  modifiedRateOfReturn: () =>
    modifiedRateOfReturn({ cashFlows: [-10, 5, 8], financeRate: 0.1, reinvestmentRate: 0.05 }),
  reliefFromRoyalty: () =>
    reliefFromRoyalty({
      ...basis,
      revenues: [10_000, 14_000],
      royaltyRate: 0.05,
      upkeepRate: [0.005, 0.06],
      revenueShare: 0.7,
      successProbability: 0.6,
      taxAmortisation: { years: 5 },
      terminal: { growth: 0.02, yearsAfter: 3 },
    }),
  excessEarnings: () =>
    excessEarnings({
      ...basis,
      revenues: [100, 200],
      operatingMargin: 0.3,
      contributoryAssets: [
        { name: 'a', balance: 40, returnRate: 0.1 },
        { name: 'b', balanceOfRevenue: 0.2, returnRate: 0.1 },
        { name: 'c', royaltyOfRevenue: 0.01 },
      ],
    }),
  withAndWithout: () => withAndWithout({ ...basis, cashFlowsWith: [5, -2], cashFlowsWithout: [1, -4] }),
  incrementalIncome: () =>
    incrementalIncome({ ...basis, quantities: [10, 20], pricePremium: -1, costSaving: 4, addedCosts: 7 }),
  reproductionCost: () =>
    reproductionCost({
      ...wear,
      historicCosts: [{ year: 2021, cost: 800 }],
      priceIndex: { 2021: 100, 2025: 114 },
      valuationYear: 2025,
      developerProfitRate: 0.15,
    }),
  replacementCost: () =>
    replacementCost({
      ...wear,
      staff: [
        { personMonths: 18, monthlyRate: 55 },
        { personMonths: 2, monthlyRate: 30 },
      ],
      overheadRate: 0.3,
      materials: 20,
      developerProfitRate: 0.15,
    }),
  comparableTransactions: () =>
    comparableTransactions({
      comparables: [
        { id: 'A', price: 4200, adjustments: { time: 0.03, place: -0.1 } },
        { id: 'B', price: 5000, adjustments: { time: 0.1 } },
      ],
    }),
  technologyDiscountRate: () =>
    technologyDiscountRate({
      riskFree: 0.032,
      beta: 1.15,
      equityRiskPremium: 0.085,
      sizePremium: 0.03,
      costOfDebt: 0.09,
      taxRate: 0.2,
      equityWeight: 0.7,
      debtWeight: 0.3,
      readiness: 6,
    }),
  leveredBeta: () => leveredBeta({ unleveredBeta: 0.9, debtToEquity: 0.4, taxRate: 0.2 }),
  'leveredBeta with a beta of debt': () =>
    leveredBeta({ unleveredBeta: 0.9, debtToEquity: 0.4, taxRate: 0.2, debtBeta: 0.1 }),
  unleveredBeta: () => unleveredBeta({ leveredBeta: 1.2, debtToEquity: 0.4, taxRate: 0.2, debtBeta: 0.1 }),
  hurdleRate: () => hurdleRate({ rate: 0.1, successProbability: 0.4, years: 6 }),
  impliedProbability: () => impliedProbability({ rate: 0.1, hurdleRate: 0.3, years: 6 }),
  nominalRate: () => nominalRate({ real: 0.12, inflation: -0.035 }),
  realRate: () => realRate({ nominal: 0.12, inflation: 0.035 }),
  impliedInflation: () => impliedInflation({ nominal: 0.12, real: 0.035 }),
  rateInOtherCurrency: () => rateInOtherCurrency({ rate: 0.1, inflation: 0.02, otherInflation: 0.05 }),
  expectedExchangeRate: () =>
    expectedExchangeRate({ exchangeRate: 25_000, inflation: 0.02, otherInflation: 0.05, years: 3 }),
  inOneCurrency: () =>
    inOneCurrency({ amounts: [{ amount: 5, currency: 'USD' }], to: 'VND', exchangeRates: { USD: 25_000 } }),
  remainingUsefulLife: () =>
    remainingUsefulLife({ technological: { cycleYears: 8, elapsedYears: 2 }, economic: { years: 9 } }),
  'exponentialDecay by half-life': () => exponentialDecay({ halfLife: 4, years: 2 }),
  'exponentialDecay by loss': () => exponentialDecay({ yearlyLoss: 0.1, years: 2 }),
  weibullDecay: () => weibullDecay({ scale: 10, shape: 2.5, age: 3, years: 2 }),
  profitSplitRoyalty: () => profitSplitRoyalty({ operatingMargin: 0.2, licensorShare: 0.3 }),
  quarterRule: () => quarterRule({ operatingMargin: 0.2, royaltyRate: 0.06 }),
  scorecard: () =>
    scorecard({
      criteria: [
        { key: 'a', weight: 0.4, score: 3 },
        { key: 'b', weight: 0.6, score: 5 },
      ],
      royalties: { low: 0.02, high: 0.07 },
    }),
  royaltyRange: () => royaltyRange({ observations: [{ rate: 0.02 }, { rate: 0.05 }] }),
  dealValue: () => dealValue({ ...deal, discountRate: 0.14 }),
  dealForBothSides: () =>
    dealForBothSides({
      ...deal,
      licensor: { discountRate: 0.14, yearlyCosts: 20, reservation: 100 },
      licensee: { discountRate: 0.2, cashFlows: [-100, 3000, 6000], investment: 300, taxRate: 0.2 },
    }),
  royaltyForLumpSum: () => royaltyForLumpSum({ lumpSum: 50, sales: [1000], discountRate: 0.1 }),
  lumpSumForRoyalty: () => lumpSumForRoyalty({ royaltyRate: 0.05, sales: [1000], discountRate: 0.1 }),
  royaltyBases: () =>
    royaltyBases({
      grossSales: 12_000,
      packaging: 300,
      returns: 150,
      reasonableCosts: 7200,
      rates: { netSellingPrice: 0.05, netRevenue: 0.04, preTaxProfit: 0.12 },
    }),
  stateFundedSplit: () =>
    stateFundedSplit({
      proceeds: 1000,
      deductibleCosts: 150,
      taxRate: 0.2,
      stateFundedShare: 0.8,
      authorShare: 0.2,
      intermediaryShare: 0.1,
    }),
  authorRemuneration: () => authorRemuneration({ attributableProfit: 800, licencePayments: [500, 20] }),
  allocated: () => allocated({ amount: 100, shares: [0.4, 0.6] }),
}

/** Steps that show what they are taken from, for want of a line of arithmetic. */
const noArithmetic = new Set([
  'comparable_weight',
  'discounted_payback',
  'mean_life',
  'median',
  'payback',
  'quartile_high',
  'quartile_low',
  'rate_of_return',
])

describe('the figures of a step, worked out by hand, are its value', () => {
  it.each(Object.entries(examples))('%s', (_, example) => {
    const { steps } = example()
    expect(steps.length).toBeGreaterThan(0)
    for (const { label, symbol, numbers, value } of steps) {
      if (noArithmetic.has(label) && symbol !== 'MIRR') continue
      const line = `${symbol} = ${numbers}`
      let by: number | string
      try {
        by = workedOut(numbers)
      } catch (error) {
        by = `${line}: ${String(error)}`
      }
      expect(by, line).toBeCloseTo(value, 5)
    }
  })
})
