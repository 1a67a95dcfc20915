import { filled, finite, listOf, refuseInput } from '../checks.ts'
import { sine } from './elementary.ts'
import { choleskyOf, composed, eigenOf, type Matrix } from './symmetric.ts'
import { figure, step, warning, worked } from '../working.ts'
import { type Warning, type Worked } from '../worked.ts'

/** An eigenvalue below −10⁻¹⁰ is negative; nearer to zero it is rounding. */
const leastEigenvalue = -1e-10

/** Of more inputs the nearest matrix would be long in coming: of 40 it takes a second. */
const largestSize = 60

/**
 * @throws InputRefusal `length_differs` (not square, or not of `size`), `out_of_range` (an entry beyond −1 to 1,
 *   or more than 60 inputs), `diagonal_not_one`, `not_symmetric`; each names the entry, as `correlation[1][2]`
 */
export function checkCorrelation(input: string, matrix: Matrix, wanted?: number): void {
  const size = wanted ?? filled(input, matrix).length
  filled(input, matrix)
  if (matrix.length !== size) refuseInput(input, 'length_differs')
  if (size > largestSize) refuseInput(input, 'out_of_range')
  for (const [row, entries] of matrix.entries()) {
    if (listOf(`${input}[${row}]`, entries).length !== size) refuseInput(`${input}[${row}]`, 'length_differs')
    for (const [column, value] of entries.entries()) {
      const path = `${input}[${row}][${column}]`
      if (row === column && finite(path, value) !== 1) refuseInput(path, 'diagonal_not_one')
      if (Math.abs(finite(path, value)) > 1) refuseInput(path, 'out_of_range')
      if (value !== matrix[column]?.[row]) refuseInput(path, 'not_symmetric')
    }
  }
}

const smallestOf = (matrix: Matrix): number => Math.min(...eigenOf(matrix).values)

function distanceOf(a: Matrix, b: Matrix): number {
  let sum = 0
  for (const [row, entries] of a.entries())
    for (const [column, value] of entries.entries()) sum += (value - (b[row]?.[column] ?? 0)) ** 2
  return Math.sqrt(sum)
}

function largestChange(a: Matrix, b: Matrix): number {
  return Math.max(
    ...a.flatMap((entries, row) => entries.map((value, column) => Math.abs(value - (b[row]?.[column] ?? 0)))),
  )
}

/** The nearest positive semi-definite matrix: negative eigenvalues become zero. */
function withoutNegative(matrix: Matrix): number[][] {
  const eigen = eigenOf(matrix)
  return composed(
    eigen,
    eigen.values.map((value) => Math.max(0, value)),
  )
}

/** Scaled so that the diagonal is one: it stays positive semi-definite. */
function withUnitDiagonal(matrix: Matrix): number[][] {
  const roots = matrix.map((row, at) => Math.sqrt(row[at] ?? 1))
  return matrix.map((row, at) =>
    row.map((value, other) =>
      at === other ? 1 : Math.min(1, Math.max(-1, value / ((roots[at] ?? 1) * (roots[other] ?? 1)))),
    ),
  )
}

/** Higham's alternating projections with Dykstra's correction, to 10⁻¹² in each entry or 2000 rounds. */
function nearest(matrix: Matrix): number[][] {
  let unit = matrix.map((row) => [...row])
  let correction = matrix.map((row) => row.map(() => 0))
  for (let round = 0; round < 2000; round++) {
    const shifted = unit.map((row, at) => row.map((value, other) => value - (correction[at]?.[other] ?? 0)))
    const semidefinite = withoutNegative(shifted)
    correction = semidefinite.map((row, at) => row.map((value, other) => value - (shifted[at]?.[other] ?? 0)))
    const next = semidefinite.map((row, at) => row.map((value, other) => (at === other ? 1 : value)))
    const moved = largestChange(next, unit)
    unit = next
    if (moved < 1e-12) break
  }
  return withUnitDiagonal(withoutNegative(unit))
}

export interface CorrelationCheck {
  positiveSemidefinite: boolean
  smallestEigenvalue: number
  /** The correlation matrix nearest to the given one; the given one itself where that is positive semi-definite. */
  nearest: number[][]
  /** Frobenius distance ‖A − X‖ between the two. */
  distance: number
  largestChange: number
}

