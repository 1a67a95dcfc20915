import {
  excessEarnings,
  type IncomeBasis,
  type IncomeValue,
  incrementalIncome,
  inMinorUnits,
  reliefFromRoyalty,
  type Warning,
  withAndWithout,
} from '#modules/valuation'
import { timingOf } from './discounting.ts'
import { has, neededNumbers, neededYearly, number, numbers, records, text, yearly } from './given.ts'
import { type Inputs, type Outputs, type VectorMethods } from './vector.ts'

function basisOf(inputs: Inputs): IncomeBasis {
  const years = number(inputs, 'tab_amort_years', 'amort_years', 'amortisation_years')
  const growth = number(inputs, 'terminal_growth', 'terminal_growth_rate')
  return {
    discountRate: neededYearly(inputs, 'discount_rate', 'rate', 'discount_rates'),
    timing: timingOf(inputs, 'mid'),
    taxAmortisation: years === undefined || years === 0 ? null : { years, rate: number(inputs, 'tab_rate') },
    terminal: growth === undefined ? null : { growth, yearsAfter: number(inputs, 'terminal_years', 'years_after') },
    remainingLife: number(inputs, 'remaining_useful_life', 'remaining_life', 'rul'),
    successProbability: number(inputs, 'probability_of_success', 'success_probability', 'probability'),
    readinessPremium: number(inputs, 'trl_premium', 'readiness_premium'),
  }
}

const minorUnits: Readonly<Record<string, number>> = {
  VND: 1,
  'thousand VND': 1e3,
  'million VND': 1e6,
  'billion VND': 1e9,
}

function valuesOf(inputs: Inputs, value: IncomeValue, warnings: readonly Warning[]): Outputs {
  const perUnit = minorUnits[text(inputs, 'unit') ?? '']
  return {
    discount_factors: value.discountFactors,
    present_values: value.presentValues,
    pv_terminal: value.terminal,
    pv_before_tab: value.valueBeforeTaxBenefit,
    value_before_tab: value.valueBeforeTaxBenefit,
    step_up_factor: value.stepUpFactor,
    tab: value.taxAmortisationBenefit,
    fair_value: value.fairValue,
    ...(perUnit === undefined ? {} : { fair_value_vnd_rounded: inMinorUnits(value.fairValue, perUnit) }),
    warnings: warnings.map(({ code }) => code),
  }
}

function relief(inputs: Inputs): Outputs {
  const { result, warnings } = reliefFromRoyalty({
    ...basisOf(inputs),
    revenues: neededNumbers(inputs, 'revenues', 'revenue'),
    royaltyRate: neededYearly(inputs, 'royalty_rate', 'royalty_rates'),
    upkeepRate: yearly(inputs, 'maintenance_cost_pct_of_revenue', 'maintenance_pct', 'maintenance_rate', 'upkeep_rate'),
    revenueShare: yearly(inputs, 'revenue_share', 'attribution'),
    taxRate: yearly(inputs, 'tax_rate') ?? 0,
  })
  return {
    rows_columns: [
      't',
      'revenue',
      'royalty_saving',
      'maintenance',
      'pre_tax',
      'after_tax',
      'discount_factor',
      'present_value',
    ],
    rows: result.rows.map((row) => [
      row.year,
      row.revenue,
      row.royaltySaving,
      row.upkeep,
      row.preTax,
      row.afterTax,
      row.discountFactor,
      row.presentValue,
    ]),
    after_tax: result.rows.map((row) => row.afterTax),
    ...valuesOf(inputs, result, warnings),
  }
}

function excess(inputs: Inputs): Outputs {
  const { result, warnings } = excessEarnings({
    ...basisOf(inputs),
    revenues: neededNumbers(inputs, 'revenues', 'revenue'),
    operatingMargin: has(inputs, 'ebit') ? undefined : yearly(inputs, 'ebit_margin', 'operating_margin'),
    operatingProfits: numbers(inputs, 'ebit'),
    taxRate: yearly(inputs, 'tax_rate') ?? 0,
    contributoryAssets: records(inputs, 'contributory_assets').map((asset) => ({
      name: text(asset, 'asset', 'name', 'id') ?? '',
      balanceOfRevenue: yearly(asset, 'balance_pct_revenue', 'balance_pct'),
      balance: yearly(asset, 'balance', 'balances'),
      returnRate: yearly(asset, 'return_rate', 'return'),
      royaltyOfRevenue: yearly(asset, 'charge_pct_revenue', 'royalty_pct_revenue', 'royalty_rate'),
      currency: text(asset, 'currency'),
      unit: text(asset, 'unit'),
    })),
  })
  return {
    total_cac_pct_revenue: result.chargeOfRevenue,
    rows_columns: ['t', 'revenue', 'ebit', 'nopat', 'cac', 'excess_earnings', 'discount_factor', 'present_value'],
    rows: result.rows.map((row) => [
      row.year,
      row.revenue,
      row.operatingProfit,
      row.afterTax,
      row.charge,
      row.excessEarnings,
      row.discountFactor,
      row.presentValue,
    ]),
    excess_earnings: result.rows.map((row) => row.excessEarnings),
    ...valuesOf(inputs, result, warnings),
  }
}

function withWithout(inputs: Inputs): Outputs {
  const { result, warnings } = withAndWithout({
    ...basisOf(inputs),
    cashFlowsWith: neededNumbers(inputs, 'cash_flow_with', 'cash_flows_with', 'with'),
    cashFlowsWithout: neededNumbers(inputs, 'cash_flow_without', 'cash_flows_without', 'without'),
    taxRate: number(inputs, 'tax_rate'),
  })
  return {
    incremental: result.incremental,
    pv_with: result.presentValueWith,
    pv_without: result.presentValueWithout,
    value: result.valueBeforeTaxBenefit,
    ...valuesOf(inputs, result, warnings),
  }
}

function incremental(inputs: Inputs): Outputs {
  const { result, warnings } = incrementalIncome({
    ...basisOf(inputs),
    quantities: neededNumbers(inputs, 'quantities', 'quantity', 'volumes'),
    pricePremium: yearly(inputs, 'price_premium', 'price_increase', 'delta_price'),
    costSaving: yearly(inputs, 'cost_saving', 'cost_savings', 'unit_cost_saving', 'delta_cost'),
    addedCosts: yearly(inputs, 'added_costs', 'added_cost', 'additional_costs'),
    taxRate: yearly(inputs, 'tax_rate') ?? 0,
  })
  return {
    incomes: result.incomes,
    incremental_income: result.incomes,
    value: result.valueBeforeTaxBenefit,
    pv: result.valueBeforeTaxBenefit,
    ...valuesOf(inputs, result, warnings),
  }
}

export const incomeMethods: VectorMethods = {
  relief_from_royalty: relief,
  mpeem: excess,
  multi_period_excess_earnings: excess,
  with_without: withWithout,
  with_and_without: withWithout,
  incremental_income: incremental,
}
