import { discounting, rateFigure } from './discounting-formulas.ts'
import { type Line, type MethodSheet, span } from './method-sheet.ts'

/** Royalties of years by tiers, within minimums and caps. */
function payables(sheet: MethodSheet, sales: Line, count: number): Line {
  const tiers = sheet.table('tiers', ['from', 'to'])
  const marginal = (at: number) =>
    Array.from({ length: tiers.count }, (_, row) => {
      const to = tiers.cell(row, 'to')
      const within = to === null ? sales(at) : `MIN(${sales(at)},${to})`
      return `${tiers.cell(row, 'rate') ?? '0'}*MAX(0,${within}-${tiers.cell(row, 'from') ?? '0'})`
    }).join('+') || '0'
  const royalties = sheet.line(
    'royalty_of_year',
    'Roy_t',
    (at) => (sheet.has('royaltyRate') ? `${sheet.figure('royaltyRate', 0, 0)}*${sales(at)}` : marginal(at)),
    count,
  )
  return sheet.line(
    'payable_of_year',
    'Pay_t',
    (at, own) => {
      const capped = sheet.has('yearlyCap')
        ? `MIN(${royalties(at)},${sheet.figure('yearlyCap', at, 0)})`
        : royalties(at)
      const raised = `MAX(${capped},${sheet.figure('minimums', at, 0)})`
      if (!sheet.has('totalCap')) return raised
      const total = sheet.figure('totalCap', 0, 0)
      return `MIN(${raised},${at === 0 ? total : `${total}-SUM(${span(own, at)})`})`
    },
    count,
  )
}

/** What a deal is worth to who gives the technology. */
export function dealFormulas(sheet: MethodSheet): void {
  const count = sheet.years('sales')
  const sales = sheet.line('sales', 'S_t', (at) => sheet.figure('sales', at, 0), count)
  const due = payables(sheet, sales, count)
  const { rates, factors } = discounting(sheet, count)
  const k = sheet.has('discountRate') ? rateFigure(sheet) : rates()
  const parts = [sheet.line('upfront', 'U', () => sheet.figure('upfront', 0, 0))]
  const milestones = sheet.table('milestones', ['amount'])
  if (milestones.count > 0) {
    const values = sheet.line(
      'milestone',
      'M_i·p_i·DF',
      (at) =>
        `${milestones.cell(at, 'amount') ?? '0'}*${milestones.cell(at, 'probability') ?? '1'}*(1+${k})^(0-${milestones.cell(at, 'year') ?? '0'})`,
      milestones.count,
    )
    parts.push(sheet.line('milestones_total', 'PV(M)', () => `SUM(${span(values, milestones.count)})`))
  }
  parts.push(
    sheet.line(
      'royalties_total',
      'PV(Roy)',
      () => `${sheet.figure('commercialProbability', 0, 1)}*SUMPRODUCT(${span(due, count)},${span(factors, count)})`,
    ),
  )
  if (sheet.has('equityShare')) {
    const of = (slot: string, usual: number) => sheet.figure(slot, 0, usual)
    parts.push(
      sheet.line(
        'equity_value',
        'E',
        () =>
          `${of('equityShare', 0)}*${of('companyValue', 0)}*(1-${of('equityDiscount', 0)})*${of('equityProbability', 1)}*(1+${k})^(0-${of('equityYear', 0)})`,
      ),
    )
  }
  const value = sheet.line('deal_value', 'V', () => parts.map((part) => part()).join('+'))
  if (!sheet.has('licenseeCashFlows') || !sheet.has('licensorCosts')) return
  const costs = sheet.line('licensorCosts', 'C_t', (at) => sheet.figure('licensorCosts', at, 0), count)
  sheet.line(
    'value_to_licensor',
    'V − PV(C)',
    () => `${value()}-SUMPRODUCT(${span(costs, count)},${span(factors, count)})`,
  )
}
