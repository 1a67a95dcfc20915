import { emptyModel, type InputValue, type LedgerInput, setInput, type ValuationModel } from '#modules/valuation'

/** Models of a valuation for tests and the bench: figures of the domain's published examples, in millions of đồng. */

const by = { id: 'acc_valuer', name: 'Nguyễn Thẩm Định' }

export const number = (value: string): InputValue => ({ kind: 'number', value })
export const series = (...values: string[]): InputValue => ({ kind: 'series', values })
export const choice = (value: string): InputValue => ({ kind: 'choice', value })
export const table = (columns: string[], ...rows: (string | null)[][]): InputValue => ({ kind: 'table', columns, rows })

export function input(id: string, unit: LedgerInput['unit'], value: InputValue, more: Partial<LedgerInput> = {}) {
  return {
    id,
    name: { vi: `Đầu vào ${id}`, en: `Input ${id}` },
    unit,
    value,
    source: { kind: 'document', reference: 'Kế hoạch kinh doanh 2025' },
    enteredBy: by,
    enteredAt: '2025-10-01T02:03:04Z',
    ...more,
  } satisfies LedgerInput
}

export function triangular(low: string, mode: string, high: string, of: 'value' | 'factor' = 'value') {
  return { uncertainty: { of, distribution: { kind: 'triangular', low, mode, high } } } as const
}

/** A model of nothing but its head. */
export function bareModel(): ValuationModel {
  return emptyModel(
    {
      subject: {
        technologyId: 'tec_01',
        title: { vi: 'Màng lọc nano', en: 'Nano filter membrane' },
        identifiers: [{ scheme: 'patent', value: '1-0031234' }],
      },
      right: { kind: 'exclusive_use', territory: 'VN', from: '2025-10-01', until: '2032-09-30' },
      basis: 'market',
      purpose: 'Chuyển giao công nghệ',
      valuationDate: '2025-09-15',
      currency: 'VND',
      amountsIn: 1_000_000,
      inflation: '0.035',
      exchangeRates: [{ currency: 'USD', rate: '0.025', on: '2025-09-15', reference: 'VCB' }],
    },
    12345,
  )
}

export function withInputs(model: ValuationModel, ...inputs: LedgerInput[]): ValuationModel {
  return inputs.reduce(setInput, model)
}

type Approach = ValuationModel['approaches'][number]

export function withApproach(
  model: ValuationModel,
  id: string,
  method: Approach['method'],
  inputs: Approach['inputs'],
): ValuationModel {
  return { ...model, approaches: [...model.approaches, { id, method, enabled: true, reason: 'Phù hợp', inputs }] }
}

/** Relief from royalty as in the domain's `rfr-01`, spread as in `mc-01`. */
export function reliefModel(): ValuationModel {
  const inputs = [
    input('royalty', 'rate', number('0.05'), triangular('0.03', '0.05', '0.08')),
    input(
      'revenue',
      'money',
      series('10000', '14000', '18000', '20000', '20000'),
      triangular('0.6', '1', '1.3', 'factor'),
    ),
    input('rate', 'rate', number('0.22'), triangular('0.18', '0.22', '0.3')),
    input('upkeep', 'rate', number('0.005')),
    input('tax', 'rate', number('0.2')),
    input('mid', 'none', choice('mid')),
    input('write_off', 'years', number('5')),
  ]
  return withApproach(withInputs(bareModel(), ...inputs), 'relief', 'relief_from_royalty', {
    revenues: 'revenue',
    royaltyRate: 'royalty',
    upkeepRate: 'upkeep',
    taxRate: 'tax',
    discountRate: 'rate',
    convention: 'mid',
    taxAmortisationYears: 'write_off',
  })
}

