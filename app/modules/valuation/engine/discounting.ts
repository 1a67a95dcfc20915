import {
  aboveZero,
  atLeastZero,
  finite,
  growthOf,
  life,
  rateOf,
  refuseInput,
  series,
  within,
  type Yearly,
} from './checks.ts'
import { daysBetween, readDay } from './days.ts'
import { type Convention, factorsOf, type Periods, periodsOf, type Timing } from './timing.ts'
import { type Step, type Worked } from './worked.ts'
import { figure, products, step, total, worked } from './working.ts'

/*
 * Amounts are in units of the model's one currency, rates decimals a year compounded yearly. Numbers are IEEE doubles;
 * each figure holds to 1e-12 of the sum of the magnitudes that go into it (powers are within 1e-13, sums carry their
 * rounding along).
 */

export interface PresentValue {
  /** DF_t for each flow. */
  discountFactors: number[]
  /** CF_t·DF_t for each flow. */
  presentValues: number[]
  /** PV, without the initial outlay. */
  presentValue: number
  /** PV less the initial outlay. */
  netPresentValue: number
}

/** One step for each factor; a rate for each year is multiplied up over the lengths of the years. */
export function discountSteps(
  rate: Yearly,
  factors: readonly number[],
  { times, lengths, convention }: Pick<Periods, 'times' | 'lengths' | 'convention'>,
): Step[] {
  const numbersOf = (at: number) => {
    if (typeof rate === 'number') return `(1 + ${figure(rate)})^−${figure(times[at] ?? 0)}`
    const powers = rate.slice(0, at + 1).map((k, year) => {
      const length = lengths[year] ?? 1
      return `(1 + ${figure(k)})^−${figure(year === at && convention === 'mid' ? length / 2 : length)}`
    })
    return powers.join('·')
  }
  const formula = typeof rate === 'number' ? '(1 + k)^−t' : 'Π (1 + k_i)^−l_i'
  return factors.map((factor, at) => step('discount_factor', `DF_${at + 1}`, formula, numbersOf(at), factor, 'ratio'))
}

/**
 * Present value of yearly flows and what is left of it after an initial outlay.
 *
 * PV = Σ CF_t·DF_t; DF_t = (1+k)^−t at the end of years, (1+k)^−(t−0.5) in their middle; NPV = PV − I_0.
 * Source: IVS 210 (income approach); Circular 32/2024/TT-BTC.
 *
 * @param given.cashFlows CF_t, money, of years 1, 2, …
 * @param given.rate k, a year; or one rate for each year
 * @param given.timing end of year unless it says otherwise; part years at both ends
 * @param given.initialOutlay I_0, money, zero or more, paid at the valuation date
 * @throws InputRefusal empty_series, not_a_number, infinite, rate_at_or_below_minus_one, length_differs, out_of_range
 */
export function netPresentValue(given: {
  cashFlows: readonly number[]
  rate: Yearly
  timing?: Timing | undefined
  initialOutlay?: number | undefined
}): Worked<PresentValue> {
  const cashFlows = series('cashFlows', given.cashFlows)
  const outlay = atLeastZero('initialOutlay', given.initialOutlay ?? 0)
  const timing = given.timing ?? {}
  const periods = periodsOf(cashFlows.length, timing)
  const discountFactors = factorsOf(given.rate, periods)
  const presentValues = cashFlows.map((flow, at) => flow * (discountFactors[at] ?? 0))
  const presentValue = total(presentValues)
  const result = { discountFactors, presentValues, presentValue, netPresentValue: presentValue - outlay }
  return worked(result, () => [
    ...discountSteps(given.rate, discountFactors, periods),
    step('present_value', 'PV', 'Σ CF_t·DF_t', products(cashFlows, discountFactors), presentValue, 'money'),
    ...(outlay > 0
      ? [
          step(
            'net_present_value',
            'NPV',
            'PV − I_0',
            `${figure(presentValue)} − ${figure(outlay)}`,
            result.netPresentValue,
            'money',
          ),
        ]
      : []),
  ])
}

/**
 * Present value of flows on dates, at the valuation date.
 *
 * PV = Σ CF_i·(1+k)^−(days_i/365), the convention of spreadsheets' XNPV.
 *
 * @param given.dates ISO days, none before the valuation date
 * @param given.valuationDate ISO day; the first date if left out
 * @throws InputRefusal not_a_date, dates_out_of_order, length_differs and those of `netPresentValue`
 */
