import { type IncomeBasis } from '../../engine/income-basis.ts'
import { remainingUsefulLife } from '../../engine/life.ts'
import { type Timing } from '../../engine/timing.ts'
import { type Step, type Worked } from '../../engine/worked.ts'
import {
  choiceSlot,
  chosen,
  type Context,
  dateSlot,
  figureOf,
  figureSlot,
  type Given,
  needed,
  neededYearly,
  wordIn,
  yearlySlot,
} from './method.ts'

const conventions = ['end', 'mid'] as const

export const timingSlots = {
  convention: choiceSlot(conventions),
  firstYear: figureSlot({ measure: 'years' }),
  lastYear: figureSlot({ measure: 'years' }),
}

/** Slots of the methods that value income of years. */
export const incomeSlots = {
  discountRate: yearlySlot(needed),
  ...timingSlots,
  taxAmortisationYears: figureSlot({ measure: 'years' }),
  taxAmortisationRate: figureSlot(),
  terminalGrowth: figureSlot(),
  terminalYears: figureSlot({ measure: 'years' }),
  remainingLife: figureSlot({ measure: 'years' }),
  rightExpiry: dateSlot({ register: 'register.right_expiry' }),
  contractEnd: dateSlot({ register: 'register.contract_end' }),
  successProbability: figureSlot(),
  readinessPremium: figureSlot(),
}

export const timingPaths = { 'timing.firstYear': 'firstYear', 'timing.lastYear': 'lastYear' }

export const incomePaths = {
  ...timingPaths,
  'taxAmortisation.years': 'taxAmortisationYears',
  'taxAmortisation.rate': 'taxAmortisationRate',
  'taxAmortisation.schedule': 'taxAmortisationYears',
  'terminal.growth': 'terminalGrowth',
  'terminal.yearsAfter': 'terminalYears',
  'legal.expiryDate': 'rightExpiry',
  'contractual.endDate': 'contractEnd',
  'economic.years': 'remainingLife',
}

export function timingOf(given: Given): Timing {
  return {
    convention: chosen(given, 'convention', conventions),
    firstYear: figureOf(given, 'firstYear'),
    lastYear: figureOf(given, 'lastYear'),
  }
}

/** The shortest of what the right, the contract and the valuer's own figure leave; null where none is given. */
function lifeOf(given: Given, { valuationDate }: Context): Worked<{ remaining: number }> | null {
  const expiry = wordIn(given, 'rightExpiry')
  const end = wordIn(given, 'contractEnd')
  const years = figureOf(given, 'remainingLife')
  if (expiry === undefined && end === undefined) return null
  return remainingUsefulLife({
    valuationDate,
    legal: expiry === undefined ? null : { expiryDate: expiry },
    contractual: end === undefined ? null : { endDate: end },
    economic: years === undefined ? null : { years },
  })
}

/** What the income methods share, and the working of the remaining life where dates bound it. */
export function incomeBasis(given: Given, context: Context): { basis: IncomeBasis; lifeSteps: () => Step[] } {
  const years = figureOf(given, 'taxAmortisationYears')
  const growth = figureOf(given, 'terminalGrowth')
  const life = lifeOf(given, context)
  return {
    basis: {
      discountRate: neededYearly(given, 'discountRate'),
      timing: timingOf(given),
      taxAmortisation: years === undefined ? null : { years, rate: figureOf(given, 'taxAmortisationRate') },
      terminal: growth === undefined ? null : { growth, yearsAfter: figureOf(given, 'terminalYears') },
      remainingLife: life?.result.remaining ?? figureOf(given, 'remainingLife'),
      successProbability: figureOf(given, 'successProbability'),
      readinessPremium: figureOf(given, 'readinessPremium'),
    },
    lifeSteps: () => life?.steps ?? [],
  }
}
