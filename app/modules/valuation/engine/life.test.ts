import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exponentialDecay, weibullDecay } from './decay.ts'
import { remainingUsefulLife } from './life.ts'

const filed = { filingDate: '2019-03-15', termYears: 20 }
const left = (valuationDate: string, legal: Parameters<typeof remainingUsefulLife>[0]['legal']) =>
  remainingUsefulLife({ valuationDate, legal }).result.legal

describe('remainingUsefulLife', () => {
  it('is the shortest of what is known', () => {
    const { result, steps, warnings } = remainingUsefulLife({
      valuationDate: '2025-09-15',
      legal: filed,
      contractual: null,
      technological: { cycleYears: 8, elapsedYears: 2 },
      economic: { years: 9 },
    })
    expect(result).toEqual({
      legal: 13.5,
      contractual: null,
      technological: 6,
      economic: 9,
      remaining: 6,
      bound: 'technological',
    })
    expect(steps.at(-1)).toMatchObject({ label: 'remaining_useful_life', numbers: 'min(13.5; 6; 9)' })
    expect(steps[0]?.numbers).toBe('2019-03-15 + 20 = 2039-03-15; 2025-09-15 → 2039-03-15')
    expect(warnings).toEqual([])
  })

  it.each([
    // A month counts when it is whole.
    ['2025-09-16', filed, 161 / 12],
    ['2025-09-14', filed, 162 / 12],
    ['2039-03-15', filed, 0],
    ['2045-01-01', filed, 0],
    // 29 February has no like day in 2030: the term ends on the last day of that month.
    ['2030-01-28', { filingDate: '2020-02-29', termYears: 10 }, 1 / 12],
    ['2025-08-31', { expiryDate: '2026-02-28' }, 6 / 12],
    ['2025-01-01', { years: 3.25 }, 3.25],
  ])('at %s of %j is %d', (valuationDate, legal, years) => {
    expect(left(valuationDate, legal)).toBeCloseTo(years, 14)
  })

  it('says when a life has ended or only one is known', () => {
    const { warnings } = remainingUsefulLife({ valuationDate: '2045-01-01', legal: filed })
    expect(warnings.map(({ code }) => code)).toEqual(['life_has_ended', 'one_life_only'])
  })

  it.each([
    [{}, 'legal: nothing_to_value'],
    [{ legal: filed }, 'valuationDate: missing'],
    [{ valuationDate: '2025-13-01', legal: filed }, 'valuationDate: not_a_date'],
    [
      { valuationDate: '2025-01-01', legal: { filingDate: '15/03/2019', termYears: 20 } },
      'legal.filingDate: not_a_date',
    ],
    [{ valuationDate: '2025-01-01', legal: { ...filed, termYears: -1 } }, 'legal.termYears: negative_life'],
    [{ valuationDate: '2025-01-01', legal: { ...filed, termYears: 2.03 } }, 'legal.termYears: not_whole'],
    [{ economic: { years: -1 } }, 'economic.years: negative_life'],
    [{ technological: { cycleYears: 8, elapsedYears: -2 } }, 'technological.elapsedYears: negative_life'],
    [{ contractual: { years: NaN } }, 'contractual.years: not_a_number'],
    [{ valuationDate: '2025-01-01', contractual: { endDate: '2025-02-29' } }, 'contractual.endDate: not_a_date'],
  ])('refuses %j', (given, message) => {
    expect(() => remainingUsefulLife(given)).toThrow(message)
  })
})

describe('exponentialDecay', () => {
  it('halves with every half-life', () => {
    const { result } = exponentialDecay({ halfLife: 2, years: 6 })
    for (const [at, share] of [Math.SQRT1_2, 0.5, Math.SQRT1_2 / 2, 0.25].entries())
      expect(result.atEnds[at]).toBeCloseTo(share, 14)
    expect(result.halfLife).toBe(2)
    expect(result.meanLife).toBeCloseTo(2 / Math.LN2, 12)
    expect(result.lifeToThreshold).toBeCloseTo(2 * Math.log2(20), 12)
    expect(exponentialDecay({ yearlyLoss: 0.1, years: 3 }).result.atEnds[2]).toBeCloseTo(0.9 ** 3, 14)
    expect(exponentialDecay({ rate: 0.5, years: 1 }).result.atMiddles[0]).toBeCloseTo(Math.exp(-0.25), 14)
  })

  it.each([
    [{ years: 3 }, 'halfLife: missing'],
    [{ years: 3, halfLife: 2, rate: 1 }, 'halfLife: one_too_many'],
    [{ years: 3, halfLife: 0 }, 'halfLife: not_positive'],
    [{ years: 3, yearlyLoss: 1 }, 'yearlyLoss: out_of_range'],
    [{ years: 2.5, rate: 1 }, 'years: not_whole'],
    [{ years: 2, rate: 1, threshold: 1 }, 'threshold: out_of_range'],
  ])('refuses %j', (given, message) => {
    expect(() => exponentialDecay(given)).toThrow(message)
  })
})

describe('weibullDecay', () => {
  it.each([
    // Γ(1.5), Γ(1.25), Γ(2), Γ(3) of the tables.
    [2, 0.886226925453],
    [4, 0.906402477055],
    [1, 1],
    [0.5, 2],
  ])('of shape %d lives Γ(1 + 1/β) on average', (shape, gamma) => {
    const { result } = weibullDecay({ scale: 10, shape, years: 3 })
    expect(result.meanLife).toBeCloseTo(10 * gamma, 7)
    expect(result.halfLife).toBeCloseTo(10 * Math.LN2 ** (1 / shape), 10)
    expect(result.atEnds[2]).toBeCloseTo(Math.exp(-(0.3 ** shape)), 14)
  })

  it('of shape 1 does not age', () => {
    const young = weibullDecay({ scale: 5, shape: 1, years: 4 }).result
    const old = weibullDecay({ scale: 5, shape: 1, years: 4, age: 20 }).result
    for (const [at, share] of young.atEnds.entries()) expect(old.atEnds[at]).toBeCloseTo(share, 12)
    expect(old.meanLife).toBeCloseTo(5, 7)
  })

  it('is conditional on the age reached', () => {
    const age = fc.double({ min: 0, max: 30, noNaN: true })
    fc.assert(
      fc.property(age, fc.double({ min: 1.1, max: 6, noNaN: true }), (reached, shape) => {
        const { result } = weibullDecay({ scale: 10, shape, years: 20, age: reached })
        const whole = (t: number) => Math.exp(-((t / 10) ** shape))
        const expected = whole(reached + 2) / whole(reached)
        if (whole(reached) > 1e-200) expect(result.atEnds[1]).toBeCloseTo(expected, 9)
        // What ages has less left, the older it is.
        const older = weibullDecay({ scale: 10, shape, years: 1, age: reached + 1 }).result
        expect(older.meanLife).toBeLessThan(result.meanLife + 1e-9)
        expect(result.atEnds).toEqual([...result.atEnds].sort((a, b) => b - a))
      }),
      { numRuns: 30 },
    )
  })

  it.each([
    [{ scale: 0, shape: 2 }, 'scale: not_positive'],
    [{ scale: 5, shape: 0 }, 'shape: not_positive'],
    [{ scale: 5, shape: 1000 }, 'shape: out_of_range'],
    [{ scale: 5, shape: 2, age: -1 }, 'age: negative_life'],
  ])('refuses %j', (given, message) => {
    expect(() => weibullDecay({ years: 1, ...given })).toThrow(message)
  })
})
