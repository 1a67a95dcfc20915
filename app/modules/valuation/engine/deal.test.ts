import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dealValue, lumpSumForRoyalty, royaltyForLumpSum } from './deal.ts'
import { dealForBothSides, zoneOfAgreement } from './deal-sides.ts'
import { tieredRoyalty, yearlyRoyalties } from './royalty-tiers.ts'

const tiers = [
  { from: 0, to: 10_000, rate: 0.03 },
  { from: 10_000, to: 20_000, rate: 0.04 },
  { from: 20_000, to: null, rate: 0.05 },
]
const terms = {
  upfront: 500,
  milestones: [
    { name: 'pilot accepted', year: 1, amount: 300, probability: 0.8 },
    { name: 'first commercial sale', year: 3, amount: 700, probability: 0.5 },
  ],
  sales: [0, 0, 5000, 12_000, 20_000, 25_000, 25_000, 20_000],
  tiers,
  minimums: [0, 50, 200, 300, 400, 400, 400, 400],
  commercialProbability: 0.5,
}

describe('tiered royalties', () => {
  it('are marginal: a step in the rate is no step in the royalty', () => {
    expect(tieredRoyalty(25_000, tiers)).toBeCloseTo(300 + 400 + 250, 10)
    const sales = fc.double({ min: 0, max: 1e5, noNaN: true })
    fc.assert(
      fc.property(sales, fc.double({ min: 0, max: 1000, noNaN: true }), (one, more) => {
        const step = tieredRoyalty(one + more, tiers) - tieredRoyalty(one, tiers)
        expect(step).toBeGreaterThanOrEqual(-1e-9)
        expect(step).toBeLessThanOrEqual(0.05 * more + 1e-9)
      }),
    )
  })

  it('stop at caps and stand on minimums', () => {
    const { payables } = yearlyRoyalties([0, 10_000, 40_000], tiers, { minimums: 100, yearlyCap: 500 })
    expect(payables).toEqual([100, 300, 500])
    expect(yearlyRoyalties([10_000, 10_000, 10_000], tiers, { totalCap: 700 }).payables).toEqual([300, 300, 100])
  })
})

describe('dealValue', () => {
  it('adds up what is paid at signing, by milestones and by sales', () => {
    const { result, steps } = dealValue({ ...terms, discountRate: 0.14 })
    expect(result.payables).toEqual([0, 50, 200, 380, 700, 950, 950, 700])
    expect(result.milestones).toBeCloseTo(446.766346, 6)
    expect(result.runningRoyalties).toBeCloseTo(909.935133, 6)
    expect(result.value).toBeCloseTo(1856.701479, 6)
    expect(result.effectiveRoyaltyRate).toBeCloseTo(0.075385, 6)
    expect(steps.find(({ symbol }) => symbol === 'Roy_6')?.numbers).toBe('0.03·10000 + 0.04·10000 + 0.05·5000')
    expect(steps.find(({ symbol }) => symbol === 'Pay_3')).toMatchObject({
      formula: 'max(Roy; MAR)',
      numbers: 'max(150; 200)',
    })
    const shares = result.shares ?? { upfront: 0, milestones: 0, runningRoyalties: 0, equity: 0 }
    expect(Object.values(shares).reduce((so, one) => so + one, 0)).toBeCloseTo(1, 14)
  })

  it('takes shares of a company', () => {
    const equity = { share: 0.1, companyValue: 10_000, year: 5, probability: 0.5, discount: 0.3 }
    const { result } = dealValue({ sales: [0], tiers: [], equity, discountRate: 0.14 })
    expect(result.equity).toBeCloseTo((0.1 * 10_000 * 0.7 * 0.5) / 1.14 ** 5, 10)
    expect(result.effectiveRoyaltyRate).toBeNull()
    expect(dealValue({ sales: [0], tiers: [], discountRate: 0.14 }).result.shares).toBeNull()
  })

  it('is worth less at a higher rate', () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(rate, fc.double({ min: 0.001, max: 1, noNaN: true }), (discountRate, more) => {
        const low = dealValue({ ...terms, discountRate }).result.value
        expect(dealValue({ ...terms, discountRate: discountRate + more }).result.value).toBeLessThan(low)
      }),
    )
  })

  it('is equal to its lump sum and to its flat royalty', () => {
    const { value, effectiveRoyaltyRate } = dealValue({ ...terms, discountRate: 0.14 }).result
    const flat = royaltyForLumpSum({ ...terms, lumpSum: value, discountRate: 0.14 }).result
    expect(flat).toBeCloseTo(effectiveRoyaltyRate ?? 0, 14)
    expect(lumpSumForRoyalty({ ...terms, royaltyRate: flat, discountRate: 0.14 }).result).toBeCloseTo(value, 10)
    const asRoyalty = { ...terms, upfront: 0, milestones: [], minimums: 0, tiers: [{ from: 0, to: null, rate: flat }] }
    expect(dealValue({ ...asRoyalty, discountRate: 0.14 }).result.value).toBeCloseTo(value, 9)
    expect(() => royaltyForLumpSum({ sales: [0], lumpSum: 5, discountRate: 0.1 })).toThrow('sales: nothing_to_value')
  })

  it.each([
    [{ sales: [] }, 'sales: empty_series'],
    [{ sales: [-1] }, 'sales[0]: negative'],
    [{ upfront: -1 }, 'upfront: negative'],
    [{ discountRate: -1 }, 'discountRate: rate_at_or_below_minus_one'],
    [{ minimums: [1] }, 'minimums: length_differs'],
    [{ commercialProbability: 2 }, 'commercialProbability: out_of_range'],
    [{ milestones: [{ name: 'a', year: -1, amount: 1 }] }, 'milestones[0].year: negative'],
    [{ milestones: [{ name: 'a', year: 1, amount: 1, probability: 1.5 }] }, 'milestones[0].probability: out_of_range'],
    [{ tiers: [{ from: 5, to: null, rate: 0.1 }] }, 'tiers[0].from: tiers_not_contiguous'],
    [{ tiers: [tiers[0], tiers[2]] }, 'tiers[1].from: tiers_not_contiguous'],
    [{ tiers: [tiers[2], tiers[0]] }, 'tiers[0].from: tiers_not_contiguous'],
    [{ tiers: [{ from: 0, to: 0, rate: 0.1 }] }, 'tiers[0].to: low_above_high'],
    [{ tiers: [{ from: 0, to: null, rate: 1.1 }] }, 'tiers[0].rate: out_of_range'],
    [{ yearlyCap: 100 }, 'minimums[2]: minimum_above_cap'],
    [{ equity: { share: 1.1, companyValue: 1, year: 1 } }, 'equity.share: out_of_range'],
  ])('refuses %j', (given, message) => {
    expect(() => dealValue({ ...terms, discountRate: 0.14, ...(given as object) })).toThrow(message)
  })
})

