import { type Line, type MethodSheet, span } from './method-sheet.ts'

/** From cost new to what is left of it. */
function depreciated(sheet: MethodSheet, costNew: Line): void {
  const aged = sheet.has('effectiveAge') || sheet.has('usefulLife')
  const age = sheet.line('age_obsolescence', 'd_age', () =>
    aged ? `${sheet.figure('effectiveAge', 0, 0)}/${sheet.figure('usefulLife', 0, 1)}` : sheet.figure('physical', 0, 0),
  )
  const functional = sheet.line('functional', 'd_func', () => sheet.figure('functional', 0, 0))
  const economic = sheet.line('economic', 'd_econ', () => sheet.figure('economic', 0, 0))
  const product = sheet.line(
    'value_multiplicative',
    'V×',
    () => `${costNew()}*(1-${age()})*(1-${functional()})*(1-${economic()})`,
  )
  const sum = sheet.line('value_additive', 'V+', () => `${costNew()}*MAX(0,1-${age()}-${functional()}-${economic()})`)
  sheet.line('value', 'V', () => `IF(${sheet.word('combination', 'multiplicative')}="additive",${sum()},${product()})`)
}

/** Profit and the cost of money on top of a cost. */
function costNewOf(sheet: MethodSheet, cost: Line, label: string, symbol: string): Line {
  const profit = sheet.line('developer_profit', 'Π', () => `${cost()}*${sheet.figure('developerProfitRate', 0, 0)}`)
  const rate = sheet.figure('costOfMoneyRate', 0, 0)
  const years = sheet.figure('developmentYears', 0, 0)
  const money = sheet.line('cost_of_money', 'F', () => `${cost()}*((1+${rate})^(${years}/2)-1)`)
  return sheet.line(label, symbol, () => `${cost()}+${profit()}+${money()}`)
}

export function reproductionFormulas(sheet: MethodSheet, valuationYear: number): void {
  const costs = sheet.table('historicCosts', ['cost'])
  const prices = sheet.table('priceIndex')
  const column = (name: string) =>
    `${prices.cell(0, name) ?? '0'}:${(prices.cell(prices.count - 1, name) ?? '0').replace(/^.*!/, '')}`
  const indexOf = (year: string) => `SUMIF(${column('year')},${year},${column('index')})`
  const years = sheet.line('year', 'y', (at) => costs.cell(at, 'year') ?? '0', costs.count)
  const indices = sheet.line('index', 'I_y', (at) => indexOf(years(at)), costs.count)
  const now = sheet.line('index_at_valuation', 'I_v', () => indexOf(String(valuationYear)))
  const trended = sheet.line(
    'trended_cost',
    'C_y·I_v/I_y',
    (at) => `${costs.cell(at, 'cost') ?? '0'}*${now()}/${indices(at)}`,
    costs.count,
  )
  const total = sheet.line('trended_total', 'C', () => `SUM(${span(trended, costs.count)})`)
  depreciated(sheet, costNewOf(sheet, total, 'gross_cost_new', 'G'))
}

export function replacementFormulas(sheet: MethodSheet): void {
  const staff = sheet.table('staff', ['monthlyRate'])
  const pays =
    staff.count === 0
      ? null
      : sheet.line(
          'pay',
          'm·w',
          (at) => `${staff.cell(at, 'personMonths') ?? '0'}*${staff.cell(at, 'monthlyRate') ?? '0'}`,
          staff.count,
        )
  const labour = sheet.line('labour_cost', 'L', () =>
    pays ? `SUM(${span(pays, staff.count)})` : sheet.figure('labour', 0, 0),
  )
  const others = ['materials', 'registrationCosts', 'otherCosts'].map((slot) => sheet.figure(slot, 0, 0))
  const cost = sheet.line(
    'development_cost',
    'Dev',
    () => `${labour()}*(1+${sheet.figure('overheadRate', 0, 0)})+${others.join('+')}`,
  )
  depreciated(sheet, costNewOf(sheet, cost, 'replacement_cost_new', 'RCN'))
}

/** Columns of comparables that are no adjustments. */
const noAdjustments = new Set(['id', 'price', 'on', 'reference'])

export function comparablesFormulas(sheet: MethodSheet): void {
  const table = sheet.table('comparables', ['price'])
  const { count } = table
  const names = table.columns.filter((name) => !noAdjustments.has(name))
  const prices = sheet.line('price', 'P', (at) => table.cell(at, 'price') ?? '0', count)
  const parts = names.map((name) => sheet.line(name, 'a', (at) => table.cell(at, name) ?? '0', count))
  const joined = (at: number, sign: string, one: (part: string) => string, none: string) =>
    parts.length === 0 ? none : parts.map((part) => one(part(at))).join(sign)
  const net = sheet.line('net_adjustment', 'Σ a', (at) => joined(at, '+', (part) => part, '0'), count)
  const gross = sheet.line('gross_adjustment', 'g', (at) => joined(at, '+', (part) => `ABS(${part})`, '0'), count)
  const sums = sheet.line('adjusted_price', 'P·(1 + Σ a)', (at) => `${prices(at)}*(1+${net(at)})`, count)
  const products = sheet.line(
    'adjusted_price_multiplicative',
    'P·Π(1 + a)',
    (at) => `${prices(at)}*${joined(at, '*', (part) => `(1+${part})`, '1')}`,
    count,
  )
  const adjusted = sheet.line(
    'adjusted_price',
    'P_adj',
    (at) => `IF(${sheet.word('combination', 'additive')}="multiplicative",${products(at)},${sums(at)})`,
    count,
  )
  // Comparables without any adjustment share all the weight.
  const untouched = sheet.line('untouched', 'n_0', () => `COUNTIF(${span(gross, count)},0)`)
  const inverse = sheet.line('inverse_adjustment', '1/g', (at) => `IF(${gross(at)}=0,0,1/${gross(at)})`, count)
  const weights = sheet.line(
    'comparable_weight',
    'w',
    (at) => `IF(${untouched()}>0,IF(${gross(at)}=0,1/${untouched()},0),${inverse(at)}/SUM(${span(inverse, count)}))`,
    count,
  )
  const all = span(adjusted, count)
  const mean = sheet.line('mean', 'P̄', () => `AVERAGE(${all})`)
  const median = sheet.line('median', 'P̃', () => `MEDIAN(${all})`)
  const weighted = sheet.line('weighted_mean', 'P_w', () => `SUMPRODUCT(${span(weights, count)},${all})`)
  const centre = sheet.word('centre', 'weighted')
  sheet.line('value', 'V', () => `IF(${centre}="mean",${mean()},IF(${centre}="median",${median()},${weighted()}))`)
}
