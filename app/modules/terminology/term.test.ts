import { describe, expect, it } from 'vitest'
import { check, processFaults } from '#kernel'
import { exactForm, pairKey, termProcess, termSchema } from './term.ts'

function fieldFaults(input: Record<string, unknown>): Record<string, string[]> {
  const result = check(termSchema, input)
  if (result.ok) return {}
  return Object.fromEntries(
    Object.entries(result.refusal.fields ?? {}).map(([name, issues]) => [name, issues.map(({ code }) => code)]),
  )
}

const translation = (a: string, b: string) => pairKey({ kind: 'translation', a, b, language: null })

describe('the process of a pair', () => {
  it('is sound', () => {
    expect(processFaults(termProcess)).toEqual([])
  })
})

describe('a pair is one however it is typed', () => {
  it.each([
    ['Hóa chất', 'hoá  chất'],
    ['thủy sản', 'thuỷ sản'],
    ['ĐƯỜNG KÍNH', 'đường kính'],
    ['điện trở', 'điện trở'.normalize('NFD')],
  ])('%s and %s', (one, other) => {
    expect(exactForm(one)).toBe(exactForm(other))
  })

  it('but not with other tones, nor the other way round', () => {
    expect(translation('duct', 'ống')).not.toBe(translation('duct', 'ong'))
    expect(translation('duct', 'ống')).not.toBe(translation('ống', 'duct'))
  })

  it('and synonyms have no order, but a language', () => {
    const of = (a: string, b: string, language: 'vi' | 'en') => pairKey({ kind: 'synonym', a, b, language })
    expect(of('nồi hơi', 'lò hơi', 'vi')).toBe(of('lò hơi', 'nồi hơi', 'vi'))
    expect(of('a b', 'c d', 'vi')).not.toBe(of('a b', 'c d', 'en'))
  })
})

describe('a pair as a form sends it', () => {
  it('is tidied', () => {
    expect(
      check(termSchema, { a: ' heat   exchanger ', b: 'bộ trao đổi nhiệt'.normalize('NFD'), field: '203' }),
    ).toMatchObject({
      value: {
        kind: 'translation',
        a: 'heat exchanger',
        b: 'bộ trao đổi nhiệt'.normalize('NFC'),
        language: null,
        field: '203',
        source: '',
      },
    })
  })

  it.each([
    [{ b: 'máy sấy' }, { a: ['required'] }],
    [{ a: '  ', b: 'máy sấy' }, { a: ['required'] }],
    [{ a: 'dryer', b: 'máy sấy, lò sấy' }, { b: ['term.signs'] }],
    [{ a: 'dryer (hot)', b: 'máy sấy' }, { a: ['term.signs'] }],
    [{ a: '=HYPERLINK', b: 'máy sấy' }, { a: ['term.signs'] }],
    [{ a: 'dryer', b: '乾燥機' }, { b: ['term.signs'] }],
    [{ a: 'dryer 🚀', b: 'máy sấy' }, { a: ['term.signs'] }],
    [{ a: 'd', b: 'máy sấy' }, { a: ['term.short'] }],
    [{ a: 'dryer', b: 'a b c d e g h i k' }, { b: ['term.words'] }],
    [{ a: 'x'.repeat(81), b: 'máy sấy' }, { a: ['too_long'] }],
    [{ a: 'Enzyme', b: 'enzyme' }, { b: ['term.same'] }],
    [{ a: 'máy đo', b: 'meter' }, { a: ['term.english'] }],
    [{ a: 'dryer', b: 'máy sấy', field: '987' }, { field: ['term.field'] }],
    [{ kind: 'synonym', a: 'nồi hơi', b: 'lò hơi' }, { language: ['choose'] }],
    [{ kind: 'synonym', language: 'en', a: 'boiler', b: 'lò hơi' }, { b: ['term.english'] }],
    [{ kind: 'other', a: 'boiler', b: 'lò hơi' }, { kind: ['choose'] }],
    [{ a: ['dryer', 'drier'], b: 'máy sấy' }, { a: ['invalid'] }],
    [{ a: 'C++', b: 'ngôn ngữ C' }, { a: ['term.short'] }],
  ])('%j is refused', (input, faults) => {
    expect(fieldFaults(input)).toEqual(faults)
  })

  it.each([
    ['β-carotene', 'beta caroten'],
    ['C++ compiler', 'trình biên dịch C++'],
    ['naïve Bayes', 'Bayes ngây thơ'],
    ["Young's modulus", 'mô đun Young'],
    ['5G network', 'mạng 5G'],
    ['pH meter', 'máy đo pH'],
  ])('%s and %s are good', (a, b) => {
    expect(fieldFaults({ a, b })).toEqual({})
  })
})
