import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastMonday, lastMorning } from './day.ts'

const at = (iso: string) => Date.parse(iso)

describe('the morning in Vietnam', () => {
  it.each([
    ['2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'],
    ['2026-11-23T23:59:59.999Z', '2026-11-23T00:00:00Z'],
    ['2026-11-24T16:59:00Z', '2026-11-24T00:00:00Z'],
  ])('at %s was last %s', (moment, morning) => {
    expect(lastMorning(at(moment))).toBe(at(morning))
  })

  it.each([
    // 23 November 2026 is a Monday.
    ['2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z'],
    ['2026-11-22T23:59:59Z', '2026-11-16T00:00:00Z'],
    ['2026-11-29T20:00:00Z', '2026-11-23T00:00:00Z'],
  ])('at %s was last on Monday, %s', (moment, monday) => {
    expect(lastMonday(at(moment))).toBe(at(monday))
  })

  it('is less than a day and less than a week ago, at 07:00 by the clocks there', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Ho_Chi_Minh',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    })
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000_000, max: 2_500_000_000_000 }), (moment) => {
        expect(moment - lastMorning(moment)).toBeLessThan(86_400_000)
        expect(moment - lastMorning(moment)).toBeGreaterThanOrEqual(0)
        expect(moment - lastMonday(moment)).toBeLessThan(7 * 86_400_000)
        expect(clock.format(lastMorning(moment))).toContain('07:00')
        expect(clock.format(lastMonday(moment))).toBe('Mon 07:00')
      }),
    )
  })
})
