import { examineCorrelation } from '../engine/risk/correlation.ts'
import { type ValuationModel } from './document.ts'
import { correlationOf } from './simulate.ts'

/** Pairs as they can be offered: towards zero to hundredths, so that rounding does not undo what was mended. */
const towardsZero = (rank: number): number => Math.trunc(rank * 100) / 100

/**
 * Where the correlations of a model cannot hold together, the nearest that can, for the pairs that it names and those that
 * the nearest matrix adds; null where they can.
 */
export function nearestCorrelations(model: ValuationModel): ValuationModel['correlations'] | null {
  const ids = model.inputs.flatMap(({ id, uncertainty }) => (uncertainty ? [id] : []))
  const matrix = correlationOf(model, ids)
  if (!matrix) return null
  const { positiveSemidefinite, nearest } = examineCorrelation(matrix).result
  if (positiveSemidefinite) return null
  return ids.flatMap((one, row) =>
    ids.slice(row + 1).flatMap((other, at): ValuationModel['correlations'] => {
      const rank = towardsZero(nearest[row]?.[row + 1 + at] ?? 0)
      return rank === 0 ? [] : [{ inputs: [one, other], rank }]
    }),
  )
}
