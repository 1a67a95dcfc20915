import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, setText } from './breaking.ts'

const measure = (text: string) => [...text.normalize('NFC')].length
const lines = (text: string, width: number) => linesOf(setText(text), width, measure)

describe('breaking lines', () => {
  it.each([
    ['cả năm 1.200 triệu đồng', 16],
    ['tỷ lệ là 12,5 % doanh thu', 11],
    ['theo đúng Điều 27 của luật', 14],
    ['trong thời hạn 7 năm', 16],
    ['signed on 22 Nov 2026 here', 13],
  ])('keeps a number with its unit: %s', (text, width) => {
    const together = /1\.200.triệu.đồng|12,5.%|Điều.27|7.năm|22.Nov.2026/u
    expect(lines(text, width).some((line) => together.test(line))).toBe(true)
  })

  it('keeps a thousand words that only look like units apart', () => {
    expect(lines('chương 7 nămlẻ', 8)).toEqual(['chương 7', 'nămlẻ'])
  })

  it('composes letters and takes control characters out', () => {
    expect(setText('Thẩm định\u0000 giá\tmột'.normalize('NFD'))).toBe('Thẩm định giá một')
    expect(setText('a\ud800b')).toBe('ab')
  })

  it('tears a word only where it fits on no line, after a sign where there is one', () => {
    expect(lines('xem https://san.example/bao-cao/0123456789', 16)).toEqual([
      'xem',
      'https://san.',
      'example/bao-cao/',
      '0123456789',
    ])
    expect(lines('a'.repeat(10), 4)).toEqual(['aaaa', 'aaaa', 'aa'])
  })

  it('never parts a letter from its marks', () => {
    const word = 'x\u0304'.repeat(6)
    expect(lines(word, 4).every((line) => line.startsWith('x'))).toBe(true)
  })

  it('loses nothing and keeps to the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 4, max: 60 }), (text, width) => {
        const found = lines(text, width)
        expect(found.join('').replace(/[ \n]/g, '')).toBe(setText(text).replace(/[ \n]/g, ''))
        for (const line of found)
          expect((line.match(/\P{M}\p{M}*/gu) ?? []).length === 1 || measure(line) <= width).toBe(true)
      }),
    )
  })
})
