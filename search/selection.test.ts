import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { best, bestPassing } from './selection.ts'

/** Newer slots have higher numbers. */
const newer = (a: number, b: number) => b - a

const scored = fc
  .array(fc.integer({ min: 0, max: 6 }), { maxLength: 300 })
  .map((scores) => ({ slots: Uint32Array.from(scores.keys()), scores: Float32Array.from(scores, (one) => one / 3) }))

function ordered({ slots, scores }: { slots: Uint32Array; scores: Float32Array }) {
  return Array.from(slots, (slot, at) => ({ slot, score: scores[at] ?? 0 })).sort(
    (a, b) => b.score - a.score || newer(a.slot, b.slot),
  )
}

describe('the best of many', () => {
  it('are the first of all in order, however many have one score', () => {
    fc.assert(
      fc.property(scored, fc.integer({ min: 1, max: 40 }), (found, count) => {
        expect(best(found, count, newer)).toEqual(ordered(found).slice(0, count))
      }),
    )
  })

  it('that pass are the same, and what is behind them is not asked', () => {
    fc.assert(
      fc.property(scored, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 }), (found, count, step) => {
        const [first] = ordered(found)
        const most = first?.score ?? 0
        const least = most * 0.6
        const passes = (slot: number) => slot % step === 0
        const wanted = ordered(found).filter(({ slot, score }) => score >= least && passes(slot))
        expect(bestPassing(found, { most, least }, count, newer, passes)).toEqual(wanted.slice(0, count))
      }),
    )
    const found = { slots: Uint32Array.from({ length: 100 }, (_none, at) => at), scores: new Float32Array(100).fill(1) }
    found.scores[50] = 2
    const asked: number[] = []
    bestPassing(found, { most: 2, least: 1 }, 1, newer, (slot) => asked.push(slot) > 0)
    expect(asked).toEqual([50])
  })
})
