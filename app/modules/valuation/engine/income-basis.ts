import { finite, life, partOfOne, refuseInput, series, taxOf, type Yearly } from './checks.ts'
import { discountSteps, terminalFactor } from './discounting.ts'
import { type TaxAmortisation, taxAmortisationBenefit } from './tax-amortisation.ts'
import { factorsOf, periodsOf, type Timing } from './timing.ts'
import { type Step, type Warning } from './worked.ts'
import { figure, figures, step, total, warning } from './working.ts'

/** What income methods share: how after-tax earnings of years become a value. */
export interface IncomeBasis {
  /** k, a year; or one for each year. */
  discountRate: Yearly
  timing?: Timing | undefined
  /** Where a buyer can write the asset off for tax; `rate` where the discount rate is not one figure. */
  taxAmortisation?: (TaxAmortisation & { rate?: number | undefined }) | null | undefined
  /**
   * What follows the forecast, of an asset that outlives it: growth a year, and for how many more years (null: without
   * end, for assets whose life has none).
   */
  terminal?: { growth: number; yearsAfter?: number | null | undefined } | null | undefined
  /**
   * Remaining useful life in years, null where it has no end. With it, a terminal value beyond the life is refused.
   */
  remainingLife?: number | null | undefined
  /** p: earnings are expected with this probability; 1 if left out. */
  successProbability?: number | undefined
  /** How much of the discount rate stands for the technology not being ready, to warn where p stands for it, too. */
  readinessPremium?: number | undefined
}

export interface IncomeValue {
  discountFactors: number[]
  /** p·E_t·DF_t. */
  presentValues: number[]
  /** Present value of what follows the forecast, p included. */
  terminal: number
  /** PV before the tax amortisation benefit. */
  valueBeforeTaxBenefit: number
  stepUpFactor: number
  taxAmortisationBenefit: number
  fairValue: number
}

export interface Valued {
  value: IncomeValue
  /** Written when asked for. */
  steps: () => Step[]
  warnings: Warning[]
}

/** In years: rounding of part years that is no year too many. */
const halfDay = 0.5 / 365

/** Values earnings after tax, E_t. The tax rate serves the tax amortisation benefit. */
export function valueOfEarnings(earnings: readonly number[], taxRate: number, basis: IncomeBasis): Valued {
  const flows = series('earnings', earnings)
  const tax = taxOf('taxRate', taxRate)
  const probability = partOfOne('successProbability', basis.successProbability ?? 1)
  const timing = basis.timing ?? {}
  const periods = periodsOf(flows.length, timing)
  const discountFactors = factorsOf(basis.discountRate, periods, 'discountRate')
  const presentValues = flows.map((flow, at) => probability * flow * (discountFactors[at] ?? 0))
  const last = presentValues.at(-1) ?? 0
  const forecast = total(periods.lengths)
  const factor = terminalOf(basis, forecast)
  const terminal = last * factor
  const before = total([...presentValues, terminal])
  const tab = taxBenefitOf(basis, before, tax)
  const value = {
    discountFactors,
    presentValues,
    terminal,
    valueBeforeTaxBenefit: before,
    stepUpFactor: tab?.result.stepUpFactor ?? 1,
    taxAmortisationBenefit: tab?.result.benefit ?? 0,
    fairValue: tab?.result.fairValue ?? before,
  }
  const steps = () => [
    ...discountSteps(basis.discountRate, discountFactors, periods),
    ...valueSteps(flows, probability, value),
    ...(factor > 0
      ? [
          step(
            'present_value_of_terminal',
            'PV(TV)',
            'PV_n · TV_n/CF_n',
            `${figure(last)} · ${figure(factor)}`,
            terminal,
            'money',
          ),
        ]
      : []),
    step(
      'value_before_tax_benefit',
      'PV',
      factor > 0 ? 'Σ PV_t + PV(TV)' : 'Σ PV_t',
      figures(factor > 0 ? [...presentValues, terminal] : presentValues),
      before,
      'money',
    ),
    ...(tab?.steps ?? [step('fair_value', 'FV', 'PV', figure(before), before, 'money')]),
  ]
  return { value, steps, warnings: warningsOf(basis, flows, value, probability, forecast) }
}

function valueSteps(flows: readonly number[], probability: number, value: IncomeValue): Step[] {
  const p = probability === 1 ? '' : 'p·'
  const pFigure = probability === 1 ? '' : `${figure(probability)}·`
  return value.presentValues.map((present, at) =>
    step(
      'present_value_of_year',
      `PV_${at + 1}`,
      `${p}E_${at + 1}·DF_${at + 1}`,
      `${pFigure}${figure(flows[at] ?? 0)}·${figure(value.discountFactors[at] ?? 0)}`,
      present,
      'money',
    ),
  )
}

function warningsOf(
  basis: IncomeBasis,
  flows: readonly number[],
  { valueBeforeTaxBenefit, terminal }: IncomeValue,
  probability: number,
  forecast: number,
): Warning[] {
  const warnings = riskWarnings(probability, basis.readinessPremium)
  if (flows.some((flow) => flow < 0)) warnings.push(warning('negative_earnings', { least: Math.min(...flows) }))
  const share = valueBeforeTaxBenefit === 0 ? 0 : terminal / valueBeforeTaxBenefit
  if (share > 0.75) warnings.push(warning('terminal_value_dominates', { share }))
  const end = lifeOf(basis)
  if (forecast > end + halfDay) warnings.push(warning('forecast_beyond_life', { forecast, life: end }))
  if (valueBeforeTaxBenefit < 0) warnings.push(warning('value_negative', { value: valueBeforeTaxBenefit }))
  return warnings
}

function lifeOf({ remainingLife }: IncomeBasis): number {
  return remainingLife === null || remainingLife === undefined ? Infinity : life('remainingLife', remainingLife)
}

function taxBenefitOf(basis: IncomeBasis, presentValue: number, taxRate: number) {
  if (!basis.taxAmortisation) return null
  const { rate, ...amortisation } = basis.taxAmortisation
  const k = rate ?? (typeof basis.discountRate === 'number' ? basis.discountRate : undefined)
  return taxAmortisationBenefit(
    { ...amortisation, presentValue, rate: finite('taxAmortisation.rate', k), taxRate, timing: basis.timing },
    'taxAmortisation.',
  )
}

/** TV_n/CF_n, or 0 where nothing follows the forecast. */
function terminalOf(basis: IncomeBasis, forecastYears: number): number {
  if (!basis.terminal) return 0
  const yearsAfter = basis.terminal.yearsAfter ?? null
  if (forecastYears + (yearsAfter ?? Infinity) > lifeOf(basis) + halfDay)
    refuseInput('terminal.yearsAfter', 'terminal_within_life')
  if ((basis.timing?.lastYear ?? 1) !== 1) refuseInput('timing.lastYear', 'terminal_after_part_year')
  const k = typeof basis.discountRate === 'number' ? basis.discountRate : basis.discountRate.at(-1)
  return terminalFactor(finite('discountRate', k), basis.terminal.growth, yearsAfter, 'terminal.')
}

/** One risk is to be counted once: as a probability or as a premium in the rate. */
export function riskWarnings(probability: number, premium: number | undefined): Warning[] {
  const share = finite('readinessPremium', premium ?? 0)
  return probability < 1 && share > 0 ? [warning('risk_counted_twice', { probability, premium: share })] : []
}
