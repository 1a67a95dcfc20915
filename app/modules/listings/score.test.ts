import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishable, verdictOf } from './score.ts'

const scores = (advantages: number, clarity: number, cooperation: number, guidelines: number) => ({
  advantages,
  clarity,
  cooperation,
  guidelines,
})

describe('verdictOf', () => {
  it.each([
    [scores(5, 5, 5, 5), 'excellent'],
    [scores(5, 4, 4, 4), 'excellent'],
    [scores(4, 4, 4, 4), 'publish'],
    [scores(3, 3, 2, 2), 'publish'],
    [scores(3, 2, 2, 2), 'hold'],
    [scores(2, 1, 1, 1), 'hold'],
    [scores(1, 1, 1, 1), 'rejected'],
    [scores(0, 5, 5, 5), 'blocked'],
    [scores(0, 0, 2, 2), 'rejected'],
  ] as const)('%j is %s', (given, verdict) => {
    expect(verdictOf(given)).toBe(verdict)
  })

  it('never publishes with a zero or below ten', () => {
    const score = fc.integer({ min: 0, max: 5 })
    fc.assert(
      fc.property(score, score, score, score, (a, b, c, d) => {
        const sum = a + b + c + d
        expect(publishable(verdictOf(scores(a, b, c, d)))).toBe(sum >= 10 && Math.min(a, b, c, d) > 0)
      }),
    )
  })
})