export function presentValueByDates(given: {
  cashFlows: readonly number[]
  dates: readonly string[]
  rate: number
  valuationDate?: string | undefined
}): Worked<PresentValue> {
  const cashFlows = series('cashFlows', given.cashFlows)
  const k = rateOf('rate', given.rate)
  const times = datedTimes(given.dates, cashFlows.length, given.valuationDate)
  const discountFactors = times.map((time) => (1 + k) ** -time)
  const presentValues = cashFlows.map((flow, at) => flow * (discountFactors[at] ?? 0))
  const presentValue = total(presentValues)
  return worked({ discountFactors, presentValues, presentValue, netPresentValue: presentValue }, () => [
    ...discountSteps(k, discountFactors, { times, lengths: [], convention: 'end' }),
    step('present_value', 'PV', 'Σ CF_i·DF_i', products(cashFlows, discountFactors), presentValue, 'money'),
  ])
}

/** Years (days / 365) from the valuation date to each of `count` dates. */
export function datedTimes(dates: readonly string[], count: number, valuationDate?: string): number[] {
  if (dates.length !== count) refuseInput('dates', 'length_differs')
  const start = readDay(valuationDate === undefined ? 'dates[0]' : 'valuationDate', valuationDate ?? dates[0])
  return dates.map((date, at) => {
    const days = daysBetween(start, readDay(`dates[${at}]`, date))
    return days < 0 ? refuseInput(`dates[${at}]`, 'dates_out_of_order') : days / 365
  })
}

export interface TerminalValue {
  /** Value at year n of all that follows. */
  terminalValue: number
  /** The same at the valuation date. */
  presentValue: number
}

/**
 * Value of what comes after the forecast, for assets that outlive it only.
 *
 * For ever (Gordon): TV_n = CF_n·(1+g)/(k−g). For m more years, as with a right that ends:
 * TV_n = CF_n·(1+g)/(k−g)·(1 − ((1+g)/(1+k))^m), where g may be at or above k. PV = TV_n·DF_n by the convention of the
 * forecast, so that a mid-year forecast discounts it by n − 0.5 years.
 *
 * @param given.cashFlow CF_n, money, of a whole year
 * @param given.years n, above 0 (at mid-year 0.5 or more)
 * @param given.rate k, a year
 * @param given.growth g, a year
 * @param given.yearsAfter m, zero or more; null or left out: without end
 * @throws InputRefusal growth_at_or_above_rate (without end), growth_at_or_below_minus_one,
 *   rate_at_or_below_minus_one, not_positive, negative_life
 */
export function terminalValue(given: {
  cashFlow: number
  years: number
  rate: number
  growth: number
  convention?: Convention | undefined
  yearsAfter?: number | null | undefined
}): Worked<TerminalValue> {
  const flow = finite('cashFlow', given.cashFlow)
  const n = aboveZero('years', given.years)
  const k = rateOf('rate', given.rate)
  const mid = given.convention === 'mid'
  const factor = terminalFactor(k, given.growth, given.yearsAfter ?? null)
  const value = flow * factor
  const time = within('years', mid ? n - 0.5 : n, 0, Infinity)
  const discount = (1 + k) ** -time
  const ofYears = given.yearsAfter === null || given.yearsAfter === undefined ? '' : ' · (1 − ((1 + g)/(1 + k))^m)'
  const rates = `${figure(flow)} · (1 + ${figure(given.growth)}) / (${figure(k)} − ${figure(given.growth)})`
  return worked({ terminalValue: value, presentValue: value * discount }, () => [
    step(
      'terminal_value',
      'TV_n',
      `CF_n · (1 + g) / (k − g)${ofYears}`,
      ofYears === '' ? rates : `${rates}; m = ${figure(given.yearsAfter ?? 0)}`,
      value,
      'money',
    ),
    step(
      'present_value_of_terminal',
      'PV(TV)',
      mid ? 'TV_n · (1 + k)^−(n − 0.5)' : 'TV_n · (1 + k)^−n',
      `${figure(value)} · (1 + ${figure(k)})^−${figure(time)}`,
      value * discount,
      'money',
    ),
  ])
}

/** TV_n / CF_n: of flows that grow by g for `yearsAfter` years, or without end. `under` begins the paths of refusals. */
export function terminalFactor(k: number, growth: number, yearsAfter: number | null, under = ''): number {
  const g = growthOf(`${under}growth`, growth)
  if (yearsAfter === null) return g >= k ? refuseInput(`${under}growth`, 'growth_at_or_above_rate') : (1 + g) / (k - g)
  const m = life(`${under}yearsAfter`, yearsAfter)
  // (1 − q^m)/(1 − q)·q with q = (1+g)/(1+k), which is m at q = 1.
  const logQ = Math.log1p((g - k) / (1 + k))
  if (logQ === 0) return m
  return (-Math.expm1(m * logQ) * (1 + g)) / (k - g)
}
