import { describe, expect, it } from 'vitest'
import { type Entry, findTerms, merged, prepared } from './entries.ts'

const entry = (a: string, b: string, more: Partial<Entry> = {}): Entry => ({
  kind: 'translation',
  a,
  b,
  language: null,
  field: null,
  origin: 'built-in',
  ...more,
})

const list = prepared([
  entry('road', 'đường', { field: '201' }),
  entry('sugar', 'đường', { field: '211' }),
  entry('yang', 'dương'),
  entry('diameter', 'đường kính', { field: '203' }),
  entry('sugar cane', 'mía đường', { field: '401' }),
  entry('freeze drying', 'sấy đông khô', { field: '211' }),
  entry('freeze-drying machine', 'máy sấy đông khô', { field: '211', origin: 'added' }),
  entry('nồi hơi', 'lò hơi', { kind: 'synonym', language: 'vi', origin: 'added' }),
])

const found = (text: string, more: { field?: string; origin?: 'built-in' | 'added' } = {}) =>
  findTerms(list, { text, field: more.field ?? null, origin: more.origin ?? null }).map(({ a, b }) => `${a}=${b}`)

describe('looking up terms', () => {
  it('takes whole terms first, then their beginnings, and what was typed with marks before what folds alike', () => {
    expect(found('đường')).toEqual([
      'road=đường',
      'sugar=đường',
      'yang=dương',
      'diameter=đường kính',
      'sugar cane=mía đường',
    ])
    expect(found('dương')[0]).toBe('yang=dương')
  })

  it('finds by either side, without marks and by the beginnings of words', () => {
    expect(found('say dong kho')).toEqual(['freeze drying=sấy đông khô', 'freeze-drying machine=máy sấy đông khô'])
    expect(found('FREEZE dry')).toEqual(['freeze drying=sấy đông khô', 'freeze-drying machine=máy sấy đông khô'])
    expect(found('kho say')).toHaveLength(2)
    expect(found('lo hoi')).toEqual(['nồi hơi=lò hơi'])
  })

  it('does not mix the words of both sides', () => {
    expect(found('freeze say')).toEqual([])
  })

  it('narrows by field with those beneath it, and by origin', () => {
    expect(found('', { field: '2' })).toHaveLength(5)
    expect(found('', { field: '211' })).toHaveLength(3)
    expect(found('say', { origin: 'added' })).toEqual(['freeze-drying machine=máy sấy đông khô'])
  })

  it.each(['%', '""', '((((', '\\', '.*', '🚀', '\u0301', 'x'.repeat(100)])('bears %j', (text) => {
    expect(() => found(text)).not.toThrow()
  })
})

describe('two lists as one', () => {
  it('are in the order of the first side, built-in ones first', () => {
    const one = prepared([entry('b', '1'), entry('d', '1')])
    const other = prepared([entry('a', '2'), entry('b', '2'), entry('e', '2')])
    expect(merged(one, other).map(({ entry: { a, b } }) => a + b)).toEqual(['a2', 'b1', 'b2', 'd1', 'e2'])
  })
})
