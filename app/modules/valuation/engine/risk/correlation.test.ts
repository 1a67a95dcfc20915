import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCorrelation, examineCorrelation, gaussianCopula, pearsonOfSpearman } from './correlation.ts'
import { choleskyOf, composed, eigenOf } from './symmetric.ts'

const size = 4
const anyCorrelations = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })
  .map((entries) => {
    const matrix = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, at): number => (row === at ? 1 : 0)),
    )
    let next = 0
    for (let row = 0; row < size; row++) {
      for (let column = row + 1; column < size; column++) {
        const value = entries[next++] ?? 0
        ;(matrix[row] as number[])[column] = value
        ;(matrix[column] as number[])[row] = value
      }
    }
    return matrix
  })

const smallest = (matrix: readonly (readonly number[])[]) => Math.min(...eigenOf(matrix).values)

describe('symmetric matrices', () => {
  it('are put together again from their eigenvalues', () => {
    fc.assert(
      fc.property(anyCorrelations, (matrix) => {
        const eigen = eigenOf(matrix)
        const again = composed(eigen, eigen.values)
        for (const [row, entries] of matrix.entries())
          for (const [column, value] of entries.entries()) expect(again[row]?.[column]).toBeCloseTo(value, 12)
      }),
    )
  })

  it('have a Cholesky factor exactly where no eigenvalue is negative', () => {
    fc.assert(
      fc.property(anyCorrelations, (matrix) => {
        fc.pre(Math.abs(smallest(matrix)) > 1e-5)
        const factor = choleskyOf(matrix)
        expect(factor !== null).toBe(smallest(matrix) > 0)
        for (const [row, left] of (factor ?? []).entries())
          for (const [column, right] of (factor ?? []).entries())
            expect(left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0)).toBeCloseTo(
              matrix[row]?.[column] ?? 0,
              12,
            )
      }),
    )
  })

  it('may be singular', () => {
    expect(
      choleskyOf([
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 1],
      ]),
    ).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 1],
    ])
  })
})

describe('the nearest correlation matrix', () => {
  it("is Higham's for his example", () => {
    const { result, warnings } = examineCorrelation([
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ])
    expect(result.positiveSemidefinite).toBe(false)
    expect(result.smallestEigenvalue).toBeCloseTo(1 - Math.SQRT2, 12)
    // N. J. Higham (2002): 0.7607 and 0.1573, at a distance of 0.5278.
    expect(result.nearest[0]?.[1]).toBeCloseTo(0.7607, 4)
    expect(result.nearest[0]?.[2]).toBeCloseTo(0.1573, 4)
    expect(result.distance).toBeCloseTo(0.5278, 4)
    expect(warnings[0]?.code).toBe('correlation_adjusted')
  })

  it('is positive semi-definite, symmetric, of diagonal one, and nearer than a shrunken one', () => {
    fc.assert(
      fc.property(anyCorrelations, (matrix) => {
        const { nearest, distance, positiveSemidefinite, smallestEigenvalue } = examineCorrelation(matrix).result
        expect(smallest(nearest)).toBeGreaterThan(positiveSemidefinite ? -1.01e-10 : -1e-12)
        checkCorrelation('nearest', nearest)
        if (positiveSemidefinite) expect(nearest).toEqual(matrix)
        // Shrinking all entries by 1/(1 − λ_min) is the plain way to mend a matrix.
        const factor = 1 / (1 - Math.min(0, smallestEigenvalue))
        const shrunken = Math.sqrt(
          matrix.flat().reduce((sum, value) => sum + (value * (1 - factor)) ** 2, 0) - size * (1 - factor) ** 2,
        )
        expect(distance).toBeLessThanOrEqual(shrunken + 1e-9)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a correlation matrix is refused', () => {
  it.each([
    [[], 'c: empty_series'],
    [[[1, 0], [0]], 'c[1]: length_differs'],
    [
      [
        [1, 0.2],
        [0.3, 1],
      ],
      'c[0][1]: not_symmetric',
    ],
    [
      [
        [0.9, 0],
        [0, 1],
      ],
      'c[0][0]: diagonal_not_one',
    ],
    [
      [
        [1, 1.2],
        [1.2, 1],
      ],
      'c[0][1]: out_of_range',
    ],
    [
      [
        [1, NaN],
        [NaN, 1],
      ],
      'c[0][1]: not_a_number',
    ],
  ] as [number[][], string][])('%j', (matrix, said) => {
    expect(() => checkCorrelation('c', matrix)).toThrow(said)
  })

  it('where it is of another size, or cannot be one', () => {
    const wide = Array.from({ length: 61 }, (_, row) => Array.from({ length: 61 }, (_, at) => (row === at ? 1 : 0)))
    expect(() => examineCorrelation(wide)).toThrow('correlation: out_of_range')
    expect(() => gaussianCopula('correlation', [[1]], 2)).toThrow('correlation: length_differs')
    const impossible = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]
    expect(() => gaussianCopula('correlation', impossible, 3)).toThrow('correlation: not_positive_semidefinite')
    const { nearest } = examineCorrelation(impossible).result
    expect(gaussianCopula('correlation', nearest, 3).factor).toHaveLength(3)
  })
})

describe('from Spearman to Pearson', () => {
  it('is 2·sin(πρ/6)', () => {
    expect(pearsonOfSpearman(0.5)).toBeCloseTo(2 * Math.sin(Math.PI / 12), 15)
    expect([pearsonOfSpearman(0), pearsonOfSpearman(1), pearsonOfSpearman(-1)]).toEqual([0, 1, -1])
  })

  it('says where the nearest had to be taken', () => {
    // Rank correlations at the edge: the step to Pearson leaves the cone.
    const edge = [
      [1, 0.5, -0.5],
      [0.5, 1, 0.5],
      [-0.5, 0.5, 1],
    ]
    expect(examineCorrelation(edge).result.positiveSemidefinite).toBe(true)
    const { factor, warnings } = gaussianCopula('correlation', edge, 3)
    expect(warnings[0]?.code).toBe('correlation_adjusted')
    for (const row of factor) expect(row.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 9)
  })
})
