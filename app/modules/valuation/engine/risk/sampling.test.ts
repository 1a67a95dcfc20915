import { describe, expect, it } from 'vitest'
import { samplerOf } from './sampling.ts'

function drawn(sampling: 'latin_hypercube' | 'sobol', trials: number, width: number, seed = 5): Float64Array[] {
  const sampler = samplerOf(sampling, seed, trials, width)
  const columns = Array.from({ length: width }, () => new Float64Array(trials))
  // In two goes, as a simulation takes them in blocks.
  const head = columns.map((column) => column.subarray(0, 100))
  const rest = columns.map((column) => column.subarray(100))
  sampler.fill(head, 100)
  sampler.fill(rest, trials - 100)
  return columns
}

/** How many points each of `rows`·`columns` equal boxes of two dimensions holds. */
function boxes(x: Float64Array, y: Float64Array, rows: number, columns: number): Set<number> {
  const counts = new Array<number>(rows * columns).fill(0)
  for (const [at, value] of x.entries()) {
    const box = Math.floor(value * rows) * columns + Math.floor((y[at] ?? 0) * columns)
    counts[box] = (counts[box] ?? 0) + 1
  }
  return new Set(counts)
}

describe('Latin hypercube', () => {
  it('puts one trial into each stratum of each input', () => {
    for (const column of drawn('latin_hypercube', 1000, 4)) {
      const strata = Array.from(column, (value) => Math.floor(value * 1000)).sort((a, b) => a - b)
      expect(strata).toEqual(Array.from({ length: 1000 }, (_, at) => at))
    }
  })

  it('pairs the strata by chance', () => {
    const [x, y] = drawn('latin_hypercube', 1000, 2) as [Float64Array, Float64Array]
    const mean = x.reduce((sum, value, at) => sum + (value - 0.5) * ((y[at] ?? 0) - 0.5), 0) / 1000
    expect(Math.abs(mean * 12)).toBeLessThan(0.12)
  })
})

describe('Sobol sequence', () => {
  it('fills each of 2^k strata equally in all 40 dimensions, whatever the scrambling', () => {
    for (const seed of [1, 2, 4294967295])
      for (const column of drawn('sobol', 1024, 40, seed)) {
        const strata = Array.from(column, (value) => Math.floor(value * 1024)).sort((a, b) => a - b)
        expect(strata).toEqual(Array.from({ length: 1024 }, (_, at) => at))
      }
  })

  it('fills the boxes of its first two dimensions equally, of any shape', () => {
    const [x, y] = drawn('sobol', 1024, 2) as [Float64Array, Float64Array]
    for (const rows of [1, 2, 8, 32, 128, 1024]) expect(boxes(x, y, rows, 1024 / rows)).toEqual(new Set([1]))
  })

  it('fills coarse boxes of every two dimensions', () => {
    const columns = drawn('sobol', 8192, 12)
    for (const [at, x] of columns.entries())
      for (const y of columns.slice(at + 1)) {
        const counts = boxes(x, y, 4, 4)
        expect(Math.max(...counts)).toBeLessThan(1.3 * 512)
        expect(Math.min(...counts)).toBeGreaterThan(0.7 * 512)
      }
  })

  it('is scrambled otherwise by another seed, and never 0 or 1', () => {
    const [one] = drawn('sobol', 512, 1, 1) as [Float64Array]
    const [two] = drawn('sobol', 512, 1, 2) as [Float64Array]
    expect([...one]).not.toEqual([...two])
    for (const value of [...one, ...two]) expect(value > 0 && value < 1).toBe(true)
  })
})
