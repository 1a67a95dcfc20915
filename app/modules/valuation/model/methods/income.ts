import { excessEarnings } from '../../engine/excess-earnings.ts'
import { incrementalIncome, reliefFromRoyalty, withAndWithout } from '../../engine/income.ts'
import { type IncomeValue } from '../../engine/income-basis.ts'
import { type Worked } from '../../engine/worked.ts'
import { preceded } from '../../engine/working.ts'
import { incomeBasis, incomePaths, incomeSlots } from './income-slots.ts'
import {
  cellFigureIfAny,
  cellWord,
  type Context,
  figureOf,
  figureSlot,
  type Given,
  type Method,
  money,
  needed,
  neededSeries,
  neededYearly,
  type Outcome,
  rowsIn,
  seriesIn,
  seriesSlot,
  tableSlot,
  yearlyOf,
  yearlySlot,
} from './method.ts'
import { quickRelief } from './relief.ts'

type Valued = Worked<IncomeValue>

function income(
  given: Given,
  context: Context,
  value: (basis: ReturnType<typeof incomeBasis>['basis']) => Valued,
): Outcome {
  const { basis, lifeSteps } = incomeBasis(given, context)
  const worked = value(basis)
  return { value: worked.result.fairValue, worked: preceded(worked, { steps: lifeSteps }) }
}

const revenues = { revenues: seriesSlot({ ...money, ...needed }) }

export const relief: Method = {
  family: 'income',
  slots: {
    ...revenues,
    // A market's rate: that of the deal itself would prove only itself.
    royaltyRate: yearlySlot(needed),
    upkeepRate: yearlySlot(),
    revenueShare: yearlySlot(),
    taxRate: yearlySlot(needed),
    ...incomeSlots,
  },
  paths: incomePaths,
  run: (given, context) =>
    income(given, context, (basis) =>
      reliefFromRoyalty({
        ...basis,
        revenues: neededSeries(given, 'revenues'),
        royaltyRate: neededYearly(given, 'royaltyRate'),
        upkeepRate: yearlyOf(given, 'upkeepRate'),
        revenueShare: yearlyOf(given, 'revenueShare'),
        taxRate: neededYearly(given, 'taxRate'),
      }),
    ),
  quick: quickRelief,
}

export const excess: Method = {
  family: 'income',
  slots: {
    ...revenues,
    operatingMargin: yearlySlot(),
    operatingProfits: seriesSlot(money),
    taxRate: yearlySlot(needed),
    contributoryAssets: tableSlot({
      name: 'text',
      balanceOfRevenue: 'figure',
      balance: 'money',
      returnRate: 'figure',
      royaltyOfRevenue: 'figure',
    }),
    ...incomeSlots,
  },
  paths: incomePaths,
  run: (given, context) =>
    income(given, context, (basis) =>
      excessEarnings({
        ...basis,
        revenues: neededSeries(given, 'revenues'),
        operatingMargin: yearlyOf(given, 'operatingMargin'),
        operatingProfits: seriesIn(given, 'operatingProfits'),
        taxRate: neededYearly(given, 'taxRate'),
        contributoryAssets: (rowsIn(given, 'contributoryAssets') ?? []).map((row, at) => ({
          name: cellWord(row, 'name') || String(at + 1),
          balanceOfRevenue: cellFigureIfAny(row, 'balanceOfRevenue'),
          balance: cellFigureIfAny(row, 'balance'),
          returnRate: cellFigureIfAny(row, 'returnRate'),
          royaltyOfRevenue: cellFigureIfAny(row, 'royaltyOfRevenue'),
        })),
      }),
    ),
}

export const withWithout: Method = {
  family: 'income',
  slots: {
    cashFlowsWith: seriesSlot({ ...money, ...needed }),
    cashFlowsWithout: seriesSlot({ ...money, ...needed }),
    taxRate: figureSlot(),
    ...incomeSlots,
  },
  paths: incomePaths,
  run: (given, context) =>
    income(given, context, (basis) =>
      withAndWithout({
        ...basis,
        cashFlowsWith: neededSeries(given, 'cashFlowsWith'),
        cashFlowsWithout: neededSeries(given, 'cashFlowsWithout'),
        taxRate: figureOf(given, 'taxRate'),
      }),
    ),
}

export const incremental: Method = {
  family: 'income',
  slots: {
    quantities: seriesSlot(needed),
    pricePremium: yearlySlot(money),
    costSaving: yearlySlot(money),
    addedCosts: yearlySlot(money),
    taxRate: yearlySlot(needed),
    ...incomeSlots,
  },
  paths: incomePaths,
  run: (given, context) =>
    income(given, context, (basis) =>
      incrementalIncome({
        ...basis,
        quantities: neededSeries(given, 'quantities'),
        pricePremium: yearlyOf(given, 'pricePremium'),
        costSaving: yearlyOf(given, 'costSaving'),
        addedCosts: yearlyOf(given, 'addedCosts'),
        taxRate: neededYearly(given, 'taxRate'),
      }),
    ),
}
