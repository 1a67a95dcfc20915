import {
  aboveZero,
  atLeastZero,
  finite,
  partOfOne,
  rateOf,
  refuseInput,
  sharesOfOne,
  taxOf,
  wholeWithin,
} from './checks.ts'
import { riskWarnings } from './income-basis.ts'
import { type Step, type Worked } from './worked.ts'
import { figure, figures, step, total, worked } from './working.ts'

/*
 * Rates are decimals a year, compounded yearly. Numbers are IEEE doubles; each figure holds to 1e-13 of the sum of the
 * magnitudes that go into it.
 */

export interface CostOfEquityInput {
  /** r_f */
  riskFree: number
  /** β, levered. */
  beta: number
  /** ERP */
  equityRiskPremium: number
  sizePremium?: number | undefined
  countryPremium?: number | undefined
  specificPremium?: number | undefined
}

/**
 * Cost of equity by the capital asset pricing model, built up with what it does not see.
 *
 * k_e = r_f + β·ERP + size + country + specific. Source: Sharpe 1964, Lintner 1965; textbooks of corporate finance.
 *
 * @throws InputRefusal missing, not_a_number, infinite, rate_at_or_below_minus_one
 */
export function costOfEquity(given: CostOfEquityInput): Worked<number> {
  const riskFree = rateOf('riskFree', given.riskFree)
  const beta = finite('beta', given.beta)
  const premium = finite('equityRiskPremium', given.equityRiskPremium)
  const premiums = [
    finite('sizePremium', given.sizePremium ?? 0),
    finite('countryPremium', given.countryPremium ?? 0),
    finite('specificPremium', given.specificPremium ?? 0),
  ]
  const rate = rateOf('riskFree', total([riskFree, beta * premium, ...premiums]))
  return worked(rate, () => [
    step(
      'cost_of_equity',
      'k_e',
      'r_f + β·ERP + s_size + s_country + s_specific',
      `${figure(riskFree)} + ${figure(beta)}·${figure(premium)} + ${figures(premiums)}`,
      rate,
      'rate',
    ),
  ])
}

export interface CapitalStructure {
  /** E/V and D/V, which sum to one. */
  equityWeight: number
  debtWeight: number
}

/**
 * Weighted average cost of capital after tax.
 *
 * WACC = E/V·k_e + D/V·k_d·(1−τ). Source: Modigliani and Miller 1963; textbooks of corporate finance.
 *
 * @param given.costOfDebt k_d before tax; needed only where there is debt
 * @throws InputRefusal shares_not_one, out_of_range, missing, rate_at_or_below_minus_one
 */
export function weightedCostOfCapital(
  given: CapitalStructure & { costOfEquity: number; costOfDebt?: number | undefined; taxRate?: number | undefined },
): Worked<number> {
  const equityWeight = partOfOne('equityWeight', given.equityWeight)
  const debtWeight = partOfOne('debtWeight', given.debtWeight)
  sharesOfOne('equityWeight+debtWeight', [equityWeight, debtWeight])
  const equity = rateOf('costOfEquity', given.costOfEquity)
  const debt = rateOf('costOfDebt', debtWeight === 0 ? (given.costOfDebt ?? 0) : given.costOfDebt)
  const tax = taxOf('taxRate', given.taxRate ?? 0)
  const afterTax = debt * (1 - tax)
  const rate = equityWeight * equity + debtWeight * afterTax
  return worked(rate, () => [
    step('after_tax_cost_of_debt', 'k_d,τ', 'k_d·(1 − τ)', `${figure(debt)}·(1 − ${figure(tax)})`, afterTax, 'rate'),
    step(
      'weighted_average_cost_of_capital',
      'WACC',
      'E/V·k_e + D/V·k_d·(1 − τ)',
      `${figure(equityWeight)}·${figure(equity)} + ${figure(debtWeight)}·${figure(debt)}·(1 − ${figure(tax)})`,
      rate,
      'rate',
    ),
  ])
}

/**
 * Beta with a firm's own debt from one without (Hamada 1972; with a beta of debt, Harris and Pringle's term is kept).
 *
 * β_L = β_U + (β_U − β_D)·(1−τ)·D/E
 *
 * @param given.debtToEquity D/E at market values, zero or more
 * @param given.debtBeta β_D, 0 if left out
 * @throws InputRefusal negative, out_of_range, not_a_number, infinite
 */
export function leveredBeta(given: {
  unleveredBeta: number
  debtToEquity: number
  taxRate: number
  debtBeta?: number | undefined
}): Worked<number> {
  const unlevered = finite('unleveredBeta', given.unleveredBeta)
  const { ratio, tax, debtBeta } = leverage(given)
  const beta = unlevered + (unlevered - debtBeta) * (1 - tax) * ratio
  return worked(beta, () => [
    step(
      'levered_beta',
      'β_L',
      debtBeta === 0 ? 'β_U·(1 + (1 − τ)·D/E)' : 'β_U + (β_U − β_D)·(1 − τ)·D/E',
      debtBeta === 0
        ? `${figure(unlevered)}·(1 + (1 − ${figure(tax)})·${figure(ratio)})`
        : `${figure(unlevered)} + (${figure(unlevered)} − ${figure(debtBeta)})·(1 − ${figure(tax)})·${figure(ratio)}`,
      beta,
      'ratio',
    ),
  ])
}

