import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalDensity, normalDistribution, normalQuantile } from './gaussian.ts'

/** Computed to thirty digits. */
const distribution = [
  [-37, 5.7255712225245768e-300],
  [-8, 6.2209605742717841e-16],
  [-5.7, 5.9903714010635282e-9],
  [-3, 0.0013498980316300945],
  [-1.96, 0.024997895148220436],
  [-0.5, 0.3085375387259869],
  [0.3, 0.61791142218895263],
  [1.2, 0.88493032977829172],
  [4, 0.99996832875816688],
  [6, 0.99999999901341235],
] as const

const quantiles = [
  [1e-300, -37.047096299361199],
  [1e-20, -9.2623400897984076],
  [1e-5, -4.2648907939228246],
  [0.025, -1.9599639845400542],
  [0.3, -0.52440051270804082],
  [0.75, 0.67448975019608174],
  [0.999, 3.0902323061678133],
] as const

describe('normal distribution', () => {
  it.each(distribution)('Φ(%d) to 10⁻¹⁵', (x, expected) => {
    expect(Math.abs(normalDistribution(x) / expected - 1)).toBeLessThan(1e-15)
  })

  it.each(quantiles)('Φ⁻¹(%d) to 10⁻¹⁵', (u, expected) => {
    expect(Math.abs(normalQuantile(u) - expected)).toBeLessThan(1e-15 * Math.max(1, Math.abs(expected)))
  })

  it('is undone by its inverse, symmetric, and rises', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 5, noNaN: true }),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        (x, step) => {
          expect(normalQuantile(normalDistribution(x))).toBeCloseTo(x, 9)
          expect(normalDistribution(x) + normalDistribution(-x)).toBeCloseTo(1, 14)
          expect(normalDistribution(x + step)).toBeGreaterThanOrEqual(normalDistribution(x))
        },
      ),
    )
  })

  it('ends where it must', () => {
    expect([normalDistribution(-40), normalDistribution(40), normalDistribution(0)]).toEqual([0, 1, 0.5])
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0])
    expect(normalDensity(0)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 15)
  })
})
