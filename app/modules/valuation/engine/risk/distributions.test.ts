import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaDistribution, betaFromTable, betaOfNormal, betaQuantile } from './beta.ts'
import { describeDistribution } from './description.ts'
import { checkDistribution, cumulative, type Distribution, momentsOf, quantile } from './distributions.ts'
import { normalDistribution } from './gaussian.ts'
import { InputRefusal } from '../worked.ts'

const continuous: Distribution[] = [
  { kind: 'triangular', low: 0.02, mode: 0.05, high: 0.1 },
  { kind: 'triangular', low: -3, mode: -3, high: 4 },
  { kind: 'triangular', low: -3, mode: 4, high: 4 },
  { kind: 'pert', low: 0.02, mode: 0.05, high: 0.1 },
  { kind: 'pert', low: 10, mode: 10, high: 30, weight: 2 },
  { kind: 'normal', mean: 0.22, stdev: 0.03 },
  { kind: 'lognormal', mean: 1000, cv: 0.5 },
  { kind: 'uniform', low: -1, high: 2 },
]
const stepped: Distribution[] = [
  { kind: 'normal', mean: 0.1, stdev: 0.3, atLeast: 0, atMost: 0.5 },
  {
    kind: 'discrete',
    outcomes: [
      { value: 5, probability: 0.2 },
      { value: -1, probability: 0.5 },
      { value: 9, probability: 0 },
      { value: 7, probability: 0.3 },
    ],
  },
]

const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })

describe('distributions', () => {
  it.each(continuous)('F undoes F⁻¹: %o', (distribution) => {
    fc.assert(
      fc.property(probability, (u) => {
        expect(cumulative(distribution, quantile(distribution, u))).toBeCloseTo(u, 9)
      }),
    )
  })

  it.each([...continuous, ...stepped])('F⁻¹ is the least value with F ≥ u, and rises: %o', (distribution) => {
    fc.assert(
      fc.property(probability, probability, (u, v) => {
        const [low, high] = u < v ? [u, v] : [v, u]
        expect(quantile(distribution, low)).toBeLessThanOrEqual(quantile(distribution, high))
        expect(cumulative(distribution, quantile(distribution, u))).toBeGreaterThan(u - 1e-9)
      }),
    )
  })

  it.each([...continuous, ...stepped])(
    'mean and variance are those of F⁻¹ over equal probabilities: %o',
    (distribution) => {
      const { mean, variance } = momentsOf(distribution)
      const count = 20_000
      let [first, second] = [0, 0]
      for (let at = 0; at < count; at++) {
        const deviation = quantile(distribution, (at + 0.5) / count) - mean
        first += deviation / count
        second += (deviation * deviation) / count
      }
      expect(Math.abs(first)).toBeLessThan(2e-3 * Math.sqrt(variance))
      expect(second / variance).toBeGreaterThan(0.99)
      expect(second / variance).toBeLessThan(1.001)
    },
  )

  it('do not lose the variance of large values', () => {
    const { variance } = momentsOf({ kind: 'triangular', low: 1e9, mode: 1e9 + 1, high: 1e9 + 2 })
    expect(variance).toBeCloseTo(1 / 6, 12)
  })

  it('are 0 and 1 outside', () => {
    for (const distribution of [...continuous, ...stepped]) {
      expect(cumulative(distribution, -1e9)).toBe(0)
      expect(cumulative(distribution, 1e12)).toBe(1)
    }
  })
})

/** Computed to thirty digits. */
const betas = [
  [2.5, 3.5, 0.0001, 0.009741357425889116],
  [2.5, 3.5, 0.3, 0.3017723232475054],
  [2.5, 3.5, 0.99, 0.8419942223937258],
  [1, 5, 0.0001, 0.00002000080004800336],
  [1, 5, 0.99, 0.6018928294465027],
  [1.4, 4.6, 0.0001, 0.0003387362566666587],
  [1.4, 4.6, 0.99, 0.6820390174974772],
  [21, 31, 0.3, 0.3671653298413579],
] as const

describe('beta distribution', () => {
  it.each(betas)('I⁻¹ for α = %d, β = %d at %d', (alpha, beta, p, expected) => {
    expect(Math.abs(betaQuantile(p, { alpha, beta }) - expected)).toBeLessThan(1e-13)
    expect(betaDistribution(expected, { alpha, beta })).toBeCloseTo(p, 13)
  })

  it('is drawn from a table as exact as the inverse', () => {
    for (const [alpha, beta] of [
      [2.5, 3.5],
      [1, 5],
      [5, 1],
      [1, 1],
      [1.4, 4.6],
      [21, 31],
    ] as const) {
      const table = betaOfNormal({ alpha, beta })
      for (let z = -6; z <= 0; z += 0.0837) {
        const exact = betaQuantile(normalDistribution(z), { alpha, beta })
        const mirrored = 1 - betaQuantile(normalDistribution(z), { alpha: beta, beta: alpha })
        expect(Math.abs(betaFromTable(table, z) - exact)).toBeLessThan(1e-12)
        expect(Math.abs(betaFromTable(table, -z) - mirrored)).toBeLessThan(1e-12)
      }
      expect(betaFromTable(table, -50)).toBeGreaterThanOrEqual(0)
      expect(betaFromTable(table, 50)).toBeLessThanOrEqual(1)
    }
  })
})

