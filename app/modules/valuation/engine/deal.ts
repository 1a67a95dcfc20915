import { aboveZero, atLeastZero, finite, partOfOne, refuseInput, series, within } from './checks.ts'
import {
  type RoyaltyLimits,
  type RoyaltyTier,
  tieredNumbers,
  type YearlyRoyalties,
  yearlyRoyalties,
} from './royalty-tiers.ts'
import { factorsOf, periodsOf, type Timing } from './timing.ts'
import { type Step, type Worked } from './worked.ts'
import { figure, figures, products, step, total, weighted, worked } from './working.ts'

/*
 * Amounts in units of the model's one currency, rates decimals a year. Numbers are IEEE doubles; each figure holds to
 * 1e-12 of the sum of the magnitudes that go into it.
 */

export interface Milestone {
  name: string
  /** Years from signing, zero or more; parts of years count. */
  year: number
  amount: number
  probability?: number | undefined
}

/** Shares of a company given for the technology. */
export interface Equity {
  /** Part of the company, 0 to 1. */
  share: number
  /** What the whole company is worth when the shares can be sold, money. */
  companyValue: number
  /** When that is, in years from signing. */
  year: number
  probability?: number | undefined
  /** Taken off for what cannot be sold at will, 0 to 1. */
  discount?: number | undefined
}

export interface DealTerms extends RoyaltyLimits {
  /** U, money, paid at signing. */
  upfront?: number | undefined
  milestones?: readonly Milestone[] | undefined
  /** S_t, money, yearly sales the royalty is counted from, if it comes to sales. */
  sales: readonly number[]
  tiers: readonly RoyaltyTier[]
  /** p: that it comes to sales, and so to royalties. */
  commercialProbability?: number | undefined
  equity?: Equity | null | undefined
}

export interface DealValue {
  royalties: number[]
  payables: number[]
  upfront: number
  milestones: number
  runningRoyalties: number
  equity: number
  /** The lump sum at signing that is worth as much. */
  value: number
  /** Parts of the value, null where it is zero. */
  shares: { upfront: number; milestones: number; runningRoyalties: number; equity: number } | null
  /** Σ p·S_t·DF_t */
  expectedSales: number
  /** ρ*: the flat royalty that is worth as much, null where no sales are expected. */
  effectiveRoyaltyRate: number | null
}

/** What is paid, each with its time and probability: for values and returns of either side. */
export interface Payments {
  upfront: number
  milestones: { name: string; year: number; amount: number; probability: number }[]
  sales: number[]
  royalties: number[]
  payables: number[]
  limits: YearlyRoyalties['limits']
  probability: number
  equity: { amount: number; year: number; probability: number } | null
}

/** Terms as checked payments. */
export function paymentsOf(terms: DealTerms): Payments {
  const sales = series('sales', terms.sales, atLeastZero)
  const { equity } = terms
  return {
    upfront: atLeastZero('upfront', terms.upfront ?? 0),
    milestones: (terms.milestones ?? []).map(({ name, year, amount, probability }, at) => ({
      name,
      year: within(`milestones[${at}].year`, atLeastZero(`milestones[${at}].year`, year), 0, 1000),
      amount: atLeastZero(`milestones[${at}].amount`, amount),
      probability: partOfOne(`milestones[${at}].probability`, probability ?? 1),
    })),
    sales,
    ...yearlyRoyalties(sales, terms.tiers, terms),
    probability: partOfOne('commercialProbability', terms.commercialProbability ?? 1),
    equity: equity
      ? {
          amount:
            partOfOne('equity.share', equity.share) *
            atLeastZero('equity.companyValue', equity.companyValue) *
            (1 - partOfOne('equity.discount', equity.discount ?? 0)),
          year: within('equity.year', atLeastZero('equity.year', equity.year), 0, 1000),
          probability: partOfOne('equity.probability', equity.probability ?? 1),
        }
      : null,
  }
}

/**
 * Value of a deal's payments to who receives them.
 *
 * V = U + Σ M_i·p_i·(1+k)^−t_i + Σ p·max(Roy_t, MAR_t)·DF_t + p_e·e·V_e·(1−d)·(1+k)^−t_e; royalties marginal by yearly
 * sales, within caps; lump-sum equivalent V, flat royalty equivalent ρ* = V / Σ p·S_t·DF_t. Milestones and shares are
 * discounted from their own day, royalties by the convention of the timing.
 * Source: Decree 76/2018/ND-CP Art. 4 (ways of payment); textbooks of licensing (risk-adjusted NPV).
 *
 * @param given.discountRate k, a year, without what the probabilities already stand for
 * @throws InputRefusal empty_series, negative, out_of_range, tiers_not_contiguous, minimum_above_cap, length_differs,
 *   rate_at_or_below_minus_one
 */
