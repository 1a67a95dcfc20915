import { type BetaShape, betaDistribution, betaQuantile } from './beta.ts'
import { aboveZero, facts, finite, probabilitiesOfOne, refuseInput, rows, within } from '../checks.ts'
import { exp, log } from './elementary.ts'
import { normalDensity, normalDistribution, normalQuantile } from './gaussian.ts'

/** Least a, most likely m, greatest b; the density rises and falls in straight lines. */
export interface Triangular {
  kind: 'triangular'
  low: number
  mode: number
  high: number
}

/** Beta distribution from least a, most likely m and greatest b (PERT). `weight` λ of the mode is 4 where not given. */
export interface Pert {
  kind: 'pert'
  low: number
  mode: number
  high: number
  weight?: number
}

/** Mean μ and standard deviation σ. What falls outside `atLeast` and `atMost` is taken at that bound. */
export interface Normal {
  kind: 'normal'
  mean: number
  stdev: number
  atLeast?: number
  atMost?: number
}

/** Mean and coefficient of variation σ/μ of the variable itself, not of its logarithm. */
export interface Lognormal {
  kind: 'lognormal'
  mean: number
  cv: number
}

export interface Uniform {
  kind: 'uniform'
  low: number
  high: number
}

/** Values with their probabilities. */
export interface Discrete {
  kind: 'discrete'
  outcomes: readonly { value: number; probability: number }[]
}

/** How an uncertain input is spread. */
export type Distribution = Triangular | Pert | Normal | Lognormal | Uniform | Discrete

/** λ above this makes the beta distribution narrower than its inverse is computed for. */
const largestWeight = 50

function checkRange(input: string, low: number, high: number): void {
  finite(`${input}.low`, low)
  finite(`${input}.high`, high)
  if (low >= high) refuseInput(`${input}.low`, 'low_not_below_high')
}

function checkMode(input: string, { low, mode, high }: Triangular | Pert): void {
  checkRange(input, low, high)
  finite(`${input}.mode`, mode)
  if (mode < low || mode > high) refuseInput(`${input}.mode`, 'mode_outside_range')
}

function checkNormal(input: string, { mean, stdev, atLeast, atMost }: Normal): void {
  finite(`${input}.mean`, mean)
  aboveZero(`${input}.stdev`, stdev)
  if (atLeast !== undefined) finite(`${input}.atLeast`, atLeast)
  if (atMost !== undefined) finite(`${input}.atMost`, atMost)
  if (atLeast !== undefined && atMost !== undefined && atLeast >= atMost)
    refuseInput(`${input}.atLeast`, 'low_not_below_high')
}

/**
 * @throws InputRefusal where parameters are missing, not finite, in the wrong order (`low_not_below_high`,
 *   `mode_outside_range`), not above zero, or probabilities do not sum to one (`shares_not_one`)
 */
export function checkDistribution(input: string, distribution: Distribution | undefined): void {
  const given = facts(input, distribution)
  switch (given.kind) {
    case 'triangular':
      checkMode(input, given)
      return
    case 'pert':
      checkMode(input, given)
      if (given.weight === undefined) return
      aboveZero(`${input}.weight`, given.weight)
      within(`${input}.weight`, given.weight, 0, largestWeight)
      return
    case 'normal':
      checkNormal(input, given)
      return
    case 'lognormal':
      aboveZero(`${input}.mean`, given.mean)
      aboveZero(`${input}.cv`, given.cv)
      return
    case 'uniform':
      checkRange(input, given.low, given.high)
      return
    case 'discrete': {
      const outcomes = rows(`${input}.outcomes`, given.outcomes)
      for (const [at, { value }] of outcomes.entries()) finite(`${input}.outcomes[${at}].value`, value)
      const probabilities = outcomes.map(({ probability }) => probability)
      probabilitiesOfOne(`${input}.outcomes`, probabilities, (at) => `${input}.outcomes[${at}].probability`)
      return
    }
    default:
      refuseInput(`${input}.kind`, 'unknown')
  }
}

/** α = 1 + λ(m − a)/(b − a), β = 1 + λ(b − m)/(b − a). */
export function shapeOf({ low, mode, high, weight = 4 }: Pert): BetaShape {
  const range = high - low
  return { alpha: 1 + (weight * (mode - low)) / range, beta: 1 + (weight * (high - mode)) / range }
}

/** Mean and standard deviation of the logarithm: s² = ln(1 + CV²), l = ln μ − s²/2. */
export function logarithmOf({ mean, cv }: Lognormal): { mean: number; stdev: number } {
  const variance = log(1 + cv * cv)
  return { mean: log(mean) - variance / 2, stdev: Math.sqrt(variance) }
}

/** Values in rising order with the probability of not exceeding each; those that cannot happen are left out. */
export function ladderOf({ outcomes }: Discrete): { value: number; upTo: number }[] {
  const rising = outcomes.filter(({ probability }) => probability > 0).sort((a, b) => a.value - b.value)
  let sum = 0
  return rising.map(({ value, probability }, at) => {
    sum += probability
    return { value, upTo: at === rising.length - 1 ? 1 : sum }
  })
}

