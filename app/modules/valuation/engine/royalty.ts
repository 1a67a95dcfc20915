import { finite, type Labelled, oneKind, partOfOne, refuseInput, series, sharesOfOne, within } from './checks.ts'
import { positionOf, quantileOf } from './quantiles.ts'
import { type Warning, type Worked } from './worked.ts'
import { figure, figures, products, step, total, warning, weighted, worked } from './working.ts'

/* Rates are shares of the royalty base. Doubles; each figure within 1e-13 of the magnitudes that go into it. */

/**
 * Royalty by profit split: the licensor's share of the operating profit made with the technology.
 *
 * ρ = s·EBIT%
 *
 * @param given.operatingMargin EBIT of revenue, 0 to 1
 * @param given.licensorShare s, 0 to 1
 * @throws InputRefusal out_of_range, not_a_number, missing
 */
export function profitSplitRoyalty(given: { operatingMargin: number; licensorShare: number }): Worked<number> {
  const margin = partOfOne('operatingMargin', given.operatingMargin)
  const share = partOfOne('licensorShare', given.licensorShare)
  const rate = share * margin
  return worked(
    rate,
    () => [step('profit_split', 'ρ', 's·EBIT%', `${figure(share)}·${figure(margin)}`, rate, 'ratio')],
    share === quarter ? [warning('quarter_rule_is_no_evidence')] : [],
  )
}

const quarter = 0.25

export interface QuarterRule {
  /** A quarter of the operating margin. */
  royaltyRate: number
  /** The share of the operating profit that the examined rate takes. */
  shareTaken: number
}

/**
 * The 25 % rule as a sanity check, never as a method: what a rate takes of the licensee's operating profit, beside a
 * quarter. The rule is no evidence of a rate (Uniloc v. Microsoft, Fed. Cir. 2011); always warned.
 *
 * share = ρ/EBIT%. Source: Goldscheider, Jarosz and Mulhern 2002.
 *
 * @param given.operatingMargin EBIT of revenue, above 0 and at most 1
 * @param given.royaltyRate ρ, the rate to look at
 * @throws InputRefusal out_of_range, not_a_number, missing
 */
export function quarterRule(given: { operatingMargin: number; royaltyRate: number }): Worked<QuarterRule> {
  const margin = partOfOne('operatingMargin', given.operatingMargin)
  if (margin === 0) refuseInput('operatingMargin', 'out_of_range')
  const rate = partOfOne('royaltyRate', given.royaltyRate)
  const royaltyRate = quarter * margin
  const shareTaken = rate / margin
  const warnings = [warning('quarter_rule_is_no_evidence')]
  // Half or double a quarter is far enough off to be explained.
  if (shareTaken < quarter / 2 || shareTaken > quarter * 2)
    warnings.push(warning('royalty_beyond_quarter_rule', { shareTaken }))
  return worked(
    { royaltyRate, shareTaken },
    () => [
      step('quarter_rule', 'ρ_25', '0.25·EBIT%', `0.25·${figure(margin)}`, royaltyRate, 'ratio'),
      step('profit_split', 's', 'ρ / EBIT%', `${figure(rate)} / ${figure(margin)}`, shareTaken, 'ratio'),
    ],
    warnings,
  )
}

export interface Criterion {
  key: string
  weight: number
  score: number
}

export interface Scorecard {
  /** S, on the scale. */
  score: number
  /** From 0 at the foot of the scale to 1 at its top. */
  position: number
  /** 100·position. */
  index: number
  /** Rate at that position of a range, where one was given. */
  royaltyRate: number | null
}

/**
 * Weighted scorecard, and the royalty at its place in a range.
 *
 * S = Σ w_i·s_i; position = (S − lo)/(hi − lo); index = 100·position; ρ = ρ_lo + (ρ_hi − ρ_lo)·position.
 *
 * @param given.criteria weights sum to one; scores on the scale
 * @param given.scale lowest and highest score, 1 and 5 if left out
 * @param given.royalties ρ_lo and ρ_hi
 * @throws InputRefusal empty_series, shares_not_one, out_of_range, low_above_high
 */
