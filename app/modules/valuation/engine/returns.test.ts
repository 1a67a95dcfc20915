import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datedTimes, netPresentValue } from './discounting.ts'
import { internalRateOfReturn, modifiedRateOfReturn, payback } from './returns.ts'

const ratesOf = (cashFlows: number[]) => internalRateOfReturn({ cashFlows }).result.all

describe('internalRateOfReturn', () => {
  it.each([
    // The examples of spreadsheets' own help.
    [[-70_000, 12_000, 15_000, 18_000, 21_000], -0.021244848273],
    [[-70_000, 12_000, 15_000, 18_000, 21_000, 26_000], 0.086630948036],
    [[-100, 110], 0.1],
    [[-100, 100], 0],
    [[100, -150], 0.5],
    [[0, 0, -100, 121, 0], 0.21],
  ])('of %j', (cashFlows, rate) => {
    const { result, warnings } = internalRateOfReturn({ cashFlows })
    expect(result.rate).toBeCloseTo(rate, 11)
    expect(result.all).toHaveLength(1)
    expect(warnings).toEqual([])
  })

  it("of dated flows is spreadsheets' XIRR", () => {
    const cashFlows = [-10_000, 2750, 4250, 3250, 2750]
    const times = datedTimes(['2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01'], 5)
    expect(internalRateOfReturn({ cashFlows, times }).result.rate).toBeCloseTo(0.373362535, 8)
  })

  it('finds all rates where there are several', () => {
    // The pump of Lorie and Savage (1955): 25 % and 400 %.
    const { result, warnings } = internalRateOfReturn({ cashFlows: [-1600, 10_000, -10_000] })
    expect(result.rate).toBeNull()
    expect(result.all[0]).toBeCloseTo(0.25, 12)
    expect(result.all[1]).toBeCloseTo(4, 11)
    expect(warnings).toMatchObject([{ code: 'several_rates_of_return', values: { count: 2 } }])
  })

  it('finds the rate at which the value only touches zero', () => {
    // −(r − 10 %)²
    expect(ratesOf([-100, 220, -121])).toHaveLength(1)
    expect(ratesOf([-100, 220, -121])[0]).toBeCloseTo(0.1, 7)
  })

  it('finds the five rates of a product of five factors', () => {
    let polynomial = [1]
    for (const rate of [-0.5, -0.1, 0.05, 0.3, 2]) {
      const next = Array.from({ length: polynomial.length + 1 }, () => 0)
      for (const [at, value] of polynomial.entries()) {
        next[at] = (next[at] ?? 0) + value
        next[at + 1] = (next[at + 1] ?? 0) - value * (1 + rate)
      }
      polynomial = next
    }
    const found = ratesOf(polynomial)
    expect(found).toHaveLength(5)
    for (const [at, rate] of [-0.5, -0.1, 0.05, 0.3, 2].entries()) expect(found[at]).toBeCloseTo(rate, 9)
  })

  it.each([[[1000, -3000, 2500]], [[100, 200]], [[-5, -5]], [[0, 0]]])('says that %j has none', (cashFlows) => {
    const { result, warnings, steps } = internalRateOfReturn({ cashFlows })
    expect(result).toEqual({ rate: null, all: [] })
    expect(warnings.map(({ code }) => code)).toEqual(['no_rate_of_return'])
    expect(steps).toEqual([])
  })

  it('makes the value nothing, and of an outlay with receipts there is one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        (receipts, outlay) => {
          fc.pre(Math.max(...receipts) > outlay / 100)
          const all = ratesOf([-outlay, ...receipts])
          expect(all).toHaveLength(1)
          const { presentValue } = netPresentValue({ cashFlows: receipts, rate: all[0] ?? 0 }).result
          expect(presentValue / outlay).toBeCloseTo(1, 9)
        },
      ),
    )
  })

  it('is refused what is no flow', () => {
    expect(() => internalRateOfReturn({ cashFlows: [] })).toThrow('cashFlows: empty_series')
    expect(() => internalRateOfReturn({ cashFlows: [-1, NaN] })).toThrow('cashFlows[1]: not_a_number')
    expect(() => internalRateOfReturn({ cashFlows: [-1, 2], times: [0] })).toThrow('times: length_differs')
    expect(() => internalRateOfReturn({ cashFlows: [-1, 2], times: [-1, 0] })).toThrow('times[0]: negative')
  })
})

describe('modifiedRateOfReturn', () => {
  it("is spreadsheets' MIRR", () => {
    const cashFlows = [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000]
    const { result } = modifiedRateOfReturn({ cashFlows, financeRate: 0.1, reinvestmentRate: 0.12 })
    expect(result).toBeCloseTo(0.126094, 6)
    expect(() => modifiedRateOfReturn({ cashFlows: [1, 2], financeRate: 0, reinvestmentRate: 0 })).toThrow(
      'cashFlows: nothing_to_value',
    )
  })
})

describe('payback', () => {
  it.each([
    [[-100, 40, 40, 40], 2.5, null],
    [[-100, 60, 60, 60], 1 + 40 / 60, 1 + (100 - 60 / 1.1) / (60 / 1.21)],
    // What comes back and goes again has not been paid back.
    [[-100, 150, -100, 80, 80], 2.625, null],
    [[100, 5], 0, 0],
    [[-100, 20], null, null],
  ])('of %j', (cashFlows, years, discountedYears) => {
    const { result, warnings } = payback({ cashFlows, rate: 0.1 })
    if (years === null) expect(result.years).toBeNull()
    else expect(result.years).toBeCloseTo(years, 12)
    if (discountedYears !== null) expect(result.discountedYears).toBeCloseTo(discountedYears, 12)
    expect(warnings.length).toBe(result.years === null || result.discountedYears === null ? 1 : 0)
  })
})
