import { aboveZero, finite, rateOf, refuseInput, series, type Labelled } from './checks.ts'
import { type Worked } from './worked.ts'
import { figure, products, step, total, worked } from './working.ts'

/* Rates are decimals a year, compounded yearly; doubles, each figure within 1e-13 of its magnitude. */

/**
 * Nominal rate from a real one and inflation (Fisher): (1 + k_nom) = (1 + k_real)·(1 + π).
 *
 * @throws InputRefusal rate_at_or_below_minus_one, missing, not_a_number, infinite
 */
export function nominalRate(given: { real: number; inflation: number }): Worked<number> {
  const real = rateOf('real', given.real)
  const inflation = rateOf('inflation', given.inflation)
  const rate = total([real, inflation, real * inflation])
  return worked(rate, () => [
    step(
      'nominal_rate',
      'k_nom',
      '(1 + k_real)·(1 + π) − 1',
      `(1 + ${figure(real)})·(1 + ${figure(inflation)}) − 1`,
      rate,
      'rate',
    ),
  ])
}

/** Real rate from a nominal one: (1 + k_nom)/(1 + π) − 1. Errors as `nominalRate`. */
export function realRate(given: { nominal: number; inflation: number }): Worked<number> {
  const nominal = rateOf('nominal', given.nominal)
  const inflation = rateOf('inflation', given.inflation)
  const rate = (nominal - inflation) / (1 + inflation)
  return worked(rate, () => [
    step(
      'real_rate',
      'k_real',
      '(1 + k_nom) / (1 + π) − 1',
      `(1 + ${figure(nominal)}) / (1 + ${figure(inflation)}) − 1`,
      rate,
      'rate',
    ),
  ])
}

/** Inflation that two rates imply: (1 + k_nom)/(1 + k_real) − 1. Errors as `nominalRate`. */
export function impliedInflation(given: { nominal: number; real: number }): Worked<number> {
  const nominal = rateOf('nominal', given.nominal)
  const real = rateOf('real', given.real)
  const rate = (nominal - real) / (1 + real)
  return worked(rate, () => [
    step(
      'inflation',
      'π',
      '(1 + k_nom) / (1 + k_real) − 1',
      `(1 + ${figure(nominal)}) / (1 + ${figure(real)}) − 1`,
      rate,
      'rate',
    ),
  ])
}

/**
 * A nominal rate in another currency, by the inflation of both (relative purchasing power parity):
 * 1 + k_B = (1 + k_A)·(1 + π_B)/(1 + π_A).
 *
 * @throws InputRefusal rate_at_or_below_minus_one, missing, not_a_number, infinite
 */
export function rateInOtherCurrency(given: {
  rate: number
  inflation: number
  otherInflation: number
}): Worked<number> {
  const k = rateOf('rate', given.rate)
  const here = rateOf('inflation', given.inflation)
  const there = rateOf('otherInflation', given.otherInflation)
  const rate = ((1 + k) * (1 + there)) / (1 + here) - 1
  return worked(rate, () => [
    step(
      'rate_in_other_currency',
      'k_B',
      '(1 + k_A)·(1 + π_B) / (1 + π_A) − 1',
      `(1 + ${figure(k)})·(1 + ${figure(there)}) / (1 + ${figure(here)}) − 1`,
      rate,
      'rate',
    ),
  ])
}

/**
 * Exchange rate expected after t years, by the inflation of both currencies: S_t = S_0·((1 + π_B)/(1 + π_A))^t,
 * S in units of B for one of A.
 *
 * @throws InputRefusal not_positive, rate_at_or_below_minus_one, missing, not_a_number, infinite
 */
export function expectedExchangeRate(given: {
  exchangeRate: number
  inflation: number
  otherInflation: number
  years: number
}): Worked<number> {
  const spot = aboveZero('exchangeRate', given.exchangeRate)
  const here = rateOf('inflation', given.inflation)
  const there = rateOf('otherInflation', given.otherInflation)
  const years = finite('years', given.years)
  const rate = spot * ((1 + there) / (1 + here)) ** years
  return worked(rate, () => [
    step(
      'forward_exchange_rate',
      'S_t',
      'S_0·((1 + π_B) / (1 + π_A))^t',
      `${figure(spot)}·((1 + ${figure(there)}) / (1 + ${figure(here)}))^${figure(years)}`,
      rate,
      'ratio',
    ),
  ])
}

/**
 * Amounts of several currencies in one, at stated rates: A_to = A·S.
 *
 * @param given.amounts each with its currency
 * @param given.to the currency wanted
 * @param given.exchangeRates units of `to` for one unit of each other currency
 * @throws InputRefusal no_exchange_rate, not_positive, empty_series, missing
 */
export function inOneCurrency(given: {
  amounts: readonly (Labelled & { amount: number })[]
  to: string
  exchangeRates: Readonly<Record<string, number>>
}): Worked<{ amounts: number[]; total: number }> {
  const amounts = series(
    'amounts',
    given.amounts.map(({ amount }) => amount),
  )
  const rates = given.amounts.map(({ currency }, at) => {
    if (currency === undefined) return refuseInput(`amounts[${at}].currency`, 'missing')
    if (currency === given.to) return 1
    const rate = given.exchangeRates[currency]
    return rate === undefined
      ? refuseInput(`exchangeRates.${currency}`, 'no_exchange_rate')
      : aboveZero(`exchangeRates.${currency}`, rate)
  })
  const converted = amounts.map((amount, at) => amount * (rates[at] ?? 1))
  const sum = total(converted)
  return worked({ amounts: converted, total: sum }, () => [
    step('converted_amount', `A (${given.to})`, 'Σ A_i·S_i', products(amounts, rates), sum, 'money'),
  ])
}