const refused: [Distribution, string][] = [
  [{ kind: 'triangular', low: 2, mode: 2, high: 2 }, 'x.low: low_not_below_high'],
  [{ kind: 'triangular', low: 0, mode: 3, high: 2 }, 'x.mode: mode_outside_range'],
  [{ kind: 'triangular', low: NaN, mode: 1, high: 2 }, 'x.low: not_a_number'],
  [{ kind: 'pert', low: 0, mode: 1, high: Infinity }, 'x.high: infinite'],
  [{ kind: 'pert', low: 0, mode: 1, high: 2, weight: 0 }, 'x.weight: not_positive'],
  [{ kind: 'pert', low: 0, mode: 1, high: 2, weight: 51 }, 'x.weight: out_of_range'],
  [{ kind: 'normal', mean: 0, stdev: 0 }, 'x.stdev: not_positive'],
  [{ kind: 'normal', mean: 0, stdev: 1, atLeast: 1, atMost: 1 }, 'x.atLeast: low_not_below_high'],
  [{ kind: 'lognormal', mean: -1, cv: 0.1 }, 'x.mean: not_positive'],
  [{ kind: 'lognormal', mean: 1, cv: -0.1 }, 'x.cv: not_positive'],
  [{ kind: 'uniform', low: 1, high: 0 }, 'x.low: low_not_below_high'],
  [{ kind: 'discrete', outcomes: [] }, 'x.outcomes: empty_series'],
  [{ kind: 'discrete', outcomes: [{ value: 1, probability: 0.9 }] }, 'x.outcomes: shares_not_one'],
  [{ kind: 'discrete', outcomes: [{ value: 1, probability: 1.1 }] }, 'x.outcomes[0].probability: out_of_range'],
  [{ kind: 'cauchy' } as unknown as Distribution, 'x.kind: unknown'],
  [{ kind: 'uniform', low: 1 } as unknown as Distribution, 'x.high: missing'],
]

describe('a distribution is refused', () => {
  it.each(refused)('%o', (distribution, said) => {
    expect(() => checkDistribution('x', distribution)).toThrow(
      new InputRefusal(...(said.split(': ') as [string, string])),
    )
  })

  it('where there is none', () => {
    expect(() => checkDistribution('x', undefined)).toThrow('x: missing')
  })
})

describe('describeDistribution', () => {
  it('shows how each figure arises', () => {
    const distribution: Distribution = { kind: 'pert', low: 0.02, mode: 0.05, high: 0.1 }
    const { result, steps, warnings } = describeDistribution({
      distribution,
      probabilities: [0.5],
      values: [0.05],
      unit: 'rate',
    })
    expect(result.shape).toEqual({ alpha: expect.closeTo(2.5, 12) as number, beta: expect.closeTo(3.5, 12) as number })
    expect(result.classicStdev).toBeCloseTo(0.013333, 6)
    expect(result.stdev).toBeCloseTo(0.014907, 6)
    expect(steps.map(({ label }) => label)).toEqual([
      'pert_alpha',
      'pert_beta',
      'mean',
      'variance',
      'stdev',
      'quantile',
      'cumulative_probability',
    ])
    expect(steps[2]).toMatchObject({ formula: '(a + λm + b)/(λ + 2)', unit: 'rate', value: result.mean })
    expect(steps[2]?.numbers).toBe('a = 0.02, m = 0.05, b = 0.1, λ = 4')
    expect(warnings).toEqual([])
  })

  it('takes the lognormal by the mean and spread of the variable itself', () => {
    const { result } = describeDistribution({ distribution: { kind: 'lognormal', mean: 1000, cv: 0.5 } })
    expect([result.mean, result.stdev]).toEqual([1000, 500])
    expect(result.logarithm?.stdev).toBeCloseTo(Math.sqrt(Math.log(1.25)), 14)
    expect(result.logarithm?.mean).toBeCloseTo(Math.log(1000) - Math.log(1.25) / 2, 13)
  })

  it('warns where bounds hold much back', () => {
    const rate = { kind: 'normal', mean: 0.02, stdev: 0.05, atLeast: 0 } as const
    const { result, warnings } = describeDistribution({ distribution: rate })
    expect(result.clipped).toBeCloseTo(normalDistribution(-0.4), 14)
    expect(warnings[0]?.code).toBe('distribution_clipped')
    expect(result.mean).toBeGreaterThan(0.02)
    expect(describeDistribution({ distribution: { ...rate, atLeast: -0.9 } }).warnings).toEqual([])
  })

  it('refuses probabilities and values that are none, and figures beyond doubles', () => {
    const distribution: Distribution = { kind: 'uniform', low: 0, high: 1 }
    expect(() => describeDistribution({ distribution, probabilities: [0.5, 1] })).toThrow(
      'probabilities[1]: out_of_range',
    )
    expect(() => describeDistribution({ distribution, values: [NaN] })).toThrow('values[0]: not_a_number')
    const wide = { kind: 'uniform', low: -1e300, high: 1e300 } as const
    expect(() => describeDistribution({ distribution: wide })).toThrow('result.variance: overflow')
  })
})
