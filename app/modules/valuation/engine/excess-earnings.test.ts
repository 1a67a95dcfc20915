import { describe, expect, it } from 'vitest'
import { excessEarnings } from './excess-earnings.ts'

const given = {
  revenues: [50_000, 45_000, 38_000, 30_000, 20_000],
  operatingMargin: 0.25,
  taxRate: 0.2,
  contributoryAssets: [
    { name: 'working capital', balanceOfRevenue: 0.12, returnRate: 0.05 },
    { name: 'fixed assets', balanceOfRevenue: 0.3, returnRate: 0.08 },
    { name: 'workforce', balanceOfRevenue: 0.06, returnRate: 0.15 },
    { name: 'trade mark', royaltyOfRevenue: 0.01 },
  ],
  discountRate: 0.18,
  timing: { convention: 'mid' },
  taxAmortisation: { years: 5 },
} as const

describe('excessEarnings', () => {
  it('is profit after tax less what other assets earn', () => {
    const { result, steps } = excessEarnings(given)
    expect(result.chargeOfRevenue).toBeCloseTo(0.047, 12)
    expect(result.rows[0]?.charge).toBeCloseTo(2350, 9)
    expect(result.rows[4]?.excessEarnings).toBeCloseTo(3060, 9)
    expect(result.valueBeforeTaxBenefit).toBeCloseTo(20_282.283821, 6)
    expect(result.fairValue).toBeCloseTo(23_471.580855, 5)
    expect(steps.find(({ symbol }) => symbol === 'CAC_1 (trade mark)')?.numbers).toBe('50000·0.01·0.8')
    const sum = result.charges.reduce((so, { ofYears }) => so + (ofYears[2] ?? 0), 0)
    expect(sum).toBeCloseTo(result.rows[2]?.charge ?? 0, 9)
  })

  it('takes profits and balances as amounts', () => {
    const amounts = excessEarnings({
      ...given,
      operatingMargin: undefined,
      operatingProfits: given.revenues.map((revenue) => revenue * 0.25),
      contributoryAssets: [
        { name: 'all', balance: given.revenues.map((revenue) => revenue * 0.48), returnRate: 0.08125 },
        { name: 'trade mark', royaltyOfRevenue: 0.01 },
      ],
    }).result
    expect(amounts.valueBeforeTaxBenefit).toBeCloseTo(20_282.283821, 6)
    expect(excessEarnings({ ...given, contributoryAssets: [] }).result.rows[0]?.excessEarnings).toBe(10_000)
  })

  it.each([
    [{ operatingMargin: undefined }, 'operatingMargin: missing'],
    [{ operatingProfits: [1, 2, 3, 4, 5] }, 'operatingProfits: one_too_many'],
    [{ operatingMargin: 1.2 }, 'operatingMargin: out_of_range'],
    [{ contributoryAssets: [{ name: 'a' }] }, 'contributoryAssets[0]: missing'],
    [{ contributoryAssets: [{ name: 'a', balance: 1, royaltyOfRevenue: 0.1 }] }, 'contributoryAssets[0]: one_too_many'],
    [{ contributoryAssets: [{ name: 'a', balance: 1 }] }, 'contributoryAssets[0].returnRate: missing'],
    [
      { contributoryAssets: [{ name: 'a', balance: [1, 2], returnRate: 0.1 }] },
      'contributoryAssets[0].balance: length_differs',
    ],
    [
      {
        contributoryAssets: [
          { name: 'a', balance: 1, returnRate: 0.1, currency: 'USD' },
          { name: 'b', balance: 1, returnRate: 0.1, currency: 'VND' },
        ],
      },
      'contributoryAssets[1].currency: mixed_currencies',
    ],
  ])('refuses %j', (other, message) => {
    expect(() => excessEarnings({ ...given, ...other })).toThrow(message)
  })
})
