import { dealForBothSides } from '../../engine/deal-sides.ts'
import { type DealTerms, dealValue, type Equity } from '../../engine/deal.ts'
import { type RoyaltyTier } from '../../engine/royalty-tiers.ts'
import { InputRefusal } from '../../engine/worked.ts'
import { timingOf, timingPaths, timingSlots } from './income-slots.ts'
import {
  cellFigure,
  cellFigureIfAny,
  cellWord,
  figureOf,
  figureSlot,
  type Given,
  type Method,
  money,
  needed,
  neededFigure,
  neededSeries,
  rowsIn,
  seriesIn,
  seriesSlot,
  tableSlot,
  yearlyOf,
  yearlySlot,
} from './method.ts'

function tiersOf(given: Given): RoyaltyTier[] {
  const rows = rowsIn(given, 'tiers')
  const rate = figureOf(given, 'royaltyRate')
  if (rows !== undefined && rate !== undefined) throw new InputRefusal('royaltyRate', 'one_too_many')
  if (rate !== undefined) return [{ from: 0, to: null, rate }]
  return (rows ?? []).map((row) => ({
    from: cellFigure(row, 'from'),
    to: cellFigureIfAny(row, 'to') ?? null,
    rate: cellFigure(row, 'rate'),
  }))
}

function equityOf(given: Given): Equity | null {
  const share = figureOf(given, 'equityShare')
  if (share === undefined) return null
  return {
    share,
    companyValue: neededFigure(given, 'companyValue'),
    year: neededFigure(given, 'equityYear'),
    probability: figureOf(given, 'equityProbability'),
    discount: figureOf(given, 'equityDiscount'),
  }
}

/** The terms of a deal as its slots hold them. */
export function dealTermsOf(given: Given): DealTerms {
  return {
    upfront: figureOf(given, 'upfront'),
    milestones: (rowsIn(given, 'milestones') ?? []).map((row, at) => ({
      name: cellWord(row, 'name') || String(at + 1),
      year: cellFigure(row, 'year'),
      amount: cellFigure(row, 'amount'),
      probability: cellFigureIfAny(row, 'probability'),
    })),
    sales: neededSeries(given, 'sales'),
    tiers: tiersOf(given),
    minimums: yearlyOf(given, 'minimums'),
    yearlyCap: yearlyOf(given, 'yearlyCap'),
    totalCap: figureOf(given, 'totalCap'),
    commercialProbability: figureOf(given, 'commercialProbability'),
    equity: equityOf(given),
  }
}

/** What a deal is worth to who gives the technology; to both sides where the taker's cash flows are given. */
export const deal: Method = {
  family: 'income',
  slots: {
    upfront: figureSlot({ ...money, register: 'register.upfront' }),
    milestones: tableSlot(
      { name: 'text', year: 'figure', amount: 'money', probability: 'figure' },
      { register: 'register.milestones' },
    ),
    sales: seriesSlot({ ...money, ...needed }),
    royaltyRate: figureSlot({ register: 'register.royalty_rate' }),
    tiers: tableSlot({ from: 'money', to: 'money', rate: 'figure' }, { register: 'register.tiers' }),
    minimums: yearlySlot({ ...money, register: 'register.minimum' }),
    yearlyCap: yearlySlot(money),
    totalCap: figureSlot({ ...money, register: 'register.total_cap' }),
    commercialProbability: figureSlot(),
    equityShare: figureSlot(),
    companyValue: figureSlot(money),
    equityYear: figureSlot({ measure: 'years' }),
    equityProbability: figureSlot(),
    equityDiscount: figureSlot(),
    discountRate: figureSlot(needed),
    ...timingSlots,
    licensorCosts: yearlySlot(money),
    licensorReservation: figureSlot(money),
    licenseeRate: figureSlot(),
    licenseeCashFlows: seriesSlot(money),
    licenseeInvestment: figureSlot(money),
    licenseeTaxRate: figureSlot(),
    licenseeReservation: figureSlot(money),
    bargainingPower: figureSlot(),
  },
  paths: {
    ...timingPaths,
    'equity.share': 'equityShare',
    'equity.companyValue': 'companyValue',
    'equity.year': 'equityYear',
    'equity.probability': 'equityProbability',
    'equity.discount': 'equityDiscount',
    'licensor.discountRate': 'discountRate',
    'licensor.yearlyCosts': 'licensorCosts',
    'licensor.reservation': 'licensorReservation',
    'licensee.discountRate': 'licenseeRate',
    'licensee.cashFlows': 'licenseeCashFlows',
    'licensee.investment': 'licenseeInvestment',
    'licensee.taxRate': 'licenseeTaxRate',
    'licensee.reservation': 'licenseeReservation',
  },
  run: (given) => {
    const terms = { ...dealTermsOf(given), timing: timingOf(given) }
    const discountRate = neededFigure(given, 'discountRate')
    const cashFlows = seriesIn(given, 'licenseeCashFlows')
    if (cashFlows === undefined) {
      const worked = dealValue({ ...terms, discountRate })
      return { value: worked.result.value, worked }
    }
    const worked = dealForBothSides({
      ...terms,
      licensor: {
        discountRate,
        yearlyCosts: yearlyOf(given, 'licensorCosts'),
        reservation: figureOf(given, 'licensorReservation'),
      },
      licensee: {
        discountRate: neededFigure(given, 'licenseeRate'),
        cashFlows,
        investment: figureOf(given, 'licenseeInvestment'),
        taxRate: figureOf(given, 'licenseeTaxRate'),
        reservation: figureOf(given, 'licenseeReservation'),
      },
      bargainingPower: figureOf(given, 'bargainingPower'),
    })
    return { value: worked.result.licensor.value, worked }
  },
}
