import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalDensity, normalDistribution, normalQuantile } from './gaussian.ts'

/** Computed to thirty digits. */
const distribution = [
  [-37, 5.725571222524577e-300],
  [-8, 6.220960574271784e-16],
  [-5.7, 5.990371401063528e-9],
  [-3, 0.0013498980316300946],
  [-1.96, 0.024997895148220435],
  [-0.5, 0.3085375387259869],
  [0.3, 0.6179114221889527],
  [1.2, 0.8849303297782917],
  [4, 0.9999683287581669],
  [6, 0.9999999990134123],
] as const

const quantiles = [
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798407],
  [1e-5, -4.264890793922825],
  [0.025, -1.9599639845400543],
  [0.3, -0.5244005127080408],
  [0.75, 0.6744897501960817],
  [0.999, 3.090232306167813],
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
