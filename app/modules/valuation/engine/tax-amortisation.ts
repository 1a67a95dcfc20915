import { aboveZero, finite, partOfOne, rateOf, refuseInput, series, sharesOfOne, taxOf, within } from './checks.ts'
import { factorsOf, periodsOf, type Timing } from './timing.ts'
import { type Worked } from './worked.ts'
import { figure, figures, products, step, weighted, worked } from './working.ts'

export interface TaxAmortisation {
  /** Years over which the tax law lets the buyer write the asset off. */
  years: number
  /** Share of the value written off in each year, instead of equal shares. */
  schedule?: readonly number[] | undefined
}

export interface TaxAmortisationBenefit {
  /** AF = Σ DF_t, of whole and part years. */
  annuityFactor: number
  /** FV / PV. */
  stepUpFactor: number
  fairValue: number
  /** FV − PV. */
  benefit: number
  /** The same as the present value of the tax saved on FV; equal but for rounding. */
  benefitCheck: number
}

/**
 * Tax amortisation benefit: what the tax saved by writing the asset off adds to its value, itself included.
 *
 * step-up = 1/(1 − τ·Σ w_t·DF_t), w_t = 1/n (AF/n for equal shares); FV = PV·step-up; TAB = FV − PV;
 * check: TAB = Σ FV·w_t·τ·DF_t. A last part year takes its part of a share.
 * Source: IVS 210. Only where a buyer can write the asset off for tax; in Vietnam over at most 20 years
 * (Circular 45/2013/TT-BTC).
 *
 * @param given.presentValue PV before the benefit, money
 * @param given.rate k, a year
 * @param given.taxRate τ, 0 to below 1
 * @param given.years n, above 0; or `schedule`, shares that sum to one
 * @param under begins the paths of refusals, where the benefit is part of a larger model
 * @throws InputRefusal shares_not_one, out_of_range, not_positive, tax_benefit_without_bound (negative rates)
 */
export function taxAmortisationBenefit(
  given: { presentValue: number; rate: number; taxRate: number; timing?: Timing | undefined } & TaxAmortisation,
  under = '',
): Worked<TaxAmortisationBenefit> {
  const presentValue = finite('presentValue', given.presentValue)
  const { shares, factors, lengths, annuityFactor, perUnit } = amortisation(given, under)
  const stepUpFactor = 1 / (1 - given.taxRate * perUnit)
  const fairValue = presentValue * stepUpFactor
  const benefit = fairValue - presentValue
  const benefitCheck = weighted(
    shares.map((share) => fairValue * share * given.taxRate),
    factors,
  )
  const tau = figure(given.taxRate)
  const n = figure(given.schedule === undefined ? given.years : shares.length)
  return worked({ annuityFactor, stepUpFactor, fairValue, benefit, benefitCheck }, () => [
    lengths.every((length) => length === 1)
      ? step('annuity_factor', 'AF', 'Σ DF_t', figures(factors), annuityFactor, 'ratio')
      : step('annuity_factor', 'AF', 'Σ l_t·DF_t', products(lengths, factors), annuityFactor, 'ratio'),
    given.schedule === undefined
      ? step(
          'step_up_factor',
          's',
          '1 / (1 − τ·AF/n)',
          `1 / (1 − ${tau}·${figure(annuityFactor)}/${n})`,
          stepUpFactor,
          'ratio',
        )
      : step(
          'step_up_factor',
          's',
          '1 / (1 − τ·Σ w_t·DF_t)',
          `1 / (1 − ${tau}·(${products(shares, factors)}))`,
          stepUpFactor,
          'ratio',
        ),
    step('fair_value', 'FV', 'PV·s', `${figure(presentValue)}·${figure(stepUpFactor)}`, fairValue, 'money'),
    step(
      'tax_amortisation_benefit',
      'TAB',
      'FV − PV',
      `${figure(fairValue)} − ${figure(presentValue)}`,
      benefit,
      'money',
    ),
    step(
      'tax_amortisation_check',
      'TAB',
      'Σ FV·w_t·τ·DF_t',
      `${figure(fairValue)}·${tau}·${figure(perUnit)}`,
      benefitCheck,
      'money',
    ),
  ])
}

function amortisation(
  given: { rate: number; taxRate: number; timing?: Timing | undefined } & TaxAmortisation,
  under: string,
) {
  const k = rateOf(`${under}rate`, given.rate)
  const tax = taxOf('taxRate', given.taxRate)
  const years =
    given.schedule === undefined ? within(`${under}years`, aboveZero(`${under}years`, given.years), 0, 1000) : 0
  const shares =
    given.schedule === undefined
      ? Array.from({ length: Math.ceil(years) }, (_, at) => Math.min(1, years - at) / years)
      : sharesOfOne(`${under}schedule`, series(`${under}schedule`, given.schedule, partOfOne))
  const rest = years % 1
  const timing: Timing =
    given.schedule !== undefined || rest === 0 ? {} : shares.length === 1 ? { firstYear: rest } : { lastYear: rest }
  const factors = factorsOf(k, periodsOf(shares.length, { convention: given.timing?.convention, ...timing }))
  const lengths = shares.map((_, at) => (given.schedule === undefined ? Math.min(1, years - at) : 1))
  const perUnit = given.schedule === undefined ? weighted(factors, lengths) / years : weighted(shares, factors)
  if (1 - tax * perUnit <= 0) refuseInput('taxRate', 'tax_benefit_without_bound')
  return { shares, factors, lengths, annuityFactor: weighted(factors, lengths), perUnit }
}