export interface Moments {
  mean: number
  variance: number
}

function normalMoments({ mean, stdev, atLeast, atMost }: Normal): Moments {
  // First and second moment of the standard normal variable held between its bounds.
  let first = 0
  let second = 1
  if (atLeast !== undefined) {
    const bound = (atLeast - mean) / stdev
    const [outside, density] = [normalDistribution(bound), normalDensity(bound)]
    first += bound * outside + density
    second += bound * bound * outside - outside + bound * density
  }
  if (atMost !== undefined) {
    const bound = (atMost - mean) / stdev
    const [outside, density] = [normalDistribution(-bound), normalDensity(bound)]
    first += bound * outside - density
    second += bound * bound * outside - outside - bound * density
  }
  return { mean: mean + stdev * first, variance: stdev * stdev * (second - first * first) }
}

/** Mean and variance of a checked distribution, exact but for rounding. */
export function momentsOf(distribution: Distribution): Moments {
  switch (distribution.kind) {
    case 'triangular': {
      const { low: a, mode: m, high: b } = distribution
      // (a² + m² + b² − am − ab − mb)/18, written so that large values do not cancel.
      return { mean: (a + m + b) / 3, variance: ((b - a) * (b - a) - (m - a) * (b - m)) / 18 }
    }
    case 'pert': {
      const { low: a, mode: m, high: b, weight = 4 } = distribution
      const mean = (a + weight * m + b) / (weight + 2)
      return { mean, variance: ((mean - a) * (b - mean)) / (weight + 3) }
    }
    case 'normal':
      return normalMoments(distribution)
    case 'lognormal': {
      const stdev = distribution.mean * distribution.cv
      return { mean: distribution.mean, variance: stdev * stdev }
    }
    case 'uniform': {
      const range = distribution.high - distribution.low
      return { mean: distribution.low + range / 2, variance: (range * range) / 12 }
    }
    case 'discrete': {
      const { outcomes } = distribution
      const mean = outcomes.reduce((sum, { value, probability }) => sum + value * probability, 0)
      const variance = outcomes.reduce((sum, { value, probability }) => sum + probability * (value - mean) ** 2, 0)
      return { mean, variance }
    }
  }
}

function triangularCumulative({ low: a, mode: m, high: b }: Triangular, x: number): number {
  if (x <= a) return 0
  if (x >= b) return 1
  return x < m ? (x - a) ** 2 / ((b - a) * (m - a)) : 1 - (b - x) ** 2 / ((b - a) * (b - m))
}

/** F(x), the probability of a value up to x. */
export function cumulative(distribution: Distribution, x: number): number {
  switch (distribution.kind) {
    case 'triangular':
      return triangularCumulative(distribution, x)
    case 'pert': {
      const { low, high } = distribution
      return betaDistribution((x - low) / (high - low), shapeOf(distribution))
    }
    case 'normal': {
      const { mean, stdev, atLeast = -Infinity, atMost = Infinity } = distribution
      if (x < atLeast) return 0
      return x >= atMost ? 1 : normalDistribution((x - mean) / stdev)
    }
    case 'lognormal': {
      const { mean, stdev } = logarithmOf(distribution)
      return x <= 0 ? 0 : normalDistribution((log(x) - mean) / stdev)
    }
    case 'uniform': {
      const { low, high } = distribution
      return Math.min(1, Math.max(0, (x - low) / (high - low)))
    }
    case 'discrete':
      return ladderOf(distribution).findLast(({ value }) => value <= x)?.upTo ?? 0
  }
}

/** F⁻¹(u) for 0 < u < 1: the least x with F(x) ≥ u. */
export function quantile(distribution: Distribution, u: number): number {
  switch (distribution.kind) {
    case 'triangular': {
      const { low: a, mode: m, high: b } = distribution
      return u < (m - a) / (b - a)
        ? a + Math.sqrt(u * ((b - a) * (m - a)))
        : b - Math.sqrt((1 - u) * ((b - a) * (b - m)))
    }
    case 'pert': {
      const { low, high } = distribution
      return low + (high - low) * betaQuantile(u, shapeOf(distribution))
    }
    case 'normal': {
      const { mean, stdev, atLeast = -Infinity, atMost = Infinity } = distribution
      return Math.min(atMost, Math.max(atLeast, mean + stdev * normalQuantile(u)))
    }
    case 'lognormal': {
      const { mean, stdev } = logarithmOf(distribution)
      return exp(mean + stdev * normalQuantile(u))
    }
    case 'uniform':
      return distribution.low + u * (distribution.high - distribution.low)
    case 'discrete':
      return ladderOf(distribution).find(({ upTo }) => upTo >= u)?.value ?? Infinity
  }
}
