import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything, questionOf, questionPath, toggled } from './question.ts'

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
})
