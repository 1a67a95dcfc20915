import { aboveZero, finite, type Labelled, oneKind, refuseInput, series } from './checks.ts'
import { quantileOf } from './quantiles.ts'
import { type Step, type Warning, type Worked } from './worked.ts'
import { figure, figures, products, step, total, warning, weighted, worked } from './working.ts'

/*
 * Prices in units of the model's one currency. Numbers are IEEE doubles; each figure holds to 1e-13 of the sum of the
 * magnitudes that go into it.
 */

/** A transfer that was agreed, and what to add to its price, as a share of it, to make it like the subject. */
export interface Comparable extends Labelled {
  id: string
  price: number
  /** By what is unlike: time, territory, exclusivity, readiness, remaining life, field, form of the deal, … */
  adjustments: Readonly<Record<string, number>>
}

export interface AdjustedComparable {
  id: string
  netAdjustment: number
  grossAdjustment: number
  priceAdditive: number
  priceMultiplicative: number
  weight: number
}

interface Centre {
  mean: number
  median: number
  weighted: number
  /** (highest − lowest) / mean. */
  spread: number
}

export interface MarketComparison {
  rows: AdjustedComparable[]
  additive: Centre
  multiplicative: Centre
}

const comparisonLimits = { fewest: 3, grossAdjustment: 0.3, spread: 0.2 } as const

function centreOf(prices: readonly number[], weights: readonly number[]): Centre {
  const sorted = [...prices].sort((a, b) => a - b)
  const mean = total(prices) / prices.length
  return {
    mean,
    median: quantileOf(sorted, 0.5),
    weighted: weighted(prices, weights),
    spread: ((sorted.at(-1) ?? mean) - (sorted[0] ?? mean)) / mean,
  }
}

function centreSteps(prices: readonly number[], weights: readonly number[], centre: Centre): Step[] {
  const sorted = [...prices].sort((a, b) => a - b)
  return [
    step('mean', 'P̄', 'Σ P_j / n', `(${figures(prices)}) / ${prices.length}`, centre.mean, 'money'),
    step('median', 'P̃', 'Q_7(P; 0.5)', figures(sorted, '; '), centre.median, 'money'),
    step('weighted_mean', 'P_w', 'Σ w_j·P_j', products(weights, prices), centre.weighted, 'money'),
    step(
      'spread',
      'R',
      '(max P − min P) / P̄',
      `(${figure(sorted.at(-1) ?? 0)} − ${figure(sorted[0] ?? 0)}) / ${figure(centre.mean)}`,
      centre.spread,
      'ratio',
    ),
  ]
}

/**
 * Weights by how little was adjusted: w_j = (1/g_j)/Σ(1/g). As g goes to nothing its weight goes to one, so comparables
 * without any adjustment share all of it.
 */
function weightsOf(gross: readonly number[]): number[] {
  const untouched = gross.filter((one) => one === 0).length
  if (untouched > 0) return gross.map((one) => (one === 0 ? 1 / untouched : 0))
  // Over the least of them: the same weights, and no reciprocal that is too large.
  const least = Math.min(...gross)
  const inverse = gross.map((one) => least / one)
  const sum = total(inverse)
  return inverse.map((one) => one / sum)
}

function warningsOf(rows: readonly AdjustedComparable[], spread: number): Warning[] {
  const warnings: Warning[] = []
  const gross = Math.max(...rows.map((row) => row.grossAdjustment))
  if (rows.length < comparisonLimits.fewest)
    warnings.push(warning('fewer_than_three_comparables', { count: rows.length }))
  if (gross > comparisonLimits.grossAdjustment)
    warnings.push(
      warning('gross_adjustment_high', {
        highest: gross,
        count: rows.filter((row) => row.grossAdjustment > comparisonLimits.grossAdjustment).length,
      }),
    )
  if (spread > comparisonLimits.spread) warnings.push(warning('spread_high', { spread }))
  if (rows.length > 1 && rows.some((row) => row.grossAdjustment === 0))
    warnings.push(
      warning('unadjusted_take_all_weight', { count: rows.filter((row) => row.grossAdjustment === 0).length }),
    )
  return warnings
}

