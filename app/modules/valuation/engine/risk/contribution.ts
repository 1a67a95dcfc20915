import { distinctNames, filled, finite, listOf, refuseInput } from '../checks.ts'
import { pearson, ranksOf } from './order.ts'
import { figure, step, warning, worked } from '../working.ts'
import { type Warning, type Worked } from '../worked.ts'

export interface Contribution {
  name: string
  /** Spearman's ρ between the input and the value. */
  rankCorrelation: number
  /** ρ²/Σρ²; all shares sum to one. */
  share: number
}

export interface Contributions {
  /** By falling share; equal shares keep the order of the inputs. */
  items: Contribution[]
  /** Σρ²: near one where the value rises or falls steadily with independent inputs. */
  explained: number
}

function checkColumn(path: string, column: Float64Array, count: number): void {
  if (!(column instanceof Float64Array)) refuseInput(path, 'not_a_list')
  if (column.length !== count) refuseInput(path, 'length_differs')
  for (const [at, value] of column.entries()) if (!Number.isFinite(value)) finite(`${path}[${at}]`, value)
}

/** The largest rank correlation among the inputs themselves. */
function largestAmong(ranks: readonly Float64Array[]): number {
  let largest = 0
  for (const [at, left] of ranks.entries())
    for (const right of ranks.slice(at + 1)) largest = Math.max(largest, Math.abs(pearson(left, right)))
  return largest
}

/**
 * How much of the value's spread each input brings: squared rank correlations, normalised to sum to one. Where inputs
 * are correlated the shares cannot be told apart, which is warned of, as is a value that ranks explain little of.
 *
 * Source: Saltelli et al., "Sensitivity Analysis in Practice"; the measure is that of common simulation packages.
 *
 * @param input.draws a column an input, as `simulate` keeps them; `values` the value of each trial
 * @throws InputRefusal `empty_series`, `length_differs`, `name_repeated`, `not_a_number`, `infinite`
 */
export function contributionToVariance(input: {
  names: readonly string[]
  draws: readonly Float64Array[]
  values: Float64Array
}): Worked<Contributions> {
  const { names, draws, values } = input
  filled('names', names)
  distinctNames('names', names)
  if (listOf('draws', draws).length !== names.length) refuseInput('draws', 'length_differs')
  if (!(values instanceof Float64Array) || values.length < 2) refuseInput('values', 'empty_series')
  checkColumn('values', values, values.length)
  for (const [at, column] of draws.entries()) checkColumn(`draws[${at}]`, column, values.length)
  const ofValue = ranksOf(values)
  const ranks = draws.map(ranksOf)
  const correlations = ranks.map((column) => pearson(column, ofValue))
  const explained = correlations.reduce((sum, rho) => sum + rho * rho, 0)
  const items = names.map((name, at): Contribution => {
    const rankCorrelation = correlations[at] ?? 0
    const share = explained > 0 ? (rankCorrelation * rankCorrelation) / explained : 0
    return { name, rankCorrelation, share }
  })
  items.sort((a, b) => b.share - a.share)
  const steps = items.flatMap(({ name, rankCorrelation: rho, share }) => [
    step('rank_correlation', `ρ(${name})`, 'corr(rank x, rank V)', `n = ${figure(values.length)}`, rho, 'ratio'),
    step('variance_share', `w(${name})`, 'ρ²/Σρ²', `${figure(rho)}²/${figure(explained)}`, share, 'ratio'),
  ])
  const among = largestAmong(ranks)
  const warnings: Warning[] = []
  if (explained === 0) warnings.push(warning('nothing_varies'))
  if (among > Math.max(0.1, 4 / Math.sqrt(values.length)))
    warnings.push(warning('inputs_correlated', { largest: among }))
  else if (explained > 0 && explained < 0.5) warnings.push(warning('ranks_explain_little', { explained }))
  return worked({ items, explained }, steps, warnings)
}
