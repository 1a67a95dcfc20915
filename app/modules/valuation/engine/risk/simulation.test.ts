import { describe, expect, it, vi } from 'vitest'
import { type Distribution, momentsOf } from './distributions.ts'
import { pearson, ranksOf } from './order.ts'
import { mulberry32 } from './random.ts'
import { type Sampling, samplings } from './sampling.ts'
import { type Model, simulate, type SimulationInput, type UncertainInput } from './simulation.ts'

const revenues = [10_000, 14_000, 18_000, 20_000, 20_000, 19_000, 18_000, 16_000, 12_000, 8_000]

/** Relief from royalty of ten years, at mid-year: royalty, revenue multiplier, rate, tax, upkeep. */
const relief: Model = ([royalty = 0, multiplier = 0, rate = 0, tax = 0, upkeep = 0]) => {
  const factor = 1 / (1 + rate)
  let discount = Math.sqrt(factor)
  let value = 0
  for (const revenue of revenues) {
    value += revenue * discount
    discount *= factor
  }
  return value * multiplier * (royalty - upkeep) * (1 - tax)
}

const reliefInputs: UncertainInput[] = [
  { name: 'royalty', distribution: { kind: 'pert', low: 0.03, mode: 0.05, high: 0.08 } },
  { name: 'revenue', distribution: { kind: 'lognormal', mean: 1, cv: 0.2 } },
  { name: 'rate', distribution: { kind: 'normal', mean: 0.22, stdev: 0.03, atLeast: 0 } },
  {
    name: 'tax',
    distribution: {
      kind: 'discrete',
      outcomes: [
        { value: 0.2, probability: 0.7 },
        { value: 0.15, probability: 0.3 },
      ],
    },
  },
  { name: 'upkeep', distribution: { kind: 'triangular', low: 0.003, mode: 0.005, high: 0.008 } },
]

const sum: Model = (row) => row.reduce((so, value) => so + value, 0)
const one = (distribution: Distribution): UncertainInput[] => [{ name: 'x', distribution }]

/** 32 bits of all bits of the values, by FNV-1a; big-endian whatever the machine. */
function bitsOf(...columns: readonly Float64Array[]): number {
  let hash = 0x811c9dc5
  const bytes = new DataView(new ArrayBuffer(8))
  for (const column of columns)
    for (const value of column) {
      bytes.setFloat64(0, value)
      for (let byte = 0; byte < 8; byte++) hash = Math.imul(hash ^ bytes.getUint8(byte), 0x01000193)
    }
  return hash >>> 0
}

const ranked = [
  [1, 0.5, 0, 0, 0],
  [0.5, 1, -0.3, 0, 0],
  [0, -0.3, 1, 0, 0],
  [0, 0, 0, 1, 0],
  [0, 0, 0, 0, 1],
]

