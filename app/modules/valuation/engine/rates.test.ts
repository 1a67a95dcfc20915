import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  expectedExchangeRate,
  impliedInflation,
  inOneCurrency,
  nominalRate,
  rateInOtherCurrency,
  realRate,
} from './price-levels.ts'
import {
  costOfEquity,
  hurdleRate,
  impliedProbability,
  leveredBeta,
  readinessPremiums,
  technologyDiscountRate,
  unleveredBeta,
  weightedCostOfCapital,
} from './rates.ts'

const capital = {
  riskFree: 0.032,
  beta: 1.15,
  equityRiskPremium: 0.085,
  sizePremium: 0.03,
  specificPremium: 0.04,
  costOfDebt: 0.09,
  taxRate: 0.2,
  equityWeight: 0.7,
  debtWeight: 0.3,
}
const rate = fc.double({ min: -0.5, max: 2, noNaN: true })

describe('the discount rate', () => {
  it('is built up from capital and readiness', () => {
    const { result, steps, warnings } = technologyDiscountRate({ ...capital, readinessPremium: 0.06 })
    expect(result.costOfEquity).toBeCloseTo(0.19975, 14)
    expect(result.weightedCostOfCapital).toBeCloseTo(0.161425, 14)
    expect(result.technologyRate).toBeCloseTo(0.221425, 14)
    expect(steps.at(-1)?.numbers).toBe('0.161425 + 0.06')
    expect(warnings).toEqual([])
  })

  it('takes the default premium of a readiness level', () => {
    const at = (readiness: number) => technologyDiscountRate({ ...capital, readiness }).result.readinessPremium
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(at)).toEqual(Object.values(readinessPremiums))
    expect(at(9)).toBe(0)
  })

  it('warns where a premium and a probability stand for one risk', () => {
    const { warnings } = technologyDiscountRate({ ...capital, readiness: 5, successProbability: 0.6 })
    expect(warnings).toEqual([{ code: 'risk_counted_twice', values: { probability: 0.6, premium: 0.16 } }])
    expect(technologyDiscountRate({ ...capital, successProbability: 0.6 }).warnings).toEqual([])
    expect(technologyDiscountRate({ ...capital, readiness: 5, successProbability: 1 }).warnings).toEqual([])
  })

  it.each([
    [{ debtWeight: 0.4 }, 'equityWeight+debtWeight: shares_not_one'],
    [{ equityWeight: 1.3, debtWeight: -0.3 }, 'equityWeight: out_of_range'],
    [{ costOfDebt: undefined }, 'costOfDebt: missing'],
    [{ riskFree: -1.5 }, 'riskFree: rate_at_or_below_minus_one'],
    [{ beta: NaN }, 'beta: not_a_number'],
    [{ readiness: 5, readinessPremium: 0.1 }, 'readinessPremium: one_too_many'],
    [{ readiness: 0 }, 'readiness: out_of_range'],
    [{ readiness: 4.5 }, 'readiness: not_whole'],
    [{ taxRate: 1 }, 'taxRate: out_of_range'],
  ])('refuses %j', (given, message) => {
    expect(() => technologyDiscountRate({ ...capital, ...given })).toThrow(message)
  })
})

describe('cost of capital', () => {
  it('by textbook figures', () => {
    // CAPM: 4 % and 1.2 times 5 % are 10 %; 60 % of it and 40 % of 6 % after 25 % tax are 7.8 %.
    expect(costOfEquity({ riskFree: 0.04, beta: 1.2, equityRiskPremium: 0.05 }).result).toBeCloseTo(0.1, 14)
    const wacc = { equityWeight: 0.6, debtWeight: 0.4, costOfEquity: 0.1, costOfDebt: 0.06, taxRate: 0.25 }
    expect(weightedCostOfCapital(wacc).result).toBeCloseTo(0.078, 14)
    expect(weightedCostOfCapital({ equityWeight: 1, debtWeight: 0, costOfEquity: 0.12 }).result).toBe(0.12)
  })

  it('levers and unlevers', () => {
    const given = { unleveredBeta: 0.9, debtToEquity: 0.3 / 0.7, taxRate: 0.2 }
    expect(leveredBeta(given).result).toBeCloseTo(1.208571, 6)
    const part = fc.double({ min: 0, max: 3, noNaN: true })
    fc.assert(
      fc.property(part, part, fc.double({ min: 0, max: 0.9, noNaN: true }), (beta, debtToEquity, taxRate) => {
        const rest = { debtToEquity, taxRate, debtBeta: 0.1 }
        const levered = leveredBeta({ ...rest, unleveredBeta: beta }).result
        expect(unleveredBeta({ ...rest, leveredBeta: levered }).result).toBeCloseTo(beta, 10)
      }),
    )
    expect(() => leveredBeta({ ...given, debtToEquity: -1 })).toThrow('debtToEquity: negative')
  })
})

