import { finite, refuseInput } from '../checks.ts'
import { valuesAtPlaces } from './order.ts'
import { figure, step, warning } from '../working.ts'
import { type Step, type Unit, type Warning } from '../worked.ts'

/** Of the standard normal distribution: 95 % of it lies within this distance of zero. */
const ninetyFive = 1.959963984540054

export interface Percentile {
  probability: number
  value: number
  /** Ends of the percentile's 95 % interval, from order statistics. */
  from: number
  to: number
}

export interface Exceedance {
  threshold: number
  probability: number
  /** √(p(1 − p)/n); an upper bound for stratified samplings. */
  standardError: number
}

export interface Histogram {
  /** Where the first bar starts, and how wide each is. */
  from: number
  width: number
  counts: number[]
}

export interface Convergence {
  trials: number
  mean: number
  /** s/√n of the trials so far. */
  standardError: number
}

export interface SimulationFigures {
  trials: number
  mean: number
  stdev: number
  min: number
  max: number
  /** Of the mean: s/√n, or from the means of the replicates where there are several. */
  standardError: number
  percentiles: Percentile[]
  exceedances: Exceedance[]
  histogram: Histogram
  /** The running mean, at up to 20 numbers of trials. */
  convergence: Convergence[]
  /** Whether half the mean's 95 % interval is within the tolerance. */
  converged: boolean
}

export interface SummaryWishes {
  percentiles: readonly number[]
  thresholds: readonly number[]
  bins: number
  tolerance: number
  /** Trials of each replicate, in order. */
  shares: readonly number[]
}

interface Extent {
  mean: number
  min: number
  max: number
}

function extentOf(values: Float64Array): Extent {
  const count = values.length
  let [sum, min, max] = [0, Infinity, -Infinity]
  for (let from = 0; from < count; from += 512) {
    let part = 0
    const end = Math.min(count, from + 512)
    for (let at = from; at < end; at++) {
      const value = values[at] as number
      part += value
      if (value < min) min = value
      if (value > max) max = value
    }
    sum += part
  }
  if (!Number.isFinite(sum)) {
    for (const value of values) finite('model', value)
    refuseInput('model', 'overflow')
  }
  return { mean: sum / count, min, max }
}

/** Sums of squared deviations, with the running mean on the way. */
function deviations(values: Float64Array, mean: number): { squares: number; convergence: Convergence[] } {
  const count = values.length
  const convergence: Convergence[] = []
  const points = Math.min(20, Math.floor(count / 2))
  let [sum, squares, done] = [0, 0, 0]
  for (let point = 1; point <= points; point++) {
    const end = Math.floor((count * point) / points)
    let [partSum, partSquares] = [0, 0]
    for (let at = done; at < end; at++) {
      const deviation = (values[at] as number) - mean
      partSum += deviation
      partSquares += deviation * deviation
    }
    sum += partSum
    squares += partSquares
    done = end
    const variance = Math.max(0, (squares - (sum * sum) / done) / (done - 1))
    convergence.push({ trials: done, mean: mean + sum / done, standardError: Math.sqrt(variance / done) })
  }
  return { squares, convergence }
}

function histogramOf(values: Float64Array, { min, max }: Extent, bins: number): Histogram {
  const scale = bins / (max - min)
  if (!(scale < Infinity)) return { from: min, width: 0, counts: [values.length] }
  const counts = new Uint32Array(bins)
  for (let at = 0; at < values.length; at++) {
    const bar = Math.min(bins - 1, Math.floor(((values[at] as number) - min) * scale))
    counts[bar] = (counts[bar] as number) + 1
  }
  return { from: min, width: (max - min) / bins, counts: Array.from(counts) }
}

function exceedanceOf(values: Float64Array, threshold: number): Exceedance {
  let above = 0
  for (let at = 0; at < values.length; at++) if ((values[at] as number) > threshold) above++
  const probability = above / values.length
  return { threshold, probability, standardError: Math.sqrt((probability * (1 - probability)) / values.length) }
}

/** Places of the rising order a percentile of type 7 and its interval rest on. */
function placesOf(count: number, probability: number): { low: number; part: number; from: number; to: number } {
  const place = (count - 1) * probability
  const low = Math.min(count - 2, Math.floor(place))
  const margin = ninetyFive * Math.sqrt(count * probability * (1 - probability))
  const from = Math.max(0, Math.floor(count * probability - margin))
  const to = Math.min(count - 1, Math.ceil(count * probability + margin))
  return { low, part: place - low, from, to }
}

