import { aboveZero, atLeastZero, life, refuseInput, wholeWithin } from './checks.ts'
import { type Step, type Worked } from './worked.ts'
import { figure, step, worked } from './working.ts'

/*
 * How earning power wears off. S(t) is the share left after t years, conditional on the age already reached. Figures hold
 * to 1e-12; mean lives by quadrature to 1e-9.
 */

export interface Decay {
  /** S at the end of each year. */
  atEnds: number[]
  /** S in the middle of each year, to multiply a year's revenue by. */
  atMiddles: number[]
  /** Years after which half is left. */
  halfLife: number
  /** Mean of the years left. */
  meanLife: number
  /** Years until only `threshold` is left. */
  lifeToThreshold: number
}

interface DecayQuestion {
  /** How many years to draw. */
  years: number
  /** Share at which the asset counts as worn out, 0.05 if left out. */
  threshold?: number | undefined
}

function drawn(survival: (t: number) => number, years: number): { atEnds: number[]; atMiddles: number[] } {
  const count = wholeWithin('years', years, 0, 1000)
  const each = Array.from({ length: count }, (_, at) => at + 1)
  return { atEnds: each.map(survival), atMiddles: each.map((year) => survival(year - 0.5)) }
}

function thresholdOf({ threshold = 0.05 }: DecayQuestion): number {
  const share = aboveZero('threshold', threshold)
  return share >= 1 ? refuseInput('threshold', 'out_of_range') : share
}

function survivingSteps({ atEnds }: { atEnds: number[] }, formula: string, numbers: (year: number) => string): Step[] {
  return atEnds.map((share, at) => step('surviving_share', `S_${at + 1}`, formula, numbers(at + 1), share, 'ratio'))
}

/**
 * Exponential decay: the same share lost every year, whatever the age.
 *
 * S(t) = e^(−λt); λ = ln 2 / half-life = −ln(1 − d), d the share lost a year; mean life 1/λ.
 *
 * @param given one of `halfLife` (years, above 0), `rate` λ (a year, above 0), `yearlyLoss` d (above 0, below 1)
 * @throws InputRefusal missing, one_too_many, not_positive, out_of_range, not_whole
 */
export function exponentialDecay(
  given: DecayQuestion & {
    halfLife?: number | undefined
    rate?: number | undefined
    yearlyLoss?: number | undefined
  },
): Worked<Decay & { rate: number }> {
  const ways = [given.halfLife, given.rate, given.yearlyLoss].filter((way) => way !== undefined)
  if (ways.length === 0) refuseInput('halfLife', 'missing')
  if (ways.length > 1) refuseInput('halfLife', 'one_too_many')
  let rate: number
  let [formula, numbers] = ['λ', '']
  if (given.halfLife !== undefined) {
    rate = Math.LN2 / aboveZero('halfLife', given.halfLife)
    ;[formula, numbers] = ['ln 2 / T_½', `ln 2 / ${figure(given.halfLife)}`]
  } else if (given.yearlyLoss !== undefined) {
    const loss = aboveZero('yearlyLoss', given.yearlyLoss)
    if (loss >= 1) refuseInput('yearlyLoss', 'out_of_range')
    rate = -Math.log1p(-loss)
    ;[formula, numbers] = ['−ln(1 − d)', `−ln(1 − ${figure(loss)})`]
  } else {
    rate = aboveZero('rate', given.rate)
    numbers = figure(rate)
  }
  const threshold = thresholdOf(given)
  const shares = drawn((t) => Math.exp(-rate * t), given.years)
  const lifeToThreshold = -Math.log(threshold) / rate
  const halfLife = Math.LN2 / rate
  return worked({ ...shares, rate, halfLife, meanLife: 1 / rate, lifeToThreshold }, () => [
    step('decay_rate', 'λ', formula, numbers, rate, 'rate'),
    step('half_life', 'T_½', 'ln 2 / λ', `ln 2 / ${figure(rate)}`, halfLife, 'years'),
    step('mean_life', 'T̄', '1 / λ', `1 / ${figure(rate)}`, 1 / rate, 'years'),
    ...survivingSteps(shares, 'e^(−λ·t)', (year) => `e^(−${figure(rate)}·${year})`),
    step(
      'life_to_threshold',
      'T_ε',
      '−ln ε / λ',
      `−ln ${figure(threshold)} / ${figure(rate)}`,
      lifeToThreshold,
      'years',
    ),
  ])
}

