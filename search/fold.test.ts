import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, toned, unfoldedLength, wordsOf } from './fold.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

describe('fold', () => {
  it.each([
    ['Đường sắt Bắc Nam', 'duong sat bac nam'],
    ['CÔNG NGHỆ SẤY ĐÔNG KHÔ', 'cong nghe say dong kho'],
    ['ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳýỷỹỵ', 'aaaaa aaaaa eeeee ooooo ooooo uuuuu yyyyy'],
    ['Ðăk Lăk', 'dak lak'],
    ['Größe, café, Čapek', 'große, cafe, capek'],
    ['ΟΔΟΣ ὁδός', 'οδοσ οδοσ'],
    ['İstanbul', 'istanbul'],
    ['한국어 が', '한국어 が'],
    ['a\0b', 'a b'],
    ['', ''],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded)
    expect(fold(text.normalize('NFD'))).toBe(folded)
  })

  it('gives one form for every canonical spelling, and folding again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text)
        expect(fold(text.normalize('NFC'))).toBe(folded)
        expect(fold(text.normalize('NFD'))).toBe(folded)
        expect(fold(folded)).toBe(folded)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives the same for a text as for the text inside another, table or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'Đ', 'ế', 'Σ', 'ß', '–', '²', ' ') }), (text) => {
        expect(fold(`${text} 한`)).toBe(`${fold(text)} 한`)
      }),
    )
  })

  it('folds texts longer than its buffer', () => {
    expect(fold('Đ'.repeat(10_000))).toBe('d'.repeat(10_000))
  })
})

describe('wordsOf', () => {
  it('keeps places in the original text', () => {
    const places = wordsOf('Sấy-khô, C02F 3/30').map(({ start, end, typed, folded }) => ({ start, end, typed, folded }))
    expect(places).toEqual([
      { start: 0, end: 3, typed: 'Sấy', folded: 'say' },
      { start: 4, end: 7, typed: 'khô', folded: 'kho' },
      { start: 9, end: 13, typed: 'C02F', folded: 'c02f' },
      { start: 14, end: 15, typed: '3', folded: '3' },
      { start: 16, end: 18, typed: '30', folded: '30' },
    ])
  })

  it('leaves out what folds to nothing', () => {
    expect(wordsOf(' \u0301 ')).toEqual([])
  })

  it('takes the same words from text before and after folding', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = wordsOf(text)
        for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.typed)
        expect(words.every((word) => word.folded !== '')).toBe(true)
      }),
    )
  })
})

describe('unfoldedLength', () => {
  it.each([
    ['đường', 2, 'đư'],
    ['đường'.normalize('NFD'), 3, 'đườ'.normalize('NFD')],
    ['sấy', 3, 'sấy'],
    ['sấy', 9, 'sấy'],
  ])('%s up to %d', (word, length, beginning) => {
    expect(word.slice(0, unfoldedLength(word, length))).toBe(beginning)
  })
})

describe('toned', () => {
  it.each([
    ['hòa', 'hoà'],
    ['Thủy', 'thuỷ'],
    ['KHÓE', 'khoé'],
    ['đường', 'đường'.normalize('NFD')],
  ])('takes %s and %s for one', (first, second) => {
    expect(toned(first)).toBe(toned(second))
  })

  it.each([
    ['đường', 'dương'],
    ['sấy', 'sậy'],
    ['cơ', 'co'],
    ['hoa', 'hòa'],
  ])('tells %s from %s', (first, second) => {
    expect(toned(first)).not.toBe(toned(second))
  })
})
