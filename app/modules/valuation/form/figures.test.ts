import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shifted } from '../model/decimals.ts'
import { decimalFromText, decimalInText, seriesParts } from './figures.ts'

describe('figures as people type them', () => {
  it.each([
    ['1.234,5', 'vi', '1234.5'],
    ['1.234.567', 'vi', '1234567'],
    ['1.500', 'vi', '1500'],
    ['0,5', 'vi', '0.5'],
    ['0.5', 'vi', '0.5'],
    ['12.25', 'vi', '12.25'],
    ['1,234.5', 'en', '1234.5'],
    ['1,234,567', 'en', '1234567'],
    ['0.5', 'en', '0.5'],
    ['10 000', 'vi', '10000'],
    ['−3', 'vi', '-3'],
    ['+3', 'en', '3'],
    ['007', 'en', '7'],
    ['-0', 'vi', '0'],
  ] as const)('reads %s in %s', (text, language, figure) => {
    expect(decimalFromText(text, language)).toBe(figure)
  })

  it.each([
    ['', 'vi'],
    ['-', 'vi'],
    ['abc', 'vi'],
    ['1,5', 'en'],
    ['1,2,3', 'vi'],
    ['1.23.456', 'vi'],
    ['1e5', 'en'],
    ['NaN', 'en'],
    ['Infinity', 'en'],
    ['9'.repeat(31), 'en'],
    ['--1', 'en'],
    ['1.2.3', 'en'],
  ] as const)('does not guess at "%s" in %s', (text, language) => {
    expect(decimalFromText(text, language)).toBeNull()
  })

  it('takes per cents as hundredths, exactly', () => {
    expect(decimalFromText('22,5 %', 'vi', -2)).toBe('0.225')
    expect(decimalFromText('0.1', 'en', -2)).toBe('0.001')
    expect(decimalFromText('100', 'en', -2)).toBe('1')
    expect(decimalInText('0.225', 'vi', -2)).toBe('22,5')
    expect(decimalInText('-0.001', 'en', -2)).toBe('-0.1')
  })

  it('reads back what it writes, in both languages and with per cents', () => {
    const decimals = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat({ max: 8 }))
      .map(([negative, digits, places]) => shifted(`${negative ? '-' : ''}${String(digits)}`, -places))
    fc.assert(
      fc.property(
        decimals,
        fc.constantFrom('vi' as const, 'en' as const),
        fc.constantFrom(0, -2),
        (figure, language, by) => {
          expect(decimalFromText(decimalInText(figure, language, by), language, by)).toBe(figure)
        },
      ),
    )
  })

  it('shifts there and back', () => {
    expect(shifted('5', -3)).toBe('0.005')
    expect(shifted('0.005', 3)).toBe('5')
    expect(shifted('-12.5', 1)).toBe('-125')
    expect(shifted('0', 5)).toBe('0')
  })
})

it('takes series typed in a line or pasted from a column', () => {
  expect(seriesParts('10.000; 14.000;18.000')).toEqual(['10.000', '14.000', '18.000'])
  expect(seriesParts('1\r\n2\n\n3\t4')).toEqual(['1', '2', '3', '4'])
})
