import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountFromText, amountInEnglish, amountInVietnamese, largestAmount } from './money.ts'

describe('amountInVietnamese', () => {
  it.each([
    [0, 'không'],
    [5, 'năm'],
    [10, 'mười'],
    [15, 'mười lăm'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [105, 'một trăm lẻ năm'],
    [1_005_000, 'một triệu không trăm lẻ năm nghìn'],
    [1_200_000_000, 'một tỷ hai trăm triệu'],
    [3_450_000_000, 'ba tỷ bốn trăm năm mươi triệu'],
    [1_000_000_000_000, 'một nghìn tỷ'],
    [2_000_000_000_005, 'hai nghìn tỷ không trăm lẻ năm'],
    [
      1_234_567_890_123,
      'một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi nghìn một trăm hai mươi ba',
    ],
    [largestAmount, 'một triệu tỷ'],
  ])('%d', (amount, words) => {
    expect(amountInVietnamese(amount)).toBe(words)
  })

  it('gives different words for different amounts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestAmount }), fc.integer({ min: 0, max: largestAmount }), (a, b) => {
        fc.pre(a !== b)
        expect(amountInVietnamese(a)).not.toBe(amountInVietnamese(b))
      }),
    )
  })
})

describe('amountInEnglish', () => {
  it.each([
    [0, 'zero'],
    [21, 'twenty-one'],
    [100, 'one hundred'],
    [1_200_000_000, 'one billion two hundred million'],
    [largestAmount, 'one quadrillion'],
  ])('%d', (amount, words) => {
    expect(amountInEnglish(amount)).toBe(words)
  })
})

describe('amountFromText', () => {
  it.each([
    ['1.200.000.000 ₫', 1_200_000_000],
    ['1,200,000,000', 1_200_000_000],
    [' 350 000 000 VNĐ', 350_000_000],
    ['0', 0],
  ])('reads %s', (text, amount) => {
    expect(amountFromText(text)).toBe(amount)
  })

  it.each(['', 'một tỷ', '-5', '1e9', '12345678901234567', '１２', 'NaN'])('refuses %s', (text) => {
    expect(amountFromText(text)).toBeNull()
  })
})