describe('simulate', () => {
  it.each([
    { kind: 'triangular', low: 1, mode: 2, high: 5 },
    { kind: 'pert', low: 1, mode: 2, high: 5 },
    { kind: 'normal', mean: 2, stdev: 1, atLeast: 1, atMost: 4 },
    { kind: 'lognormal', mean: 3, cv: 0.6 },
    { kind: 'uniform', low: -1, high: 2 },
    {
      kind: 'discrete',
      outcomes: [
        { value: 3, probability: 0.25 },
        { value: 1, probability: 0.75 },
      ],
    },
  ] satisfies Distribution[])('finds mean and spread of $kind within its error', (distribution) => {
    const { mean, variance } = momentsOf(distribution)
    for (const sampling of samplings) {
      const { result } = simulate({ inputs: one(distribution), model: sum, trials: 16_384, seed: 42, sampling })
      expect(Math.abs(result.mean - mean)).toBeLessThan(4 * result.standardError + 1e-12)
      expect(Math.abs(result.stdev / Math.sqrt(variance) - 1)).toBeLessThan(0.06)
    }
  })

  it('states an error that is true: over many seeds the mean is within it as often as it says', () => {
    const { mean } = momentsOf({ kind: 'triangular', low: 1, mode: 2, high: 5 })
    const inputs = one({ kind: 'triangular', low: 1, mode: 2, high: 5 })
    for (const sampling of samplings) {
      let inside = 0
      for (let seed = 0; seed < 200; seed++) {
        const { result } = simulate({ inputs, model: sum, trials: 512, seed, sampling })
        if (Math.abs(result.mean - mean) < 1.96 * result.standardError) inside++
      }
      // 95 % of 200 are 190; eight replicates give the wider tails of Student's t.
      expect(inside).toBeGreaterThan(174)
    }
  })

  it('is nearer with strata', () => {
    const error = (sampling: Sampling) =>
      simulate({ inputs: reliefInputs, model: relief, trials: 16_384, seed: 9, sampling }).result.standardError
    expect(error('latin_hypercube')).toBeLessThan(error('plain') / 3)
    expect(error('sobol')).toBeLessThan(error('latin_hypercube') / 3)
  })

  it('draws trial by trial, in each the inputs in their order', () => {
    const uniform: Distribution = { kind: 'uniform', low: 0, high: 1 }
    const inputs = ['a', 'b', 'c'].map((name) => ({ name, distribution: uniform }))
    const next = mulberry32(77)
    const { values } = simulate({ inputs, model: sum, trials: 1500, seed: 77 }).result
    for (const value of values) expect(value).toBe(next() + next() + next())
  })

  it('reaches the rank correlations asked for', () => {
    for (const sampling of samplings) {
      const { draws = [] } = simulate({
        inputs: reliefInputs,
        model: relief,
        trials: 20_000,
        seed: 3,
        sampling,
        correlation: ranked,
        keepDraws: true,
      }).result
      const ranks = draws.map(ranksOf)
      for (const [row, left] of ranks.entries())
        for (const [column, right] of ranks.entries())
          if (row !== 3 && column !== 3) expect(pearson(left, right)).toBeCloseTo(ranked[row]?.[column] ?? 0, 1.5)
    }
  })

  it('keeps each input as it was while correlating them', () => {
    const { draws = [] } = simulate({
      inputs: reliefInputs,
      model: relief,
      trials: 50_000,
      seed: 8,
      correlation: ranked,
      keepDraws: true,
    }).result
    for (const [at, { distribution }] of reliefInputs.entries()) {
      const { mean, variance } = momentsOf(distribution)
      const drawn = (draws[at] ?? new Float64Array(1)).reduce((so, value) => so + value, 0) / 50_000
      expect(Math.abs(drawn - mean)).toBeLessThan(4 * Math.sqrt(variance / 50_000))
    }
  })

  it('gives the percentiles and probabilities of the sorted values', () => {
    const { result } = simulate({
      inputs: reliefInputs,
      model: relief,
      trials: 3001,
      seed: 1,
      percentiles: [0.01, 0.05, 0.5, 0.777, 0.99],
      thresholds: [2000, 3000, 1e9],
      bins: 17,
    })
    const rising = [...result.values].sort((a, b) => a - b)
    for (const { probability, value, from, to } of result.percentiles) {
      const place = 3000 * probability
      const low = rising[Math.floor(place)] ?? 0
      expect(value).toBeCloseTo(low + (place % 1) * ((rising[Math.floor(place) + 1] ?? 0) - low), 9)
      expect(from).toBeLessThanOrEqual(value)
      expect(to).toBeGreaterThanOrEqual(value)
    }
    for (const { threshold, probability } of result.exceedances)
      expect(probability).toBe(rising.filter((value) => value > threshold).length / 3001)
    expect([result.min, result.max]).toEqual([rising[0], rising.at(-1)])
    expect(result.histogram.counts.reduce((so, count) => so + count, 0)).toBe(3001)
    expect(result.histogram.from + 17 * result.histogram.width).toBeCloseTo(result.max, 9)
    expect(result.convergence.at(-1)).toEqual({
      trials: 3001,
      mean: expect.closeTo(result.mean, 9) as number,
      standardError: expect.closeTo(result.standardError, 9) as number,
    })
  })

  it('shows its working, and warns of too few trials', () => {
    const { steps, warnings } = simulate({
      inputs: reliefInputs,
      model: relief,
      trials: 100,
      seed: 1,
      thresholds: [1500],
    })
    expect(steps.slice(0, 4).map(({ label }) => label)).toEqual(['trials', 'mean', 'stdev', 'standard_error'])
    expect(steps.at(-1)).toMatchObject({ label: 'probability_above', symbol: 'P(V > 1500)', unit: 'probability' })
    expect(warnings.map(({ code }) => code)).toEqual([
      'not_converged',
      'percentile_beyond_trials',
      'percentile_beyond_trials',
    ])
    const wide = simulate({ inputs: reliefInputs, model: relief, trials: 8192, seed: 1, sampling: 'sobol' })
    expect(wide.warnings).toEqual([])
    const odd = simulate({ inputs: reliefInputs, model: relief, trials: 10_000, seed: 1, sampling: 'sobol' })
    expect(odd.warnings).toEqual([{ code: 'trials_not_power_of_two', values: { trials: 10_000, better: 8192 } }])
  })

  it('takes a value that never changes', () => {
    const { result } = simulate({ inputs: reliefInputs, model: () => 7, trials: 50, seed: 1, thresholds: [7] })
    expect([result.mean, result.stdev, result.percentiles[3]?.value, result.exceedances[0]?.probability]).toEqual([
      7, 0, 7, 0,
    ])
    expect(result.histogram).toEqual({ from: 7, width: 0, counts: [50] })
  })
})

