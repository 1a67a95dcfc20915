import { refuseInput } from './checks.ts'

/** A day of the Gregorian calendar, without a time or zone. */
export interface Day {
  year: number
  month: number
  day: number
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Reads `2025-09-15`. @throws InputRefusal missing, not_a_date */
export function readDay(input: string, text: string | undefined | null): Day {
  if (text === undefined || text === null) return refuseInput(input, 'missing')
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return refuseInput(input, 'not_a_date')
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return refuseInput(input, 'not_a_date')
  return { year, month, day }
}

/** Days since an arbitrary fixed day. */
export function dayNumber({ year, month, day }: Day): number {
  const march = month > 2 ? month - 3 : month + 9
  const y = month > 2 ? year : year - 1
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * march + 2) / 5) + day
  )
}

export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Months later; where that month has no such day, its last day, as terms in months are counted in civil law. */
export function monthsLater({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + (month - 1) + months
  const laterYear = Math.floor(index / 12)
  const laterMonth = (index % 12) + 1
  return { year: laterYear, month: laterMonth, day: Math.min(day, daysOfMonth(laterYear, laterMonth)) }
}

/** Whole months from one day to another; negative where the other is earlier. */
export function wholeMonths(from: Day, to: Day): number {
  if (daysBetween(from, to) < 0) return -wholeMonths(to, from)
  const months = (to.year - from.year) * 12 + to.month - from.month
  return daysBetween(monthsLater(from, months), to) < 0 ? months - 1 : months
}
