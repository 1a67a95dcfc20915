import { describe, expect, it } from 'vitest'
import { comparedOf, comparePath } from './compare.ts'

const id = (n: number) => `tech_${String(n).repeat(26)}`
const ask = (ids: readonly string[]) => comparedOf(new URLSearchParams(ids.map((one) => ['id', one])), 'id')

describe('which technologies an address asks to compare', () => {
  it('takes each once, in their order', () => {
    expect(ask([id(2), id(1), id(2)])).toEqual({ ids: [id(2), id(1)], unknown: 0, beyond: 0 })
  })

  it('counts what cannot be a technology and what does not fit', () => {
    expect(ask(['', 'x', id(1), 'need_00000000000000000000000000', id(2), id(3), id(4), id(5)])).toEqual({
      ids: [id(1), id(2), id(3), id(4)],
      unknown: 2,
      beyond: 1,
    })
  })

  it('reads its own address', () => {
    expect(comparePath([])).toBe('/compare')
    const { searchParams } = new URL(comparePath([id(3), id(1)]), 'http://site')
    expect(comparedOf(searchParams, 'id').ids).toEqual([id(3), id(1)])
    expect(comparedOf(searchParams, 'with').ids).toEqual([])
  })
})
