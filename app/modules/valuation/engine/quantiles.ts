import { partOfOne, series } from './checks.ts'

/**
 * Quantile of type 7 (Hyndman and Fan 1996), as spreadsheets and R give it: linear between the two observations around
 * 1 + (n−1)·p.
 *
 * @param sorted ascending, at least one
 * @param p from 0 to 1
 */
export function quantileOf(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p
  const below = Math.floor(at)
  const low = sorted[below] ?? 0
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low
  return low + (at - below) * (high - low)
}

/** The same of observations in any order. @throws InputRefusal empty_series, not_a_number, out_of_range */
export function quantile(input: string, values: readonly number[], p: number): number {
  return quantileOf(
    series(input, values).sort((a, b) => a - b),
    partOfOne('p', p),
  )
}

/**
 * Where a value stands among observations, from 0 (the lowest or below) to 1 (the highest or above): the inverse of
 * `quantileOf`. Among equal observations the middle of the places they take.
 */
export function positionOf(sorted: readonly number[], value: number): number {
  const n = sorted.length
  const below = sorted.filter((one) => one < value).length
  const upTo = sorted.filter((one) => one <= value).length
  if (n === 1 && upTo === 1 && below === 0) return 0.5
  if (upTo === 0) return 0
  if (below === n) return 1
  if (upTo > below) return (below + upTo - 1) / 2 / (n - 1)
  const low = sorted[below - 1] ?? value
  const high = sorted[below] ?? value
  return (below - 1 + (value - low) / (high - low)) / (n - 1)
}
