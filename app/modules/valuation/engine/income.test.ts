import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareReliefFromRoyalty, incrementalIncome, reliefFromRoyalty, withAndWithout } from './income.ts'
import { netPresentValue } from './discounting.ts'

const relief = {
  revenues: [10_000, 14_000, 18_000, 20_000, 20_000],
  royaltyRate: 0.05,
  upkeepRate: 0.005,
  taxRate: 0.2,
  discountRate: 0.22,
  timing: { convention: 'mid' },
} as const
const codes = (given: { warnings: { code: string }[] }) => given.warnings.map(({ code }) => code)

describe('reliefFromRoyalty', () => {
  it('is what a licence would cost, with the tax benefit of owning', () => {
    const { result, steps, warnings } = reliefFromRoyalty({ ...relief, taxAmortisation: { years: 5 } })
    expect(result.rows[1]).toMatchObject({ royaltySaving: 700, upkeep: 70, preTax: 630, afterTax: 504 })
    expect(result.valueBeforeTaxBenefit).toBeCloseTo(1747.337991, 6)
    expect(result.taxAmortisationBenefit).toBeCloseTo(253.094155, 6)
    expect(result.fairValue).toBeCloseTo(2000.432146, 6)
    expect(warnings).toEqual([])
    expect(steps.find(({ symbol }) => symbol === 'E_1')?.numbers).toBe('10000·(0.05 − 0.005)·(1 − 0.2)')
    // Every figure of the result stands in the working.
    for (const value of [result.valueBeforeTaxBenefit, result.fairValue, ...result.presentValues])
      expect(steps.some((one) => one.value === value)).toBe(true)
  })

  it('falls as the rate rises and grows with the royalty', () => {
    const part = fc.double({ min: 0.01, max: 0.3, noNaN: true })
    fc.assert(
      fc.property(part, part, part, (royaltyRate, discountRate, more) => {
        const of = (given: object) => reliefFromRoyalty({ ...relief, upkeepRate: 0, ...given }).result.fairValue
        const base = of({ royaltyRate, discountRate })
        expect(of({ royaltyRate, discountRate: discountRate + more })).toBeLessThan(base)
        expect(of({ royaltyRate: royaltyRate + more, discountRate })).toBeGreaterThan(base)
      }),
    )
  })

  it('is the same without working', () => {
    const bare = bareReliefFromRoyalty(relief.revenues, 1, 0.05 - 0.005, 0.2, 0.22, true)
    expect(bare).toBeCloseTo(reliefFromRoyalty(relief).result.valueBeforeTaxBenefit, 9)
    const end = reliefFromRoyalty({ ...relief, timing: { convention: 'end' } }).result.valueBeforeTaxBenefit
    expect(bareReliefFromRoyalty(relief.revenues, 1.2, 0.045, 0.2, 0.22, false)).toBeCloseTo(1.2 * end, 9)
  })

  it('takes figures of each year', () => {
    const each = reliefFromRoyalty({ ...relief, royaltyRate: [0.05, 0.05, 0.05, 0.05, 0.05] }).result
    expect(each.fairValue).toBe(reliefFromRoyalty(relief).result.fairValue)
    const half = reliefFromRoyalty({ ...relief, revenueShare: 0.5 }).result
    expect(half.fairValue).toBeCloseTo(each.fairValue / 2, 10)
  })

  it('counts the risk of failing once', () => {
    const likely = reliefFromRoyalty({ ...relief, successProbability: 0.4 })
    expect(likely.result.fairValue).toBeCloseTo(0.4 * 1747.3379912, 5)
    expect(codes(likely)).toEqual([])
    expect(codes(reliefFromRoyalty({ ...relief, readinessPremium: 0.06 }))).toEqual([])
    const twice = reliefFromRoyalty({ ...relief, successProbability: 0.4, readinessPremium: 0.06 })
    expect(codes(twice)).toEqual(['risk_counted_twice'])
  })

  it('goes beyond the forecast only where the asset does', () => {
    const endless = reliefFromRoyalty({ ...relief, terminal: { growth: 0.02 } }).result
    const rows: number[] = [...relief.revenues]
    for (let year = 1; year < 900; year += 1) rows.push(20_000 * 1.02 ** year)
    expect(endless.valueBeforeTaxBenefit).toBeCloseTo(
      reliefFromRoyalty({ ...relief, revenues: rows }).result.valueBeforeTaxBenefit,
      6,
    )
    const patent = { ...relief, remainingLife: 8, terminal: { growth: 0.02, yearsAfter: 3 } }
    expect(reliefFromRoyalty(patent).result.valueBeforeTaxBenefit).toBeCloseTo(
      reliefFromRoyalty({ ...relief, revenues: rows.slice(0, 8) }).result.valueBeforeTaxBenefit,
      8,
    )
    expect(() => reliefFromRoyalty({ ...patent, terminal: { growth: 0.02 } })).toThrow(
      'terminal.yearsAfter: terminal_within_life',
    )
    expect(() => reliefFromRoyalty({ ...patent, remainingLife: 7 })).toThrow(
      'terminal.yearsAfter: terminal_within_life',
    )
    expect(() => reliefFromRoyalty({ ...relief, terminal: { growth: 0.22 } })).toThrow(
      'terminal.growth: growth_at_or_above_rate',
    )
    expect(() => reliefFromRoyalty({ ...relief, timing: { lastYear: 0.5 }, terminal: { growth: 0 } })).toThrow(
      'timing.lastYear: terminal_after_part_year',
    )
    expect(codes(reliefFromRoyalty({ ...relief, remainingLife: 4 }))).toEqual(['forecast_beyond_life'])
    const slow = { ...relief, revenues: [100], discountRate: 0.05, terminal: { growth: 0.03 } }
    expect(codes(reliefFromRoyalty(slow))).toEqual(['terminal_value_dominates'])
  })

  it('warns of what is worth less than nothing', () => {
    const lost = reliefFromRoyalty({ ...relief, royaltyRate: 0.001 })
    expect(codes(lost)).toEqual(['upkeep_above_royalty', 'negative_earnings', 'value_negative'])
  })

  it.each([
    [{ revenues: [] }, 'revenues: empty_series'],
    [{ revenues: [1, 2, 3, -4] }, 'revenues[3]: negative'],
    [{ royaltyRate: [0.05] }, 'royaltyRate: length_differs'],
    [{ royaltyRate: 1.5 }, 'royaltyRate: out_of_range'],
    [{ royaltyRate: [0.1, 0.1, 0.1, 0.1, NaN] }, 'royaltyRate[4]: not_a_number'],
    [{ taxRate: 1 }, 'taxRate: out_of_range'],
    [{ discountRate: -1 }, 'discountRate: rate_at_or_below_minus_one'],
    [{ successProbability: 1.1 }, 'successProbability: out_of_range'],
    [{ remainingLife: -1 }, 'remainingLife: negative_life'],
    [{ taxAmortisation: { years: -3 } }, 'taxAmortisation.years: not_positive'],
    [{ discountRate: [0.1, 0.1, 0.1, 0.1, 0.1], taxAmortisation: { years: 3 } }, 'taxAmortisation.rate: missing'],
  ])('refuses %j', (given, message) => {
    expect(() => reliefFromRoyalty({ ...relief, ...given })).toThrow(message)
  })
})

