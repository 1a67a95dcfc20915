import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { netPresentValue, presentValueByDates, terminalValue } from './discounting.ts'
import { taxAmortisationBenefit } from './tax-amortisation.ts'
import { firstYearLeft, yearFraction } from './timing.ts'

const flows = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 })
const rate = fc.double({ min: -0.3, max: 2, noNaN: true })

describe('netPresentValue', () => {
  it('is what textbooks and spreadsheets say', () => {
    // NPV(10 %; −10,000; 3,000; 4,200; 6,800), the example of spreadsheets' own help.
    const { result } = netPresentValue({ cashFlows: [-10_000, 3000, 4200, 6800], rate: 0.1 })
    expect(result.presentValue).toBeCloseTo(1188.4434, 4)
    // Five years of 1 at 10 % are 3.790787, the annuity factor of every table.
    expect(netPresentValue({ cashFlows: [1, 1, 1, 1, 1], rate: 0.1 }).result.presentValue).toBeCloseTo(3.790787, 6)
  })

  it('shows how each figure arose', () => {
    const { result, steps } = netPresentValue({ cashFlows: [100, 200], rate: 0.15, initialOutlay: 50 })
    expect(steps.map(({ label }) => label)).toEqual([
      'discount_factor',
      'discount_factor',
      'present_value',
      'net_present_value',
    ])
    expect(steps[1]).toMatchObject({ symbol: 'DF_2', numbers: '(1 + 0.15)^−2', unit: 'ratio' })
    expect(steps.at(-1)?.value).toBe(result.netPresentValue)
    expect(result.netPresentValue).toBeCloseTo(100 / 1.15 + 200 / 1.15 ** 2 - 50, 10)
  })

  it('takes flows at mid-year and in part years', () => {
    const at = (timing: object) =>
      netPresentValue({ cashFlows: [10, 10, 10], rate: 0.2, timing }).result.discountFactors
    expect(at({ convention: 'mid' })).toEqual([1.2 ** -0.5, 1.2 ** -1.5, 1.2 ** -2.5])
    expect(at({ convention: 'end', firstYear: 0.25 })).toEqual([1.2 ** -0.25, 1.2 ** -1.25, 1.2 ** -2.25])
    expect(at({ convention: 'mid', firstYear: 0.5, lastYear: 0.5 })).toEqual([1.2 ** -0.25, 1.2 ** -1, 1.2 ** -1.75])
  })

  it('takes a rate for each year, equal to one rate where they are equal', () => {
    const timing = { convention: 'mid', firstYear: 0.4 } as const
    const one = netPresentValue({ cashFlows: [10, 20, 30], rate: 0.2, timing }).result
    const many = netPresentValue({ cashFlows: [10, 20, 30], rate: [0.2, 0.2, 0.2], timing }).result
    expect(many.presentValue).toBeCloseTo(one.presentValue, 12)
    const rising = netPresentValue({ cashFlows: [0, 1], rate: [0.1, 0.2] })
    expect(rising.steps[1]?.numbers).toBe('(1 + 0.1)^−1·(1 + 0.2)^−1')
    expect(rising.result.presentValue).toBeCloseTo(1 / (1.1 * 1.2), 14)
  })

  it('falls as the rate rises, and mid-year is worth half a year more', () => {
    fc.assert(
      fc.property(flows, rate, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (cashFlows, k, more) => {
        fc.pre(cashFlows.some((flow) => flow > 1))
        const low = netPresentValue({ cashFlows, rate: k }).result.presentValue
        expect(netPresentValue({ cashFlows, rate: k + more }).result.presentValue).toBeLessThan(low)
        const mid = netPresentValue({ cashFlows, rate: k, timing: { convention: 'mid' } }).result.presentValue
        expect(mid / low / Math.sqrt(1 + k)).toBeCloseTo(1, 10)
      }),
    )
  })

  it.each([
    [{ cashFlows: [], rate: 0.1 }, 'cashFlows: empty_series'],
    [{ cashFlows: [1, NaN], rate: 0.1 }, 'cashFlows[1]: not_a_number'],
    [{ cashFlows: [1, Infinity], rate: 0.1 }, 'cashFlows[1]: infinite'],
    [{ cashFlows: [1], rate: -1 }, 'rate: rate_at_or_below_minus_one'],
    [{ cashFlows: [1], rate: NaN }, 'rate: not_a_number'],
    [{ cashFlows: [1, 2], rate: [0.1] }, 'rate: length_differs'],
    [{ cashFlows: [1, 2], rate: [0.1, -2] }, 'rate[1]: rate_at_or_below_minus_one'],
    [{ cashFlows: [1], rate: 0.1, initialOutlay: -1 }, 'initialOutlay: negative'],
    [{ cashFlows: [1], rate: 0.1, timing: { firstYear: 1.2 } }, 'timing.firstYear: out_of_range'],
    [{ cashFlows: [1], rate: 0.1, timing: { lastYear: 0 } }, 'timing.lastYear: not_positive'],
    [{ cashFlows: [1], rate: 0.1, timing: { firstYear: 0.5, lastYear: 0.5 } }, 'timing.lastYear: one_too_many'],
    [{ cashFlows: Array.from({ length: 1001 }, () => 1), rate: 0.1 }, 'cashFlows: out_of_range'],
  ])('refuses %j', (given, message) => {
    expect(() => netPresentValue(given)).toThrow(message)
  })
})

