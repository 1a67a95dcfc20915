import { describe, expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { labelledNeeds } from './labelled.ts'

describe('the labelled set', () => {
  const figures = evaluate()

  test('holds sixty needs and well over a hundred verdicts', () => {
    expect(labelledNeeds).toHaveLength(60)
    expect(new Set(labelledNeeds.map(({ key }) => key)).size).toBe(60)
    expect(figures.verdicts).toBeGreaterThanOrEqual(120)
  })

  test('the formula ranks well', () => {
    expect(figures.ndcg).toBeGreaterThanOrEqual(0.95)
    expect(figures.recall).toBeGreaterThanOrEqual(0.93)
    expect(figures.precision).toBeGreaterThanOrEqual(0.9)
  })

  test('what answers a need reaches the threshold, and what has nothing to do with it does not', () => {
    expect(figures.kept).toBeGreaterThanOrEqual(0.95)
    expect(figures.strange).toBeLessThanOrEqual(0.02)
  })

  test('verdicts are right, and seldom say what is not so', () => {
    expect(figures.right).toBeGreaterThanOrEqual(0.92)
    expect(figures.misled).toBeLessThanOrEqual(0.03)
  })
})
