import {
  comparableTransactions,
  type Obsolescence,
  positionInRange,
  profitSplitRoyalty,
  quarterRule,
  replacementCost,
  reproductionCost,
  royaltyRange,
  scorecard,
} from '#modules/valuation'
import { figuresOf, has, needed, neededNumbers, number, numbers, record, records, text } from './given.ts'
import { type Inputs, type Outputs, type VectorMethods } from './vector.ts'

function obsolescenceOf(inputs: Inputs): Obsolescence {
  return {
    effectiveAge: number(inputs, 'effective_age_years', 'effective_age'),
    usefulLife: number(inputs, 'total_useful_life_years', 'total_useful_life', 'useful_life_years'),
    physical: number(inputs, 'physical_obsolescence', 'physical_deterioration', 'age_factor'),
    functional: number(inputs, 'functional_obsolescence'),
    economic: number(inputs, 'economic_obsolescence', 'external_obsolescence'),
  }
}

function yearsOf(inputs: Inputs): number | undefined {
  const months = number(inputs, 'development_months')
  return months === undefined ? number(inputs, 'development_years') : months / 12
}

function reproduction(inputs: Inputs): Outputs {
  const { result, warnings } = reproductionCost({
    ...obsolescenceOf(inputs),
    historicCosts: records(inputs, 'historic_costs', 'historical_costs', 'costs').map((item) => ({
      year: needed(item, 'year'),
      cost: needed(item, 'cost', 'amount'),
      currency: text(item, 'currency'),
      unit: text(item, 'unit'),
    })),
    priceIndex: figuresOf(record(inputs, 'price_index', 'price_indices')),
    valuationYear: needed(inputs, 'valuation_year'),
    developerProfitRate: number(inputs, 'developer_profit_rate', 'profit_rate'),
    developmentYears: yearsOf(inputs),
    costOfMoneyRate: number(inputs, 'opportunity_cost_rate', 'cost_of_money_rate', 'finance_rate'),
  })
  return {
    trended_costs: result.trendedCosts,
    trended_total: result.trendedTotal,
    developer_profit: result.developerProfit,
    opportunity_cost: result.costOfMoney,
    gross_cost_new: result.grossCostNew,
    age_factor: result.ageObsolescence,
    value_multiplicative: result.valueMultiplicative,
    value_additive: result.valueAdditive,
    value: result.valueMultiplicative,
    warnings: warnings.map(({ code }) => code),
  }
}

function replacement(inputs: Inputs): Outputs {
  const { result, warnings } = replacementCost({
    ...obsolescenceOf(inputs),
    staff: records(inputs, 'staff').map((one) => ({
      role: text(one, 'role'),
      personMonths: needed(one, 'person_months', 'months'),
      monthlyRate: needed(one, 'rate', 'monthly_rate'),
      currency: text(one, 'currency'),
      unit: text(one, 'unit'),
    })),
    labour: number(inputs, 'labour', 'labor'),
    overheadRate: number(inputs, 'overhead_rate'),
    materials: number(inputs, 'materials_prototype', 'materials'),
    registrationCosts: number(inputs, 'ip_registration_costs', 'ip_costs'),
    otherCosts: number(inputs, 'other_costs'),
    developerProfitRate: number(inputs, 'developer_profit_rate', 'profit_rate'),
    developmentYears: yearsOf(inputs),
    costOfMoneyRate: number(inputs, 'opportunity_cost_rate', 'cost_of_money_rate', 'finance_rate'),
  })
  return {
    labour: result.labour,
    development_cost: result.developmentCost,
    developer_profit: result.developerProfit,
    opportunity_cost: result.costOfMoney,
    replacement_cost_new: result.replacementCostNew,
    age_factor: result.ageObsolescence,
    value: result.valueMultiplicative,
    value_multiplicative: result.valueMultiplicative,
    value_additive: result.valueAdditive,
    warnings: warnings.map(({ code }) => code),
  }
}

