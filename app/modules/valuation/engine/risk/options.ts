import { aboveZero, rateOf } from '../checks.ts'
import { exp, log } from './elementary.ts'
import { normalDensity, normalDistribution } from './gaussian.ts'
import { figure, step, worked } from '../working.ts'
import { type Worked } from '../worked.ts'

/** What an option on a project depends on. */
export interface OptionInput {
  /** S, present value of what would be acquired (money). */
  value: number
  /** K, what exercising costs, or brings in (money). */
  strike: number
  /** T, years until the right ends. */
  years: number
  /** σ, standard deviation of the yearly logarithmic return of S, such as 0.4. */
  volatility: number
  /** r, riskless rate a year, compounded continuously. */
  rate: number
  /** q, part of S lost a year by waiting, compounded continuously; 0 where not given. */
  leakage?: number
}

export interface CheckedOption extends Required<OptionInput> {
  /** The discounts e^(−rT) and e^(−qT). */
  discount: number
  erosion: number
}

/**
 * @throws InputRefusal `not_positive` for value, strike, years and volatility; `rate_at_or_below_minus_one` for rate
 *   and leakage
 */
export function checkOption(input: OptionInput): CheckedOption {
  const value = aboveZero('value', input.value)
  const strike = aboveZero('strike', input.strike)
  const years = aboveZero('years', input.years)
  const volatility = aboveZero('volatility', input.volatility)
  const rate = rateOf('rate', input.rate)
  const leakage = rateOf('leakage', input.leakage ?? 0)
  const [discount, erosion] = [exp(-rate * years), exp(-leakage * years)]
  return { value, strike, years, volatility, rate, leakage, discount, erosion }
}

export interface BlackScholesMerton {
  d1: number
  d2: number
  /** N(d1) and N(d2); the second is the risk-neutral probability that the call is exercised. */
  cumulativeD1: number
  cumulativeD2: number
  call: number
  put: number
  /** ∂/∂S */
  deltaCall: number
  deltaPut: number
  /** ∂²/∂S², of both */
  gamma: number
  /** ∂/∂σ, of both, for σ in decimals */
  vega: number
  /** ∂/∂t a year */
  thetaCall: number
  thetaPut: number
  /** ∂/∂r, for r in decimals */
  rhoCall: number
  rhoPut: number
}

/**
 * Value of a European call and put on a project whose value leaks at q, with their derivatives:
 * d1 = [ln(S/K) + (r − q + σ²/2)T]/(σ√T), d2 = d1 − σ√T, C = S·e^(−qT)·N(d1) − K·e^(−rT)·N(d2),
 * P = K·e^(−rT)·N(−d2) − S·e^(−qT)·N(−d1). Rounding stays below 10⁻¹⁴ of S + K.
 *
 * Sources: Black & Scholes (1973), Merton (1973); Hull, "Options, Futures, and Other Derivatives"; Trigeorgis, "Real
 * Options". σ from comparable firms or from the simulated present value; q near 1/remaining life for the cost of delay.
 *
 * @throws InputRefusal as `checkOption`; `overflow` where figures leave the range of doubles
 */
export function blackScholesMerton(input: OptionInput): Worked<BlackScholesMerton> {
  const checked = checkOption(input)
  const { value: s, strike: k, years, volatility, rate, leakage, discount, erosion } = checked
  const root = Math.sqrt(years)
  const spread = volatility * root
  const d1 = (log(s / k) + (rate - leakage + (volatility * volatility) / 2) * years) / spread
  const d2 = d1 - spread
  const [n1, n2, m1, m2] = [
    normalDistribution(d1),
    normalDistribution(d2),
    normalDistribution(-d1),
    normalDistribution(-d2),
  ]
  const [owned, owed] = [s * erosion, k * discount]
  const density = normalDensity(d1)
  const call = Math.max(0, owned * n1 - owed * n2)
  const put = Math.max(0, owed * m2 - owned * m1)
  const decay = (-owned * density * volatility) / (2 * root)
  const result: BlackScholesMerton = {
    d1,
    d2,
    cumulativeD1: n1,
    cumulativeD2: n2,
    call,
    put,
    deltaCall: erosion * n1,
    deltaPut: -erosion * m1,
    gamma: (erosion * density) / (s * spread),
    vega: owned * density * root,
    thetaCall: decay - rate * owed * n2 + leakage * owned * n1,
    thetaPut: decay + rate * owed * m2 - leakage * owned * m1,
    rhoCall: owed * years * n2,
    rhoPut: -owed * years * m2,
  }
  return worked(result, stepsOf(checked, result, [m1, m2]))
}

function stepsOf(checked: CheckedOption, result: BlackScholesMerton, [m1, m2]: readonly [number, number]) {
  const { value, strike, years, volatility, rate, leakage } = checked
  const [s, k, t, sigma, r, q] = [value, strike, years, volatility, rate, leakage].map(figure)
  const { d1, d2, cumulativeD1: n1, cumulativeD2: n2, call, put } = result
  const [owned, owed] = [`${s}·e^(−${q}·${t})`, `${k}·e^(−${r}·${t})`]
  return [
    step(
      'option_d1',
      'd1',
      '[ln(S/K) + (r − q + σ²/2)·T]/(σ·√T)',
      `[ln(${s}/${k}) + (${r} − ${q} + ${sigma}²/2)·${t}]/(${sigma}·√${t})`,
      d1,
      'quantity',
    ),
    step('option_d2', 'd2', 'd1 − σ·√T', `${figure(d1)} − ${sigma}·√${t}`, d2, 'quantity'),
    step('cumulative_normal_d1', 'N(d1)', 'N(d1)', `N(${figure(d1)})`, n1, 'probability'),
    step('cumulative_normal_d2', 'N(d2)', 'N(d2)', `N(${figure(d2)})`, n2, 'probability'),
    step(
      'call_value',
      'C',
      'S·e^(−qT)·N(d1) − K·e^(−rT)·N(d2)',
      `${owned}·${figure(n1)} − ${owed}·${figure(n2)}`,
      call,
      'money',
    ),
    step(
      'put_value',
      'P',
      'K·e^(−rT)·N(−d2) − S·e^(−qT)·N(−d1)',
      `${owed}·${figure(m2)} − ${owned}·${figure(m1)}`,
      put,
      'money',
    ),
  ]
}