describe('presentValueByDates', () => {
  const dates = ['2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01']

  it("is spreadsheets' XNPV", () => {
    const { result } = presentValueByDates({ cashFlows: [-10_000, 2750, 4250, 3250, 2750], dates, rate: 0.09 })
    expect(result.presentValue).toBeCloseTo(2086.647602, 6)
  })

  it.each([
    [{ cashFlows: [1], dates: ['2008-02-30'], rate: 0.1 }, 'dates[0]: not_a_date'],
    [{ cashFlows: [1, 1], dates: ['2008-02-01'], rate: 0.1 }, 'dates: length_differs'],
    [{ cashFlows: [1, 1], dates: ['2008-02-01', '2007-02-01'], rate: 0.1 }, 'dates[1]: dates_out_of_order'],
    [{ cashFlows: [1], dates: ['2008-02-01'], rate: 0.1, valuationDate: 'today' }, 'valuationDate: not_a_date'],
  ])('refuses %j', (given, message) => {
    expect(() => presentValueByDates(given)).toThrow(message)
  })
})

describe('lengths of time', () => {
  it.each([
    ['2025-09-15', '2026-09-15', 'actual_365', 1],
    ['2024-01-01', '2025-01-01', 'actual_365', 366 / 365],
    ['2024-01-01', '2025-01-01', 'actual_actual', 1],
    ['2023-07-01', '2024-07-01', 'actual_actual', 184 / 365 + 182 / 366],
    ['2025-05-05', '2025-05-05', 'actual_actual', 0],
  ] as const)('%s to %s by %s', (from, to, dayCount, years) => {
    expect(yearFraction({ from, to, dayCount }).result).toBeCloseTo(years, 14)
  })

  it('is what is left of the financial year', () => {
    expect(firstYearLeft({ valuationDate: '2025-06-30', yearEnd: '2025-12-31' }).result).toBe(184 / 365)
    expect(firstYearLeft({ valuationDate: '2025-12-31', yearEnd: '2026-12-31' }).result).toBe(1)
    expect(() => firstYearLeft({ valuationDate: '2025-12-31', yearEnd: '2025-12-31' })).toThrow(
      'yearEnd: dates_out_of_order',
    )
    expect(() => firstYearLeft({ valuationDate: '2025-01-01', yearEnd: '2026-12-31' })).toThrow('yearEnd: out_of_range')
    expect(() => yearFraction({ from: '2025-02-01', to: '2025-01-01' })).toThrow('to: dates_out_of_order')
  })
})

