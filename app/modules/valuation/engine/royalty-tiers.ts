import { atLeastZero, everyYear, finite, partOfOne, refuseInput, type Yearly } from './checks.ts'
import { figure } from './working.ts'

/** A band of yearly sales, and the rate on the part of them that falls into it. */
export interface RoyaltyTier {
  /** Money, the upper end of the tier before. */
  from: number
  /** Money, null for the last tier. */
  to: number | null
  rate: number
}

/** What limits a running royalty. */
export interface RoyaltyLimits {
  /** Least payable a year (minimum annual royalty), money. */
  minimums?: Yearly | undefined
  /** Most payable a year, money. */
  yearlyCap?: Yearly | null | undefined
  /** Most payable over the whole term, money. */
  totalCap?: number | null | undefined
}

/** Tiers from zero up without gap or overlap; one without end comes last. */
function checkedTiers(tiers: readonly RoyaltyTier[]): RoyaltyTier[] {
  let reached: number | null = 0
  return tiers.map((tier, at) => {
    const path = `tiers[${at}]`
    const from = atLeastZero(`${path}.from`, tier.from)
    if (from !== reached) refuseInput(`${path}.from`, 'tiers_not_contiguous')
    const to = tier.to === null ? null : finite(`${path}.to`, tier.to)
    if (to !== null && to <= from) refuseInput(`${path}.to`, 'low_above_high')
    reached = to
    return { from, to, rate: partOfOne(`${path}.rate`, tier.rate) }
  })
}

/**
 * Marginal royalty on one year's sales: Σ rate_j·(what of the sales lies in tier j). Sales beyond the last tier's end
 * carry none.
 */
export function tieredRoyalty(sales: number, tiers: readonly RoyaltyTier[]): number {
  let royalty = 0
  for (const { from, to, rate } of tiers)
    royalty += rate * Math.max(0, (to === null ? sales : Math.min(sales, to)) - from)
  return royalty
}

/** The same with figures put in. */
export function tieredNumbers(sales: number, tiers: readonly RoyaltyTier[]): string {
  const parts = tiers
    .filter(({ from }) => sales > from)
    .map(({ from, to, rate }) => `${figure(rate)}·${figure((to === null ? sales : Math.min(sales, to)) - from)}`)
  return parts.join(' + ') || '0'
}

export interface YearlyRoyalties {
  /** By the tiers alone. */
  royalties: number[]
  /** With minimums and caps. */
  payables: number[]
  /** How each payable arose. */
  limits: { formula: string; numbers: () => string }[]
}

/**
 * Royalties of years: tiers, then the yearly cap, then the minimum, then what is left of the total cap.
 *
 * @throws InputRefusal tiers_not_contiguous, low_above_high, out_of_range, negative, length_differs, minimum_above_cap
 */
export function yearlyRoyalties(
  sales: readonly number[],
  tiers: readonly RoyaltyTier[],
  limits: RoyaltyLimits,
): YearlyRoyalties {
  const bands = checkedTiers(tiers)
  const minimums = everyYear('minimums', limits.minimums ?? 0, sales.length, atLeastZero)
  const caps =
    limits.yearlyCap === null || limits.yearlyCap === undefined
      ? null
      : everyYear('yearlyCap', limits.yearlyCap, sales.length, atLeastZero)
  const totalCap =
    limits.totalCap === null || limits.totalCap === undefined ? Infinity : atLeastZero('totalCap', limits.totalCap)
  const royalties = sales.map((one) => tieredRoyalty(one, bands))
  let paid = 0
  const limited = royalties.map((royalty, at) => {
    const least = minimums[at] ?? 0
    const cap = caps?.[at] ?? Infinity
    if (least > cap) refuseInput(`minimums[${at}]`, 'minimum_above_cap')
    const left = totalCap - paid
    const payable = Math.min(Math.max(Math.min(royalty, cap), least), left)
    paid += payable
    return { payable, numbers: () => limitedNumbers(royalty, least, cap, left) }
  })
  const capped = caps === null ? 'max(Roy; MAR)' : 'max(min(Roy; cap); MAR)'
  const formula = totalCap === Infinity ? capped : `min(${capped}; rest of cap)`
  return {
    royalties,
    payables: limited.map(({ payable }) => payable),
    limits: limited.map(({ numbers }) => ({ formula, numbers })),
  }
}

function limitedNumbers(royalty: number, least: number, cap: number, left: number): string {
  const capped = cap === Infinity ? figure(royalty) : `min(${figure(royalty)}; ${figure(cap)})`
  const raised = `max(${capped}; ${figure(least)})`
  return left === Infinity ? raised : `min(${raised}; ${figure(left)})`
}
