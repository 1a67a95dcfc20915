import {
  type Convention,
  datedTimes,
  InputRefusal,
  internalRateOfReturn,
  modifiedRateOfReturn,
  netPresentValue,
  payback,
  presentValueByDates,
  taxAmortisationBenefit,
  terminalValue,
  type Timing,
  yearFraction,
} from '#modules/valuation'
import { has, needed, neededNumbers, neededYearly, number, numbers, text, texts } from './given.ts'
import { type Inputs, type Outputs, type VectorMethods } from './vector.ts'

/** When flows arrive, as vectors say it; `otherwise` where they do not. */
export function timingOf(inputs: Inputs, otherwise: Convention): Timing {
  return {
    convention: conventionOf(inputs, otherwise),
    firstYear: number(inputs, 'first_year_fraction', 'first_period_fraction', 'first_period', 'stub', 'stub_fraction'),
    lastYear: number(inputs, 'last_year_fraction', 'last_period_fraction'),
  }
}

function conventionOf(inputs: Inputs, otherwise: Convention): Convention {
  const said = text(inputs, 'convention', 'discounting_convention', 'timing')
  if (said === undefined) return otherwise
  if (said.startsWith('mid')) return 'mid'
  if (said.startsWith('end')) return 'end'
  throw new InputRefusal('convention', 'out_of_range')
}

const flowNames = ['cash_flows', 'cashflows', 'values', 'flows']
const rateNames = ['rate', 'discount_rate', 'rates', 'discount_rates']

function npv(inputs: Inputs): Outputs {
  if (has(inputs, 'dates')) return xnpv(inputs)
  const cashFlows = neededNumbers(inputs, ...flowNames)
  const rate = neededYearly(inputs, ...rateNames)
  const initialOutlay = number(inputs, 'initial_investment', 'initial_outlay', 'investment')
  const timing = timingOf(inputs, 'end')
  const at = (convention: Convention) =>
    netPresentValue({ cashFlows, rate, timing: { ...timing, convention }, initialOutlay }).result
  const [end, mid] = [at('end'), at('mid')]
  const said = timing.convention === 'mid' ? mid : end
  return {
    discount_factors_end: end.discountFactors,
    discount_factors_mid: mid.discountFactors,
    discount_factors: said.discountFactors,
    present_values: said.presentValues,
    pv_end: end.presentValue,
    pv_mid: mid.presentValue,
    pv: said.presentValue,
    npv_end: end.netPresentValue,
    npv_mid: mid.netPresentValue,
    npv: said.netPresentValue,
    ratio_mid_to_end: end.presentValue === 0 ? null : mid.presentValue / end.presentValue,
  }
}

function xnpv(inputs: Inputs): Outputs {
  const { result } = presentValueByDates({
    cashFlows: neededNumbers(inputs, ...flowNames),
    dates: texts(inputs, 'dates') ?? [],
    rate: needed(inputs, ...rateNames),
    valuationDate: text(inputs, 'valuation_date'),
  })
  return {
    discount_factors: result.discountFactors,
    present_values: result.presentValues,
    pv: result.presentValue,
    npv: result.netPresentValue,
    xnpv: result.netPresentValue,
  }
}

function terminal(inputs: Inputs): Outputs {
  const at = (convention: Convention) =>
    terminalValue({
      cashFlow: needed(inputs, 'cf_n', 'cash_flow', 'final_cash_flow'),
      years: needed(inputs, 'n', 'years'),
      rate: needed(inputs, ...rateNames),
      growth: number(inputs, 'growth', 'growth_rate', 'g') ?? 0,
      yearsAfter: number(inputs, 'years_after', 'growth_years', 'remaining_years'),
      convention,
    }).result
  const [end, mid] = [at('end'), at('mid')]
  return {
    terminal_value: end.terminalValue,
    pv_end: end.presentValue,
    pv_mid: mid.presentValue,
    pv: conventionOf(inputs, 'end') === 'mid' ? mid.presentValue : end.presentValue,
  }
}

function taxAmortisation(inputs: Inputs): Outputs {
  const { result } = taxAmortisationBenefit({
    presentValue: needed(inputs, 'pv_before_tab', 'pv', 'present_value'),
    rate: needed(inputs, ...rateNames),
    taxRate: needed(inputs, 'tax_rate'),
    years: number(inputs, 'amort_years', 'tab_amort_years', 'amortisation_years', 'years') ?? 0,
    schedule: numbers(inputs, 'schedule', 'amort_schedule'),
    timing: { convention: conventionOf(inputs, 'end') },
  })
  return {
    annuity_factor: result.annuityFactor,
    step_up_factor: result.stepUpFactor,
    fair_value: result.fairValue,
    tab: result.benefit,
    tab_check: result.benefitCheck,
  }
}

function irr(inputs: Inputs): Outputs {
  const flows = neededNumbers(inputs, ...flowNames)
  const outlay = number(inputs, 'initial_investment', 'initial_outlay', 'investment')
  const cashFlows = outlay === undefined ? flows : [-outlay, ...flows]
  const dates = texts(inputs, 'dates')
  const times = dates ? datedTimes(dates, cashFlows.length, text(inputs, 'valuation_date')) : numbers(inputs, 'times')
  const { result, warnings } = internalRateOfReturn({ cashFlows, times })
  return {
    irr: result.rate,
    xirr: result.rate,
    rate: result.rate,
    irrs: result.all,
    roots: result.all,
    all: result.all,
    all_roots: result.all,
    count: result.all.length,
    warnings: warnings.map(({ code }) => code),
  }
}

function mirr(inputs: Inputs): Outputs {
  const rate = modifiedRateOfReturn({
    cashFlows: neededNumbers(inputs, ...flowNames),
    financeRate: needed(inputs, 'finance_rate', 'financing_rate'),
    reinvestmentRate: needed(inputs, 'reinvest_rate', 'reinvestment_rate'),
  }).result
  return { mirr: rate }
}

function paybackOf(inputs: Inputs): Outputs {
  const flows = neededNumbers(inputs, ...flowNames)
  const outlay = number(inputs, 'initial_investment', 'initial_outlay', 'investment')
  const { result } = payback({
    cashFlows: outlay === undefined ? flows : [-outlay, ...flows],
    rate: number(inputs, ...rateNames) ?? 0,
  })
  return {
    payback: result.years,
    payback_years: result.years,
    discounted_payback: result.discountedYears,
    discounted_payback_years: result.discountedYears,
  }
}

function fraction(inputs: Inputs): Outputs {
  const dayCount = text(inputs, 'day_count', 'basis') === 'actual_actual' ? 'actual_actual' : 'actual_365'
  const from = text(inputs, 'from', 'start', 'valuation_date') ?? ''
  const to = text(inputs, 'to', 'end') ?? ''
  return { years: yearFraction({ from, to, dayCount }).result }
}

export const discountingMethods: VectorMethods = {
  npv,
  discounting: npv,
  present_value: npv,
  xnpv,
  terminal_value: terminal,
  tax_amortisation_benefit: taxAmortisation,
  tax_amortization_benefit: taxAmortisation,
  irr,
  internal_rate_of_return: irr,
  xirr: irr,
  mirr,
  payback: paybackOf,
  year_fraction: fraction,
}
