import { describe, expect, it } from 'vitest'
import {
  bareModel,
  choice,
  input,
  number,
  reconciledModel,
  reliefModel,
  series,
  table,
  withApproach,
  withInputs,
} from '../../../../tests/support/valuation-model.ts'
import { type ValuationModel } from './document.ts'
import { evaluateModel } from './evaluate.ts'
import { parseModel } from './parse.ts'

const baseOf = (model: ValuationModel) => {
  expect(parseModel(model)).toEqual({ ok: true, value: model })
  return evaluateModel(model).scenarios[0]
}
const only = (model: ValuationModel) => baseOf(model)?.approaches[0]
const valueOf = (model: ValuationModel) => {
  const found = only(model)
  expect(found?.refusal).toBeNull()
  return found?.value ?? NaN
}

const deal = withApproach(
  withInputs(
    bareModel(),
    input('upfront', 'money', number('500')),
    input(
      'milestones',
      'money',
      table(['name', 'year', 'amount', 'probability'], ['pilot', '1', '300', '0.8'], ['sale', '3', '700', '0.5']),
    ),
    input('sales', 'money', series('0', '0', '5000', '12000', '20000', '25000', '25000', '20000')),
    input(
      'tiers',
      'money',
      table(['from', 'to', 'rate'], ['0', '10000', '0.03'], ['10000', '20000', '0.04'], ['20000', null, '0.05']),
    ),
    input('least', 'money', series('0', '50', '200', '300', '400', '400', '400', '400')),
    input('chance', 'probability', number('0.5')),
    input('rate', 'rate', number('0.14')),
  ),
  'deal',
  'deal_structure',
  {
    upfront: 'upfront',
    milestones: 'milestones',
    sales: 'sales',
    tiers: 'tiers',
    minimums: 'least',
    commercialProbability: 'chance',
    discountRate: 'rate',
  },
)

const bothSides = withInputs(
  deal,
  input('taker_rate', 'rate', number('0.18')),
  input('taker_flows', 'money', series('0', '0', '800', '2000', '4000', '5000', '5000', '4000')),
)

