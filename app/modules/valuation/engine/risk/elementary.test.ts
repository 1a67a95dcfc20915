import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp, log, logGamma, power, sine } from './elementary.ts'

const away = (got: number, expected: number): number => Math.abs(got - expected) / Math.max(Math.abs(expected), 1e-300)

describe('elementary functions', () => {
  it('agree with those of the engine', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(away(exp(x), Math.exp(x))).toBeLessThan(1e-15)
        expect(away(sine(x / 700), Math.sin(x / 700))).toBeLessThan(1e-15)
      }),
    )
    fc.assert(
      fc.property(fc.double({ min: 1e-320, max: 1e308, noNaN: true }), (x) => {
        expect(Math.abs(log(x) - Math.log(x))).toBeLessThan(1e-15 * Math.max(1e-3, Math.abs(Math.log(x))))
      }),
    )
  })

  it('are exact where the figure is', () => {
    expect([exp(0), log(1), sine(0), power(2, 10), log(0), exp(-800), exp(800)]).toEqual([
      1,
      0,
      0,
      expect.closeTo(1024, 10),
      -Infinity,
      0,
      Infinity,
    ])
    expect(log(-1)).toBeNaN()
    expect(log(5e-324)).toBe(Math.log(5e-324))
  })

  it('keep ln x precise near one', () => {
    expect(log(1 + 2 ** -40)).toBeCloseTo(2 ** -40 - 2 ** -81, 27)
    expect(away(log(0.999999), Math.log1p(-1e-6))).toBeLessThan(1e-10)
  })

  it('gives the logarithm of factorials', () => {
    let factorial = 1
    for (let n = 1; n <= 20; n++) {
      expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(2e-14 * Math.max(1, Math.log(factorial)))
      factorial *= n
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13)
  })
})
