import { type LedgerInput } from '../model/document.ts'
import { type Slot } from '../model/methods/method.ts'

/** Slots that hold a share or a rate, typed in per cents. */
const rates = new Set([
  'developerProfitRate',
  'costOfMoneyRate',
  'physical',
  'functional',
  'economic',
  'overheadRate',
  'royaltyRate',
  'upkeepRate',
  'revenueShare',
  'taxRate',
  'discountRate',
  'taxAmortisationRate',
  'terminalGrowth',
  'readinessPremium',
  'operatingMargin',
  'volatility',
  'riskFreeRate',
  'leakage',
  'equityShare',
  'equityDiscount',
  'licenseeRate',
  'licenseeTaxRate',
  'bargainingPower',
  'part',
  'riskFree',
  'equityRiskPremium',
  'peerDebtToEquity',
  'peerTaxRate',
  'sizePremium',
  'countryPremium',
  'specificPremium',
  'debtShare',
  'costOfDebt',
  'financingTaxRate',
])

const probabilities = new Set(['successProbability', 'commercialProbability', 'equityProbability'])

const counts = new Set(['steps', 'readiness'])

/** Columns of tables that hold a share, a rate or an adjustment, typed in per cents. */
const plainColumns = new Set(['year', 'index', 'personMonths', 'years'])

/** The unit of the input that fills a slot. */
export function unitOfSlot(name: string, slot: Pick<Slot, 'measure'>): LedgerInput['unit'] {
  if (slot.measure !== 'plain') return slot.measure
  if (rates.has(name)) return 'rate'
  if (probabilities.has(name)) return 'probability'
  return name === 'quantities' ? 'quantity' : counts.has(name) ? 'count' : 'none'
}

/** What a typed figure is multiplied by, as a power of ten: per cents for rates, shares and probabilities. */
export function placesOf(unit: LedgerInput['unit']): number {
  return unit === 'rate' || unit === 'probability' ? -2 : 0
}

/** The same for a column of a slot's table; `figure` columns that are no years or counts are per cents. */
export function columnPlaces(slot: Pick<Slot, 'columns'>, column: string): number {
  const kind = slot.columns?.[column]
  return kind === 'money' || kind === 'text' || plainColumns.has(column) ? 0 : -2
}
