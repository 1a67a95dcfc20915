import {
  aboveZero,
  atLeastZero,
  life,
  type Labelled,
  oneKind,
  partOfOne,
  rateOf,
  refuseInput,
  series,
  wholeWithin,
} from './checks.ts'
import { type Step, type Warning, type Worked } from './worked.ts'
import { figure, figures, products, step, total, warning, weighted, worked } from './working.ts'

/*
 * Amounts in units of the model's one currency. Numbers are IEEE doubles; each figure holds to 1e-13 of the sum of the
 * magnitudes that go into it.
 */

/** What a technology has lost since it was new. Each part is from 0 to 1 of cost new. */
export interface Obsolescence {
  /** Age over life; or say the physical part itself. */
  effectiveAge?: number | undefined
  usefulLife?: number | undefined
  physical?: number | undefined
  functional?: number | undefined
  economic?: number | undefined
}

interface Depreciated {
  ageObsolescence: number
  valueMultiplicative: number
  valueAdditive: number
}

function ageObsolescence(given: Obsolescence): { part: number; numbers: string } {
  if (given.effectiveAge === undefined && given.usefulLife === undefined) {
    const part = partOfOne('physical', given.physical ?? 0)
    return { part, numbers: figure(part) }
  }
  if (given.physical !== undefined) refuseInput('physical', 'one_too_many')
  const years = aboveZero('usefulLife', given.usefulLife)
  const age = life('effectiveAge', given.effectiveAge)
  if (age > years) refuseInput('effectiveAge', 'out_of_range')
  return { part: age / years, numbers: `${figure(age)} / ${figure(years)}` }
}

/** Cost new less obsolescence, one after the other and all at once. */
function depreciated(
  costNew: number,
  symbol: string,
  given: Obsolescence,
): { values: Depreciated; steps: Step[]; warnings: Warning[] } {
  const { part: age, numbers } = ageObsolescence(given)
  const functional = partOfOne('functional', given.functional ?? 0)
  const economic = partOfOne('economic', given.economic ?? 0)
  const valueMultiplicative = costNew * (1 - age) * (1 - functional) * (1 - economic)
  const sum = total([age, functional, economic])
  const valueAdditive = costNew * Math.max(0, 1 - sum)
  return {
    values: { ageObsolescence: age, valueMultiplicative, valueAdditive },
    steps: [
      step('age_obsolescence', 'd_age', 'age / life', numbers, age, 'ratio'),
      step(
        'value_multiplicative',
        'V×',
        `${symbol}·(1 − d_age)·(1 − d_func)·(1 − d_econ)`,
        `${figure(costNew)}·(1 − ${figure(age)})·(1 − ${figure(functional)})·(1 − ${figure(economic)})`,
        valueMultiplicative,
        'money',
      ),
      step(
        'value_additive',
        'V+',
        `${symbol}·(1 − d_age − d_func − d_econ)`,
        `${figure(costNew)}·max(0; 1 − ${figures([age, functional, economic], ' − ')})`,
        valueAdditive,
        'money',
      ),
    ],
    warnings: sum > 1 ? [warning('obsolescence_exceeds_cost', { sum })] : [],
  }
}

export interface HistoricCost extends Labelled {
  year: number
  /** C_y, money of its year. */
  cost: number
}

export interface ReproductionCost extends Depreciated {
  trendedCosts: number[]
  trendedTotal: number
  developerProfit: number
  costOfMoney: number
  grossCostNew: number
}

/**
 * Reproduction cost (phương pháp chi phí tái tạo): what was spent, at the prices of the valuation year.
 *
 * C = Σ C_y·I_v/I_y; Gross = C·(1+π) + F; V× = Gross·(1−d_age)(1−d_func)(1−d_econ); V+ = Gross·(1 − Σ d).
 * F, the cost of money while it was developed, is C·((1+f)^(T/2) − 1): cost spread evenly over T years is bound half of
 * that time on average. Costs already expensed count; failures that need not be repeated do not.
 * Source: Circular 37/2024/TT-BTC; IVS 210.
 *
 * @param given.historicCosts C_y by year, zero or more
 * @param given.priceIndex I_y by year, above 0; years as keys
 * @param given.valuationYear v
 * @param given.developerProfitRate π, of cost, zero or more
 * @param given.developmentYears T and `costOfMoneyRate` f, a year; without them F is 0
 * @throws InputRefusal empty_series, no_price_index, negative, not_positive, out_of_range, mixed_currencies, mixed_units
 */