/** The way back, from a listed firm's beta: β_U = (β_L + β_D·(1−τ)·D/E) / (1 + (1−τ)·D/E). Errors as `leveredBeta`. */
export function unleveredBeta(given: {
  leveredBeta: number
  debtToEquity: number
  taxRate: number
  debtBeta?: number | undefined
}): Worked<number> {
  const levered = finite('leveredBeta', given.leveredBeta)
  const { ratio, tax, debtBeta } = leverage(given)
  const factor = (1 - tax) * ratio
  const beta = (levered + debtBeta * factor) / (1 + factor)
  return worked(beta, () => [
    step(
      'unlevered_beta',
      'β_U',
      '(β_L + β_D·(1 − τ)·D/E) / (1 + (1 − τ)·D/E)',
      `(${figure(levered)} + ${figure(debtBeta)}·${figure(factor)}) / (1 + ${figure(factor)})`,
      beta,
      'ratio',
    ),
  ])
}

function leverage(given: { debtToEquity: number; taxRate: number; debtBeta?: number | undefined }) {
  return {
    ratio: atLeastZero('debtToEquity', given.debtToEquity),
    tax: taxOf('taxRate', given.taxRate),
    debtBeta: finite('debtBeta', given.debtBeta ?? 0),
  }
}

/**
 * Premium for a technology that is not ready, by readiness level (TRL): a working default of this exchange that a
 * valuer may change, not a standard.
 */
export const readinessPremiums: Readonly<Record<number, number>> = {
  1: 0.4,
  2: 0.4,
  3: 0.3,
  4: 0.22,
  5: 0.16,
  6: 0.11,
  7: 0.07,
  8: 0.03,
  9: 0,
}

export interface DiscountRate {
  costOfEquity: number
  weightedCostOfCapital: number
  readinessPremium: number
  technologyRate: number
}

/**
 * Discount rate of a technology: cost of equity, weighted with debt, plus a premium for readiness.
 *
 * k_e = r_f + β·ERP + premiums; WACC = E/V·k_e + D/V·k_d·(1−τ); k = WACC + premium(TRL).
 * The risk that development fails belongs into the premium or into a probability of success, not into both: warned.
 *
 * @param given.readinessPremium of the rate; or `readiness`, the TRL from 1 to 9, for the default premium
 * @param given.successProbability only to warn where both stand for one risk
 * @throws InputRefusal one_too_many, not_whole, out_of_range and those of the two steps before
 */
export function technologyDiscountRate(
  given: CostOfEquityInput &
    CapitalStructure & {
      costOfDebt?: number | undefined
      taxRate?: number | undefined
      readinessPremium?: number | undefined
      readiness?: number | undefined
      successProbability?: number | undefined
    },
): Worked<DiscountRate> {
  if (given.readinessPremium !== undefined && given.readiness !== undefined)
    refuseInput('readinessPremium', 'one_too_many')
  const equity = costOfEquity(given)
  const capital = weightedCostOfCapital({ ...given, costOfEquity: equity.result })
  const readinessPremium =
    given.readiness === undefined
      ? finite('readinessPremium', given.readinessPremium ?? 0)
      : (readinessPremiums[wholeWithin('readiness', given.readiness, 1, 9)] ?? 0)
  const technologyRate = rateOf('readinessPremium', capital.result + readinessPremium)
  const own: Step[] = [
    step(
      'technology_discount_rate',
      'k',
      'WACC + s_TRL',
      `${figure(capital.result)} + ${figure(readinessPremium)}`,
      technologyRate,
      'rate',
    ),
  ]
  return worked(
    {
      costOfEquity: equity.result,
      weightedCostOfCapital: capital.result,
      readinessPremium,
      technologyRate,
    },
    () => [...equity.steps, ...capital.steps, ...own],
    riskWarnings(partOfOne('successProbability', given.successProbability ?? 1), readinessPremium),
  )
}

/**
 * Hurdle rate that stands for a probability of success: discounting success at k* is worth what discounting the
 * expectation at k is.
 *
 * k* = (1+k)/p^(1/n) − 1, n the years over which the risk runs.
 *
 * @param given.successProbability p, above 0 and at most 1
 * @throws InputRefusal out_of_range, not_positive, rate_at_or_below_minus_one
 */
export function hurdleRate(given: { rate: number; successProbability: number; years: number }): Worked<number> {
  const k = rateOf('rate', given.rate)
  const p = partOfOne('successProbability', aboveZero('successProbability', given.successProbability))
  const n = aboveZero('years', given.years)
  const rate = (1 + k) / p ** (1 / n) - 1
  return worked(rate, () => [
    step(
      'hurdle_rate',
      'k*',
      '(1 + k) / p^(1/n) − 1',
      `(1 + ${figure(k)}) / ${figure(p)}^(1/${figure(n)}) − 1`,
      rate,
      'rate',
    ),
  ])
}

/** The way back: the probability a hurdle rate stands for, p = ((1+k)/(1+k*))^n. @throws InputRefusal as above */
export function impliedProbability(given: { rate: number; hurdleRate: number; years: number }): Worked<number> {
  const k = rateOf('rate', given.rate)
  const hurdle = rateOf('hurdleRate', given.hurdleRate)
  const n = aboveZero('years', given.years)
  // A hurdle at the rate itself may lie below it by its rounding.
  if (1 + hurdle < (1 + k) * (1 - 1e-12)) refuseInput('hurdleRate', 'out_of_range')
  const p = Math.min(1, ((1 + k) / (1 + hurdle)) ** n)
  return worked(p, () => [
    step(
      'success_probability',
      'p',
      '((1 + k) / (1 + k*))^n',
      `((1 + ${figure(k)}) / (1 + ${figure(hurdle)}))^${figure(n)}`,
      p,
      'probability',
    ),
  ])
}
