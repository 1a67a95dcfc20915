import { discounting } from './discounting-formulas.ts'
import { type Line, type MethodSheet, span } from './method-sheet.ts'

/** From earnings after tax of years to the value: the formulas of the income approach. */
function valueOfEarnings(sheet: MethodSheet, earnings: Line, count: number): void {
  const { part, rates, factors } = discounting(sheet, count)
  const chance = sheet.figure('successProbability', 0, 1)
  const present = sheet.line('present_value_of_year', 'PV_t', (at) => `${chance}*${earnings(at)}*${factors(at)}`, count)
  const terminal = terminalLine(sheet, present(count - 1), rates(count - 1))
  const value = sheet.line(
    'value_before_tax_benefit',
    'PV',
    () => `SUM(${span(present, count)})${terminal ? `+${terminal()}` : ''}`,
  )
  if (!sheet.has('taxAmortisationYears')) {
    sheet.line('fair_value', 'FV', () => value())
    return
  }
  const k = sheet.has('taxAmortisationRate') ? sheet.figure('taxAmortisationRate', 0, 0) : rates()
  const n = sheet.figure('taxAmortisationYears', 0, 1)
  const whole = `IF(${k}=0,INT(${n}),(1-(1+${k})^(0-INT(${n})))/${k}*(1+${k})^(1-${part}))`
  const rest = `(${n}-INT(${n}))`
  const annuity = sheet.line('annuity_factor', 'AF', () => `${whole}+${rest}*(1+${k})^(0-INT(${n})-${rest}*${part})`)
  const stepUp = sheet.line('step_up_factor', 's', () => `1/(1-${sheet.figure('taxRate', 0, 0)}*${annuity()}/${n})`)
  sheet.line('fair_value', 'FV', () => `${value()}*${stepUp()}`)
}

function terminalLine(sheet: MethodSheet, lastPresent: string, k: string): Line | null {
  if (!sheet.has('terminalGrowth')) return null
  const g = sheet.figure('terminalGrowth', 0, 0)
  const m = sheet.figure('terminalYears', 0, 0)
  const factor = sheet.has('terminalYears')
    ? `IF(${k}=${g},${m},(1-((1+${g})/(1+${k}))^${m})*(1+${g})/(${k}-${g}))`
    : `(1+${g})/(${k}-${g})`
  return sheet.line('present_value_of_terminal', 'PV(TV)', () => `${lastPresent}*${factor}`)
}

/** A slot as a line of years. */
function yearly(sheet: MethodSheet, slot: string, symbol: string, count: number, usual = 0): Line {
  return sheet.line(slot, symbol, (at) => sheet.figure(slot, at, usual), count)
}

export function reliefFormulas(sheet: MethodSheet): void {
  const count = sheet.years('revenues')
  const revenues = yearly(sheet, 'revenues', 'Rev_t', count)
  const shares = yearly(sheet, 'revenueShare', 'a_t', count, 1)
  const royalties = yearly(sheet, 'royaltyRate', 'ρ_t', count)
  const upkeeps = yearly(sheet, 'upkeepRate', 'm_t', count)
  const taxes = yearly(sheet, 'taxRate', 'τ_t', count)
  const earnings = sheet.line(
    'after_tax_income',
    'E_t',
    (at) => `${revenues(at)}*${shares(at)}*(${royalties(at)}-${upkeeps(at)})*(1-${taxes(at)})`,
    count,
  )
  valueOfEarnings(sheet, earnings, count)
}

export function excessFormulas(sheet: MethodSheet): void {
  const count = sheet.years('revenues')
  const revenues = yearly(sheet, 'revenues', 'Rev_t', count)
  const profits = sheet.has('operatingProfits')
    ? yearly(sheet, 'operatingProfits', 'EBIT_t', count)
    : sheet.line(
        'operatingProfits',
        'EBIT_t',
        (at) => `${revenues(at)}*${sheet.figure('operatingMargin', at, 0)}`,
        count,
      )
  const taxes = yearly(sheet, 'taxRate', 'τ_t', count)
  const assets = sheet.table('contributoryAssets', ['balance'])
  const charges = Array.from({ length: assets.count }, (_, row) => {
    const of = (column: string) => assets.cell(row, column)
    const royalty = of('royaltyOfRevenue')
    const balance = of('balance')
    const rate = of('returnRate') ?? '0'
    return sheet.line(
      'contributory_charge',
      `CAC_${row + 1}`,
      (at) =>
        royalty !== null
          ? `${revenues(at)}*${royalty}*(1-${taxes(at)})`
          : balance !== null
            ? `${balance}*${rate}`
            : `${of('balanceOfRevenue') ?? '0'}*${revenues(at)}*${rate}`,
      count,
    )
  })
  const earnings = sheet.line(
    'excess_earnings',
    'E_t',
    (at) => [`${profits(at)}*(1-${taxes(at)})`, ...charges.map((charge) => charge(at))].join('-'),
    count,
  )
  valueOfEarnings(sheet, earnings, count)
}

export function withWithoutFormulas(sheet: MethodSheet): void {
  const count = sheet.years('cashFlowsWith')
  const one = yearly(sheet, 'cashFlowsWith', 'CF_with', count)
  const other = yearly(sheet, 'cashFlowsWithout', 'CF_without', count)
  const flows = sheet.line('incremental_cash_flow', 'ΔCF_t', (at) => `${one(at)}-${other(at)}`, count)
  valueOfEarnings(sheet, flows, count)
}

export function incrementalFormulas(sheet: MethodSheet): void {
  const count = sheet.years('quantities')
  const quantities = yearly(sheet, 'quantities', 'Q_t', count)
  const premiums = yearly(sheet, 'pricePremium', 'ΔP_t', count)
  const savings = yearly(sheet, 'costSaving', 'ΔC_t', count)
  const added = yearly(sheet, 'addedCosts', 'A_t', count)
  const taxes = yearly(sheet, 'taxRate', 'τ_t', count)
  const incomes = sheet.line(
    'incremental_income',
    'Inc_t',
    (at) => `(${quantities(at)}*(${premiums(at)}+${savings(at)})-${added(at)})*(1-${taxes(at)})`,
    count,
  )
  valueOfEarnings(sheet, incomes, count)
}
