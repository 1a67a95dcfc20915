import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocated, inMinorUnits } from './amounts.ts'
import { authorRemuneration, royaltyBases, stateFundedSplit } from './rules-vn.ts'

const sales = {
  grossSales: 12_000,
  boughtComponents: 2500,
  packaging: 300,
  transport: 450,
  advertising: 250,
  tradeDiscounts: 200,
  priceReductions: 100,
  returns: 150,
  reasonableCosts: 7200,
}

describe('royaltyBases', () => {
  it('are net selling price, net revenue and pre-tax profit', () => {
    const { result } = royaltyBases({
      ...sales,
      rates: { netSellingPrice: 0.05, netRevenue: 0.04, preTaxProfit: 0.12 },
    })
    expect(result).toEqual({
      netSellingPrice: 8500,
      netRevenue: 11_550,
      preTaxProfit: 4350,
      onNetSellingPrice: 425,
      onNetRevenue: 462,
      onPreTaxProfit: 522,
    })
    expect(royaltyBases(sales).result.onNetRevenue).toBeNull()
  })

  it('owe nothing on a loss', () => {
    const { result, warnings } = royaltyBases({ ...sales, reasonableCosts: 20_000, rates: { preTaxProfit: 0.12 } })
    expect(result).toMatchObject({ preTaxProfit: -8450, onPreTaxProfit: 0 })
    expect(warnings.map(({ code }) => code)).toEqual(['no_profit_to_share'])
  })

  it.each([
    [{ packaging: -1 }, 'packaging: negative'],
    [{ grossSales: NaN }, 'grossSales: not_a_number'],
    [{ rates: { netRevenue: 1.1 } }, 'rates.netRevenue: out_of_range'],
  ])('refuses %j', (given, message) => {
    expect(() => royaltyBases({ ...sales, ...given })).toThrow(message)
  })
})

describe('stateFundedSplit', () => {
  const given = {
    proceeds: 1000,
    deductibleCosts: 150,
    taxRate: 0.2,
    stateFundedShare: 1,
    authorShare: 0.3,
    intermediaryShare: 0.1,
  }
  const codes = (other: object) => stateFundedSplit({ ...given, ...other }).warnings.map(({ code }) => code)

  it('gives author, intermediary and owner their parts', () => {
    const { result, warnings } = stateFundedSplit(given)
    expect(result).toEqual({ afterTaxProfit: 680, author: 204, intermediary: 68, owner: 408 })
    expect(warnings).toEqual([])
  })

  it('raises an author to the floor and tells of a small intermediary', () => {
    expect(stateFundedSplit({ ...given, authorShare: 0.1 }).result.author).toBe(204)
    expect(codes({ authorShare: 0.1 })).toEqual(['author_share_raised_to_floor'])
    expect(codes({ intermediaryShare: 0.05 })).toEqual(['intermediary_share_below_default'])
    expect(codes({ intermediaryShare: 0 })).toEqual([])
    expect(stateFundedSplit({ ...given, authorShare: 0.1, authorFloor: 0.2 }).result.author).toBeCloseTo(136, 10)
  })

  it('leaves a loss with the owner', () => {
    const { result, warnings } = stateFundedSplit({ ...given, proceeds: 100 })
    expect(result).toEqual({ afterTaxProfit: -50, author: 0, intermediary: 0, owner: -50 })
    expect(warnings.map(({ code }) => code)).toEqual(['no_profit_to_share'])
  })

  it('adds up to the profit', () => {
    const part = fc.double({ min: 0, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), part, part, part, (proceeds, author, mid, state) => {
        const { result } = stateFundedSplit({
          ...given,
          proceeds,
          authorShare: author,
          intermediaryShare: mid,
          stateFundedShare: state,
        })
        const sum = result.author + result.intermediary + result.owner
        expect(Math.abs(sum - result.afterTaxProfit)).toBeLessThanOrEqual(
          1e-14 * Math.abs(result.afterTaxProfit) + 1e-12,
        )
        expect(Math.min(result.author, result.intermediary)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it.each([
    [{ authorShare: 0.95 }, 'intermediaryShare: shares_above_one'],
    [{ stateFundedShare: 1.5 }, 'stateFundedShare: out_of_range'],
    [{ proceeds: -1 }, 'proceeds: negative'],
    [{ taxRate: 1 }, 'taxRate: out_of_range'],
  ])('refuses %j', (other, message) => {
    expect(() => stateFundedSplit({ ...given, ...other })).toThrow(message)
  })
})

describe('authorRemuneration', () => {
  it('is by default a tenth of own use and fifteen per cent of licence payments', () => {
    const { result } = authorRemuneration({ attributableProfit: 800, licencePayments: [200, 300] })
    expect(result).toEqual({ selfUse: 80, licensing: 75, total: 155, coAuthors: [155] })
    expect(authorRemuneration({}).result.total).toBe(0)
    const agreed = authorRemuneration({
      attributableProfit: 800,
      rates: { selfUse: 0.2 },
      coAuthorShares: [0.25, 0.75],
    })
    expect(agreed.result.coAuthors).toEqual([40, 120])
  })

  it.each([
    [{ attributableProfit: -1 }, 'attributableProfit: negative'],
    [{ licencePayments: [1, -1] }, 'licencePayments[1]: negative'],
    [{ coAuthorShares: [0.5, 0.4] }, 'coAuthorShares: shares_not_one'],
    [{ rates: { licensing: 2 } }, 'rates.licensing: out_of_range'],
  ])('refuses %j', (given, message) => {
    expect(() => authorRemuneration(given)).toThrow(message)
  })
})

describe('whole amounts', () => {
  it.each([
    [2000.4321464, 1e6, 2_000_432_146],
    [0.5, 1, 1],
    [-0.5, 1, -1],
    [-1.4, 1, -1],
    [0.2, 1, 0],
    [-0.2, 1, 0],
  ])('%d of %d are %d', (value, units, amount) => {
    expect(inMinorUnits(value, units)).toBe(amount)
  })

  it('lose nothing when they are shared out', () => {
    const shares = fc
      .array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 })
      .map((parts) => parts.map((part) => part / parts.reduce((so, one) => so + one, 0)))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), shares, (amount, given) => {
        const { result } = allocated({ amount, shares: given })
        expect(result.reduce((so, one) => so + one, 0)).toBe(amount)
        for (const [at, part] of result.entries())
          expect(Math.abs(part - amount * (given[at] ?? 0))).toBeLessThanOrEqual(1.5)
      }),
    )
    expect(allocated({ amount: 10, shares: [0.3, 0.3, 0.4] }).result).toEqual([3, 3, 4])
    expect(allocated({ amount: 100, shares: [1 / 3, 1 / 3, 1 / 3] }).result).toEqual([34, 33, 33])
  })

  it.each([
    [{ amount: 1.5, shares: [1] }, 'amount: not_whole'],
    [{ amount: -1, shares: [1] }, 'amount: negative'],
    [{ amount: 1e16, shares: [1] }, 'amount: overflow'],
    [{ amount: 1, shares: [0.5, 0.4] }, 'shares: shares_not_one'],
  ])('refuse %j', (given, message) => {
    expect(() => allocated(given)).toThrow(message)
  })
})
