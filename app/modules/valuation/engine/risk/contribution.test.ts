import { describe, expect, it } from 'vitest'
import { contributionToVariance } from './contribution.ts'
import { type Distribution } from './distributions.ts'
import { type Model, simulate } from './simulation.ts'

const sum: Model = (row) => row.reduce((so, value) => so + value, 0)

describe('contributionToVariance', () => {
  const normal: Distribution = { kind: 'normal', mean: 0, stdev: 1 }
  const inputs = ['a', 'b', 'c'].map((name) => ({ name, distribution: normal }))
  const names = ['a', 'b', 'c']
  const run = (model: Model, correlation?: number[][]) => {
    const input = { inputs, model, trials: 20_000, seed: 5, keepDraws: true }
    const { draws = [], values } = simulate(correlation ? { ...input, correlation } : input).result
    return contributionToVariance({ names, draws, values })
  }

  it('shares the variance of a sum as the variances are shared', () => {
    const { result, steps, warnings } = run(([a = 0, b = 0, c = 0]) => a - 2 * b + 4 * c)
    expect(result.items.map(({ name }) => name)).toEqual(['c', 'b', 'a'])
    expect(result.items.reduce((so, { share }) => so + share, 0)).toBeCloseTo(1, 12)
    // 16/21, 4/21, 1/21.
    expect(result.items[0]?.share).toBeCloseTo(16 / 21, 1.5)
    expect(result.items[1]?.rankCorrelation).toBeLessThan(0)
    expect(result.explained).toBeGreaterThan(0.9)
    expect(steps).toHaveLength(6)
    expect(warnings).toEqual([])
  })

  it('warns where inputs are correlated, ranks explain little, or nothing varies', () => {
    const correlation = [
      [1, 0.6, 0],
      [0.6, 1, 0],
      [0, 0, 1],
    ]
    expect(run(sum, correlation).warnings[0]?.code).toBe('inputs_correlated')
    expect(run(([a = 0]) => a * a).warnings[0]?.code).toBe('ranks_explain_little')
    expect(run(() => 1)).toMatchObject({ result: { explained: 0 }, warnings: [{ code: 'nothing_varies' }] })
  })

  it('refuses columns that do not fit', () => {
    const values = Float64Array.of(1, 2, 3)
    const of =
      (draws: Float64Array[], given = values) =>
      () =>
        contributionToVariance({ names: ['a'], draws, values: given })
    expect(of([])).toThrow('draws: length_differs')
    expect(of([Float64Array.of(1)])).toThrow('draws[0]: length_differs')
    expect(of([Float64Array.of(1, NaN, 2)])).toThrow('draws[0][1]: not_a_number')
    expect(of([values], Float64Array.of())).toThrow('values: empty_series')
  })
})
