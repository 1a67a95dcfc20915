/**
 * Primitive polynomials over GF(2), written as bits, each with the first direction numbers: the first 40 dimensions of
 * S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections" (SIAM Journal on
 * Scientific Computing 30, 2008). The first dimension needs none.
 */
const joeKuo: readonly (readonly [polynomial: number, ...first: number[]])[] = [
  [3, 1],
  [7, 1, 3],
  [11, 1, 3, 1],
  [13, 1, 1, 1],
  [19, 1, 1, 3, 3],
  [25, 1, 3, 5, 13],
  [37, 1, 1, 5, 5, 17],
  [41, 1, 1, 5, 5, 5],
  [47, 1, 1, 7, 11, 19],
  [55, 1, 1, 5, 1, 1],
  [59, 1, 1, 1, 3, 11],
  [61, 1, 3, 5, 5, 31],
  [67, 1, 3, 3, 9, 7, 49],
  [91, 1, 1, 1, 15, 21, 21],
  [97, 1, 3, 1, 13, 27, 49],
  [103, 1, 1, 1, 15, 7, 5],
  [109, 1, 3, 1, 15, 13, 25],
  [115, 1, 1, 5, 5, 19, 61],
  [131, 1, 3, 7, 11, 23, 15, 103],
  [137, 1, 3, 7, 13, 13, 15, 69],
  [143, 1, 1, 3, 13, 7, 35, 63],
  [145, 1, 3, 5, 9, 1, 25, 53],
  [157, 1, 3, 1, 13, 9, 35, 107],
  [167, 1, 3, 1, 5, 27, 61, 31],
  [171, 1, 1, 5, 11, 19, 41, 61],
  [185, 1, 3, 5, 3, 3, 13, 69],
  [191, 1, 1, 7, 13, 1, 19, 1],
  [193, 1, 3, 7, 5, 13, 19, 59],
  [203, 1, 1, 3, 9, 25, 29, 41],
  [211, 1, 3, 5, 13, 23, 1, 55],
  [213, 1, 3, 7, 3, 13, 59, 17],
  [229, 1, 3, 1, 3, 5, 53, 69],
  [239, 1, 1, 5, 5, 23, 33, 13],
  [241, 1, 1, 7, 7, 1, 61, 123],
  [247, 1, 1, 7, 9, 13, 61, 49],
  [253, 1, 3, 3, 5, 3, 55, 33],
  [285, 1, 3, 1, 15, 31, 13, 49, 245],
  [299, 1, 3, 5, 15, 31, 59, 63, 97],
  [301, 1, 3, 1, 11, 11, 11, 77, 249],
]

/** As many inputs as the sequence is given for. */
export const mostDimensions = joeKuo.length + 1

/** Direction numbers of a dimension, as 32-bit integers. */
function directions(dimension: number): Uint32Array {
  const out = new Uint32Array(32)
  const [polynomial, ...first] = joeKuo[dimension - 1] ?? [1, ...new Array<number>(32).fill(1)]
  const degree = dimension === 0 ? 32 : 31 - Math.clz32(polynomial)
  for (let bit = 0; bit < 32; bit++) {
    if (bit < degree) {
      out[bit] = ((first[bit] ?? 1) << (31 - bit)) >>> 0
      continue
    }
    const back = out[bit - degree] as number
    let next = back ^ (back >>> degree)
    for (let k = 1; k < degree; k++) if ((polynomial >>> (degree - k)) & 1) next ^= out[bit - k] as number
    out[bit] = next >>> 0
  }
  return out
}

function reversed(bits: number): number {
  let word = bits
  word = ((word >>> 1) & 0x55555555) | ((word & 0x55555555) << 1)
  word = ((word >>> 2) & 0x33333333) | ((word & 0x33333333) << 2)
  word = ((word >>> 4) & 0x0f0f0f0f) | ((word & 0x0f0f0f0f) << 4)
  word = ((word >>> 8) & 0x00ff00ff) | ((word & 0x00ff00ff) << 8)
  return (word >>> 16) | (word << 16)
}

/**
 * Nested uniform (Owen) scrambling by a hash in which higher bits depend on none lower: S. Laine and T. Karras (2011),
 * with the constants of B. Burley, "Practical hash-based Owen scrambling" (Journal of Computer Graphics Techniques 9,
 * 2020). Each stratum of the sequence stays filled, and each point alone is uniform.
 */
function scrambled(point: number, seed: number): number {
  let word = reversed(point)
  word = (word + seed) | 0
  word ^= Math.imul(word, 0x6c50b47c)
  word ^= Math.imul(word, 0xb82f1e52)
  word ^= Math.imul(word, 0xc7afe638)
  word ^= Math.imul(word, 0x8d22f6e6)
  return reversed(word) >>> 0
}

/** One dimension of the scrambled sequence, in Gray-code order from its first point on. */
export class SobolDimension {
  private readonly directions: Uint32Array
  private readonly seed: number
  private point = 0
  private index = 0

  constructor(dimension: number, seed: number) {
    this.directions = directions(dimension)
    this.seed = seed
  }

  /** The next `rows` points, each the middle of its 2^−32: never 0 or 1. */
  fill(column: Float64Array, rows: number): void {
    let { point, index } = this
    for (let row = 0; row < rows; row++) {
      column[row] = (scrambled(point, this.seed) + 0.5) / 4294967296
      // The lowest zero bit of the index.
      const bit = 31 - Math.clz32(~index & (index + 1))
      point ^= this.directions[bit] as number
      index++
    }
    this.point = point
    this.index = index
  }
}