describe('methods as a model runs them', () => {
  it.each([
    ['rfr-01', reliefModel(), 2000.432146],
    ['deal-01', deal, 1856.701479],
  ])('%s', (_, model, expected) => {
    expect(valueOf(model)).toBeCloseTo(expected, 6)
  })

  it('cost-01 and mkt-01, reconciled by stated weights', () => {
    const base = baseOf(reconciledModel())
    expect(base?.approaches.map(({ approach, value }) => [approach, value])).toEqual([
      ['relief', expect.closeTo(2000.432146, 6)],
      ['cost', expect.closeTo(2665.932882, 6)],
      ['market', expect.closeTo(5105.77871, 6)],
    ])
    expect(base?.reconciliation).toMatchObject({
      low: expect.closeTo(2000.432146, 6) as number,
      high: expect.closeTo(5105.77871, 6) as number,
      point: expect.closeTo(0.5 * 2000.432146 + 0.2 * 2665.932882 + 0.3 * 5105.77871, 5) as number,
      faults: [],
    })
    expect(base?.warnings.map(({ code }) => code)).toEqual(['approaches_far_apart'])
    expect(base?.approaches[0]?.worked?.steps.at(-1)?.label).toBe('tax_amortisation_check')
  })

  it('cost-02', () => {
    const staff = table(
      ['role', 'personMonths', 'monthlyRate'],
      ['senior engineer', '18', '55'],
      ['engineer', '40', '32'],
      ['technician', '24', '18'],
    )
    const model = withInputs(
      bareModel(),
      input('staff', 'money', staff),
      input('overhead', 'rate', number('0.35')),
      input('materials', 'money', number('320')),
      input('filing', 'money', number('45')),
      input('profit', 'rate', number('0.15')),
      input('years', 'years', number('2')),
      input('money_cost', 'rate', number('0.1')),
      input('functional', 'ratio', number('0.08')),
    )
    const slots = {
      staff: 'staff',
      overheadRate: 'overhead',
      materials: 'materials',
      registrationCosts: 'filing',
      developerProfitRate: 'profit',
      developmentYears: 'years',
      costOfMoneyRate: 'money_cost',
      functional: 'functional',
    }
    expect(valueOf(withApproach(model, 'cost', 'cost_replacement', slots))).toBeCloseTo(4614.605, 6)
  })

  it('mpeem-01', () => {
    const assets = table(
      ['name', 'balanceOfRevenue', 'returnRate', 'royaltyOfRevenue'],
      ['working capital', '0.12', '0.05', null],
      ['fixed assets', '0.3', '0.08', null],
      ['workforce', '0.06', '0.15', null],
      ['trademark', null, null, '0.01'],
    )
    const model = withInputs(
      bareModel(),
      input('revenue', 'money', series('50000', '45000', '38000', '30000', '20000')),
      input('margin', 'ratio', number('0.25')),
      input('tax', 'rate', number('0.2')),
      input('assets', 'money', assets),
      input('rate', 'rate', number('0.18')),
      input('mid', 'none', choice('mid')),
      input('years', 'years', number('5')),
    )
    const slots = {
      revenues: 'revenue',
      operatingMargin: 'margin',
      taxRate: 'tax',
      contributoryAssets: 'assets',
      discountRate: 'rate',
      convention: 'mid',
      taxAmortisationYears: 'years',
    }
    expect(valueOf(withApproach(model, 'excess', 'excess_earnings', slots))).toBeCloseTo(23471.580855, 6)
  })

  it('ww-01, and incremental income of the same flows', () => {
    const model = withInputs(
      bareModel(),
      input('with', 'money', series('1200', '2400', '3600', '3600')),
      input('without', 'money', series('900', '1500', '2100', '2400')),
      input('pieces', 'quantity', series('300', '900', '1500', '1200')),
      input('premium', 'money', number('1')),
      input('untaxed', 'rate', number('0')),
      input('rate', 'rate', number('0.2')),
      input('mid', 'none', choice('mid')),
    )
    const basis = { discountRate: 'rate', convention: 'mid' }
    const flows = { cashFlowsWith: 'with', cashFlowsWithout: 'without', ...basis }
    expect(valueOf(withApproach(model, 'flows', 'with_and_without', flows))).toBeCloseTo(2543.359839, 6)
    const pieces = { quantities: 'pieces', pricePremium: 'premium', taxRate: 'untaxed', ...basis }
    expect(valueOf(withApproach(model, 'pieces', 'incremental_income', pieces))).toBeCloseTo(2543.359839, 6)
  })

  it('stages and the same as a tree', () => {
    const model = withInputs(
      bareModel(),
      input(
        'stages',
        'money',
        table(['name', 'cost', 'years', 'probability'], ['pilot', '100', '1', '0.5'], ['plant', '200', '1', '0.8']),
      ),
      input('payoff', 'money', number('1000')),
      input(
        'nodes',
        'money',
        table(
          ['id', 'parent', 'kind', 'cash', 'year', 'probability'],
          ['pilot', null, 'chance', '-100', '0', null],
          ['stop', 'pilot', 'end', '0', '1', '0.5'],
          ['plant', 'pilot', 'chance', '-200', '1', '0.5'],
          ['sold', 'plant', 'end', '1000', '2', '0.8'],
          ['lost', 'plant', 'end', null, '2', '0.2'],
        ),
      ),
      input('rate', 'rate', number('0.1')),
      input('premium', 'rate', number('0.05')),
    )
    const byHand = -100 + (0.5 * -200) / 1.1 + (0.4 * 1000) / 1.21
    const rate = { discountRate: 'rate', readinessPremium: 'premium' }
    const stages = withApproach(model, 'stages', 'risk_adjusted_stages', {
      stages: 'stages',
      payoff: 'payoff',
      ...rate,
    })
    expect(valueOf(stages)).toBeCloseTo(byHand, 9)
    const tree = withApproach(model, 'tree', 'decision_tree', { nodes: 'nodes', ...rate })
    expect(valueOf(tree)).toBeCloseTo(byHand, 9)
    for (const one of [stages, tree]) expect(only(one)?.worked?.warnings[0]?.code).toBe('risk_counted_twice')
  })

  it.each([
    ['european_call', 1617.482857, 6],
    ['european_put', 3574.384123, 6],
    ['american_call', 1757.193032, 6],
    ['defer', 1757.193032, 6],
  ])('ro-01, %s', (kind, expected, digits) => {
    const model = withInputs(
      bareModel(),
      input('kind', 'none', choice(kind)),
      input('project', 'money', number('8000')),
      input('cost', 'money', number('10000')),
      input('years', 'years', number('5')),
      input('sigma', 'rate', number('0.4')),
      input('riskless', 'rate', number('0.04')),
      input('leak', 'rate', number('0.05')),
    )
    const slots = {
      kind: 'kind',
      projectValue: 'project',
      strike: 'cost',
      years: 'years',
      volatility: 'sigma',
      riskFreeRate: 'riskless',
      leakage: 'leak',
    }
    expect(valueOf(withApproach(model, 'option', 'real_option', slots))).toBeCloseTo(expected, digits)
  })

  it('shows a deal to both sides where the taker’s flows are given', () => {
    const model: ValuationModel = {
      ...bothSides,
      approaches: bothSides.approaches.map((approach) => ({
        ...approach,
        inputs: { ...approach.inputs, licenseeRate: 'taker_rate', licenseeCashFlows: 'taker_flows' },
      })),
    }
    expect(valueOf(model)).toBeCloseTo(1856.701479, 6)
    expect(only(model)?.worked?.result).toMatchObject({ lumpSum: { exists: true } })
  })
})