/** The same with a rate built up: CAPM by the beta of peers, geared anew, WACC, and the premium of TRL 7. */
export function builtModel(): ValuationModel {
  const { approaches, ...model } = reliefModel()
  const inputs = [
    input('risk_free', 'rate', number('0.03'), triangular('0.02', '0.03', '0.05')),
    input('erp', 'rate', number('0.08')),
    input('peers', 'none', number('1.12'), triangular('0.9', '1.12', '1.5')),
    input('peer_debt', 'rate', number('0.6')),
    input('debt', 'rate', number('0.3')),
    input('interest', 'rate', number('0.09')),
    input('register.readiness', 'count', number('7')),
  ]
  const built = approaches.map((approach) => {
    const { discountRate: _, ...slots } = approach.inputs
    return {
      ...approach,
      inputs: {
        ...slots,
        riskFree: 'risk_free',
        equityRiskPremium: 'erp',
        peerBeta: 'peers',
        peerDebtToEquity: 'peer_debt',
        debtShare: 'debt',
        costOfDebt: 'interest',
        readiness: 'register.readiness',
      },
    }
  })
  const others = model.inputs.filter(({ id }) => id !== 'rate')
  return withInputs({ ...model, inputs: others, approaches: built }, ...inputs)
}

const costs = [
  input('spent', 'money', table(['year', 'cost'], ['2021', '800'], ['2022', '1200'], ['2023', '900'], ['2024', '400'])),
  input(
    'prices',
    'none',
    table(['year', 'index'], ['2021', '100'], ['2022', '103.2'], ['2023', '106.5'], ['2024', '110.1'], ['2025', '114']),
  ),
  input('profit', 'rate', number('0.15')),
  input('age', 'years', number('3')),
  input('life', 'years', number('12')),
  input('functional', 'ratio', number('0.1')),
  input('economic', 'ratio', number('0.05')),
]

const comparables = input(
  'comparables',
  'money',
  table(
    ['id', 'price', 'time', 'territory', 'exclusivity', 'trl', 'remaining_life'],
    ['A', '4200', '0.03', '-0.1', '0.15', '0.05', '-0.04'],
    ['B', '6100', '0.01', '-0.05', '-0.1', '-0.08', '0.02'],
    ['C', '5000', '0.02', '0', null, '0.1', '-0.03'],
  ),
  { source: { kind: 'comparable', reference: 'Ba giao dịch 2023–2025' } },
)

/** Three approaches with weights: relief from royalty, reproduction cost (`cost-01`) and comparables (`mkt-01`). */
export function reconciledModel(): ValuationModel {
  const withCost = withApproach(withInputs(reliefModel(), ...costs, comparables), 'cost', 'cost_reproduction', {
    historicCosts: 'spent',
    priceIndex: 'prices',
    developerProfitRate: 'profit',
    effectiveAge: 'age',
    usefulLife: 'life',
    functional: 'functional',
    economic: 'economic',
  })
  const model = withApproach(withCost, 'market', 'market_comparables', { comparables: 'comparables' })
  return {
    ...model,
    scenarios: [
      { id: 'slow', name: { vi: 'Chậm', en: 'Slow' }, overrides: [{ input: 'royalty', value: number('0.03') }] },
    ],
    reconciliation: {
      ...model.reconciliation,
      weights: [
        { approach: 'relief', weight: 0.5, reason: 'Doanh thu đã có' },
        { approach: 'cost', weight: 0.2, reason: 'Mức sàn' },
        { approach: 'market', weight: 0.3, reason: 'Ba giao dịch gần' },
      ],
    },
    simulation: { trials: 1_000, seed: 7, sampling: 'latin_hypercube', thresholds: ['2000', '3000'] },
    sensitivity: {
      of: 'reconciliation',
      inputs: [{ input: 'royalty' }, { input: 'revenue' }, { input: 'rate', low: '0.18', high: '0.3' }],
      variation: 0.2,
      changes: [-0.2, 0, 0.2],
      twoWay: {
        row: { input: 'royalty', values: ['0.03', '0.05'] },
        column: { input: 'revenue', values: ['0.8', '1', '1.2'] },
      },
    },
  }
}
