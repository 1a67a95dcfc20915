import { InputRefusal } from './worked.ts'

/** Why an input is refused. Each is the key of a sentence. */
export const refusalReasons = [
  'missing',
  'not_a_number',
  'infinite',
  'negative',
  'not_positive',
  'negative_life',
  'out_of_range',
  'not_whole',
  'not_a_date',
  'dates_out_of_order',
  'empty_series',
  'length_differs',
  'rate_at_or_below_minus_one',
  'growth_at_or_below_minus_one',
  'growth_at_or_above_rate',
  'shares_not_one',
  'shares_above_one',
  'mixed_currencies',
  'mixed_units',
  'no_exchange_rate',
  'no_price_index',
  'tiers_not_contiguous',
  'low_above_high',
  'minimum_above_cap',
  'terminal_within_life',
  'terminal_after_part_year',
  'tax_benefit_without_bound',
  'nothing_to_value',
  'one_too_many',
  'overflow',
  'unknown',
  'not_a_list',
  'name_repeated',
  'low_not_below_high',
  'mode_outside_range',
  'not_symmetric',
  'diagonal_not_one',
  'not_positive_semidefinite',
  'probability_outside_zero_to_one',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** No series is longer: a row is a year, and no valuation looks further. */
const longestSeries = 1000

/** Sums of shares may miss one by what decimal fractions lose in binary. */
const shareTolerance = 1e-9

/** @throws InputRefusal always, naming the input's path, such as `revenues[3]`, and the reason. */
export function refuseInput(input: string, reason: RefusalReason): never {
  throw new InputRefusal(input, reason)
}

/** A number that is one. Values come from files and forms, so their type is not believed. */
export function finite(input: string, value: number | undefined | null): number {
  if (value === undefined || value === null) return refuseInput(input, 'missing')
  if (typeof value !== 'number' || Number.isNaN(value)) return refuseInput(input, 'not_a_number')
  return Number.isFinite(value) ? value : refuseInput(input, 'infinite')
}

export function atLeastZero(input: string, value: number | undefined | null): number {
  return finite(input, value) < 0 ? refuseInput(input, 'negative') : finite(input, value)
}

export function aboveZero(input: string, value: number | undefined | null): number {
  return finite(input, value) <= 0 ? refuseInput(input, 'not_positive') : finite(input, value)
}

/** Years that something still lasts: zero or more. */
export function life(input: string, value: number | undefined | null): number {
  return finite(input, value) < 0 ? refuseInput(input, 'negative_life') : finite(input, value)
}

/** A rate a year, compounded yearly: above −100 %. */
export function rateOf(input: string, value: number | undefined | null): number {
  return finite(input, value) <= -1 ? refuseInput(input, 'rate_at_or_below_minus_one') : finite(input, value)
}

export function growthOf(input: string, value: number | undefined | null): number {
  return finite(input, value) <= -1 ? refuseInput(input, 'growth_at_or_below_minus_one') : finite(input, value)
}

export function within(input: string, value: number | undefined | null, low: number, high: number): number {
  const number = finite(input, value)
  return number < low || number > high ? refuseInput(input, 'out_of_range') : number
}

/** A part of one: a share, a probability, an obsolescence; from 0 to 1. */
export function partOfOne(input: string, value: number | undefined | null): number {
  return within(input, value, 0, 1)
}

/** A tax rate: from 0 to below 1. */
export function taxOf(input: string, value: number | undefined | null): number {
  return partOfOne(input, value) === 1 ? refuseInput(input, 'out_of_range') : finite(input, value)
}

export function wholeWithin(input: string, value: number | undefined | null, low: number, high: number): number {
  return Number.isInteger(finite(input, value)) ? within(input, value, low, high) : refuseInput(input, 'not_whole')
}

export type Check = (input: string, value: number | undefined | null) => number

/** A series with at least one figure, each checked under its own path. */
export function series(input: string, values: readonly number[] | undefined | null, check: Check = finite): number[] {
  if (values === undefined || values === null) return refuseInput(input, 'missing')
  if (values.length === 0) return refuseInput(input, 'empty_series')
  if (values.length > longestSeries) return refuseInput(input, 'out_of_range')
  const checked: number[] = []
  try {
    for (const value of values) checked.push(check(input, value))
  } catch (error) {
    // A path for every figure would cost more than the check; it is made for the one that is refused.
    if (error instanceof InputRefusal) throw new InputRefusal(`${input}[${checked.length}]`, error.reason)
    throw error
  }
  return checked
}

/** A series that runs beside another of `count` figures. */
export function seriesOf(
  input: string,
  values: readonly number[] | undefined | null,
  count: number,
  check: Check = finite,
): number[] {
  const checked = series(input, values, check)
  return checked.length === count ? checked : refuseInput(input, 'length_differs')
}

/** One figure for all years, or one for each of `count` years. */
export type Yearly = number | readonly number[]

/** A yearly figure as a series of `count`. */
export function everyYear(
  input: string,
  value: Yearly | undefined | null,
  count: number,
  check: Check = finite,
): number[] {
  if (Array.isArray(value)) return seriesOf(input, value as readonly number[], count, check)
  const one = check(input, value as number | undefined | null)
  return new Array<number>(count).fill(one)
}

/** Shares that make up a whole. */
export function sharesOfOne(input: string, shares: readonly number[]): number[] {
  const checked = series(input, shares, partOfOne)
  const sum = checked.reduce((so, share) => so + share, 0)
  return Math.abs(sum - 1) <= shareTolerance ? checked : refuseInput(input, 'shares_not_one')
}

/** Whether a sum of shares is more than a whole by more than rounding. */
export function exceedsOne(sum: number): boolean {
  return sum > 1 + shareTolerance
}

/** What an amount may say about itself; amounts that say nothing are in the model's currency and unit. */
export interface Labelled {
  currency?: string | undefined
  unit?: string | undefined
}

/** All amounts in one currency and one unit, as far as they say. The first that differs is named. */
export function oneKind(input: string, amounts: readonly Labelled[]): void {
  for (const [at, { currency, unit }] of amounts.entries()) {
    if (currency !== amounts[0]?.currency) refuseInput(`${input}[${at}].currency`, 'mixed_currencies')
    if (unit !== amounts[0]?.unit) refuseInput(`${input}[${at}].unit`, 'mixed_units')
  }
}

/** A probability that leaves both sides something: above 0 and below 1. */
export function insideOne(input: string, value: number | undefined | null): number {
  const probability = finite(input, value)
  return probability <= 0 || probability >= 1 ? refuseInput(input, 'out_of_range') : probability
}

/** A list, which may be empty; an empty one where it is not given. */
export function listOf<Item>(input: string, items: readonly Item[] | undefined | null): readonly Item[] {
  if (items === undefined || items === null) return []
  const list: unknown = items
  return Array.isArray(list) ? items : refuseInput(input, 'not_a_list')
}

/** A list with at least one entry. */
export function filled<Item>(input: string, items: readonly Item[] | undefined | null): readonly Item[] {
  if (items === undefined || items === null) return refuseInput(input, 'missing')
  return listOf(input, items).length === 0 ? refuseInput(input, 'empty_series') : items
}

/** Something that has fields. */
export function facts<Facts extends object>(input: string, value: Facts | undefined | null): Facts {
  return typeof value === 'object' && value !== null ? value : refuseInput(input, 'missing')
}

/** A list with at least one entry, each with fields of its own. */
export function rows<Row extends object>(input: string, items: readonly Row[] | undefined | null): readonly Row[] {
  const all = filled(input, items)
  for (const [at, item] of all.entries()) facts(`${input}[${at}]`, item)
  return all
}

export function callable<Call>(input: string, value: Call): Call {
  return typeof value === 'function' ? value : refuseInput(input, 'missing')
}

/** One of several words. */
export function wordOf<Word extends string>(input: string, value: Word, words: readonly Word[]): Word {
  return words.includes(value) ? value : refuseInput(input, 'unknown')
}

/** Probabilities of everything that can happen. */
export function probabilitiesOfOne(input: string, values: readonly number[], path: (at: number) => string): void {
  const sum = values.reduce((so, value, at) => so + partOfOne(path(at), value), 0)
  if (Math.abs(sum - 1) > shareTolerance) refuseInput(input, 'shares_not_one')
}

/** Names under which results are shown: none empty, none twice. */
export function distinctNames(input: string, names: readonly (string | undefined)[]): void {
  const seen = new Set<string>()
  for (const [at, name] of names.entries()) {
    if (typeof name !== 'string' || name === '') return refuseInput(`${input}[${at}].name`, 'missing')
    if (seen.has(name)) refuseInput(`${input}[${at}].name`, 'name_repeated')
    seen.add(name)
  }
}
