import { type ValuationModel } from '#modules/valuation'
import {
  bareModel,
  builtModel,
  choice,
  input,
  number,
  reconciledModel,
  series,
  table,
  withApproach,
  withInputs,
} from './valuation-model.ts'

/** Models that use between them every method and every way of working it out; each with its name. */

const income = withInputs(
  bareModel(),
  input('revenue', 'money', series('50000', '45000', '38000', '30000')),
  input('margin', 'ratio', series('0.25', '0.24', '0.23', '0.2')),
  input('tax', 'rate', number('0.2')),
  input('rates', 'rate', series('0.18', '0.17', '0.16', '0.15')),
  input('rate', 'rate', number('0.18')),
  input('mid', 'none', choice('mid')),
  input('first', 'years', number('0.3')),
  input('last', 'years', number('0.5')),
  input('years', 'years', number('7.4')),
  input('growth', 'rate', number('-0.05')),
  input('more', 'years', number('6')),
  input('chance', 'probability', number('0.7')),
  input('pieces', 'quantity', series('300', '900', '1500', '1200')),
  input('without', 'money', series('30000', '30000', '20000', '12000')),
  input('dollars', 'money', number('40'), { currency: 'USD' }),
  input(
    'assets',
    'money',
    table(
      ['name', 'balanceOfRevenue', 'balance', 'returnRate', 'royaltyOfRevenue'],
      ['working capital', '0.12', null, '0.05', null],
      ['plant', null, '12000', '0.08', null],
      ['trademark', null, null, null, '0.01'],
    ),
  ),
  input(
    'staff',
    'money',
    table(['role', 'personMonths', 'monthlyRate'], ['senior', '18', '55'], ['junior', '40', '32']),
  ),
)

/** The inputs of all cases. */
export const allInputs = withInputs(
  income,
  input(
    'stages',
    'money',
    table(
      ['name', 'cost', 'years', 'probability'],
      ['lab', '800', '1', '0.6'],
      ['pilot', '2500', '1.5', '0.5'],
      ['registration', '900000', '1', '0.8'],
    ),
  ),
  input('payoff', 'money', series('9000', '14000', '12000')),
  input('lump', 'money', number('52000')),
  input('middle', 'none', choice('middle')),
  input('stop', 'none', choice('yes')),
  input('free', 'rate', number('0.03')),
  input('erp', 'rate', number('0.07')),
  input(
    'nodes',
    'money',
    table(
      ['id', 'parent', 'kind', 'name', 'cash', 'year', 'probability'],
      ['sell', 'go', 'end', 'Sold', '700', null, null],
      ['go', null, 'decision', 'Build or sell', '-100', '0.5', null],
      ['build', 'go', 'chance', 'Built', '-1500', '1', null],
      ['good', 'build', 'end', 'Good', '9000', '3', '0.4'],
      ['poor', 'build', 'decision', 'Poor', null, '2', '0.6'],
      ['on', 'poor', 'end', 'Go on', '900', '4', null],
      ['off', 'poor', 'end', 'Stop', '300', null, null],
    ),
  ),
  input('call', 'none', choice('european_call')),
  input('put', 'none', choice('european_put')),
  input('project', 'money', number('9000')),
  input('strike', 'money', number('11000')),
  input('term', 'years', number('3.5')),
  input('sigma', 'rate', number('0.45')),
  input('leak', 'rate', number('0.04')),
  input('paid', 'money', number('500')),
  input(
    'tiers',
    'money',
    table(['from', 'to', 'rate'], ['0', '32000', '0.02'], ['32000', '48000', '0.035'], ['48000', null, '0.05']),
  ),
  input(
    'steps',
    'money',
    table(['name', 'year', 'amount', 'probability'], ['pilot', '1', '300', '0.8'], ['start', '2.5', '700', null]),
  ),
  input('least', 'money', series('0', '0', '1000', '1000')),
  input('most', 'money', number('1400')),
  input('all', 'money', number('3900')),
  input('part', 'rate', number('0.1')),
  input('company', 'money', number('60000')),
  input('cash', 'money', series('9000', '9500', '8000', '7000')),
  input('own_costs', 'money', number('50')),
)
const staged = { stages: 'stages', payoff: 'payoff', discountRate: 'rate' }
const dealt = { sales: 'revenue', discountRate: 'rate', tiers: 'tiers', milestones: 'steps' }
/** Approaches by stages, trees, options and deals. */
export const laterCases: [string, ValuationModel][] = [
  ['stages', withApproach(allInputs, 'x', 'risk_adjusted_stages', staged)],
  [
    'stages that may stop, paid in their middle, by a rate built up',
    withApproach(allInputs, 'x', 'risk_adjusted_stages', {
      stages: 'stages',
      payoff: 'lump',
      riskFree: 'free',
      equityRiskPremium: 'erp',
      costTiming: 'middle',
      convention: 'mid',
      mayStop: 'stop',
    }),
  ],
  ['a tree', withApproach(allInputs, 'x', 'decision_tree', { nodes: 'nodes', discountRate: 'rate' })],
  ...['call', 'put'].map((kind): [string, ValuationModel] => [
    `a European ${kind}`,
    withApproach(allInputs, 'x', 'real_option', {
      kind,
      projectValue: 'project',
      strike: 'strike',
      years: 'term',
      volatility: 'sigma',
      riskFreeRate: 'free',
      leakage: 'leak',
    }),
  ]),
  ['a deal', withApproach(allInputs, 'x', 'deal_structure', { ...dealt, upfront: 'paid', minimums: 'least' })],
  [
    'a deal with caps and shares, seen by both sides',
    withApproach(allInputs, 'x', 'deal_structure', {
      ...dealt,
      upfront: 'paid',
      minimums: 'least',
      yearlyCap: 'most',
      totalCap: 'all',
      commercialProbability: 'chance',
      equityShare: 'part',
      companyValue: 'company',
      equityYear: 'term',
      equityDiscount: 'tax',
      convention: 'mid',
      licenseeRate: 'rate',
      licenseeCashFlows: 'cash',
      licensorCosts: 'own_costs',
    }),
  ],
]