/**
 * Whether a matrix of correlations can be one, that is, is positive semi-definite, and the nearest that is.
 *
 * Source: N. J. Higham, "Computing the nearest correlation matrix" (IMA Journal of Numerical Analysis 22, 2002). The
 * nearest is found to some 10⁻⁹ in each entry and is positive semi-definite to 10⁻¹².
 *
 * @throws InputRefusal as `checkCorrelation`
 */
export function examineCorrelation(correlation: Matrix): Worked<CorrelationCheck> {
  checkCorrelation('correlation', correlation)
  const smallestEigenvalue = smallestOf(correlation)
  const positiveSemidefinite = smallestEigenvalue >= leastEigenvalue
  const found = positiveSemidefinite ? correlation.map((row) => [...row]) : nearest(correlation)
  const distance = distanceOf(correlation, found)
  const change = largestChange(correlation, found)
  const steps = [
    step('smallest_eigenvalue', 'λ_min', 'min λ: A·v = λ·v', figure(smallestEigenvalue), smallestEigenvalue, 'ratio'),
    step('distance', '‖A − X‖', '√Σ (a_ij − x_ij)²', figure(distance), distance, 'ratio'),
    step('largest_change', 'max|A − X|', 'max |a_ij − x_ij|', figure(change), change, 'ratio'),
  ]
  const warnings = positiveSemidefinite ? [] : [warning('correlation_adjusted', { largestChange: change })]
  return worked(
    { positiveSemidefinite, smallestEigenvalue, nearest: found, distance, largestChange: change },
    steps,
    warnings,
  )
}

/** Pearson correlation of the normal variables that have Spearman's ρ between their ranks: 2·sin(πρ/6). */
export function pearsonOfSpearman(rank: number): number {
  // At ±1 the product rounds to one place below it.
  return Math.abs(rank) === 1 ? rank : 2 * sine((Math.PI * rank) / 6)
}

export interface Copula {
  /** L with L·Lᵀ = the normal variables' correlation: y = L·z has the wanted rank correlations. */
  factor: number[][]
  warnings: Warning[]
}

/**
 * A Gaussian copula from Spearman rank correlations. The step to Pearson can push a matrix at the edge just beyond it;
 * then the nearest is taken and `correlation_adjusted` says by how much the normal correlations moved.
 *
 * Sources: K. Pearson (1907) for ρ_S = (6/π)·arcsin(r/2); R. Iman and W. Conover (1982) for rank correlations in
 * risk models. Marginals with ties (discrete, clipped) reach rank correlations nearer to zero than asked for.
 *
 * @throws InputRefusal as `checkCorrelation`, and `not_positive_semidefinite`: `examineCorrelation` offers the nearest
 */
export function gaussianCopula(input: string, rank: Matrix, size: number): Copula {
  checkCorrelation(input, rank, size)
  if (smallestOf(rank) < leastEigenvalue) refuseInput(input, 'not_positive_semidefinite')
  const pearson = rank.map((row, at) => row.map((value, other) => (at === other ? 1 : pearsonOfSpearman(value))))
  if (smallestOf(pearson) >= leastEigenvalue) {
    const factor = choleskyOf(pearson)
    if (factor) return { factor, warnings: [] }
  }
  const mended = nearest(pearson)
  const factor = choleskyOf(mended) ?? refuseInput(input, 'not_positive_semidefinite')
  return { factor, warnings: [warning('correlation_adjusted', { largestChange: largestChange(pearson, mended) })] }
}

/** y = L·z for every row, in place: columns are turned from the last to the first. */
export function mixColumns(factor: Matrix, columns: readonly Float64Array[], rows: number): void {
  for (let to = columns.length - 1; to >= 0; to--) {
    const target = columns[to] as Float64Array
    const own = factor[to]?.[to] ?? 0
    for (let row = 0; row < rows; row++) target[row] = own * (target[row] as number)
    for (let from = 0; from < to; from++) {
      const share = factor[to]?.[from] ?? 0
      if (share === 0) continue
      const source = columns[from] as Float64Array
      for (let row = 0; row < rows; row++) target[row] = (target[row] as number) + share * (source[row] as number)
    }
  }
}
