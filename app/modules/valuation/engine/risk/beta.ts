import { exp, log, logGamma } from './elementary.ts'
import { normalDensity, normalDistribution } from './gaussian.ts'

/** A beta distribution on 0 to 1 with both shapes at least 1, as PERT has them. */
export interface BetaShape {
  alpha: number
  beta: number
}

/** ln B(α, β) = ln Γ(α) + ln Γ(β) − ln Γ(α + β). */
function logBeta({ alpha, beta }: BetaShape): number {
  return logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta)
}

function densityAt(t: number, { alpha, beta }: BetaShape, logB: number): number {
  return exp((alpha - 1) * log(t) + (beta - 1) * log(1 - t) - logB)
}

/** The continued fraction of the incomplete beta function, by W. J. Lentz's method. */
function continuedFraction(t: number, a: number, b: number): number {
  const tiny = 1e-300
  let c = 1
  let d = 1 - ((a + b) * t) / (a + 1)
  d = 1 / (Math.abs(d) < tiny ? tiny : d)
  let fraction = d
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * t) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 + even * d
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = 1 + even / c
    if (Math.abs(c) < tiny) c = tiny
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * t) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 + odd * d
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = 1 + odd / c
    if (Math.abs(c) < tiny) c = tiny
    const factor = d * c
    fraction *= factor
    if (Math.abs(factor - 1) < 2e-16) break
  }
  return fraction
}

/** I_t(α, β), the distribution function of the beta distribution, within 10⁻¹³ of it. */
export function betaDistribution(t: number, shape: BetaShape, logB = logBeta(shape)): number {
  if (t <= 0) return 0
  if (t >= 1) return 1
  const { alpha, beta } = shape
  const front = exp(alpha * log(t) + beta * log(1 - t) - logB)
  return t < (alpha + 1) / (alpha + beta + 2)
    ? (front * continuedFraction(t, alpha, beta)) / alpha
    : 1 - (front * continuedFraction(1 - t, beta, alpha)) / beta
}

/** The t with I_t = p, by Newton's steps kept inside a bracket, from a first guess. */
function solve(p: number, shape: BetaShape, logB: number, guess: number): number {
  let low = 0
  let high = 1
  let t = guess
  for (let round = 0; round < 200; round++) {
    const excess = betaDistribution(t, shape, logB) - p
    if (excess > 0) high = t
    else low = t
    const slope = densityAt(t, shape, logB)
    let next = t - excess / slope
    if (!(next > low && next < high)) next = low === 0 ? high / 8 : (low + high) / 2
    if (Math.abs(next - t) <= 2e-16 * next || high - low <= 2e-16 * high) return next
    t = next
  }
  return t
}

/** The inverse of I_t, within 10⁻¹³ of it where the density is above 0.1. */
export function betaQuantile(p: number, shape: BetaShape): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  const middle = shape.alpha / (shape.alpha + shape.beta)
  return solve(p, shape, logBeta(shape), middle)
}

const nodes = 1024
/** Beyond this many standard deviations on either side a normal variable is taken at it (probability 10⁻¹⁷). */
const reach = 8.5
const width = (2 * reach) / nodes

/** Values, slopes and curvatures of t(z) at nodes with z ≤ 0: from the middle outwards. */
function lowerHalf(shape: BetaShape): [Float64Array, Float64Array, Float64Array] {
  const count = nodes / 2 + 1
  const value = new Float64Array(count)
  const slope = new Float64Array(count)
  const curvature = new Float64Array(count)
  const logB = logBeta(shape)
  let guess = shape.alpha / (shape.alpha + shape.beta)
  for (let at = 0; at < count; at++) {
    const z = -at * width
    const t = solve(normalDistribution(z), shape, logB, guess)
    const first = normalDensity(z) / densityAt(t, shape, logB)
    value[at] = t
    slope[at] = first
    curvature[at] = first * (-z - first * ((shape.alpha - 1) / t - (shape.beta - 1) / (1 - t)))
    guess = Math.max(t - first * width, t / 2)
  }
  return [value, slope, curvature]
}

/**
 * The beta variable as a function of a standard normal one, t(z) = I⁻¹(Φ(z)), by polynomials of fifth degree that agree
 * with value, slope and curvature at 1025 nodes: within 10⁻¹² of the exact inverse and some thirty times as fast. In z,
 * unlike in the probability, t is smooth out to both ends.
 *
 * @returns six coefficients for each interval of z, lowest power first
 */
export function betaOfNormal(shape: BetaShape): Float64Array {
  const [lowValue, lowSlope, lowCurvature] = lowerHalf(shape)
  const [highValue, highSlope, highCurvature] = lowerHalf({ alpha: shape.beta, beta: shape.alpha })
  const half = nodes / 2
  const at = (node: number): [number, number, number] =>
    node <= half
      ? [lowValue[half - node] as number, lowSlope[half - node] as number, lowCurvature[half - node] as number]
      : [
          1 - (highValue[node - half] as number),
          highSlope[node - half] as number,
          -(highCurvature[node - half] as number),
        ]
  const table = new Float64Array(6 * nodes)
  for (let interval = 0; interval < nodes; interval++) {
    const [v0, s0, c0] = at(interval)
    const [v1, s1, c1] = at(interval + 1)
    const rise = v1 - v0
    const [d0, d1, e0, e1] = [s0 * width, s1 * width, c0 * width * width, c1 * width * width]
    table.set(
      [
        v0,
        d0,
        e0 / 2,
        10 * rise - 6 * d0 - 4 * d1 - 1.5 * e0 + 0.5 * e1,
        -15 * rise + 8 * d0 + 7 * d1 + 1.5 * e0 - e1,
        6 * rise - 3 * d0 - 3 * d1 - 0.5 * e0 + 0.5 * e1,
      ],
      6 * interval,
    )
  }
  return table
}

/** t(z) from the table of `betaOfNormal`. */
export function betaFromTable(table: Float64Array, z: number): number {
  const place = (z + reach) / width
  const interval = place <= 0 ? 0 : place >= nodes ? nodes - 1 : Math.floor(place)
  const part = place <= 0 ? 0 : place >= nodes ? 1 : place - interval
  const from = 6 * interval
  return (
    (((((table[from + 5] as number) * part + (table[from + 4] as number)) * part + (table[from + 3] as number)) * part +
      (table[from + 2] as number)) *
      part +
      (table[from + 1] as number)) *
      part +
    (table[from] as number)
  )
}
