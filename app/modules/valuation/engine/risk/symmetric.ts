/** A square matrix, row by row. */
export type Matrix = readonly (readonly number[])[]

export interface Eigen {
  values: number[]
  /** `vectors[row][k]` is the row-th entry of the k-th eigenvector. */
  vectors: number[][]
}

const entry = (matrix: Matrix, row: number, column: number): number =>
  (matrix[row] as readonly number[])[column] as number

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations, within some 10⁻¹⁵ of the largest; of
 * correctly rounded operations only, so the bits are the same everywhere.
 */
export function eigenOf(symmetric: Matrix): Eigen {
  const size = symmetric.length
  const a = symmetric.map((row) => [...row])
  const v = symmetric.map((_, at) => Array.from(symmetric, (_, other) => (at === other ? 1 : 0)))
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += entry(a, p, q) * entry(a, p, q)
    if (off < 1e-34) break
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, p, q)
  }
  return { values: a.map((row, at) => row[at] as number), vectors: v }
}

function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const across = entry(a, p, q)
  if (across === 0) return
  const theta = (entry(a, q, q) - entry(a, p, p)) / (2 * across)
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (const row of a) turn(row, p, q, cosine, sine)
  const rowP = a[p] as number[]
  const rowQ = a[q] as number[]
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [rowP[k] as number, rowQ[k] as number]
    rowP[k] = cosine * x - sine * y
    rowQ[k] = sine * x + cosine * y
  }
  for (const row of v) turn(row, p, q, cosine, sine)
}

function turn(row: number[], p: number, q: number, cosine: number, sine: number): void {
  const [x, y] = [row[p] as number, row[q] as number]
  row[p] = cosine * x - sine * y
  row[q] = sine * x + cosine * y
}

/** V·diag(values)·Vᵀ. */
export function composed({ vectors }: Eigen, values: readonly number[]): number[][] {
  const size = vectors.length
  const out = vectors.map(() => new Array<number>(size).fill(0))
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = 0
      for (let k = 0; k < size; k++) sum += entry(vectors, row, k) * (values[k] as number) * entry(vectors, column, k)
      ;(out[row] as number[])[column] = sum
      ;(out[column] as number[])[row] = sum
    }
  }
  return out
}

/**
 * The lower triangle L with L·Lᵀ = the given positive semi-definite matrix (Cholesky). Where a pivot vanishes its column
 * is zero: that variable is a mixture of those before it.
 *
 * @returns null where the matrix is not positive semi-definite (by more than 10⁻⁹)
 */
export function choleskyOf(symmetric: Matrix): number[][] | null {
  const size = symmetric.length
  const lower = symmetric.map(() => new Array<number>(size).fill(0))
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let rest = entry(symmetric, row, column)
      for (let k = 0; k < column; k++) rest -= entry(lower, row, k) * entry(lower, column, k)
      const pivot = entry(lower, column, column)
      const target = lower[row] as number[]
      if (row === column) {
        if (rest < -1e-9) return null
        target[column] = rest > 1e-12 ? Math.sqrt(rest) : 0
      } else if (pivot > 0) target[column] = rest / pivot
      else if (Math.abs(rest) > 1e-4) return null
    }
  }
  return lower
}
