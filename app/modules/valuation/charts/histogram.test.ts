import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulate } from '../engine/risk/simulation.ts'
import { countedForDrawing, type ShownHistogram, shownHistogram } from './histogram.ts'

const total = ({ counts, below, above }: ShownHistogram) => counts.reduce((so, count) => so + count, 0) + below + above
const drawn = (distribution: Parameters<typeof simulate>[0]['inputs'][number]['distribution'], trials: number) =>
  simulate({ inputs: [{ name: 'x', distribution }], model: ([x = 0]) => x, trials, seed: 11 }).result

describe('values counted for a drawing', () => {
  it('lose no trial and stand in 12 to 60 bars', () => {
    const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 2, maxLength: 300 })
    fc.assert(
      fc.property(values, (some) => {
        const histogram = countedForDrawing(Float64Array.from(some))
        expect(total(histogram)).toBe(some.length)
        if (histogram.width > 0) {
          expect(histogram.counts.length).toBeGreaterThanOrEqual(12)
          expect(histogram.counts.length).toBeLessThanOrEqual(60)
        }
      }),
    )
  })

  it('stand in as many bars as Freedman and Diaconis give', () => {
    // Uniform: the range is twice the interquartile range, so there are ∛n bars.
    expect(countedForDrawing(Float64Array.from({ length: 27_000 }, (_, at) => at)).counts).toHaveLength(30)
    expect(countedForDrawing(Float64Array.from({ length: 64 }, (_, at) => at)).counts).toHaveLength(12)
  })

  it('leave out a long tail, and say how much', () => {
    const { values, max } = drawn({ kind: 'lognormal', mean: 2e9, cv: 2 }, 20_000)
    const { from, width, counts, below, above } = countedForDrawing(values)
    expect(from + width * counts.length).toBeLessThan(max / 3)
    expect(below + above).toBeGreaterThan(0)
    expect(below + above).toBeLessThanOrEqual(0.04 * values.length)
  })

  it('are one bar without a width where all are the same', () => {
    expect(countedForDrawing(Float64Array.of(7, 7, 7))).toEqual({ from: 7, width: 0, counts: [3], below: 0, above: 0 })
    expect(countedForDrawing(new Float64Array()).counts).toEqual([0])
  })
})

describe('a histogram that was kept', () => {
  it('loses no trial and keeps its bars in place', () => {
    const counts = fc
      .array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 60 })
      .filter((some) => some.some((n) => n > 0))
    fc.assert(
      fc.property(counts, (some) => {
        const shown = shownHistogram({ from: 100, width: 10, counts: some })
        expect(total(shown)).toBe(some.reduce((so, count) => so + count, 0))
        const before = some.slice(0, (shown.from - 100) / 10)
        expect(before.reduce((so, count) => so + count, 0)).toBe(shown.below)
      }),
    )
  })

  it('puts bars together where trials are few', () => {
    const { histogram } = drawn({ kind: 'normal', mean: 2e9, stdev: 4e8 }, 100)
    const { counts, width } = shownHistogram(histogram)
    expect(counts.length).toBeLessThan(20)
    expect(width).toBeGreaterThan(histogram.width)
  })

  it('stays as it is where trials are many and no tail is long', () => {
    const { histogram } = drawn({ kind: 'uniform', low: 1, high: 2 }, 100_000)
    expect(shownHistogram(histogram)).toEqual({ ...histogram, below: 0, above: 0 })
  })
})
