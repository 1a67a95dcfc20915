import { atLeastZero, finite, refuseInput, sharesOfOne } from './checks.ts'
import { type Worked } from './worked.ts'
import { figure, step, worked } from './working.ts'

/** The largest amount given back: ten to the fifteenth, well inside the whole numbers a double holds exactly. */
const largest = 1_000_000_000_000_000

/**
 * A value in whole minor units (đồng, cents), rounded half away from zero: what people are shown and contracts say.
 *
 * @param value in units of the model
 * @param minorUnits how many minor units the model's unit has: 1,000,000 for millions of đồng
 * @throws InputRefusal overflow beyond 10^15 minor units
 */
export function inMinorUnits(value: number, minorUnits: number): number {
  const scaled = finite('value', value) * finite('minorUnits', minorUnits)
  if (Math.abs(scaled) > largest) refuseInput('value', 'overflow')
  const size = Math.floor(Math.abs(scaled) + 0.5)
  return scaled < 0 && size !== 0 ? -size : size
}

/**
 * Shares out a whole amount without losing or adding a unit: everybody gets the floor of his part, and what is left
 * goes, a unit each, to the largest remainders, the first of equal ones first.
 *
 * @param given.amount whole, zero or more, at most 10^15
 * @param given.shares sum to one
 * @returns whole amounts that sum to `amount` exactly
 * @throws InputRefusal not_whole, negative, shares_not_one, overflow
 */
export function allocated(given: { amount: number; shares: readonly number[] }): Worked<number[]> {
  const amount = atLeastZero('amount', given.amount)
  if (!Number.isInteger(amount)) refuseInput('amount', 'not_whole')
  if (amount > largest) refuseInput('amount', 'overflow')
  const shares = sharesOfOne('shares', given.shares)
  const parts = shares.map((share, at) => {
    // A product within rounding of a whole number is that number: 0.3 of 10 is 3.
    const exact = amount * share
    const near = Math.round(exact)
    const whole = Math.abs(exact - near) <= 4 * Number.EPSILON * exact ? near : Math.floor(exact)
    return { at, whole, rest: exact - whole }
  })
  let left = amount - parts.reduce((so, { whole }) => so + whole, 0)
  const turn = left > 0 ? 1 : -1
  const order = [...parts].sort((a, b) => turn * (b.rest - a.rest) || a.at - b.at)
  for (let at = 0; left !== 0; at = (at + 1) % order.length) {
    const part = order[at]
    if (part === undefined) break
    if (part.whole + turn < 0) continue
    part.whole += turn
    left -= turn
  }
  const result = parts.map(({ whole }) => whole)
  return worked(result, () =>
    result.map((one, at) =>
      step('share_of_amount', `A_${at + 1}`, 'A·w', `${figure(amount)}·${figure(shares[at] ?? 0)}`, one, 'money'),
    ),
  )
}
