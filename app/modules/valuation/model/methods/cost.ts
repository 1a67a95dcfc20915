import { type Obsolescence, replacementCost, reproductionCost } from '../../engine/cost.ts'
import {
  cellFigure,
  cellWord,
  choiceSlot,
  chosen,
  figureOf,
  figureSlot,
  type Given,
  type Method,
  money,
  neededRows,
  rowsIn,
  tableSlot,
} from './method.ts'

const combinations = ['multiplicative', 'additive'] as const

const shared = {
  developerProfitRate: figureSlot(),
  developmentYears: figureSlot({ measure: 'years' }),
  costOfMoneyRate: figureSlot(),
  effectiveAge: figureSlot({ measure: 'years' }),
  usefulLife: figureSlot({ measure: 'years' }),
  physical: figureSlot(),
  functional: figureSlot(),
  economic: figureSlot(),
  combination: choiceSlot(combinations),
}

function sharedOf(given: Given): Obsolescence & {
  developerProfitRate: number | undefined
  developmentYears: number | undefined
  costOfMoneyRate: number | undefined
} {
  return {
    developerProfitRate: figureOf(given, 'developerProfitRate'),
    developmentYears: figureOf(given, 'developmentYears'),
    costOfMoneyRate: figureOf(given, 'costOfMoneyRate'),
    effectiveAge: figureOf(given, 'effectiveAge'),
    usefulLife: figureOf(given, 'usefulLife'),
    physical: figureOf(given, 'physical'),
    functional: figureOf(given, 'functional'),
    economic: figureOf(given, 'economic'),
  }
}

function valueOf(given: Given, result: { valueMultiplicative: number; valueAdditive: number }): number {
  return chosen(given, 'combination', combinations) === 'additive' ? result.valueAdditive : result.valueMultiplicative
}

export const costReproduction: Method = {
  family: 'cost',
  slots: {
    historicCosts: tableSlot({ year: 'figure', cost: 'money' }, { needed: true }),
    priceIndex: tableSlot({ year: 'figure', index: 'figure' }, { needed: true }),
    ...shared,
  },
  run: (given, { valuationDate }) => {
    const worked = reproductionCost({
      ...sharedOf(given),
      historicCosts: neededRows(given, 'historicCosts').map((row) => ({
        year: cellFigure(row, 'year'),
        cost: cellFigure(row, 'cost'),
      })),
      priceIndex: Object.fromEntries(
        neededRows(given, 'priceIndex').map((row) => [String(cellFigure(row, 'year')), cellFigure(row, 'index')]),
      ),
      valuationYear: Number(valuationDate.slice(0, 4)),
    })
    return { value: valueOf(given, worked.result), worked }
  },
}

export const costReplacement: Method = {
  family: 'cost',
  slots: {
    staff: tableSlot({ role: 'text', personMonths: 'figure', monthlyRate: 'money' }),
    labour: figureSlot(money),
    overheadRate: figureSlot(),
    materials: figureSlot(money),
    registrationCosts: figureSlot(money),
    otherCosts: figureSlot(money),
    ...shared,
  },
  run: (given) => {
    const worked = replacementCost({
      ...sharedOf(given),
      staff: rowsIn(given, 'staff')?.map((row) => ({
        role: cellWord(row, 'role'),
        personMonths: cellFigure(row, 'personMonths'),
        monthlyRate: cellFigure(row, 'monthlyRate'),
      })),
      labour: figureOf(given, 'labour'),
      overheadRate: figureOf(given, 'overheadRate'),
      materials: figureOf(given, 'materials'),
      registrationCosts: figureOf(given, 'registrationCosts'),
      otherCosts: figureOf(given, 'otherCosts'),
    })
    return { value: valueOf(given, worked.result), worked }
  },
}
