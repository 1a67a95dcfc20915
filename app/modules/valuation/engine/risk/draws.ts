import { betaFromTable, betaOfNormal } from './beta.ts'
import { type Distribution, ladderOf, logarithmOf, type Normal, shapeOf } from './distributions.ts'
import { exp } from './elementary.ts'
import { normalDistribution, normalQuantile } from './gaussian.ts'

/** Turns the first `rows` entries of a column, in place. */
type Turn = (column: Float64Array, rows: number) => void

/** How an input's values come out of uniform draws, or of standard normal ones where inputs are correlated. */
export interface Draw {
  ofUniform: Turn
  ofNormal: Turn
}

/** Φ⁻¹ of draws; a draw of 0, of which 2^−32 of all are, is taken as 2^−33. */
export const toNormal: Turn = (column, rows) => {
  for (let row = 0; row < rows; row++) {
    const u = column[row] as number
    column[row] = normalQuantile(u <= 0 ? 1.1641532182693481e-10 : u >= 1 ? 0.9999999999999999 : u)
  }
}

const toUniform: Turn = (column, rows) => {
  for (let row = 0; row < rows; row++) column[row] = normalDistribution(column[row] as number)
}

const byUniform = (ofUniform: Turn): Draw => ({
  ofUniform,
  ofNormal: (column, rows) => {
    toUniform(column, rows)
    ofUniform(column, rows)
  },
})

const byNormal = (ofNormal: Turn): Draw => ({
  ofNormal,
  ofUniform: (column, rows) => {
    toNormal(column, rows)
    ofNormal(column, rows)
  },
})

function triangularTurn(a: number, m: number, b: number): Turn {
  const split = (m - a) / (b - a)
  const rising = (b - a) * (m - a)
  const falling = (b - a) * (b - m)
  return (column, rows) => {
    for (let row = 0; row < rows; row++) {
      const u = column[row] as number
      column[row] = u < split ? a + Math.sqrt(u * rising) : b - Math.sqrt((1 - u) * falling)
    }
  }
}

function normalTurn({ mean, stdev, atLeast = -Infinity, atMost = Infinity }: Normal): Turn {
  return (column, rows) => {
    for (let row = 0; row < rows; row++) {
      const value = mean + stdev * (column[row] as number)
      column[row] = value < atLeast ? atLeast : value > atMost ? atMost : value
    }
  }
}

function discreteTurn(ladder: readonly { value: number; upTo: number }[]): Turn {
  const values = Float64Array.from(ladder, ({ value }) => value)
  const upTo = Float64Array.from(ladder, ({ upTo }) => upTo)
  const last = values.length - 1
  return (column, rows) => {
    for (let row = 0; row < rows; row++) {
      const u = column[row] as number
      let at = 0
      while (at < last && (upTo[at] as number) < u) at++
      column[row] = values[at] as number
    }
  }
}

/** The way to draw a checked distribution: by its inverse, so that one draw decides one value. */
export function drawOf(distribution: Distribution): Draw {
  switch (distribution.kind) {
    case 'triangular':
      return byUniform(triangularTurn(distribution.low, distribution.mode, distribution.high))
    case 'pert': {
      const { low, high } = distribution
      const table = betaOfNormal(shapeOf(distribution))
      return byNormal((column, rows) => {
        for (let row = 0; row < rows; row++)
          column[row] = low + (high - low) * betaFromTable(table, column[row] as number)
      })
    }
    case 'normal':
      return byNormal(normalTurn(distribution))
    case 'lognormal': {
      const { mean, stdev } = logarithmOf(distribution)
      return byNormal((column, rows) => {
        for (let row = 0; row < rows; row++) column[row] = exp(mean + stdev * (column[row] as number))
      })
    }
    case 'uniform': {
      const { low, high } = distribution
      return byUniform((column, rows) => {
        for (let row = 0; row < rows; row++) column[row] = low + (column[row] as number) * (high - low)
      })
    }
    case 'discrete':
      return byUniform(discreteTurn(ladderOf(distribution)))
  }
}
