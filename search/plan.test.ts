import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planOf } from './plan.ts'
import type { Unit } from './plan.ts'

const written = (units: Unit[]) =>
  units.map(
    (unit) =>
      unit.patterns.map((pattern) => pattern.words.join('_') + (pattern.prefix ? '*' : '')).join('|') +
      (unit.minor ? '?' : ''),
  )

describe('planOf', () => {
  it.each([
    ['sấy khô', ['say', 'kho*']],
    ['sấy khô ', ['say', 'kho']],
    ['máy s', ['may', 's?']],
    ['s', ['s']],
    ['"sấy khô"', ['say_kho']],
    ['"sấy kh', ['say_kh*']],
    ['sấy sấy ', ['say']],
    ['của nước ', ['cua?', 'nuoc']],
    ['cua nuoc ', ['cua?', 'nuoc']],
    ['cơ khí ', ['co', 'khi']],
    ['của và ', ['cua', 'va']],
    ['C02F 3/30 ', ['c02f_3_30|c02f330']],
    ['C02F3/3', ['c02f3_3*|c02f33*']],
    ['1-0012345 ', ['1_0012345|10012345']],
    ['nước, thải ', ['nuoc', 'thai']],
    ['', []],
    [' "" - -- ', []],
  ])('%s', (text, units) => {
    expect(written(planOf(text).units)).toEqual(units)
  })

  it('keeps what is left out apart', () => {
    const plan = planOf('sấy -"trái cây" -mít')
    expect(written(plan.units)).toEqual(['say'])
    expect(written(plan.excluded)).toEqual(['trai_cay', 'mit'])
    expect(written(planOf('tiền-xử-lý ').units)).toEqual(['tien', 'xu', 'ly'])
  })

  it('knows whether diacritics were typed', () => {
    expect(planOf('công nghe').typedWithMarks).toBe(true)
    expect(planOf('cong nghe').typedWithMarks).toBe(false)
    expect(planOf('-công nghe').typedWithMarks).toBe(false)
  })

  it('reads at most 24 words of any text, and every word is plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const { units, excluded, words } = planOf(text)
        expect(words.length).toBeLessThanOrEqual(24)
        for (const unit of [...units, ...excluded]) {
          for (const pattern of unit.patterns) {
            expect(pattern.words.length).toBeGreaterThan(0)
            for (const word of pattern.words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
          }
        }
      }),
    )
  })
})
