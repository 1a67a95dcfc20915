import { describe, expect, it } from 'vitest'
import { KeptResults } from './kept.server.ts'

const figures = (value: number, count = 100) => ({ values: Float64Array.from({ length: count }, () => value) })

describe('kept results', () => {
  it('are given as they were, each time as a copy', () => {
    const kept = new KeptResults<{ value: number; list: number[] }>({ most: 10_000 })
    expect(kept.get('a')).toBeUndefined()
    kept.keep('a', { value: -0, list: [1, NaN] })
    const first = kept.get('a')
    expect(first).toEqual({ value: -0, list: [1, NaN] })
    first?.list.push(3)
    expect(kept.get('a')?.list).toEqual([1, NaN])
  })

  it('take no more room than they may: what was not asked for longest goes', () => {
    const kept = new KeptResults<ReturnType<typeof figures>>({ most: 3_000 })
    for (const key of ['a', 'b', 'c']) kept.keep(key, figures(1))
    expect(kept.get('a')).toBeDefined()
    kept.keep('d', figures(4))
    expect(['a', 'b', 'c', 'd'].map((key) => kept.get(key) !== undefined)).toEqual([true, false, true, true])
    expect(kept.bytes).toBeLessThanOrEqual(3_000)
  })

  it('do not hold what is larger than all room, nor one result twice', () => {
    const kept = new KeptResults<ReturnType<typeof figures>>({ most: 3_000 })
    kept.keep('a', figures(1))
    const { bytes } = kept
    kept.keep('a', figures(2))
    expect(kept.bytes).toBe(bytes)
    kept.keep('large', figures(1, 1_000))
    expect(kept.get('large')).toBeUndefined()
    expect(kept.get('a')?.values[0]).toBe(2)
    kept.keep('a', figures(1, 1_000))
    expect(kept.get('a')).toBeUndefined()
    expect(kept.bytes).toBe(0)
  })
})
