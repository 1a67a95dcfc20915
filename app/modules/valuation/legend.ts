import { type MethodName } from './model/document.ts'
import { symbolic } from './notation.ts'

/** What a symbol stands for: by a word of its own, the name of a slot, or that of a table's column. */
export type Meaning =
  | { readonly symbol: string; readonly word: SymbolWord }
  | { readonly symbol: string; readonly slot: string }
  | { readonly symbol: string; readonly column: string }

export const symbolWords = [
  'time',
  'year',
  'length_of_year',
  'share_of_year',
  'periods',
  'terminal_multiple',
  'cost_of_year',
  'index_of_year',
  'index_at_valuation',
  'adjustment',
  'count',
  'months_left',
  'income_of_year',
  'quantile',
  'debt_to_equity',
  'equity_to_value',
  'beta_of_debt',
  'cumulative_normal',
  'value_up',
  'value_down',
  'flexibility_up',
  'flexibility_down',
  'discount_factor',
  'launch',
  'launch_time',
  'stage_time',
  'rate_of_return',
  'net_cash_flow',
  'last_negative_year',
  'balance_then',
] as const
type SymbolWord = (typeof symbolWords)[number]

type Symbols = Readonly<Record<string, string>>

const discounted: Symbols = {
  k: 'slot discountRate',
  t: 'word time',
  l: 'word length_of_year',
}

const builtUp: Symbols = {
  r_f: 'slot riskFree',
  β: 'slot beta',
  ERP: 'slot equityRiskPremium',
  s_size: 'slot sizePremium',
  s_country: 'slot countryPremium',
  s_specific: 'slot specificPremium',
  s_TRL: 'slot readinessPremium',
  'D/E': 'word debt_to_equity',
  'E/V': 'word equity_to_value',
  'D/V': 'slot debtShare',
  k_d: 'slot costOfDebt',
  β_D: 'word beta_of_debt',
  τ: 'slot taxRate',
}

const earnings: Symbols = {
  ...discounted,
  ...builtUp,
  p: 'slot successProbability',
  'TV/CF': 'word terminal_multiple',
  h: 'word months_left',
  n: 'slot taxAmortisationYears',
  w: 'word share_of_year',
}

const obsolescence: Symbols = {
  π: 'slot developerProfitRate',
  f: 'slot costOfMoneyRate',
  T: 'slot developmentYears',
  a: 'slot effectiveAge',
  N: 'slot usefulLife',
  d_func: 'slot functional',
  d_econ: 'slot economic',
}

const symbols: Record<MethodName, Symbols> = {
  cost_reproduction: {
    ...obsolescence,
    y: 'word year',
    C_y: 'word cost_of_year',
    I_v: 'word index_at_valuation',
    I_y: 'word index_of_year',
  },
  cost_replacement: {
    ...obsolescence,
    m: 'column personMonths',
    w: 'column monthlyRate',
    o: 'slot overheadRate',
    M: 'slot materials',
    IP: 'slot registrationCosts',
    O: 'slot otherCosts',
  },
  market_comparables: { P: 'column price', a: 'word adjustment', n: 'word count', Q: 'word quantile' },
  relief_from_royalty: {
    ...earnings,
    Rev: 'slot revenues',
    a: 'slot revenueShare',
    ρ: 'slot royaltyRate',
    m: 'slot upkeepRate',
  },
  excess_earnings: {
    ...earnings,
    Rev: 'slot revenues',
    EBIT: 'slot operatingProfits',
    b: 'column balanceOfRevenue',
    B: 'column balance',
    r: 'column returnRate',
    ρ: 'column royaltyOfRevenue',
  },
  with_and_without: {
    ...earnings,
    E: 'word income_of_year',
    CF_with: 'slot cashFlowsWith',
    CF_without: 'slot cashFlowsWithout',
  },
  incremental_income: {
    ...earnings,
    E: 'word income_of_year',
    Q: 'slot quantities',
    ΔP: 'slot pricePremium',
    ΔC: 'slot costSaving',
    A: 'slot addedCosts',
  },
  risk_adjusted_stages: {
    ...builtUp,
    c: 'column cost',
    p: 'column probability',
    k: 'slot discountRate',
    t: 'word time',
    n: 'column years',
    s: 'word stage_time',
    W_T: 'word launch',
    T: 'word launch_time',
  },
  decision_tree: {
    ...builtUp,
    c: 'column cash',
    p: 'column probability',
    k: 'slot discountRate',
    t: 'word time',
    DF: 'word discount_factor',
  },
  real_option: {
    S: 'slot projectValue',
    V: 'slot projectValue',
    K: 'slot strike',
    I: 'slot strike',
    T: 'slot years',
    σ: 'slot volatility',
    r: 'slot riskFreeRate',
    q: 'slot leakage',
    N: 'word cumulative_normal',
    n: 'word periods',
    V_u: 'word value_up',
    V_d: 'word value_down',
    F_u: 'word flexibility_up',
    F_d: 'word flexibility_down',
  },
  deal_structure: {
    ...discounted,
    DF: 'word discount_factor',
    ...builtUp,
    M: 'column amount',
    p: 'slot commercialProbability',
    ρ: 'slot royaltyRate',
    S: 'slot sales',
    MAR: 'slot minimums',
    K_y: 'slot yearlyCap',
    K: 'slot totalCap',
    e: 'slot equityShare',
    V_e: 'slot companyValue',
    d: 'slot equityDiscount',
    p_e: 'slot equityProbability',
    C: 'slot licensorCosts',
    k_B: 'slot licenseeRate',
    CF: 'word net_cash_flow',
    b: 'slot bargainingPower',
    r: 'word rate_of_return',
    y: 'word last_negative_year',
    S_y: 'word balance_then',
  },
}

/** Marks of places in a series, which tell no symbols apart. */
const places = /_(?:[tijn]|\d+)(?![\p{L}\p{N}])|_\(y\+1\)|[₊₁₂ᵢⱼₜₙ]/gu

/** Products of two symbols that are written without a mark between them. */
const joined = /(?<!\p{L})(q|r)(?=T|Δt)|σ(?=√)/gu

/** Quotients that stand for one thing. */
const quotients = /(?<!\p{L})(?:D\/E|E\/V|D\/V|TV\/CF)(?!\p{L})/gu

/** The symbols in a formula, each as the legend has it, functions among them. */
export function symbolsIn(formula: string): string[] {
  const kept = symbolic(formula).replace(places, '').replace(joined, '$& ')
  const single = kept.replace(quotients, ' ').match(/[\p{L}\p{M}]+(?:_\p{L}+)?\*?/gu) ?? []
  return [...new Set([...(kept.match(quotients) ?? []), ...single])]
}

const meaningOf = (symbol: string, said: string): Meaning => {
  const [kind = '', name = ''] = said.split(' ')
  if (kind === 'slot') return { symbol, slot: name }
  return kind === 'column' ? { symbol, column: name } : { symbol, word: name as SymbolWord }
}

/** What the symbols of a working stand for that no step of it names, in the order in which they are met. */
export function legendOf(
  method: MethodName,
  steps: readonly { readonly symbol: string; readonly formula: string }[],
): Meaning[] {
  const named = new Set(steps.map(({ symbol }) => symbol))
  const met = new Set(steps.flatMap(({ formula }) => symbolsIn(formula)))
  const own = symbols[method]
  return [...met].flatMap((symbol) =>
    Object.hasOwn(own, symbol) && !named.has(symbol) ? [meaningOf(symbol, own[symbol] ?? '')] : [],
  )
}