const excess = { revenues: 'revenue', taxRate: 'tax', contributoryAssets: 'assets', operatingMargin: 'margin' }
/** Approaches from cost, the market and income. */
export const earlierCases: [string, ValuationModel][] = [
  ['the domain’s three approaches', reconciledModel()],
  ['a rate built up from peers, debt and readiness', builtModel()],
  [
    'part years and rates that change',
    withApproach(income, 'x', 'excess_earnings', {
      ...excess,
      discountRate: 'rates',
      convention: 'mid',
      firstYear: 'first',
      lastYear: 'last',
      successProbability: 'chance',
    }),
  ],
  [
    'a terminal value and a part year written off',
    withApproach(income, 'x', 'excess_earnings', {
      ...excess,
      discountRate: 'rate',
      convention: 'mid',
      taxAmortisationYears: 'years',
      terminalGrowth: 'growth',
      terminalYears: 'more',
    }),
  ],
  [
    'a terminal value without end',
    withApproach(income, 'x', 'with_and_without', {
      cashFlowsWith: 'revenue',
      cashFlowsWithout: 'without',
      discountRate: 'rate',
      terminalGrowth: 'growth',
    }),
  ],
  [
    'another currency',
    withApproach(income, 'x', 'incremental_income', {
      quantities: 'pieces',
      pricePremium: 'dollars',
      taxRate: 'tax',
      discountRate: 'rate',
    }),
  ],
  [
    'replacement',
    withApproach(income, 'x', 'cost_replacement', {
      staff: 'staff',
      overheadRate: 'margin_of_cost',
      developmentYears: 'more',
      costOfMoneyRate: 'tax',
    }),
  ],
].map(([name, model]) => [
  name as string,
  withInputs(model as ValuationModel, input('margin_of_cost', 'rate', number('0.35'))),
])
