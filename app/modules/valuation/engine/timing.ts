import { aboveZero, everyYear, rateOf, refuseInput, within, type Yearly } from './checks.ts'
import { dayNumber, daysBetween, isLeapYear, readDay } from './days.ts'
import { type Worked } from './worked.ts'
import { figure, step, worked } from './working.ts'

/** When in its year a flow is taken to arrive: at the end, or in the middle for flows spread evenly over it. */
export type Convention = 'end' | 'mid'

/**
 * How the periods of a forecast lie on the calendar. Every period is a year but the first, which may be what is left of
 * the year at the valuation date, and the last, which may end with the asset's life. Flows are those of the period
 * itself: a half year's amount, not a year's.
 */
export interface Timing {
  convention?: Convention | undefined
  /** Length of the first period in years, above 0 and at most 1. */
  firstYear?: number | undefined
  /** Length of the last period in years, above 0 and at most 1. */
  lastYear?: number | undefined
}

export interface Periods {
  convention: Convention
  lengths: number[]
  /** Years from the valuation date to the flow of each period. */
  times: number[]
}

/** Lengths of `count` periods and the times of their flows. */
export function periodsOf(count: number, { convention = 'end', firstYear = 1, lastYear = 1 }: Timing): Periods {
  const first = within('timing.firstYear', aboveZero('timing.firstYear', firstYear), 0, 1)
  const last = within('timing.lastYear', aboveZero('timing.lastYear', lastYear), 0, 1)
  // A forecast of one period has one length, not two.
  if (count === 1 && first !== 1 && last !== 1) refuseInput('timing.lastYear', 'one_too_many')
  const lengths = new Array<number>(count).fill(1)
  if (count > 0) lengths[count - 1] = last
  if (count > 0 && first !== 1) lengths[0] = first
  const times: number[] = []
  for (const [at, length] of lengths.entries()) {
    // Whole years are counted, not added up, so that t is exact.
    const before = at === 0 ? 0 : first + (at - 1)
    times.push(before + (convention === 'mid' ? length / 2 : length))
  }
  return { convention, lengths, times }
}

/**
 * Discount factors of the periods: (1+k)^−t where one rate holds, else the product of the years' own factors,
 * Π (1+k_i)^−length_i, with half a length for the year itself at mid-year. Relative error at most 1e-13.
 */
export function factorsOf(rate: Yearly, { lengths, times, convention }: Periods, input = 'rate'): number[] {
  if (typeof rate === 'number') {
    const k = rateOf(input, rate)
    return times.map((time) => (1 + k) ** -time)
  }
  const factors: number[] = []
  let opening = 1
  for (const [at, k] of everyYear(input, rate, lengths.length, rateOf).entries()) {
    const length = lengths[at] ?? 1
    factors.push(opening * (1 + k) ** -(convention === 'mid' ? length / 2 : length))
    opening *= (1 + k) ** -length
  }
  return factors
}

export type DayCount = 'actual_365' | 'actual_actual'

/**
 * Length in years from one day to another.
 *
 * - `actual_365`: days / 365, as spreadsheets do for dated flows.
 * - `actual_actual`: the days in each calendar year over that year's days.
 *
 * @param given.from ISO day, `2025-09-15`
 * @param given.to ISO day, not before `from`
 * @returns years
 * @throws InputRefusal not_a_date, dates_out_of_order
 */
export function yearFraction(given: { from: string; to: string; dayCount?: DayCount | undefined }): Worked<number> {
  const from = readDay('from', given.from)
  const to = readDay('to', given.to)
  const days = daysBetween(from, to)
  if (days < 0) refuseInput('to', 'dates_out_of_order')
  if (given.dayCount !== 'actual_actual') {
    const years = days / 365
    return worked(years, () => [step('year_fraction', 'y', 'd / 365', `${figure(days)} / 365`, years, 'years')])
  }
  let years = 0
  const parts: string[] = []
  for (let year = from.year; year <= to.year; year += 1) {
    const start = year === from.year ? dayNumber(from) : dayNumber({ year, month: 1, day: 1 })
    const end = year === to.year ? dayNumber(to) : dayNumber({ year: year + 1, month: 1, day: 1 })
    const length = isLeapYear(year) ? 366 : 365
    if (end === start) continue
    years += (end - start) / length
    parts.push(`${end - start}/${length}`)
  }
  return worked(years, () => [step('year_fraction', 'y', 'Σ d_i / D_i', parts.join(' + ') || '0', years, 'years')])
}

/**
 * How much of the current financial year is left at the valuation date: the length of a forecast's first period.
 *
 * @param given.valuationDate ISO day; flows from the next day on belong to the value
 * @param given.yearEnd last day of the financial year, within a year after the valuation date
 * @returns years, above 0 and at most 1
 * @throws InputRefusal not_a_date, dates_out_of_order, out_of_range
 */
export function firstYearLeft(given: { valuationDate: string; yearEnd: string }): Worked<number> {
  const valuation = readDay('valuationDate', given.valuationDate)
  const end = readDay('yearEnd', given.yearEnd)
  const start = { ...end, year: end.year - 1 }
  const left = daysBetween(valuation, end)
  if (left <= 0) refuseInput('yearEnd', 'dates_out_of_order')
  const length = daysBetween(start, end)
  if (left > length) refuseInput('yearEnd', 'out_of_range')
  const years = left / length
  return worked(years, () => [
    step('year_fraction', 'f', 'days left / days of the year', `${left} / ${length}`, years, 'years'),
  ])
}
