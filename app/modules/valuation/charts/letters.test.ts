import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortened, widthOf, wrapped } from './letters.ts'

const words = fc.array(fc.constantFrom('chi', 'phí', 'chuyển', 'giao', 'nghiên', 'cứu', 'Đầu'), {
  minLength: 1,
  maxLength: 14,
})

describe('the width of a line', () => {
  // Measured in a browser, in the size of the letters.
  it.each([
    ['Tiền sử dụng tài sản vô hình', 13.316, 13.619],
    ['Chi phí tái tạo đã trừ hao mòn vật lý, chức năng và kinh tế', 27.973, 28.523],
    ['1.234.567.000.000 ₫', 10.331, 10.689],
    ['−39,6 % (ước tính)', 9.077, 9.281],
    ['Multi-period excess earnings', 14.16, 14.55],
    ['ĐỘ NHẠY TỪNG ĐẦU VÀO', 12.673, 12.888],
  ])('of %s is never estimated too small, and at most 3 % too large', (text, regular, semibold) => {
    for (const [estimated, measured] of [
      [widthOf(text, 1), regular],
      [widthOf(text, 1, 'semibold'), semibold],
    ] as const) {
      expect(estimated / measured).toBeGreaterThanOrEqual(1)
      expect(estimated / measured).toBeLessThan(1.03)
    }
  })

  it('is the same however the marks are coded', () => {
    expect(widthOf('Độ nhạy'.normalize('NFD'), 12)).toBe(widthOf('Độ nhạy'.normalize('NFC'), 12))
  })
})

describe('wrapping', () => {
  it('keeps every word where there is room, in lines that fit', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 300 }), (some, room) => {
        const lines = wrapped(some.join(' '), room, 20, 13)
        expect(lines.join(' ')).toBe(some.join(' '))
        for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(room)
      }),
    )
  })

  it('shortens the last line where more would follow, and a word that is too long', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 90 }), fc.integer({ min: 1, max: 2 }), (some, room, most) => {
        const lines = wrapped(some.join(' '), room, most, 13)
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(room)
        if (lines.join(' ') !== some.join(' ')) expect(lines.join('')).toContain('…')
      }),
    )
  })

  it('gives lines of like length rather than one long and one short', () => {
    const [first = '', second = ''] = wrapped('Tổng chi phí quá khứ theo giá hiện nay', 225, 2, 13)
    expect(widthOf(second, 13)).toBeGreaterThan(widthOf(first, 13) * 0.6)
  })

  it('shortens to nothing where not even one letter has room', () => {
    expect(shortened('Giá trị', 5, 12)).toBe('')
    expect(wrapped('', 100, 2, 12)).toEqual([])
  })
})
