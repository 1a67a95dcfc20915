import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference } from './difference.ts'
import { profileSchema } from './profile.ts'
import { wordChanges } from './word-changes.ts'

const without = (segments: ReturnType<typeof wordChanges>, change: 'added' | 'removed') =>
  segments
    .filter((segment) => segment.change !== change)
    .map((segment) => segment.text)
    .join('')

describe('words that came and went', () => {
  it('marks a word in the middle', () => {
    expect(wordChanges('Giảm 40% điện năng', 'Giảm 48% điện năng')).toEqual([
      { text: 'Giảm ', change: 'same' },
      { text: '40%', change: 'removed' },
      { text: '48%', change: 'added' },
      { text: ' điện năng', change: 'same' },
    ])
  })

  it('always gives back both texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'đo')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = wordChanges(before, after)
        expect(without(segments, 'added')).toBe(before)
        expect(without(segments, 'removed')).toBe(after)
      }),
    )
  })

  it('replaces very long texts whole', () => {
    const long = (word: string) => `${word} `.repeat(3000).trim()
    expect(wordChanges(long('a'), long('b')).map((segment) => segment.change)).toEqual(['removed', 'added'])
  })
})

describe('the difference between two profiles', () => {
  const profile = profileSchema.parse({
    texts: { vi: { title: 'Máy sấy lạnh' } },
    owners: [
      { name: 'Viện A', share: 6_000 },
      { name: 'Viện B', share: 4_000 },
    ],
    price: { mode: 'asking', kind: 'firm', amount: 1_000 },
  })

  it('is nothing between the same', () => {
    expect(difference(profile, profile)).toEqual([])
  })

  it('names what changed with what it was and is', () => {
    const next = profileSchema.parse({
      ...profile,
      texts: { ...profile.texts, en: { title: 'Cold dryer' } },
      price: { mode: 'open' },
      visibility: { ...profile.visibility, price: 'confidential' },
    })
    expect(difference(profile, next)).toMatchObject([
      { part: 'texts', field: 'title', language: 'en', before: '', after: 'Cold dryer' },
      { part: 'price', field: 'mode', before: 'asking', after: 'open' },
      { part: 'price', field: 'kind', before: 'firm', after: null },
      { part: 'price', field: 'amount', before: 1_000, after: null },
      { part: 'price', field: 'currency', before: 'VND', after: null },
      { part: 'openness', field: 'price', before: 'public', after: 'confidential' },
    ])
  })

  it('follows a row that moved, and tells added, removed and changed rows apart', () => {
    const owners = [
      { name: 'Công ty C', share: 1_000 },
      { name: 'Viện A', share: 5_000 },
      { name: 'Viện B', share: 4_000 },
    ]
    const next = profileSchema.parse({ ...profile, owners })
    const rows = difference(profile, next).map(({ field, row, before, after }) => [
      row?.name,
      row?.fate,
      field,
      before,
      after,
    ])
    expect(rows).toEqual([
      ['Công ty C', 'added', 'name', null, 'Công ty C'],
      ['Công ty C', 'added', 'basis', null, 'owner'],
      ['Công ty C', 'added', 'share', null, 1_000],
      ['Viện A', 'changed', 'share', 6_000, 5_000],
    ])
    const fewer = profileSchema.parse({ ...profile, owners: profile.owners.slice(0, 1) })
    expect(difference(profile, fewer).every(({ row }) => row?.fate === 'removed' && row.name === 'Viện B')).toBe(true)
  })
})