describe('what a method refuses', () => {
  const broken = (id: string, value: string) => withInputs(reliefModel(), input(id, 'rate', number(value)))

  it('names the input of the ledger', () => {
    expect(only(broken('rate', '-1'))?.refusal).toEqual({
      input: 'rate',
      slot: 'discountRate',
      path: 'discountRate',
      reason: 'rate_at_or_below_minus_one',
    })
    const negative = withInputs(reliefModel(), input('revenue', 'money', series('1', '-2')))
    expect(only(negative)?.refusal).toMatchObject({ input: 'revenue', path: 'revenues[1]', reason: 'negative' })
    const years = withInputs(reliefModel(), input('write_off', 'years', number('0')))
    expect(only(years)?.refusal).toMatchObject({ input: 'write_off', slot: 'taxAmortisationYears' })
  })

  it('names the slot where nothing is given, and the cell of a table', () => {
    expect(only(withApproach(bareModel(), 'x', 'relief_from_royalty', {}))?.refusal).toEqual({
      input: null,
      slot: 'revenues',
      path: 'revenues',
      reason: 'missing',
    })
    const costs = input('spent', 'money', table(['year', 'cost'], ['2021', 'about 800']))
    const found = evaluateModel(withInputs(reconciledModel(), costs)).scenarios[0]
    expect(found?.approaches[1]?.refusal).toEqual({
      input: 'spent',
      slot: 'historicCosts',
      path: 'historicCosts[0].cost',
      reason: 'not_a_number',
    })
    // The others are valued all the same; but nothing is averaged over what is missing.
    expect(found?.approaches[2]?.value).toBeCloseTo(5105.77871, 6)
    expect(found?.reconciliation.point).toBeNull()
    expect(found?.reconciliation.faults).toContainEqual({ code: 'weight_of_refused_approach', approach: 'cost' })
  })

  it('takes no tree that has no root, two, or a loop', () => {
    const tree = (...rows: (string | null)[][]) => {
      const nodes = input('nodes', 'money', table(['id', 'parent', 'kind', 'cash', 'probability'], ...rows))
      const model = withInputs(bareModel(), nodes, input('rate', 'rate', number('0.1')))
      return only(withApproach(model, 't', 'decision_tree', { nodes: 'nodes', discountRate: 'rate' }))?.refusal
    }
    expect(tree(['a', 'b', 'chance', '1', '1'], ['b', 'a', 'chance', '1', '1'])).toMatchObject({ reason: 'missing' })
    expect(tree(['a', null, 'end', '1', '1'], ['b', null, 'end', '1', '1'])).toMatchObject({ path: 'nodes[1].parent' })
    const loop = tree(['r', null, 'end', '1', '1'], ['a', 'b', 'chance', '1', '1'], ['b', 'a', 'chance', '1', '1'])
    expect(loop).toMatchObject({ path: 'nodes', reason: 'unknown' })
    expect(tree(['r', null, 'leaf', '1', '1'])).toMatchObject({ path: 'nodes[0].kind', reason: 'unknown' })
  })
})