export function dealValue(given: DealTerms & { discountRate: number; timing?: Timing | undefined }): Worked<DealValue> {
  const payments = paymentsOf(given)
  const { upfront, sales, royalties, payables, probability, equity } = payments
  const factors = factorsOf(given.discountRate, periodsOf(sales.length, given.timing ?? {}), 'discountRate')
  const k = finite('discountRate', given.discountRate)
  const milestoneValues = payments.milestones.map(({ amount, probability: p, year }) => amount * p * (1 + k) ** -year)
  const milestones = total(milestoneValues)
  const runningRoyalties = probability * weighted(payables, factors)
  const equityValue = equity ? equity.amount * equity.probability * (1 + k) ** -equity.year : 0
  const value = total([upfront, milestones, runningRoyalties, equityValue])
  const expectedSales = probability * weighted(sales, factors)
  const effectiveRoyaltyRate = expectedSales > 0 ? value / expectedSales : null
  const result: DealValue = {
    royalties,
    payables,
    upfront,
    milestones,
    runningRoyalties,
    equity: equityValue,
    value,
    shares:
      value > 0
        ? {
            upfront: upfront / value,
            milestones: milestones / value,
            runningRoyalties: runningRoyalties / value,
            equity: equityValue / value,
          }
        : null,
    expectedSales,
    effectiveRoyaltyRate,
  }
  return worked(result, () => dealSteps(payments, given.tiers, k, factors, milestoneValues, result))
}

function dealSteps(
  payments: Payments,
  tiers: readonly RoyaltyTier[],
  k: number,
  factors: readonly number[],
  milestoneValues: readonly number[],
  result: DealValue,
): Step[] {
  const { sales, royalties, payables, limits, probability, equity } = payments
  const { upfront, milestones, runningRoyalties, value, expectedSales, effectiveRoyaltyRate } = result
  const steps: Step[] = [
    step('upfront', 'U', 'U', figure(upfront), upfront, 'money'),
    ...payments.milestones.map(({ name, year, amount, probability: p }, at) =>
      step(
        'milestone',
        `M_${at + 1} (${name})`,
        'M·p·(1 + k)^−t',
        `${figure(amount)}·${figure(p)}·(1 + ${figure(k)})^−${figure(year)}`,
        milestoneValues[at] ?? 0,
        'money',
      ),
    ),
    step('milestones_total', 'PV(M)', 'Σ M_i·p_i·DF', figures(milestoneValues) || '0', milestones, 'money'),
    ...royalties.map((royalty, at) =>
      step('royalty_of_year', `Roy_${at + 1}`, 'Σ ρ_j·S_j', tieredNumbers(sales[at] ?? 0, tiers), royalty, 'money'),
    ),
    ...payables.map((payable, at) =>
      step(
        'payable_of_year',
        `Pay_${at + 1}`,
        limits[at]?.formula ?? '',
        limits[at]?.numbers() ?? '',
        payable,
        'money',
      ),
    ),
    step(
      'royalties_total',
      'PV(Roy)',
      'p·Σ Pay_t·DF_t',
      `${figure(probability)}·(${products(payables, factors)})`,
      runningRoyalties,
      'money',
    ),
  ]
  if (equity)
    steps.push(
      step(
        'equity_value',
        'E',
        'e·V_e·(1 − d)·p_e·(1 + k)^−t',
        `${figure(equity.amount)}·${figure(equity.probability)}·(1 + ${figure(k)})^−${figure(equity.year)}`,
        result.equity,
        'money',
      ),
    )
  steps.push(
    step(
      'deal_value',
      'V',
      equity ? 'U + PV(M) + PV(Roy) + E' : 'U + PV(M) + PV(Roy)',
      figures(
        equity ? [upfront, milestones, runningRoyalties, result.equity] : [upfront, milestones, runningRoyalties],
      ),
      value,
      'money',
    ),
    step(
      'expected_sales',
      'PV(S)',
      'p·Σ S_t·DF_t',
      `${figure(probability)}·(${products(sales, factors)})`,
      expectedSales,
      'money',
    ),
  )
  if (effectiveRoyaltyRate !== null)
    steps.push(
      step(
        'effective_royalty_rate',
        'ρ*',
        'V / PV(S)',
        `${figure(value)} / ${figure(expectedSales)}`,
        effectiveRoyaltyRate,
        'ratio',
      ),
    )
  return steps
}

/**
 * Flat royalty that is worth a lump sum: ρ* = L / Σ p·S_t·DF_t.
 *
 * @throws InputRefusal nothing_to_value where no sales are expected, and as `dealValue`
 */
export function royaltyForLumpSum(given: {
  lumpSum: number
  sales: readonly number[]
  discountRate: number
  timing?: Timing | undefined
  commercialProbability?: number | undefined
}): Worked<number> {
  const lump = atLeastZero('lumpSum', given.lumpSum)
  const { expectedSales } = dealValue({ ...given, tiers: [] }).result
  if (expectedSales === 0) refuseInput('sales', 'nothing_to_value')
  const rate = lump / expectedSales
  return worked(rate, () => [
    step('royalty_equivalent', 'ρ*', 'L / PV(S)', `${figure(lump)} / ${figure(expectedSales)}`, rate, 'ratio'),
  ])
}

/** Lump sum that is worth a flat royalty: L = ρ·Σ p·S_t·DF_t. Errors as `dealValue`. */
export function lumpSumForRoyalty(given: {
  royaltyRate: number
  sales: readonly number[]
  discountRate: number
  timing?: Timing | undefined
  commercialProbability?: number | undefined
}): Worked<number> {
  const rate = partOfOne('royaltyRate', aboveZero('royaltyRate', given.royaltyRate))
  const { expectedSales } = dealValue({ ...given, tiers: [] }).result
  const lump = rate * expectedSales
  return worked(lump, () => [
    step('lump_sum_equivalent', 'L', 'ρ·PV(S)', `${figure(rate)}·${figure(expectedSales)}`, lump, 'money'),
  ])
}
