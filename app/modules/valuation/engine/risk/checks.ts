import { type RefusalReason } from './labels.ts'
import { InputRefusal } from '../worked.ts'

/** Sums of shares may miss one by what decimal fractions lose in binary. */
const shareTolerance = 1e-9

/** @throws InputRefusal always, naming the input's path, such as `stages[3].cost`, and the reason. */
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

/** Years that something lasts: zero or more. */
export function life(input: string, value: number | undefined | null): number {
  return finite(input, value) < 0 ? refuseInput(input, 'negative_life') : finite(input, value)
}

/** A rate a year, compounded yearly: above −100 %. */
export function rateOf(input: string, value: number | undefined | null): number {
  return finite(input, value) <= -1 ? refuseInput(input, 'rate_at_or_below_minus_one') : finite(input, value)
}

export function within(input: string, value: number | undefined | null, low: number, high: number): number {
  const number = finite(input, value)
  return number < low || number > high ? refuseInput(input, 'out_of_range') : number
}

/** A probability, from 0 to 1. */
export function probabilityOf(input: string, value: number | undefined | null): number {
  return within(input, value, 0, 1)
}

/** A probability that leaves both sides something: above 0 and below 1. */
export function insideOne(input: string, value: number | undefined | null): number {
  const probability = finite(input, value)
  return probability <= 0 || probability >= 1 ? refuseInput(input, 'out_of_range') : probability
}

export function wholeWithin(input: string, value: number | undefined | null, low: number, high: number): number {
  return Number.isInteger(finite(input, value)) ? within(input, value, low, high) : refuseInput(input, 'not_whole')
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
  const sum = values.reduce((so, value, at) => so + probabilityOf(path(at), value), 0)
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