describe('a ledger', () => {
  it('converts amounts at the stated rate, and refuses those without one', () => {
    // 0.025 million đồng a dollar.
    const dollars = series('400000', '560000', '720000', '800000', '800000')
    const inDollars = input('revenue', 'money', dollars, { currency: 'USD' })
    expect(valueOf(withInputs(reliefModel(), inDollars))).toBeCloseTo(2000.432146, 6)
    const euros = withInputs(reliefModel(), { ...inDollars, currency: 'EUR' })
    expect(only(euros)?.refusal).toMatchObject({ input: 'revenue', reason: 'no_exchange_rate' })
  })

  it('bounds the life by the right’s last day', () => {
    const model = withInputs(
      reliefModel(),
      input('expiry', 'none', { kind: 'date', value: '2028-09-15' }),
      input('growth', 'rate', number('0.02')),
    )
    const [approach] = model.approaches
    if (!approach) throw new Error('There is one')
    const bounded = { ...model, approaches: [{ ...approach, inputs: { ...approach.inputs, rightExpiry: 'expiry' } }] }
    const found = only(bounded)
    expect(found?.worked?.warnings).toContainEqual({ code: 'forecast_beyond_life', values: { forecast: 5, life: 3 } })
    expect(found?.worked?.steps[0]?.label).toBe('legal_life')
    const beyond = { ...approach, inputs: { ...approach.inputs, rightExpiry: 'expiry', terminalGrowth: 'growth' } }
    expect(only({ ...bounded, approaches: [beyond] })?.refusal).toMatchObject({ reason: 'terminal_within_life' })
  })

  it('is overridden by scenarios, beside the base', () => {
    const [base, slow] = evaluateModel(reconciledModel()).scenarios
    expect(slow?.scenario).toBe('slow')
    // (3 % − 0.5 %) of what (5 % − 0.5 %) earn.
    expect(slow?.approaches[0]?.value).toBeCloseTo(((base?.approaches[0]?.value ?? 0) * 25) / 45, 9)
    expect(slow?.approaches[1]?.value).toBe(base?.approaches[1]?.value)
  })
})

describe('reconciliation', () => {
  const reconciled = (rules: Partial<ValuationModel['reconciliation']>) => {
    const model = reconciledModel()
    return baseOf({ ...model, reconciliation: { ...model.reconciliation, ...rules } })
  }
  const faultsOf = (rules: Partial<ValuationModel['reconciliation']>) =>
    reconciled(rules)?.reconciliation.faults.map(({ code }) => code)
  const weights = reconciledModel().reconciliation.weights

  it('never averages what nobody weighed', () => {
    expect(faultsOf({ weights: [] })).toEqual(['no_weights'])
    expect(reconciled({ weights: [] })?.reconciliation).toMatchObject({ point: null, weighted: null })
    expect(faultsOf({ weights: weights.slice(0, 2) })).toEqual(['approach_without_weight', 'weights_not_one'])
    expect(faultsOf({ weights: weights.map((one) => ({ ...one, reason: ' ' })) })).toEqual(
      weights.map(() => 'weight_without_reason'),
    )
  })

  it('wants two approaches', () => {
    const alone = baseOf({
      ...reliefModel(),
      reconciliation: {
        weights: [{ approach: 'relief', weight: 1, reason: 'Chỉ có một' }],
        range: { kind: 'approaches' },
        point: { kind: 'weighted' },
      },
    })
    expect(alone?.reconciliation).toMatchObject({ point: null, faults: [{ code: 'fewer_than_two_approaches' }] })
    expect(alone?.warnings.map(({ code }) => code)).toContain('fewer_than_two_approaches')
  })

  it('takes a range and a point that are stated', () => {
    const point = { kind: 'stated', value: '6000', reason: 'Làm tròn' } as const
    const stated = reconciled({ point, range: { kind: 'stated', low: '2500', high: '5000', reason: 'Thận trọng' } })
    expect(stated?.reconciliation).toMatchObject({ low: 2500, high: 5000, point: 6000 })
    expect(stated?.warnings.map(({ code }) => code)).toContain('point_outside_range')
    expect(faultsOf({ range: { kind: 'stated', low: '2', high: '1', reason: 'x' } })).toEqual(['range_low_above_high'])
  })

  it('warns of one family of methods only, and of figures without a source', () => {
    const twice = withApproach(reliefModel(), 'again', 'relief_from_royalty', reliefModel().approaches[0]?.inputs ?? {})
    const unsourced = input('tax', 'rate', number('0.2'), { source: { kind: 'judgement', reference: '' } })
    expect(baseOf(withInputs(twice, unsourced))?.warnings).toEqual([
      { code: 'one_family_only', input: null, values: { count: 2 } },
      { code: 'source_without_reference', input: 'tax', values: {} },
    ])
  })
})
