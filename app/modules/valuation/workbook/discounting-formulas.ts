import { readinessPremiums } from '../engine/rates.ts'
import { type Line, type MethodSheet } from './method-sheet.ts'

/** The discount rate from what it is built up from, as `builtRate` has it. */
function builtRateLine(sheet: MethodSheet): Line {
  const own = (slot: string) => sheet.figure(slot, 0, 0)
  const debt = own('debtShare')
  const tax = own(sheet.has('financingTaxRate') ? 'financingTaxRate' : 'taxRate')
  const peerTax = sheet.has('peerTaxRate') ? own('peerTaxRate') : tax
  const free = sheet.has('peerBeta')
    ? sheet.line('unlevered_beta', 'β_U', () => `${own('peerBeta')}/(1+(1-${peerTax})*${own('peerDebtToEquity')})`)
    : null
  const beta = free
    ? sheet.line('levered_beta', 'β_L', () => `${free()}*(1+(1-${tax})*${debt}/(1-${debt}))`)()
    : sheet.figure('beta', 0, 1)
  const premiums = ['sizePremium', 'countryPremium', 'specificPremium'].map(own).join('+')
  const equity = sheet.line(
    'cost_of_equity',
    'k_e',
    () => `${own('riskFree')}+${beta}*${own('equityRiskPremium')}+${premiums}`,
  )
  const capital = sheet.line(
    'weighted_average_cost_of_capital',
    'WACC',
    () => `(1-${debt})*${equity()}+${debt}*${own('costOfDebt')}*(1-${tax})`,
  )
  return sheet.line('technology_discount_rate', 'k', () => `${capital()}+${readinessPart(sheet)}`)
}

/** The premium stated; else that of the level, where no probability carries the risk. */
function readinessPart(sheet: MethodSheet): string {
  if (sheet.has('readinessPremium')) return sheet.figure('readinessPremium', 0, 0)
  if (!sheet.has('readiness') || sheet.has('successProbability')) return '0'
  const steps = Object.values(readinessPremiums).map(String)
  return `CHOOSE(${sheet.figure('readiness', 0, 0)},${steps.join(',')})`
}

/** The one discount rate of a method: stated, or built up. */
export function rateFigure(sheet: MethodSheet): string {
  return sheet.has('discountRate') ? sheet.figure('discountRate', 0, 0) : builtRateLine(sheet)()
}

/** Rates and discount factors of years, and which part of a year passes until its flow. */
export function discounting(sheet: MethodSheet, count: number): { part: string; rates: Line; factors: Line } {
  const part = `IF(${sheet.word('convention', 'end')}="mid",0.5,1)`
  const first = sheet.figure('firstYear', 0, 1)
  const last = sheet.figure('lastYear', 0, 1)
  // A forecast of one period has one length: the first year's where that is not whole.
  const lengthOf = (at: number) => (at === 0 ? first : at === count - 1 ? last : '1')
  const lengths = sheet.line(
    'length_of_year',
    'L_t',
    (at) => (count === 1 ? `IF(${first}<>1,${first},${last})` : lengthOf(at)),
    count,
  )
  const built = sheet.has('discountRate') ? null : builtRateLine(sheet)
  const rates = sheet.line('discountRate', 'k_t', (at) => built?.() ?? sheet.figure('discountRate', at, 0), count)
  const opening = sheet.line(
    'opening_factor',
    'O_t',
    (at, own) => (at === 0 ? '1' : `${own(at - 1)}*(1+${rates(at - 1)})^(0-${lengths(at - 1)})`),
    count,
  )
  const factors = sheet.line(
    'discount_factor',
    'DF_t',
    (at) => `${opening(at)}*(1+${rates(at)})^(0-${lengths(at)}*${part})`,
    count,
  )
  return { part, rates, factors }
}