describe('the same seed gives the same bits', () => {
  const run = (sampling: Sampling, correlation?: number[][]) => {
    const input: SimulationInput = {
      inputs: reliefInputs,
      model: relief,
      trials: 3000,
      seed: 2024,
      sampling,
      keepDraws: true,
    }
    const { values, draws = [] } = simulate(correlation ? { ...input, correlation } : input).result
    return bitsOf(values, ...draws)
  }

  it('on every machine', () => {
    expect({
      independent: samplings.map((sampling) => run(sampling)),
      correlated: samplings.map((sampling) => run(sampling, ranked)),
    }).toEqual({ independent: [631139842, 1074976627, 1677627714], correlated: [1316290338, 3181026117, 1474529953] })
  })

  it('without any function that engines may round as they like', () => {
    const before = samplings.map((sampling) => run(sampling, ranked))
    for (const name of ['exp', 'log', 'pow', 'sin', 'cos', 'atan', 'tan', 'expm1', 'log1p', 'cbrt', 'tanh'] as const)
      vi.spyOn(Math, name).mockImplementation(() => NaN)
    expect(samplings.map((sampling) => run(sampling, ranked))).toEqual(before)
  })
})

describe('a simulation is refused', () => {
  const valid: SimulationInput = { inputs: reliefInputs, model: relief, trials: 100, seed: 1 }
  const inputs = one({ kind: 'uniform', low: 0, high: 1 })
  it.each([
    [{ inputs: [] }, 'inputs: empty_series'],
    [{ inputs: [...inputs, ...inputs] }, 'inputs[1].name: name_repeated'],
    [{ inputs: one({ kind: 'uniform', low: 1, high: 0 }) }, 'inputs[0].distribution.low: low_not_below_high'],
    [{ trials: 1 }, 'trials: out_of_range'],
    [{ trials: 1e9 }, 'trials: out_of_range'],
    [{ trials: 10.5 }, 'trials: not_whole'],
    [{ seed: -1 }, 'seed: out_of_range'],
    [{ seed: NaN }, 'seed: not_a_number'],
    [{ sampling: 'halton' as Sampling }, 'sampling: unknown'],
    [{ replicates: 51 }, 'replicates: out_of_range'],
    [{ percentiles: [0.5, 0] }, 'percentiles[1]: out_of_range'],
    [{ thresholds: [Infinity] }, 'thresholds[0]: infinite'],
    [{ bins: 0 }, 'bins: out_of_range'],
    [{ tolerance: 0 }, 'tolerance: out_of_range'],
    [{ correlation: [[1]] }, 'correlation: length_differs'],
    [{ model: () => NaN }, 'model: not_a_number'],
    [{ model: ([first = 0]) => 1 / (first > 0.05 ? 0 : 1) }, 'model: infinite'],
    [{ model: () => 1e308 }, 'model: overflow'],
  ] satisfies [Partial<SimulationInput>, string][])('%#: %o', (change, said) => {
    expect(() => simulate({ ...valid, ...change })).toThrow(said)
  })
})