type Adjusted = Omit<AdjustedComparable, 'weight'> & { price: number; parts: readonly number[] }

function adjustmentSteps(row: Adjusted): Step[] {
  const { id, price, parts } = row
  const sum = figures(parts) || '0'
  return [
    step('net_adjustment', `a_${id}`, 'Σ a_i', sum, row.netAdjustment, 'ratio'),
    step('gross_adjustment', `g_${id}`, 'Σ |a_i|', figures(parts.map(Math.abs)) || '0', row.grossAdjustment, 'ratio'),
    step('adjusted_price', `P_${id}`, 'P·(1 + Σ a_i)', `${figure(price)}·(1 + ${sum})`, row.priceAdditive, 'money'),
    step(
      'adjusted_price_multiplicative',
      `P×_${id}`,
      'P·Π(1 + a_i)',
      [figure(price), ...parts.map((part) => `(1 + ${figure(part)})`)].join('·'),
      row.priceMultiplicative,
      'money',
    ),
  ]
}

/**
 * Comparison (phương pháp so sánh): prices of like technologies, adjusted to the subject.
 *
 * P_adj = P·(1 + Σ a_i) or P·Π(1 + a_i); gross g = Σ |a_i|; w_j = (1/g_j)/Σ(1/g).
 * Warns of fewer than 3 comparables, a gross adjustment over 30 %, a spread of adjusted prices over 20 % of their mean.
 * Source: Circular 32/2024/TT-BTC, Circular 37/2024/TT-BTC; IVS 210.
 *
 * @param given.comparables prices above zero; adjustments above −1 and, added up, above −1
 * @throws InputRefusal empty_series, not_positive, out_of_range, mixed_currencies, mixed_units, not_a_number, infinite
 */
export function comparableTransactions(given: { comparables: readonly Comparable[] }): Worked<MarketComparison> {
  series(
    'comparables',
    given.comparables.map(({ price }) => price),
    () => 0,
  )
  oneKind('comparables', given.comparables)
  const plain = given.comparables.map((comparable, at) => {
    const path = `comparables[${at}]`
    const price = aboveZero(`${path}.price`, comparable.price)
    const parts = Object.entries(comparable.adjustments).map(([name, part]) =>
      finite(`${path}.adjustments.${name}`, part) <= -1
        ? refuseInput(`${path}.adjustments.${name}`, 'out_of_range')
        : part,
    )
    const netAdjustment = total(parts)
    if (netAdjustment <= -1) refuseInput(`${path}.adjustments`, 'out_of_range')
    const grossAdjustment = total(parts.map(Math.abs))
    const priceAdditive = price * (1 + netAdjustment)
    const priceMultiplicative = parts.reduce((so, part) => so * (1 + part), price)
    return { id: comparable.id, price, parts, netAdjustment, grossAdjustment, priceAdditive, priceMultiplicative }
  })
  const weights = weightsOf(plain.map((row) => row.grossAdjustment))
  const rows = plain.map(({ price: _price, parts: _parts, ...row }, at) => ({ ...row, weight: weights[at] ?? 0 }))
  const additive = centreOf(
    rows.map((row) => row.priceAdditive),
    weights,
  )
  const multiplicative = centreOf(
    rows.map((row) => row.priceMultiplicative),
    weights,
  )
  const steps = () => [
    ...plain.flatMap(adjustmentSteps),
    ...rows.map((row) =>
      step(
        'comparable_weight',
        `w_${row.id}`,
        '(1/g_j) / Σ(1/g)',
        `g = ${figures(
          rows.map((one) => one.grossAdjustment),
          '; ',
        )}`,
        row.weight,
        'ratio',
      ),
    ),
    ...centreSteps(
      rows.map((row) => row.priceAdditive),
      weights,
      additive,
    ),
    ...centreSteps(
      rows.map((row) => row.priceMultiplicative),
      weights,
      multiplicative,
    ),
  ]
  return worked({ rows, additive, multiplicative }, steps, warningsOf(rows, additive.spread))
}