export function reproductionCost(
  given: Obsolescence & {
    historicCosts: readonly HistoricCost[]
    priceIndex: Readonly<Record<string, number>>
    valuationYear: number
    developerProfitRate?: number | undefined
    developmentYears?: number | undefined
    costOfMoneyRate?: number | undefined
  },
): Worked<ReproductionCost> {
  series(
    'historicCosts',
    given.historicCosts.map(({ cost }) => cost),
    () => 0,
  )
  oneKind('historicCosts', given.historicCosts)
  const profitRate = atLeastZero('developerProfitRate', given.developerProfitRate ?? 0)
  const index = (year: number) =>
    given.priceIndex[String(year)] === undefined
      ? refuseInput(`priceIndex.${year}`, 'no_price_index')
      : aboveZero(`priceIndex.${year}`, given.priceIndex[String(year)])
  const valuationYear = wholeWithin('valuationYear', given.valuationYear, 1800, 2200)
  const atValuation = index(valuationYear)
  const trends = given.historicCosts.map((item, at) => {
    const year = wholeWithin(`historicCosts[${at}].year`, item.year, 1800, 2200)
    if (year > valuationYear) refuseInput(`historicCosts[${at}].year`, 'dates_out_of_order')
    const cost = atLeastZero(`historicCosts[${at}].cost`, item.cost)
    return { year, cost, index: index(year), trended: (cost * atValuation) / index(year) }
  })
  const trendedTotal = total(trends.map(({ trended }) => trended))
  const developerProfit = trendedTotal * profitRate
  const { money: costOfMoney, step: moneyStep } = moneyCost('C', trendedTotal, given)
  const grossCostNew = trendedTotal * (1 + profitRate) + costOfMoney
  const lost = depreciated(grossCostNew, 'G', given)
  return worked(
    {
      trendedCosts: trends.map(({ trended }) => trended),
      trendedTotal,
      developerProfit,
      costOfMoney,
      grossCostNew,
      ...lost.values,
    },
    () => [
      ...trends.map((trend) =>
        step(
          'trended_cost',
          `C_${trend.year}`,
          'C_y·I_v/I_y',
          `${figure(trend.cost)}·${figure(atValuation)}/${figure(trend.index)}`,
          trend.trended,
          'money',
        ),
      ),
      step('trended_total', 'C', 'Σ C_y·I_v/I_y', figures(trends.map(({ trended }) => trended)), trendedTotal, 'money'),
      step('developer_profit', 'Π', 'C·π', `${figure(trendedTotal)}·${figure(profitRate)}`, developerProfit, 'money'),
      moneyStep,
      step(
        'gross_cost_new',
        'G',
        'C + Π + F',
        figures([trendedTotal, developerProfit, costOfMoney]),
        grossCostNew,
        'money',
      ),
      ...lost.steps,
    ],
    lost.warnings,
  )
}

/** F = C·((1+f)^(T/2) − 1). */
function moneyCost(
  symbol: string,
  cost: number,
  given: { developmentYears?: number | undefined; costOfMoneyRate?: number | undefined },
): { money: number; step: Step } {
  const years = life('developmentYears', given.developmentYears ?? 0)
  const rate = rateOf('costOfMoneyRate', given.costOfMoneyRate ?? 0)
  const money = cost * Math.expm1((years / 2) * Math.log1p(rate))
  return {
    money,
    step: step(
      'cost_of_money',
      'F',
      `${symbol}·((1 + f)^(T/2) − 1)`,
      `${figure(cost)}·((1 + ${figure(rate)})^(${figure(years)}/2) − 1)`,
      money,
      'money',
    ),
  }
}

