import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isId, makeId } from './ids.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 })

describe('makeId', () => {
  it('makes ids of its own form', () => {
    fc.assert(
      fc.property(instant, bytes, (at, random) => {
        expect(isId('tech', makeId('tech', at, random))).toBe(true)
      }),
    )
  })

  it('sorts by time', () => {
    fc.assert(
      fc.property(instant, instant, bytes, bytes, (a, b, one, other) => {
        fc.pre(a < b)
        expect(makeId('deal', a, one) < makeId('deal', b, other)).toBe(true)
      }),
    )
  })

  it('tells random parts apart', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        fc.pre(one.join() !== other.join())
        expect(makeId('x', 0, one)).not.toBe(makeId('x', 0, other))
      }),
    )
  })
})

describe('isId', () => {
  it.each([
    '',
    'tech_',
    'need_00000000000000000000000000',
    'tech_0000000000000000000000000',
    'tech_0000000000000000000000000!',
    'tech_../../etc/passwd0000000000',
  ])('refuses %s', (value) => {
    expect(isId('tech', value)).toBe(false)
  })
})
