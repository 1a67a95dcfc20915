import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparableTransactions } from './market.ts'
import { positionOf, quantile, quantileOf } from './quantiles.ts'

const comparables = [
  { id: 'A', price: 4200, adjustments: { time: 0.03, territory: -0.1, exclusivity: 0.15, trl: 0.05, life: -0.04 } },
  { id: 'B', price: 6100, adjustments: { time: 0.01, territory: -0.05, exclusivity: -0.1, trl: -0.08, life: 0.02 } },
  { id: 'C', price: 5000, adjustments: { time: 0.02, territory: 0, exclusivity: 0, trl: 0.1, life: -0.03 } },
]
const codes = (given: Parameters<typeof comparableTransactions>[0]['comparables']) =>
  comparableTransactions({ comparables: given }).warnings.map(({ code }) => code)

describe('comparableTransactions', () => {
  it('adjusts, weighs and warns', () => {
    const { result, warnings } = comparableTransactions({ comparables })
    expect(result.rows.map((row) => row.priceAdditive)).toEqual([4578, 4880, 5450])
    expect(result.additive.mean).toBeCloseTo(4969.333333, 6)
    expect(result.additive.median).toBe(4880)
    expect(result.additive.weighted).toBeCloseTo(5105.77871, 5)
    expect(result.rows[0]?.priceMultiplicative).toBeCloseTo(4513.22928, 5)
    // Only A is adjusted by more than 30 %.
    expect(warnings).toMatchObject([{ code: 'gross_adjustment_high', values: { count: 1 } }])
  })

  it('warns of few, far and much adjusted comparables', () => {
    expect(codes(comparables.slice(1, 2))).toEqual(['fewer_than_three_comparables'])
    const far = [
      { id: 'A', price: 100, adjustments: { time: 0.1 } },
      { id: 'B', price: 150, adjustments: { time: 0.1 } },
      { id: 'C', price: 120, adjustments: { time: 0.1 } },
    ]
    expect(codes(far)).toEqual(['spread_high'])
  })

  it('gives all weight to what needed no adjustment', () => {
    const given = [{ id: 'A', price: 100, adjustments: {} }, ...comparables, { id: 'E', price: 200, adjustments: {} }]
    const { result, warnings } = comparableTransactions({ comparables: given })
    expect(result.rows.map(({ weight }) => weight)).toEqual([0.5, 0, 0, 0, 0.5])
    expect(result.additive.weighted).toBe(150)
    expect(warnings.map(({ code }) => code)).toContain('unadjusted_take_all_weight')
  })

  it('lies between the adjusted prices by any of its weights', () => {
    const one = fc.record({
      price: fc.double({ min: 1, max: 1e9, noNaN: true }),
      part: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (given) => {
        const { result } = comparableTransactions({
          comparables: given.map(({ price, part }, at) => ({ id: String(at), price, adjustments: { part } })),
        })
        const prices = result.rows.map((row) => row.priceAdditive)
        expect(result.rows.reduce((so, { weight }) => so + weight, 0)).toBeCloseTo(1, 12)
        for (const centre of [result.additive.mean, result.additive.median, result.additive.weighted]) {
          expect(centre).toBeGreaterThanOrEqual(Math.min(...prices) * (1 - 1e-12))
          expect(centre).toBeLessThanOrEqual(Math.max(...prices) * (1 + 1e-12))
        }
      }),
    )
  })

  it.each([
    [[], 'comparables: empty_series'],
    [[{ id: 'A', price: 0, adjustments: {} }], 'comparables[0].price: not_positive'],
    [[{ id: 'A', price: 1, adjustments: { time: -1 } }], 'comparables[0].adjustments.time: out_of_range'],
    [[{ id: 'A', price: 1, adjustments: { a: -0.6, b: -0.5 } }], 'comparables[0].adjustments: out_of_range'],
    [[{ id: 'A', price: 1, adjustments: { time: NaN } }], 'comparables[0].adjustments.time: not_a_number'],
    [
      [
        { id: 'A', price: 1, currency: 'VND', adjustments: {} },
        { id: 'B', price: 1, currency: 'USD', adjustments: {} },
      ],
      'comparables[1].currency: mixed_currencies',
    ],
    [
      [
        { id: 'A', price: 1, unit: 'million', adjustments: {} },
        { id: 'B', price: 1, unit: 'billion', adjustments: {} },
      ],
      'comparables[1].unit: mixed_units',
    ],
  ])('refuses %j', (given, message) => {
    expect(() => comparableTransactions({ comparables: given })).toThrow(message)
  })
})

describe('quantiles of type 7', () => {
  it.each([
    // The example of spreadsheets' own help, and R's quantile(1:10).
    [[1, 2, 4, 7, 8, 9, 10, 12], 0.25, 3.5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.25, 3.25],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.75, 7.75],
    [[5], 0.3, 5],
  ])('of %j at %d', (values, p, expected) => {
    expect(quantile('values', [...values].reverse(), p)).toBe(expected)
  })

  it('are found again by their position', () => {
    const values = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (given, p) => {
        const sorted = [...given].sort((a, b) => a - b)
        expect(positionOf(sorted, quantileOf(sorted, p))).toBeCloseTo(p, 9)
      }),
    )
    expect(positionOf([1, 2, 2, 2, 3], 2)).toBe(0.5)
    expect(positionOf([1, 2], 0)).toBe(0)
    expect(positionOf([1, 2], 3)).toBe(1)
    expect(positionOf([2], 2)).toBe(0.5)
  })

  it('refuse what is none', () => {
    expect(() => quantile('rates', [], 0.5)).toThrow('rates: empty_series')
    expect(() => quantile('rates', [1], 1.5)).toThrow('p: out_of_range')
  })
})
