import {
  costOfEquity,
  expectedExchangeRate,
  exponentialDecay,
  hurdleRate,
  impliedInflation,
  leveredBeta,
  nominalRate,
  rateInOtherCurrency,
  realRate,
  remainingUsefulLife,
  technologyDiscountRate,
  unleveredBeta,
  weibullDecay,
  weightedCostOfCapital,
} from '#modules/valuation'
import { has, needed, number, text } from './given.ts'
import { type Inputs, type Outputs, type VectorMethods } from './vector.ts'

/** E/V and D/V: as given, the rest of one, from D/E, or no debt. */
function structureOf(inputs: Inputs): { equityWeight: number; debtWeight: number } {
  const equity = number(inputs, 'equity_weight', 'weight_equity', 'we')
  const debt = number(inputs, 'debt_weight', 'weight_debt', 'wd')
  if (equity !== undefined) return { equityWeight: equity, debtWeight: debt ?? 1 - equity }
  if (debt !== undefined) return { equityWeight: 1 - debt, debtWeight: debt }
  const [equityValue, debtValue] = [number(inputs, 'equity_value', 'equity'), number(inputs, 'debt_value', 'debt')]
  if (equityValue !== undefined && debtValue !== undefined) {
    const sum = equityValue + debtValue
    return { equityWeight: equityValue / sum, debtWeight: debtValue / sum }
  }
  const ratio = number(inputs, 'debt_to_equity') ?? 0
  return { equityWeight: 1 / (1 + ratio), debtWeight: ratio / (1 + ratio) }
}

function betaOf(inputs: Inputs): number {
  const unlevered = number(inputs, 'beta_unlevered', 'unlevered_beta')
  if (has(inputs, 'beta', 'beta_levered') || unlevered === undefined) return number(inputs, 'beta', 'beta_levered') ?? 1
  return leveredBeta({
    unleveredBeta: unlevered,
    debtToEquity: needed(inputs, 'debt_to_equity'),
    taxRate: number(inputs, 'tax_rate') ?? 0,
  }).result
}

const equityInput = (inputs: Inputs) => ({
  riskFree: needed(inputs, 'risk_free', 'risk_free_rate', 'rf'),
  beta: betaOf(inputs),
  equityRiskPremium: has(inputs, 'market_return')
    ? needed(inputs, 'market_return') - needed(inputs, 'risk_free', 'risk_free_rate', 'rf')
    : needed(inputs, 'equity_risk_premium', 'market_risk_premium', 'erp'),
  sizePremium: number(inputs, 'size_premium'),
  countryPremium: number(inputs, 'country_premium', 'country_risk_premium'),
  specificPremium: number(inputs, 'specific_premium', 'company_specific_premium'),
})

function capm(inputs: Inputs): Outputs {
  return { cost_of_equity: costOfEquity(equityInput(inputs)).result }
}

function wacc(inputs: Inputs): Outputs {
  const equity = number(inputs, 'cost_of_equity') ?? costOfEquity(equityInput(inputs)).result
  const { result } = weightedCostOfCapital({
    ...structureOf(inputs),
    costOfEquity: equity,
    costOfDebt: number(inputs, 'cost_of_debt'),
    taxRate: number(inputs, 'tax_rate'),
  })
  return { cost_of_equity: equity, wacc: result }
}

function buildUp(inputs: Inputs): Outputs {
  const successProbability = number(inputs, 'probability_of_success', 'success_probability')
  const { result, warnings } = technologyDiscountRate({
    ...equityInput(inputs),
    ...structureOf(inputs),
    costOfDebt: number(inputs, 'cost_of_debt'),
    taxRate: number(inputs, 'tax_rate'),
    readinessPremium: number(inputs, 'trl_premium', 'readiness_premium', 'technology_premium'),
    readiness: has(inputs, 'trl_premium', 'readiness_premium') ? undefined : number(inputs, 'trl'),
    successProbability,
  })
  const years = number(inputs, 'years', 'development_years')
  return {
    cost_of_equity: result.costOfEquity,
    wacc: result.weightedCostOfCapital,
    readiness_premium: result.readinessPremium,
    technology_discount_rate: result.technologyRate,
    ...(successProbability === undefined || years === undefined
      ? {}
      : { hurdle_rate: hurdleRate({ rate: result.technologyRate, successProbability, years }).result }),
    warnings: warnings.map(({ code }) => code),
  }
}

function relever(inputs: Inputs): Outputs {
  const own = {
    debtToEquity: needed(inputs, 'debt_to_equity'),
    taxRate: number(inputs, 'tax_rate') ?? 0,
    debtBeta: number(inputs, 'beta_debt', 'debt_beta'),
  }
  const unlevered =
    number(inputs, 'beta_unlevered', 'unlevered_beta') ??
    unleveredBeta({ ...own, leveredBeta: needed(inputs, 'beta_levered', 'levered_beta', 'beta') }).result
  const target = number(inputs, 'target_debt_to_equity')
  return {
    beta_unlevered: unlevered,
    beta_levered: leveredBeta({ ...own, debtToEquity: target ?? own.debtToEquity, unleveredBeta: unlevered }).result,
  }
}