describe('withAndWithout', () => {
  const sides = { cashFlowsWith: [1200, 2400, 3600, 3600], cashFlowsWithout: [900, 1500, 2100, 2400] }
  const basis = { discountRate: 0.2, timing: { convention: 'mid' } } as const

  it('is the difference of both businesses', () => {
    const { result } = withAndWithout({ ...sides, ...basis })
    expect(result.incremental).toEqual([300, 900, 1500, 1200])
    expect(result.valueBeforeTaxBenefit).toBeCloseTo(2543.359839, 6)
    expect(result.presentValueWith - result.presentValueWithout).toBeCloseTo(result.valueBeforeTaxBenefit, 9)
  })

  it('refuses series that do not run side by side', () => {
    expect(() => withAndWithout({ ...basis, cashFlowsWith: [1, 2], cashFlowsWithout: [1] })).toThrow(
      'cashFlowsWithout: length_differs',
    )
    expect(() => withAndWithout({ ...sides, ...basis, taxAmortisation: { years: 5 } })).toThrow('taxRate: missing')
  })
})

describe('incrementalIncome', () => {
  it('is a higher price and a lower cost, less what it takes', () => {
    const { result } = incrementalIncome({
      quantities: [100, 200],
      pricePremium: 2,
      costSaving: [1, 1.5],
      addedCosts: 50,
      taxRate: 0.2,
      discountRate: 0.1,
    })
    expect(result.incomes).toEqual([200, 520])
    expect(result.fairValue).toBeCloseTo(netPresentValue({ cashFlows: [200, 520], rate: 0.1 }).result.presentValue, 12)
    expect(() => incrementalIncome({ quantities: [-1], taxRate: 0, discountRate: 0.1 })).toThrow(
      'quantities[0]: negative',
    )
  })
})