/** Mean years left, ∫_0^∞ S(t) dt, with S written in x = (age+t)/η and substituted u = x^β: Simpson on e^−w. */
function meanResidualLife(scale: number, shape: number, age: number): number {
  const start = (age / scale) ** shape
  // t(w) = η·((u_0 + w)^(1/β)) − age, dt integrated by parts: ∫ e^−w dt = ∫ t(w)·e^−w dw; w = v^m smooths the start.
  const power = Math.max(1, Math.ceil(2 * shape))
  const end = 45 ** (1 / power)
  const pieces = 4000
  const width = end / pieces
  let sum = 0
  for (let at = 0; at <= pieces; at += 1) {
    const v = at * width
    const w = v ** power
    const t = scale * (start + w) ** (1 / shape) - age
    const value = t * Math.exp(-w) * power * v ** (power - 1)
    sum += value * (at === 0 || at === pieces ? 1 : at % 2 === 1 ? 4 : 2)
  }
  return (sum * width) / 3
}

/**
 * Weibull decay: wears off slowly first and faster with age (β > 1), evenly (β = 1), or fast first (β < 1).
 *
 * S(t | a) = exp((a/η)^β − ((a+t)/η)^β); at age 0 the median is η·(ln 2)^(1/β) and the mean η·Γ(1 + 1/β).
 *
 * @param given.scale η, years, above 0
 * @param given.shape β, above 0, at most 100
 * @param given.age a, years already lived, zero or more
 * @throws InputRefusal not_positive, negative_life, out_of_range, not_whole
 */
export function weibullDecay(
  given: DecayQuestion & { scale: number; shape: number; age?: number | undefined },
): Worked<Decay> {
  const scale = aboveZero('scale', given.scale)
  const shape = aboveZero('shape', given.shape)
  if (shape > 100 || shape < 0.1) refuseInput('shape', 'out_of_range')
  const age = life('age', given.age ?? 0)
  const threshold = thresholdOf(given)
  const start = atLeastZero('age', (age / scale) ** shape)
  const shares = drawn((t) => Math.exp(start - ((age + t) / scale) ** shape), given.years)
  const until = (share: number) => scale * (start - Math.log(share)) ** (1 / shape) - age
  const halfLife = until(0.5)
  const meanLife = meanResidualLife(scale, shape, age)
  const lifeToThreshold = until(threshold)
  const [a, eta, beta] = [figure(age), figure(scale), figure(shape)]
  return worked({ ...shares, halfLife, meanLife, lifeToThreshold }, () => [
    step(
      'half_life',
      'T_½',
      'η·((a/η)^β + ln 2)^(1/β) − a',
      `${eta}·((${a}/${eta})^${beta} + ln 2)^(1/${beta}) − ${a}`,
      halfLife,
      'years',
    ),
    step('mean_life', 'T̄', '∫ S(t | a) dt', `η = ${eta}; β = ${beta}; a = ${a}`, meanLife, 'years'),
    ...survivingSteps(
      shares,
      'exp((a/η)^β − ((a + t)/η)^β)',
      (year) => `exp((${a}/${eta})^${beta} − ((${a} + ${year})/${eta})^${beta})`,
    ),
    step(
      'life_to_threshold',
      'T_ε',
      'η·((a/η)^β − ln ε)^(1/β) − a',
      `${eta}·((${a}/${eta})^${beta} − ln ${figure(threshold)})^(1/${beta}) − ${a}`,
      lifeToThreshold,
      'years',
    ),
  ])
}