function realNominal(inputs: Inputs): Outputs {
  const real = number(inputs, 'real', 'real_rate')
  const nominal = number(inputs, 'nominal', 'nominal_rate')
  const inflation = number(inputs, 'inflation')
  if (real !== undefined && nominal !== undefined && inflation === undefined)
    return { inflation: impliedInflation({ nominal, real }).result }
  if (nominal !== undefined && real === undefined)
    return { real: realRate({ nominal, inflation: needed(inputs, 'inflation') }).result }
  const given = { real: needed(inputs, 'real', 'real_rate'), inflation: needed(inputs, 'inflation') }
  return { nominal: nominalRate(given).result }
}

function hurdle(inputs: Inputs): Outputs {
  const { result } = hurdleRate({
    rate: needed(inputs, 'rate', 'discount_rate'),
    successProbability: needed(inputs, 'probability', 'probability_of_success', 'success_probability', 'p'),
    years: needed(inputs, 'years', 'n'),
  })
  return { hurdle_rate: result, rate: result }
}

function currency(inputs: Inputs): Outputs {
  const inflations = {
    inflation: needed(inputs, 'inflation', 'inflation_from'),
    otherInflation: needed(inputs, 'other_inflation', 'inflation_to'),
  }
  const rate = number(inputs, 'rate', 'discount_rate')
  const exchangeRate = number(inputs, 'exchange_rate', 'spot')
  return {
    ...(rate === undefined ? {} : { rate: rateInOtherCurrency({ ...inflations, rate }).result }),
    ...(exchangeRate === undefined
      ? {}
      : {
          exchange_rate: expectedExchangeRate({ ...inflations, exchangeRate, years: number(inputs, 'years') ?? 1 })
            .result,
        }),
  }
}

function remainingLife(inputs: Inputs): Outputs {
  const filingDate = text(inputs, 'filing_date')
  const expiryDate = text(inputs, 'expiry_date', 'legal_expiry_date')
  const legalYears = number(inputs, 'legal_remaining_years')
  const contractEnd = text(inputs, 'contract_end_date')
  const contractYears = number(inputs, 'contract_remaining_years', 'contractual_remaining_years')
  const cycle = number(inputs, 'technology_cycle_years')
  const technologyYears = number(inputs, 'technology_remaining_years', 'technological_remaining_years')
  const economicYears = number(inputs, 'economic_remaining_years')
  const legal =
    legalYears !== undefined
      ? { years: legalYears }
      : expiryDate !== undefined
        ? { expiryDate }
        : filingDate !== undefined
          ? { filingDate, termYears: needed(inputs, 'legal_term_years', 'term_years') }
          : null
  const { result, warnings } = remainingUsefulLife({
    valuationDate: text(inputs, 'valuation_date'),
    legal,
    contractual:
      contractYears !== undefined
        ? { years: contractYears }
        : contractEnd !== undefined
          ? { endDate: contractEnd }
          : null,
    technological:
      cycle !== undefined
        ? {
            cycleYears: cycle,
            elapsedYears: number(inputs, 'technology_launch_year_elapsed', 'technology_elapsed_years') ?? 0,
          }
        : technologyYears !== undefined
          ? { years: technologyYears }
          : null,
    economic: economicYears === undefined ? null : { years: economicYears },
  })
  return {
    legal_remaining_years: result.legal,
    contract_remaining_years: result.contractual,
    contractual_remaining_years: result.contractual,
    technological_remaining_years: result.technological,
    economic_remaining_years: result.economic,
    rul: result.remaining,
    bound: result.bound,
    warnings: warnings.map(({ code }) => code),
  }
}

function exponential(inputs: Inputs): Outputs {
  const { result } = exponentialDecay({
    halfLife: number(inputs, 'half_life', 'half_life_years'),
    rate: number(inputs, 'lambda', 'decay_rate', 'rate'),
    yearlyLoss: number(inputs, 'annual_decay', 'yearly_loss', 'attrition'),
    years: number(inputs, 'years', 'n') ?? 0,
    threshold: number(inputs, 'threshold'),
  })
  return { lambda: result.rate, ...decayed(result) }
}

function weibull(inputs: Inputs): Outputs {
  const { result } = weibullDecay({
    scale: needed(inputs, 'scale', 'eta'),
    shape: needed(inputs, 'shape', 'beta', 'k'),
    age: number(inputs, 'age', 'age_years'),
    years: number(inputs, 'years', 'n') ?? 0,
    threshold: number(inputs, 'threshold'),
  })
  return decayed(result)
}

function decayed(result: ReturnType<typeof weibullDecay>['result']): Outputs {
  return {
    survival: result.atEnds,
    survival_end: result.atEnds,
    survival_mid: result.atMiddles,
    half_life: result.halfLife,
    median_life: result.halfLife,
    mean_life: result.meanLife,
    life_to_threshold: result.lifeToThreshold,
  }
}

export const rateAndLifeMethods: VectorMethods = {
  capm,
  wacc,
  discount_rate_build_up: buildUp,
  hamada_relever: relever,
  hamada_unlever: relever,
  real_nominal: realNominal,
  hurdle_rate: hurdle,
  probability_hurdle: hurdle,
  currency_rate: currency,
  remaining_useful_life: remainingLife,
  exponential_decay: exponential,
  weibull_decay: weibull,
}