describe('hurdleRate', () => {
  it('is worth what the expectation is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        (k, successProbability, years) => {
          const hurdle = hurdleRate({ rate: k, successProbability, years }).result
          expect((1 + hurdle) ** -years / (successProbability * (1 + k) ** -years)).toBeCloseTo(1, 10)
          expect(impliedProbability({ rate: k, hurdleRate: hurdle, years }).result).toBeCloseTo(successProbability, 10)
        },
      ),
    )
  })

  it.each([
    [{ rate: 0.1, successProbability: 0, years: 5 }, 'successProbability: not_positive'],
    [{ rate: 0.1, successProbability: 1.2, years: 5 }, 'successProbability: out_of_range'],
    [{ rate: 0.1, successProbability: 0.5, years: 0 }, 'years: not_positive'],
    [{ rate: -1, successProbability: 0.5, years: 5 }, 'rate: rate_at_or_below_minus_one'],
  ])('refuses %j', (given, message) => {
    expect(() => hurdleRate(given)).toThrow(message)
  })

  it('implies no probability above one', () => {
    expect(() => impliedProbability({ rate: 0.2, hurdleRate: 0.1, years: 5 })).toThrow('hurdleRate: out_of_range')
  })
})

describe('price levels', () => {
  it('go back and forth', () => {
    expect(nominalRate({ real: 0.12, inflation: 0.035 }).result).toBeCloseTo(0.1592, 14)
    fc.assert(
      fc.property(rate, rate, (real, inflation) => {
        const nominal = nominalRate({ real, inflation }).result
        expect(realRate({ nominal, inflation }).result).toBeCloseTo(real, 10)
        expect(impliedInflation({ nominal, real }).result).toBeCloseTo(inflation, 10)
      }),
    )
    expect(() => realRate({ nominal: 0.1, inflation: -1 })).toThrow('inflation: rate_at_or_below_minus_one')
  })

  it('give one value in two currencies', () => {
    const inflations = { inflation: 0.02, otherInflation: 0.05 }
    const other = rateInOtherCurrency({ ...inflations, rate: 0.1 }).result
    const spot = expectedExchangeRate({ ...inflations, exchangeRate: 25_000, years: 3 }).result
    // 100 in three years: discounted at home and changed, or changed and discounted abroad.
    expect((100 * spot) / (1 + other) ** 3).toBeCloseTo((100 / 1.1 ** 3) * 25_000, 4)
  })

  it('put amounts into one currency at stated rates', () => {
    const amounts = [
      { amount: 1000, currency: 'USD' },
      { amount: 5_000_000, currency: 'VND' },
    ]
    const { result } = inOneCurrency({ amounts, to: 'VND', exchangeRates: { USD: 25_400 } })
    expect(result).toEqual({ amounts: [25_400_000, 5_000_000], total: 30_400_000 })
    expect(() => inOneCurrency({ amounts, to: 'VND', exchangeRates: {} })).toThrow(
      'exchangeRates.USD: no_exchange_rate',
    )
    expect(() => inOneCurrency({ amounts: [{ amount: 1 }], to: 'VND', exchangeRates: {} })).toThrow(
      'amounts[0].currency: missing',
    )
    expect(() => inOneCurrency({ amounts, to: 'VND', exchangeRates: { USD: 0 } })).toThrow(
      'exchangeRates.USD: not_positive',
    )
  })
})