function percentilesOf(values: Float64Array, { min, max }: Extent, probabilities: readonly number[]): Percentile[] {
  const wanted = probabilities.map((probability) => placesOf(values.length, probability))
  const places = wanted.flatMap(({ low, from, to }) => [low, low + 1, from, to])
  const found = valuesAtPlaces(values, min, max, places)
  return probabilities.map((probability, at) => {
    const [low = 0, high = 0, from = 0, to = 0] = found.slice(4 * at, 4 * at + 4)
    return { probability, value: low + (wanted[at]?.part ?? 0) * (high - low), from, to }
  })
}

/** Standard error of the mean from the replicates' means, each weighted by its trials. */
function replicateError(values: Float64Array, mean: number, shares: readonly number[]): number {
  let [from, squares] = [0, 0]
  for (const share of shares) {
    let sum = 0
    for (let at = from; at < from + share; at++) sum += (values[at] as number) - mean
    squares += (sum / share) * (sum / share)
    from += share
  }
  return Math.sqrt(squares / (shares.length * (shares.length - 1)))
}

/** @throws InputRefusal for `model` where a value is `not_a_number` or `infinite`, or their sum an `overflow` */
export function summarise(
  values: Float64Array,
  wishes: SummaryWishes,
): { figures: SimulationFigures; warnings: Warning[] } {
  const trials = values.length
  const extent = extentOf(values)
  const { squares, convergence } = deviations(values, extent.mean)
  const stdev = Math.sqrt(squares / (trials - 1))
  const several = wishes.shares.length > 1
  const standardError = several ? replicateError(values, extent.mean, wishes.shares) : stdev / Math.sqrt(trials)
  const halfWidth = ninetyFive * standardError
  const converged = halfWidth <= wishes.tolerance * Math.abs(extent.mean)
  const figures: SimulationFigures = {
    trials,
    ...extent,
    stdev,
    standardError,
    percentiles: percentilesOf(values, extent, wishes.percentiles),
    exceedances: wishes.thresholds.map((threshold) => exceedanceOf(values, threshold)),
    histogram: histogramOf(values, extent, wishes.bins),
    convergence,
    converged,
  }
  const warnings: Warning[] = []
  if (!converged) warnings.push(warning('not_converged', { halfWidth, mean: extent.mean, tolerance: wishes.tolerance }))
  for (const probability of wishes.percentiles)
    if (Math.round(trials * Math.min(probability, 1 - probability)) < 10)
      warnings.push(warning('percentile_beyond_trials', { probability, trials }))
  return { figures, warnings }
}

/** The working of a simulation: what each figure was formed from. */
export function summarySteps(figures: SimulationFigures, unit: Unit): Step[] {
  const n = figure(figures.trials)
  const half = ninetyFive * figures.standardError
  return [
    step('trials', 'n', 'n', n, figures.trials, 'count'),
    step('mean', 'V̄', 'Σ Vᵢ/n', `Σ Vᵢ/${n}`, figures.mean, unit),
    step(
      'stdev',
      's',
      '√(Σ (Vᵢ − V̄)²/(n − 1))',
      `√(Σ (Vᵢ − ${figure(figures.mean)})²/(${n} − 1))`,
      figures.stdev,
      unit,
    ),
    step(
      'standard_error',
      'SE',
      'V̄ ± 1.96·SE',
      `${figure(figures.mean)} ± ${figure(half)}`,
      figures.standardError,
      unit,
    ),
    step('least', 'V_min', 'min Vᵢ', figure(figures.min), figures.min, unit),
    step('greatest', 'V_max', 'max Vᵢ', figure(figures.max), figures.max, unit),
    ...figures.percentiles.map(({ probability, value, from, to }) =>
      step(
        'percentile',
        `P${figure(probability * 100)}`,
        'V₍ₖ₎ + f·(V₍ₖ₊₁₎ − V₍ₖ₎), k + f = 1 + (n − 1)p',
        `p = ${figure(probability)}: ${figure(from)} … ${figure(to)} (95 %)`,
        value,
        unit,
      ),
    ),
    ...figures.exceedances.map(({ threshold, probability }) =>
      step(
        'probability_above',
        `P(V > ${figure(threshold)})`,
        '#{Vᵢ > x}/n',
        `${figure(Math.round(probability * figures.trials))}/${n}`,
        probability,
        'probability',
      ),
    ),
  ]
}
