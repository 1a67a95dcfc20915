import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleared, everything, narrowings, questionOf, questionPath, toggled, without } from './question.ts'

const ask = (query: string) => questionOf(new URLSearchParams(query))

describe('a question read from an address', () => {
  it('leaves out what it does not know', () => {
    expect(ask('kind=technology&kind=boat&trl=9&province=52&field=nope&sort=random&page=-3&other=1')).toEqual({
      ...everything,
      filters: { kind: ['technology'], province: ['52'] },
      sort: 'relevance',
      page: 1,
    })
  })

  it.each(['1e9', '0', '-1', '1.5', 'two', '', '99999999999999999999', 'Infinity'])(
    'takes page %s as a page',
    (page) => {
      expect(ask(`page=${page}`).page).toBeGreaterThanOrEqual(1)
      expect(Number.isSafeInteger(ask(`page=${page}`).page)).toBe(true)
    },
  )

  it('reads ranges as people write numbers, whichever end comes first', () => {
    expect(ask('trlFrom=7&trlTo=4&priceTo=1.200.000.000').ranges).toEqual({
      trl: { from: 4, to: 7 },
      price: { from: null, to: 1_200_000_000 },
    })
    expect(ask('trlFrom=x&priceFrom=-1&priceTo=').ranges).toEqual({})
    expect(ask('trlFrom=0&trlTo=12').ranges).toEqual({})
  })

  it.each([
    ['1.200.000.000 ₫', 1_200_000_000],
    ['1,2 tỷ', 1_200_000_000],
    ['1.200 tỷ đồng', 1_200_000_000_000],
    ['1.5 billion', 1_500_000_000],
    ['500 triệu', 500_000_000],
    ['500tr', 500_000_000],
    ['2 ty', 2_000_000_000],
  ])('reads the price %s', (typed, amount) => {
    expect(ask(`priceFrom=${encodeURIComponent(typed)}`).ranges.price).toEqual({ from: amount, to: null })
  })

  it.each(['1..2 tỷ', '9999999999 tỷ', 'tỷ', '1e5', '-3 triệu', '١٢٣'])('takes no price from %s', (typed) => {
    expect(ask(`priceFrom=${encodeURIComponent(typed)}`).ranges).toEqual({})
  })

  it('takes levels of the patent classification', () => {
    expect(ask('ipc=C02F&ipc=A&ipc=C02F 3/30&ipc=c').filters).toEqual({ ipc: ['A', 'C02F'] })
  })

  it('keeps a text short and clean', () => {
    expect(ask(`q=${'a'.repeat(10_000)}`).text).toHaveLength(400)
    expect(ask('q=%20x%00%0Ay%ED%A0%80%20').text).toBe('x y')
  })

  it('never fails, and reads its own address as itself', () => {
    const names = ['q', 'kind', 'field', 'trl', 'ipStatus', 'rights', 'province', 'language', 'sort', 'page']
    const pair = fc.tuple(
      fc.constantFrom(...names),
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('need', 'vi', '52', '207')),
    )
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const question = questionOf(new URLSearchParams(pairs))
        expect(questionOf(new URL(questionPath(question), 'http://site').searchParams)).toEqual(question)
      }),
    )
  })

  it('adds a choice and takes it away, from the first page', () => {
    const start = ask('q=tôm&field=405&page=3')
    const more = toggled(start, 'field', '207')
    expect(questionPath(more)).toBe('/search?q=t%C3%B4m&field=207&field=405')
    expect(questionPath(toggled(toggled(more, 'field', '207'), 'field', '405'))).toBe('/search?q=t%C3%B4m')
  })

  it('reads a choice within another as the wider one alone', () => {
    expect(ask('field=207&field=2&field=405&ipc=C02F&ipc=C').filters).toEqual({ field: ['2', '405'], ipc: ['C'] })
  })

  it('lets a narrower choice take the place of a wider one, and the other way round', () => {
    const wide = ask('field=2&ipc=C02')
    expect(toggled(wide, 'field', '207').filters.field).toEqual(['207'])
    expect(toggled(wide, 'ipc', 'C02F').filters.ipc).toEqual(['C02F'])
    expect(toggled(ask('ipc=C02F&ipc=A'), 'ipc', 'C').filters.ipc).toEqual(['A', 'C'])
    expect(toggled(ask('field=207&field=405'), 'field', '2').filters.field).toEqual(['2', '405'])
  })

  it('gives up one narrowing or all of them, and keeps the words and the kind', () => {
    const narrow = ask('q=tôm&kind=need&province=52&trl=research&trlFrom=2&page=4')
    expect(narrowings(narrow)).toEqual([
      { by: 'filter', name: 'trl' },
      { by: 'filter', name: 'province' },
      { by: 'range', name: 'trl' },
    ])
    expect(questionPath(without(narrow, { by: 'filter', name: 'trl' }))).toBe(
      '/search?q=t%C3%B4m&kind=need&province=52&trlFrom=2',
    )
    expect(questionPath(without(narrow, { by: 'range', name: 'trl' }))).toBe(
      '/search?q=t%C3%B4m&kind=need&trl=research&province=52',
    )
    expect(questionPath(cleared(narrow))).toBe('/search?q=t%C3%B4m&kind=need')
  })
})