export function scorecard(given: {
  criteria: readonly Criterion[]
  scale?: readonly [number, number] | undefined
  royalties?: { low: number; high: number } | undefined
}): Worked<Scorecard> {
  const [low, high] = given.scale ?? [1, 5]
  if (finite('scale[1]', high) <= finite('scale[0]', low)) refuseInput('scale', 'low_above_high')
  if (given.criteria.length === 0) refuseInput('criteria', 'empty_series')
  const weights = given.criteria.map(({ weight }, at) => partOfOne(`criteria[${at}].weight`, weight))
  sharesOfOne('criteria.weight', weights)
  const scores = given.criteria.map(({ score }, at) => within(`criteria[${at}].score`, score, low, high))
  const score = weighted(scores, weights)
  const position = (score - low) / (high - low)
  const steps = [
    step('score', 'S', 'Σ w_i·s_i', products(weights, scores), score, 'ratio'),
    step(
      'score_index',
      'I',
      '100·(S − lo) / (hi − lo)',
      `100·(${figure(score)} − ${figure(low)}) / (${figure(high)} − ${figure(low)})`,
      100 * position,
      'ratio',
    ),
  ]
  let royaltyRate: number | null = null
  if (given.royalties) {
    const { from, to } = rangeEnds(given.royalties)
    royaltyRate = from + (to - from) * position
    steps.push(
      step(
        'royalty_rate',
        'ρ',
        'ρ_lo + (ρ_hi − ρ_lo)·position',
        `${figure(from)} + (${figure(to)} − ${figure(from)})·${figure(position)}`,
        royaltyRate,
        'ratio',
      ),
    )
  }
  return worked({ score, position, index: 100 * position, royaltyRate }, steps)
}

function rangeEnds({ low, high }: { low: number; high: number }) {
  const from = partOfOne('royalties.low', low)
  const to = partOfOne('royalties.high', high)
  return to < from ? refuseInput('royalties', 'low_above_high') : { from, to }
}

/** A rate that was agreed somewhere; `unit` names its base where several are about (net sales, profit). */
export interface RoyaltyObservation extends Labelled {
  rate: number
}

export interface RoyaltyRange {
  count: number
  lowest: number
  lowerQuartile: number
  median: number
  upperQuartile: number
  highest: number
  mean: number
}

/**
 * Range of royalty rates by quartiles of type 7. Warns of fewer than five observations.
 *
 * @param given.observations rates of one base, 0 to 1
 * @throws InputRefusal empty_series, out_of_range, mixed_units, mixed_currencies
 */
export function royaltyRange(given: { observations: readonly RoyaltyObservation[] }): Worked<RoyaltyRange> {
  if (given.observations.length === 0) refuseInput('observations', 'empty_series')
  oneKind('observations', given.observations)
  const sorted = given.observations
    .map(({ rate }, at) => partOfOne(`observations[${at}].rate`, rate))
    .sort((a, b) => a - b)
  const count = sorted.length
  const at = (p: number) => quantileOf(sorted, p)
  const result = {
    count,
    lowest: at(0),
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    highest: at(1),
    mean: total(sorted) / count,
  }
  const all = figures(sorted, '; ')
  return worked(
    result,
    () => [
      step('quartile_low', 'Q_1', 'Q_7(ρ; 0.25)', all, result.lowerQuartile, 'ratio'),
      step('median', 'Q_2', 'Q_7(ρ; 0.5)', all, result.median, 'ratio'),
      step('quartile_high', 'Q_3', 'Q_7(ρ; 0.75)', all, result.upperQuartile, 'ratio'),
      step('mean', 'ρ̄', 'Σ ρ / n', `(${figures(sorted)}) / ${count}`, result.mean, 'ratio'),
    ],
    count < 5 ? [warning('fewer_than_five_observations', { count })] : [],
  )
}

/**
 * Where a rate stands among observed ones: 0 at or below the lowest, 0.5 at the median, 1 at or above the highest.
 *
 * @throws InputRefusal as `royaltyRange`
 */
export function positionInRange(given: {
  observations: readonly RoyaltyObservation[]
  royaltyRate: number
}): Worked<number> {
  const rate = partOfOne('royaltyRate', given.royaltyRate)
  const range = royaltyRange(given)
  const sorted = series(
    'observations',
    given.observations.map((one) => one.rate),
  ).sort((a, b) => a - b)
  const position = positionOf(sorted, rate)
  const { lowerQuartile, upperQuartile } = range.result
  const beyond: Warning[] =
    rate < lowerQuartile || rate > upperQuartile
      ? [warning('royalty_beyond_range', { rate, lowerQuartile, upperQuartile })]
      : []
  return worked(
    position,
    () => [
      ...range.steps,
      step('position_in_range', 'p', 'Q_7⁻¹(ρ)', `ρ = ${figure(rate)}; ${figures(sorted, '; ')}`, position, 'ratio'),
    ],
    [...range.warnings, ...beyond],
  )
}

/** The rate at a place among observed ones, from 0 to 1: a scorecard's position put into a market's range. */
export function royaltyAtPosition(given: {
  observations: readonly RoyaltyObservation[]
  position: number
}): Worked<number> {
  const place = partOfOne('position', given.position)
  const range = royaltyRange(given)
  const sorted = given.observations.map((one) => one.rate).sort((a, b) => a - b)
  const rate = quantileOf(sorted, place)
  return worked(
    rate,
    () => [
      ...range.steps,
      step('royalty_rate', 'ρ', 'Q_7(ρ; p)', `p = ${figure(place)}; ${figures(sorted, '; ')}`, rate, 'ratio'),
    ],
    range.warnings,
  )
}
