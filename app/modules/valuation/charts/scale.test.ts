import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extentOf, rounded, scaleOf, stepFor, ticksOf } from './scale.ts'

const figure = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }),
  fc.integer(),
  fc.constantFrom(0, 1e300, -1e300, Number.MAX_VALUE, Number.MIN_VALUE),
)

describe('ticks', () => {
  it.each([
    [{ low: 0, high: 10 }, 5, [0, 2, 4, 6, 8, 10]],
    [{ low: -0.35, high: 0.32 }, 7, [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]],
    [{ low: 1.07e9, high: 3.4e9 }, 5, [1.5e9, 2e9, 2.5e9, 3e9]],
    [{ low: 0, high: 0.3 }, 3, [0, 0.1, 0.2, 0.3]],
  ])('of %j in at most %i intervals are %j', (extent, most, expected) => {
    expect(ticksOf(extent, stepFor(extent, most))).toEqual(expected)
  })

  it('are equal steps of one, two or five within the extent, at most as many as asked for', () => {
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 2, max: 10 }), (one, other, most) => {
        const extent = extentOf([one, other])
        const step = stepFor(extent, most)
        const ticks = ticksOf(extent, step)
        const slack = (extent.high - extent.low) * 1e-6
        expect([1, 2, 5]).toContain(step.mantissa)
        expect(ticks.length).toBeLessThanOrEqual(most + 1)
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(extent.low - slack)
          expect(tick).toBeLessThanOrEqual(extent.high + slack)
          expect(Object.is(tick, -0)).toBe(false)
        }
      }),
    )
  })

  it('round an extent outwards', () => {
    fc.assert(
      fc.property(figure, figure, (one, other) => {
        const extent = extentOf([one, other])
        const { low, high } = rounded(extent, stepFor(extent, 5))
        const slack = (extent.high - extent.low) * 1e-6
        expect(low).toBeLessThanOrEqual(extent.low + slack)
        expect(high).toBeGreaterThanOrEqual(extent.high - slack)
      }),
    )
  })
})

describe('a scale', () => {
  it('keeps the order of figures and holds all of them between its ends', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1 }), figure, (figures, beyond) => {
        const scale = scaleOf(extentOf(figures), 10, 200)
        const places = [...figures].sort((a, b) => a - b).map(scale)
        expect(places).toEqual([...places].sort((a, b) => a - b))
        for (const place of [...places, scale(beyond)]) {
          expect(place).toBeGreaterThanOrEqual(10)
          expect(place).toBeLessThanOrEqual(200)
        }
      }),
    )
  })

  it('has room around figures that are all the same', () => {
    expect(extentOf([5, 5])).toEqual({ low: 2.5, high: 7.5 })
    expect(extentOf([-4])).toEqual({ low: -6, high: -2 })
    expect(extentOf([0])).toEqual({ low: -1, high: 1 })
  })
})
