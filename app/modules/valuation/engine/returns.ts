import { finite, rateOf, refuseInput, series, seriesOf, atLeastZero } from './checks.ts'
import { type Worked } from './worked.ts'
import { figure, figures, step, warning, worked } from './working.ts'

/*
 * Every rate of return is a zero of Σ CF_i·e^(−s·t_i) in s = ln(1+r). Between the zeros of a sum of exponentials lies a
 * zero of its derivative, which after division by its first term has one term less; signs are counted first (Descartes:
 * no more zeros than changes of sign, and as many but for an even number), so that the ordinary case ends at once.
 * A rate holds to 1e-12 of 1 + r where the flows' value changes sign there; a rate at which it only touches zero may be
 * missed or doubled within rounding.
 */

interface Term {
  amount: number
  time: number
}

/** Rates are looked for from a billionth of the money left after a year to a billion times as much. */
const bound = Math.log(1e9)

/** The sum at s but for a positive factor, which keeps it finite. */
function signedSum(terms: readonly Term[], s: number): number {
  const first = terms[0]?.time ?? 0
  const last = terms.at(-1)?.time ?? 0
  const from = s >= 0 ? first : last
  let sum = 0
  for (const { amount, time } of terms) sum += amount * Math.exp(-s * (time - from))
  return sum
}

function signChanges(terms: readonly Term[]): number {
  let changes = 0
  let before = 0
  for (const { amount } of terms) {
    const sign = Math.sign(amount)
    if (sign === 0) continue
    if (before !== 0 && sign !== before) changes += 1
    before = sign
  }
  return changes
}

function bisected(terms: readonly Term[], low: number, high: number): number {
  let [a, b] = [low, high]
  const sign = Math.sign(signedSum(terms, a))
  for (let turn = 0; turn < 200; turn += 1) {
    const middle = (a + b) / 2
    if (middle <= a || middle >= b) break
    const at = Math.sign(signedSum(terms, middle))
    if (at === 0) return middle
    if (at === sign) a = middle
    else b = middle
  }
  return (a + b) / 2
}

/** Zeros in s, ascending, of a sum whose terms are in order of time and not zero. */
function zeros(terms: readonly Term[]): number[] {
  const changes = signChanges(terms)
  if (changes === 0) return []
  const borders = [-bound, ...(changes === 1 ? [] : zeros(derivative(terms))), bound]
  const found: number[] = []
  for (const [at, high] of borders.entries()) {
    if (at === 0) continue
    const low = borders[at - 1] ?? high
    const left = signedSum(terms, low)
    const right = signedSum(terms, high)
    // A zero that is also one of the derivative: the value touches zero there.
    if (touches(terms, low, left) && low > -bound && found.at(-1) !== low) found.push(low)
    else if (!touches(terms, high, right) && Math.sign(left) * Math.sign(right) < 0)
      found.push(bisected(terms, low, high))
  }
  return found
}

/** Zero as far as doubles can tell. */
function touches(terms: readonly Term[], s: number, sum: number): boolean {
  return (
    Math.abs(sum) <=
    (terms.length + 2) *
      Number.EPSILON *
      signedSum(
        terms.map(({ amount, time }) => ({ amount: Math.abs(amount), time })),
        s,
      )
  )
}

/** Of the sum over its first term, up to the sign; scaled so that repeated derivatives stay in range. */
function derivative(terms: readonly Term[]): Term[] {
  const first = terms[0]?.time ?? 0
  const rest = terms.slice(1).map(({ amount, time }) => ({ amount: amount * (time - first), time }))
  const largest = Math.max(...rest.map(({ amount }) => Math.abs(amount)))
  return rest.map(({ amount, time }) => ({ amount: amount / largest, time }))
}

export interface RatesOfReturn {
  /** The rate where there is exactly one. */
  rate: number | null
  /** All rates above −100 % at which the flows are worth nothing, ascending. */
  all: number[]
}

/**
 * Internal rate of return: r with Σ CF_t·(1+r)^−t = 0. All are sought; flows whose sign changes more than once may have
 * several, flows of one sign have none, and then no single rate is said.
 *
 * @param given.cashFlows CF_t, money, of years 0, 1, 2, … unless `times` says otherwise
 * @param given.times t, years, ascending or not, zero or more
 * @throws InputRefusal empty_series, not_a_number, infinite, length_differs, negative
 */
