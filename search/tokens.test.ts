import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf, wordsOf } from './fold.ts'
import { checkOf, eachToken, linesOf, wordIn } from './tokens.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('a', 'Đ', 'ế', 'oà', 'o\u0300', 'ợ', 'Σ', 'ς', 'ß', 'İ', '\u0301', '3', ' ', '-', '한', '😀'),
  }),
)

function tokens(text: string) {
  const found: { hash: number; toned: number; check: number; start: number; end: number }[] = []
  eachToken(text, (hash, toned, check, start, end) => found.push({ hash, toned, check, start, end }))
  return found
}

describe('the words of a text in numbers', () => {
  it('are those of the text in strings', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = wordsOf(text).map(({ folded, toned, start, end }) => ({
          hash: hashOf(folded),
          toned: hashOf(toned),
          check: checkOf(folded),
          start,
          end,
        }))
        expect(tokens(text)).toEqual(expected)
      }),
      { numRuns: 3000 },
    )
  })

  it('keep both ways of placing a tone as one, and other marks apart', () => {
    const tonedOf = (text: string) => tokens(text).map(({ toned }) => toned)
    expect(tonedOf('hòa thủy')).toEqual(tonedOf('HOÀ thuỷ'))
    expect(tonedOf('đường')).toEqual(tonedOf('đường'.normalize('NFD')))
    expect(tonedOf('đường')).not.toEqual(tonedOf('dương'))
  })
})

describe('a line', () => {
  it('has two zeros between texts, none beside empty ones', () => {
    const { line } = linesOf({ before: ['lúa'], line: ['', 'Sấy khô', '', 'lúa'] })
    expect(Array.from({ length: line.prints.length / 2 }, (_none, at) => line.prints[at * 2] === 0)).toEqual([
      false,
      false,
      true,
      false,
    ])
    expect([0, 1, 3].map((at) => wordIn(line, at))).toEqual(['say', 'kho', 'lua'])
  })

  it('holds any number of words', () => {
    const { line } = linesOf({ line: Array.from({ length: 9000 }, (_none, at) => `w${String(at)}`) })
    expect(wordIn(line, 2 * 8999)).toBe('w8999')
    expect(line.prints.length).toBe(2 * (2 * 9000 - 1))
  })
})