describe('terminalValue', () => {
  const base = { cashFlow: 500, years: 5, rate: 0.15, growth: 0.03 }

  it('is what a long row of flows comes to', () => {
    const rows = Array.from({ length: 900 }, (_, at) => 500 * 1.03 ** (at + 1))
    const { presentValue } = netPresentValue({ cashFlows: rows, rate: 0.15 }).result
    expect(terminalValue(base).result.terminalValue).toBeCloseTo(presentValue, 8)
    const seven = netPresentValue({ cashFlows: rows.slice(0, 7), rate: 0.15 }).result.presentValue
    expect(terminalValue({ ...base, yearsAfter: 7 }).result.terminalValue).toBeCloseTo(seven, 10)
  })

  it('of a life that ends may grow as fast as the rate', () => {
    expect(terminalValue({ ...base, growth: 0.15, yearsAfter: 4 }).result.terminalValue).toBe(2000)
    expect(terminalValue({ ...base, growth: 0.2, yearsAfter: 1 }).result.terminalValue).toBeCloseTo(
      (500 * 1.2) / 1.15,
      10,
    )
  })

  it.each([
    [{ ...base, growth: 0.15 }, 'growth: growth_at_or_above_rate'],
    [{ ...base, growth: 0.5 }, 'growth: growth_at_or_above_rate'],
    [{ ...base, growth: -1 }, 'growth: growth_at_or_below_minus_one'],
    [{ ...base, rate: -1.5 }, 'rate: rate_at_or_below_minus_one'],
    [{ ...base, years: 0 }, 'years: not_positive'],
    [{ ...base, yearsAfter: -1 }, 'yearsAfter: negative_life'],
    [{ ...base, cashFlow: Infinity }, 'cashFlow: infinite'],
  ])('refuses %j', (given, message) => {
    expect(() => terminalValue(given)).toThrow(message)
  })
})

describe('taxAmortisationBenefit', () => {
  it('is the present value of the tax saved on the value that holds it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 0.5, max: 40, noNaN: true }),
        fc.constantFrom<'end' | 'mid'>('end', 'mid'),
        (presentValue, k, taxRate, years, convention) => {
          const { result } = taxAmortisationBenefit({
            presentValue,
            rate: k,
            taxRate,
            years,
            timing: { convention },
          })
          expect(Math.abs(result.benefitCheck - result.benefit)).toBeLessThanOrEqual(1e-11 * result.fairValue)
          expect(result.benefit).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  it('by fifteen years at 40 % and 12 %, as American tables count it', () => {
    const { result } = taxAmortisationBenefit({ presentValue: 100, rate: 0.12, taxRate: 0.4, years: 15 })
    expect(result.annuityFactor).toBeCloseTo(6.810864, 6)
    expect(result.stepUpFactor).toBeCloseTo(15 / (15 - 0.4 * 6.810864), 6)
  })

  it('by a schedule equals equal shares where they are equal', () => {
    const given = { presentValue: 1000, rate: 0.15, taxRate: 0.2 }
    const straight = taxAmortisationBenefit({ ...given, years: 4 }).result
    const scheduled = taxAmortisationBenefit({ ...given, years: 0, schedule: [0.25, 0.25, 0.25, 0.25] }).result
    expect(scheduled.benefit).toBeCloseTo(straight.benefit, 10)
    const early = taxAmortisationBenefit({ ...given, years: 0, schedule: [0.4, 0.3, 0.2, 0.1] }).result
    expect(early.benefit).toBeGreaterThan(straight.benefit)
  })

  it.each([
    [{ years: 0 }, 'years: not_positive'],
    [{ years: 5, taxRate: 1 }, 'taxRate: out_of_range'],
    [{ years: 5, rate: -1 }, 'rate: rate_at_or_below_minus_one'],
    [{ years: 30, rate: -0.2, taxRate: 0.5 }, 'taxRate: tax_benefit_without_bound'],
    [{ years: 0, schedule: [0.5, 0.4] }, 'schedule: shares_not_one'],
  ])('refuses %j', (given, message) => {
    expect(() => taxAmortisationBenefit({ presentValue: 1000, rate: 0.15, taxRate: 0.2, ...given })).toThrow(message)
  })
})