export interface ReplacementCost extends Depreciated {
  labour: number
  developmentCost: number
  developerProfit: number
  costOfMoney: number
  replacementCostNew: number
}

/**
 * Replacement cost (phương pháp chi phí thay thế): what a technology of the same use would cost to develop today.
 *
 * Dev = Labour·(1+o) + Materials + IP; RCN = Dev + π·Dev + Dev·((1+f)^(T/2) − 1); V = RCN·Π(1−d_i), or RCN·(1 − Σ d).
 * Source: Circular 37/2024/TT-BTC; IVS 210.
 *
 * @param given.staff person-months and pay a month; `labour` instead where it is known as one amount
 * @param given.overheadRate o, of labour
 * @param given.developerProfitRate π, of Dev
 * @param given.developmentYears T; `costOfMoneyRate` f, a year
 * @throws InputRefusal nothing_to_value, one_too_many, negative, out_of_range, mixed_currencies, mixed_units
 */
export function replacementCost(
  given: Obsolescence & {
    staff?: readonly (Labelled & { role?: string | undefined; personMonths: number; monthlyRate: number })[] | undefined
    labour?: number | undefined
    overheadRate?: number | undefined
    materials?: number | undefined
    registrationCosts?: number | undefined
    otherCosts?: number | undefined
    developerProfitRate?: number | undefined
    developmentYears?: number | undefined
    costOfMoneyRate?: number | undefined
  },
): Worked<ReplacementCost> {
  const staff = given.staff ?? []
  if (staff.length > 0 && given.labour !== undefined) refuseInput('labour', 'one_too_many')
  oneKind('staff', staff)
  const months = staff.map((one, at) => atLeastZero(`staff[${at}].personMonths`, one.personMonths))
  const rates = staff.map((one, at) => atLeastZero(`staff[${at}].monthlyRate`, one.monthlyRate))
  const labour = staff.length > 0 ? weighted(months, rates) : atLeastZero('labour', given.labour ?? 0)
  const overhead = atLeastZero('overheadRate', given.overheadRate ?? 0)
  const materials = atLeastZero('materials', given.materials ?? 0)
  const registration = atLeastZero('registrationCosts', given.registrationCosts ?? 0)
  const other = atLeastZero('otherCosts', given.otherCosts ?? 0)
  const profitRate = atLeastZero('developerProfitRate', given.developerProfitRate ?? 0)
  const developmentCost = total([labour * (1 + overhead), materials, registration, other])
  if (developmentCost === 0) refuseInput('staff', 'nothing_to_value')
  const developerProfit = developmentCost * profitRate
  const { money: costOfMoney, step: moneyStep } = moneyCost('Dev', developmentCost, given)
  const replacementCostNew = total([developmentCost, developerProfit, costOfMoney])
  const lost = depreciated(replacementCostNew, 'RCN', given)
  return worked(
    { labour, developmentCost, developerProfit, costOfMoney, replacementCostNew, ...lost.values },
    () => [
      step(
        'labour_cost',
        'L',
        'Σ months·pay',
        staff.length > 0 ? products(months, rates) : figure(labour),
        labour,
        'money',
      ),
      step(
        'development_cost',
        'Dev',
        'L·(1 + o) + M + IP',
        `${figure(labour)}·(1 + ${figure(overhead)}) + ${figures([materials, registration, other])}`,
        developmentCost,
        'money',
      ),
      step(
        'developer_profit',
        'Π',
        'Dev·π',
        `${figure(developmentCost)}·${figure(profitRate)}`,
        developerProfit,
        'money',
      ),
      moneyStep,
      step(
        'replacement_cost_new',
        'RCN',
        'Dev + Π + F',
        figures([developmentCost, developerProfit, costOfMoney]),
        replacementCostNew,
        'money',
      ),
      ...lost.steps,
    ],
    lost.warnings,
  )
}
