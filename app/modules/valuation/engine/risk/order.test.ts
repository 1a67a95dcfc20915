import { describe, expect, it } from 'vitest'
import { pearson, ranksOf, valuesAtPlaces } from './order.ts'
import { mulberry32 } from './random.ts'

describe('values by their place', () => {
  it('are those of the sorted list, also where most are equal or one is far away', () => {
    const next = mulberry32(4)
    const lists = [
      Float64Array.from({ length: 999 }, () => Math.floor(next() * 5)),
      Float64Array.from({ length: 999 }, (_, at) => (at === 500 ? 1e300 : next())),
      Float64Array.from({ length: 5 }, next),
      Float64Array.from({ length: 999 }, () => 1 / next()),
    ]
    for (const list of lists) {
      const rising = list.slice().sort()
      const places = [0, 1, 2, Math.floor(list.length / 2), list.length - 2, list.length - 1]
      const found = valuesAtPlaces(list, rising[0] ?? 0, rising.at(-1) ?? 0, places)
      expect(found).toEqual(places.map((place) => rising[place]))
    }
  })
})

describe('ranks', () => {
  it('share the middle of their places where values are equal', () => {
    expect([...ranksOf(Float64Array.of(10, 30, 20, 20, -5))]).toEqual([2, 5, 3.5, 3.5, 1])
  })

  it("give Spearman's correlation", () => {
    const x = Float64Array.of(1, 2, 3, 4, 5)
    const y = Float64Array.of(1, 8, 27, 125, 64)
    // 1 − 6·Σd²/(n(n² − 1)) with Σd² = 2
    expect(pearson(ranksOf(x), ranksOf(y))).toBeCloseTo(0.9, 12)
    expect(pearson(x, Float64Array.of(3, 3, 3, 3, 3))).toBe(0)
  })
})
