import { describe, expect, it } from 'vitest'
import { mulberry32, permutation, streamSeed, UniformRows } from './random.ts'

describe('random numbers', () => {
  it('are those of mulberry32', () => {
    const next = mulberry32(12345)
    const first = Array.from({ length: 6 }, next)
    const known = [0.979728, 0.306752, 0.484205, 0.817934, 0.509428, 0.347472]
    for (const [at, value] of known.entries()) expect(first[at]).toBeCloseTo(value, 6)
    expect(mulberry32(12345 + 2 ** 32)()).toBe(first[0])
  })

  it('come in rows as they come one by one, whatever the blocks', () => {
    const next = mulberry32(987654321)
    const rows = new UniformRows(987654321)
    const columns = [new Float64Array(7), new Float64Array(7), new Float64Array(7)]
    for (const count of [7, 1, 5]) {
      rows.fill(columns, count)
      for (let row = 0; row < count; row++) for (const column of columns) expect(column[row]).toBe(next())
    }
  })

  it('are spread evenly', () => {
    const next = mulberry32(1)
    const counts = new Array<number>(16).fill(0)
    for (let at = 0; at < 160_000; at++) {
      const bin = Math.floor(next() * 16)
      counts[bin] = (counts[bin] ?? 0) + 1
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    // 15 degrees of freedom: 37.7 is passed once in a thousand.
    expect(chiSquare).toBeLessThan(37.7)
  })

  it('give every stream a seed of its own', () => {
    const seeds = Array.from({ length: 1000 }, (_, stream) => streamSeed(7, stream))
    expect(new Set(seeds).size).toBe(1000)
    expect(streamSeed(7, 3)).not.toBe(streamSeed(8, 3))
  })

  it('shuffle without losing any', () => {
    const order = permutation(1000, mulberry32(3))
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, at) => at))
    expect([...order]).not.toEqual(Array.from({ length: 1000 }, (_, at) => at))
  })
})