export function internalRateOfReturn(given: {
  cashFlows: readonly number[]
  times?: readonly number[] | undefined
}): Worked<RatesOfReturn> {
  const flows = series('cashFlows', given.cashFlows)
  const times =
    given.times === undefined ? flows.map((_, at) => at) : seriesOf('times', given.times, flows.length, atLeastZero)
  const largest = Math.max(...flows.map(Math.abs))
  // Flows of one time are one flow.
  const sums = new Map<number, number>()
  for (const [at, flow] of flows.entries()) {
    const time = times[at] ?? at
    sums.set(time, (sums.get(time) ?? 0) + (largest === 0 ? 0 : flow / largest))
  }
  const terms = [...sums]
    .map(([time, amount]) => ({ time, amount }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => a.time - b.time)
  const all = zeros(terms).map(Math.expm1)
  const rate = all.length === 1 ? (all[0] ?? null) : null
  const warnings =
    all.length === 0
      ? [warning('no_rate_of_return')]
      : all.length > 1
        ? [warning('several_rates_of_return', { count: all.length, lowest: all[0] ?? 0, highest: all.at(-1) ?? 0 })]
        : []
  const steps = all.map((one, at) =>
    step(
      'rate_of_return',
      all.length === 1 ? 'IRR' : `IRR_${at + 1}`,
      'Σ CF_t·(1 + r)^−t = 0',
      flows.map((flow, year) => `${figure(flow)}·(1 + ${figure(one)})^−${figure(times[year] ?? year)}`).join(' + '),
      one,
      'rate',
    ),
  )
  return worked({ rate, all }, steps, warnings)
}

export interface Payback {
  /** Years until the flows have added up to zero, the last year taken as even; null where they never do. */
  years: number | null
  /** The same for discounted flows. */
  discountedYears: number | null
}

/** Years to the last time the running sum rises from below zero to zero or above. */
function yearsBack(flows: readonly number[]): number | null {
  let sum = 0
  let years: number | null = null
  for (const [year, flow] of flows.entries()) {
    const before = sum
    sum += flow
    if (sum < 0) years = null
    else if (years === null) years = before < 0 ? year - 1 + -before / flow : year
  }
  return years
}

/**
 * Payback: years until what was paid has come back, and stays back, plain and discounted.
 *
 * T = y + (−S_y)/CF_{y+1}, S_y the last running sum below zero.
 *
 * @param given.cashFlows CF_t, money, of years 0, 1, 2, …
 * @param given.rate k, a year, for the discounted payback (ends of years)
 * @throws InputRefusal empty_series, not_a_number, infinite, rate_at_or_below_minus_one
 */
export function payback(given: { cashFlows: readonly number[]; rate: number }): Worked<Payback> {
  const flows = series('cashFlows', given.cashFlows)
  const k = rateOf('rate', given.rate)
  const years = yearsBack(flows)
  const discountedYears = yearsBack(flows.map((flow, year) => flow * (1 + k) ** -year))
  const formula = 'y + (−S_y) / CF_(y+1)'
  const steps = [
    ...(years === null ? [] : [step('payback', 'T', formula, figures(flows), years, 'years')]),
    ...(discountedYears === null
      ? []
      : [
          step(
            'discounted_payback',
            'T_k',
            formula,
            flows.map((flow, year) => `${figure(flow)}·(1 + ${figure(k)})^−${year}`).join(' + '),
            discountedYears,
            'years',
          ),
        ]),
  ]
  const warnings = years === null || discountedYears === null ? [warning('never_paid_back')] : []
  return worked({ years, discountedYears }, steps, warnings)
}

/**
 * Modified internal rate of return: outlays at the financing rate to the start, receipts at the reinvestment rate to the
 * end; one rate always, where there are both.
 *
 * MIRR = (FV(receipts; r)/PV(outlays; f))^(1/n) − 1, n the last year.
 *
 * @throws InputRefusal nothing_to_value where there are no outlays or no receipts
 */
export function modifiedRateOfReturn(given: {
  cashFlows: readonly number[]
  financeRate: number
  reinvestmentRate: number
}): Worked<number> {
  const flows = series('cashFlows', given.cashFlows)
  const f = rateOf('financeRate', given.financeRate)
  const r = rateOf('reinvestmentRate', given.reinvestmentRate)
  const n = flows.length - 1
  let outlays = 0
  let receipts = 0
  for (const [year, flow] of flows.entries()) {
    if (flow < 0) outlays -= flow * (1 + f) ** -year
    else receipts += flow * (1 + r) ** (n - year)
  }
  if (finite('cashFlows', outlays) === 0 || receipts === 0) refuseInput('cashFlows', 'nothing_to_value')
  const rate = (receipts / outlays) ** (1 / n) - 1
  return worked(rate, () => [
    step(
      'rate_of_return',
      'MIRR',
      '(FV(CF⁺; r) / PV(CF⁻; f))^(1/n) − 1',
      `(${figure(receipts)} / ${figure(outlays)})^(1/${n}) − 1`,
      rate,
      'rate',
    ),
  ])
}
