import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replacementCost, reproductionCost } from './cost.ts'

const history = {
  historicCosts: [
    { year: 2021, cost: 800 },
    { year: 2022, cost: 1200 },
    { year: 2023, cost: 900 },
    { year: 2024, cost: 400 },
  ],
  priceIndex: { 2021: 100, 2022: 103.2, 2023: 106.5, 2024: 110.1, 2025: 114 },
  valuationYear: 2025,
  developerProfitRate: 0.15,
}
const worn = { effectiveAge: 3, usefulLife: 12, functional: 0.1, economic: 0.05 }

describe('reproductionCost', () => {
  it('is trended, with profit, less obsolescence in both ways', () => {
    const { result, steps, warnings } = reproductionCost({ ...history, ...worn })
    expect(result.trendedTotal).toBeCloseTo(3615.130614, 6)
    expect(result.grossCostNew).toBeCloseTo(4157.400207, 6)
    expect(result.valueMultiplicative).toBeCloseTo(2665.932882, 6)
    expect(result.valueAdditive).toBeCloseTo(2494.440124, 6)
    expect(steps.find(({ symbol }) => symbol === 'C_2022')?.numbers).toBe('1200·114/103.2')
    expect(warnings).toEqual([])
  })

  it('adds the cost of money over half of the development', () => {
    const { result } = reproductionCost({ ...history, developmentYears: 4, costOfMoneyRate: 0.1 })
    expect(result.costOfMoney).toBeCloseTo(result.trendedTotal * 0.21, 9)
    expect(result.grossCostNew).toBeCloseTo(result.trendedTotal * 1.36, 9)
  })

  it('is never worth less than nothing', () => {
    const { result, warnings } = reproductionCost({ ...history, physical: 0.5, functional: 0.4, economic: 0.3 })
    expect(result.valueAdditive).toBe(0)
    expect(result.valueMultiplicative).toBeGreaterThan(0)
    expect(warnings).toMatchObject([{ code: 'obsolescence_exceeds_cost' }])
  })

  it('is worth less the more it has lost, and additive no more than multiplicative', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(part, part, part, part, (physical, functional, economic, more) => {
        const { result } = reproductionCost({ ...history, physical, functional, economic })
        expect(result.valueAdditive).toBeLessThanOrEqual(result.valueMultiplicative * (1 + 1e-12) + 1e-9)
        const worse = reproductionCost({ ...history, physical, functional, economic: Math.min(1, economic + more) })
        expect(worse.result.valueMultiplicative).toBeLessThanOrEqual(result.valueMultiplicative)
      }),
    )
  })

  it.each([
    [{ historicCosts: [] }, 'historicCosts: empty_series'],
    [{ historicCosts: [{ year: 2021, cost: -1 }] }, 'historicCosts[0].cost: negative'],
    [{ historicCosts: [{ year: 2020, cost: 1 }] }, 'priceIndex.2020: no_price_index'],
    [{ historicCosts: [{ year: 2026, cost: 1 }] }, 'historicCosts[0].year: dates_out_of_order'],
    [{ historicCosts: [{ year: 2021.5, cost: 1 }] }, 'historicCosts[0].year: not_whole'],
    [{ priceIndex: { 2025: 0 } }, 'priceIndex.2025: not_positive'],
    [{ effectiveAge: 13, usefulLife: 12 }, 'effectiveAge: out_of_range'],
    [{ effectiveAge: -1, usefulLife: 12 }, 'effectiveAge: negative_life'],
    [{ effectiveAge: 1 }, 'usefulLife: missing'],
    [{ ...worn, physical: 0.1 }, 'physical: one_too_many'],
    [{ functional: 1.1 }, 'functional: out_of_range'],
    [{ developerProfitRate: -0.1 }, 'developerProfitRate: negative'],
    [{ developmentYears: -1 }, 'developmentYears: negative_life'],
    [{ costOfMoneyRate: -1 }, 'costOfMoneyRate: rate_at_or_below_minus_one'],
    [
      {
        historicCosts: [
          { year: 2021, cost: 1, currency: 'VND' },
          { year: 2022, cost: 1, currency: 'USD' },
        ],
      },
      'historicCosts[1].currency: mixed_currencies',
    ],
    [
      {
        historicCosts: [
          { year: 2021, cost: 1, unit: 'million' },
          { year: 2022, cost: 1 },
        ],
      },
      'historicCosts[1].unit: mixed_units',
    ],
  ])('refuses %j', (given, message) => {
    expect(() => reproductionCost({ ...history, ...given })).toThrow(message)
  })
})

describe('replacementCost', () => {
  const staff = [
    { role: 'senior engineer', personMonths: 18, monthlyRate: 55 },
    { role: 'engineer', personMonths: 40, monthlyRate: 32 },
    { role: 'technician', personMonths: 24, monthlyRate: 18 },
  ]
  const rest = {
    overheadRate: 0.35,
    materials: 320,
    registrationCosts: 45,
    developerProfitRate: 0.15,
    developmentYears: 2,
    costOfMoneyRate: 0.1,
    functional: 0.08,
  }

  it('is built up from months of work', () => {
    const { result } = replacementCost({ ...rest, staff })
    expect(result.labour).toBe(2702)
    expect(result.developmentCost).toBeCloseTo(4012.7, 10)
    expect(result.replacementCostNew).toBeCloseTo(5015.875, 9)
    expect(result.valueMultiplicative).toBeCloseTo(4614.605, 9)
    expect(replacementCost({ ...rest, labour: 2702 }).result).toEqual(result)
  })

  it.each([
    [{}, 'staff: nothing_to_value'],
    [{ staff, labour: 1 }, 'labour: one_too_many'],
    [{ staff: [{ personMonths: -1, monthlyRate: 5 }] }, 'staff[0].personMonths: negative'],
    [{ labour: 5, overheadRate: NaN }, 'overheadRate: not_a_number'],
  ])('refuses %j', (given, message) => {
    expect(() => replacementCost(given)).toThrow(message)
  })
})
