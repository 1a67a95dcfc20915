import { comparableTransactions } from '../../engine/market.ts'
import { cellFigure, cellWord, choiceSlot, chosen, type Method, neededRows, tableSlot } from './method.ts'

const centres = ['weighted', 'mean', 'median'] as const
const combinations = ['additive', 'multiplicative'] as const

/** Columns of a comparable that are no adjustments. */
const columns = { id: 'text', price: 'money', on: 'text', reference: 'text' } as const

export const marketComparables: Method = {
  family: 'market',
  slots: {
    comparables: tableSlot(columns, { needed: true, more: true }),
    centre: choiceSlot(centres),
    combination: choiceSlot(combinations),
  },
  run: (given) => {
    const worked = comparableTransactions({
      comparables: neededRows(given, 'comparables').map((row, at) => ({
        id: cellWord(row, 'id') || String(at + 1),
        price: cellFigure(row, 'price'),
        adjustments: Object.fromEntries(
          Object.entries(row).flatMap(([name, value]) =>
            Object.hasOwn(columns, name) || typeof value !== 'number' ? [] : [[name, value]],
          ),
        ),
      })),
    })
    const { result } = worked
    return {
      value: result[chosen(given, 'combination', combinations)][chosen(given, 'centre', centres)],
      worked,
    }
  },
}