describe('dealForBothSides', () => {
  const licensee = { discountRate: 0.2, cashFlows: [-500, 0, 1500, 3000, 5000, 6000, 6000, 5000], investment: 1000 }
  const licensor = { discountRate: 0.14, yearlyCosts: 20, reservation: 800 }
  const both = dealForBothSides({ ...terms, licensor, licensee })

  it('values each side at its own rate', () => {
    const { result } = both
    const costs =
      dealValue({ sales: terms.sales.map(() => 1), tiers: [], discountRate: 0.14 }).result.expectedSales * 20
    expect(result.licensor.value).toBeCloseTo(1856.701479 - costs, 5)
    expect(result.licensor.gain).toBeCloseTo(result.licensor.value - 800, 10)
    const { yearlyFlows, value, returns, payback } = result.licensee
    expect(yearlyFlows[0]).toBe(-1500)
    // Signing, then half of −500 and 80 % of 300.
    expect(yearlyFlows[1]).toBe(-490)
    expect(value).toBeCloseTo(
      yearlyFlows.reduce((so, flow, year) => so + flow / 1.2 ** year, 0),
      9,
    )
    const irr = returns.rate ?? 0
    expect(yearlyFlows.reduce((so, flow, year) => so + flow / (1 + irr) ** year, 0)).toBeCloseTo(0, 6)
    expect(payback.years).toBeGreaterThan(4)
  })

  it('finds where they can meet', () => {
    const { lumpSum, flatRoyalty } = both.result
    expect(lumpSum.exists).toBe(true)
    expect(lumpSum.point).toBeCloseTo((lumpSum.least + lumpSum.most) / 2, 9)
    // At its borders one side gains nothing.
    const only = (upfront: number) =>
      dealForBothSides({ sales: terms.sales, tiers: [], commercialProbability: 0.5, upfront, licensor, licensee })
        .result
    expect(only(lumpSum.least).licensor.gain).toBeCloseTo(0, 8)
    expect(only(lumpSum.most).licensee.gain).toBeCloseTo(0, 8)
    const flat = (rate: number) =>
      dealForBothSides({
        sales: terms.sales,
        tiers: [{ from: 0, to: null, rate }],
        commercialProbability: 0.5,
        licensor,
        licensee,
      }).result
    expect(flat(flatRoyalty?.least ?? 0).licensor.gain).toBeCloseTo(0, 8)
    expect(flat(flatRoyalty?.most ?? 0).licensee.gain).toBeCloseTo(0, 8)
  })

  it('says where they cannot', () => {
    const { result, warnings } = dealForBothSides({ ...terms, licensor: { ...licensor, reservation: 1e6 }, licensee })
    expect(result.lumpSum).toMatchObject({ exists: false, point: null })
    expect(warnings.map(({ code }) => code)).toContain('no_zone_of_agreement')
    expect(zoneOfAgreement({ least: 10, most: 20, bargainingPower: 0.7 }).result.point).toBe(17)
  })

  it('refuses flows that do not run beside the sales', () => {
    const refused = (other: object) => () =>
      dealForBothSides({ ...terms, licensor, licensee: { ...licensee, ...other } })
    expect(refused({ cashFlows: [1] })).toThrow('licensee.cashFlows: length_differs')
    expect(refused({ discountRate: -1 })).toThrow('licensee.discountRate: rate_at_or_below_minus_one')
    expect(refused({ taxRate: 1 })).toThrow('licensee.taxRate: out_of_range')
    expect(() => zoneOfAgreement({ least: 10, most: NaN })).toThrow('most: not_a_number')
    expect(() => zoneOfAgreement({ least: 1, most: 2, bargainingPower: 2 })).toThrow('bargainingPower: out_of_range')
  })
})