function comparables(inputs: Inputs): Outputs {
  const { result, warnings } = comparableTransactions({
    comparables: records(inputs, 'comparables').map((one, at) => ({
      id: text(one, 'id', 'name') ?? String(at + 1),
      price: needed(one, 'price', 'value'),
      adjustments: figuresOf(record(one, 'adj', 'adjustments')),
      currency: text(one, 'currency'),
      unit: text(one, 'unit'),
    })),
  })
  return {
    rows: result.rows.map((row) => ({
      id: row.id,
      net_adjustment: row.netAdjustment,
      gross_adjustment: row.grossAdjustment,
      adjusted_price_additive: row.priceAdditive,
      adjusted_price_multiplicative: row.priceMultiplicative,
      weight: row.weight,
    })),
    weights: result.rows.map((row) => row.weight),
    mean_additive: result.additive.mean,
    median_additive: result.additive.median,
    weighted_additive: result.additive.weighted,
    mean_multiplicative: result.multiplicative.mean,
    median_multiplicative: result.multiplicative.median,
    weighted_multiplicative: result.multiplicative.weighted,
    spread_max_over_mean: result.additive.spread,
    spread: result.additive.spread,
    warnings: warnings.map(({ code }) => code),
  }
}

function profitSplit(inputs: Inputs): Outputs {
  const { result } = profitSplitRoyalty({
    operatingMargin: needed(inputs, 'ebit_margin', 'operating_margin', 'profit_margin'),
    licensorShare: number(inputs, 'licensor_share', 'share') ?? 0.25,
  })
  return { royalty_rate: result }
}

function quarter(inputs: Inputs): Outputs {
  const { result } = quarterRule({
    operatingMargin: needed(inputs, 'ebit_margin', 'operating_margin', 'profit_margin'),
    royaltyRate: number(inputs, 'royalty_rate') ?? 0,
  })
  return { royalty_rate: result.royaltyRate, share_taken: result.shareTaken }
}

function score(inputs: Inputs): Outputs {
  const [low, high] = numbers(inputs, 'scale') ?? []
  const { result } = scorecard({
    criteria: records(inputs, 'criteria').map((one) => ({
      key: text(one, 'key', 'name', 'id') ?? '',
      weight: needed(one, 'weight'),
      score: needed(one, 'score'),
    })),
    scale: low === undefined || high === undefined ? undefined : [low, high],
    royalties:
      has(inputs, 'royalty_low') || has(inputs, 'royalty_high')
        ? { low: needed(inputs, 'royalty_low'), high: needed(inputs, 'royalty_high') }
        : undefined,
  })
  return {
    score: result.score,
    position: result.position,
    index_percent: result.index,
    royalty_rate: result.royaltyRate,
  }
}

function range(inputs: Inputs): Outputs {
  const observations = neededNumbers(inputs, 'rates', 'royalty_rates', 'values', 'observations').map((rate) => ({
    rate,
  }))
  const { result } = royaltyRange({ observations })
  const rate = number(inputs, 'royalty_rate', 'rate')
  return {
    count: result.count,
    n: result.count,
    min: result.lowest,
    q1: result.lowerQuartile,
    median: result.median,
    q2: result.median,
    q3: result.upperQuartile,
    max: result.highest,
    mean: result.mean,
    iqr: result.upperQuartile - result.lowerQuartile,
    ...(rate === undefined ? {} : { position: positionInRange({ observations, royaltyRate: rate }).result }),
  }
}

export const costAndMarketMethods: VectorMethods = {
  cost_reproduction: reproduction,
  reproduction_cost: reproduction,
  cost_replacement: replacement,
  replacement_cost: replacement,
  market_comparables: comparables,
  profit_split_royalty: profitSplit,
  quarter_rule: quarter,
  scorecard: score,
  royalty_range: range,
  royalty_quartiles: range,
}
