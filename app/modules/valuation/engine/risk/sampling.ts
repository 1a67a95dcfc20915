import { mulberry32, permutation, streamSeed, UniformRows } from './random.ts'
import { SobolDimension } from './sobol.ts'

/**
 * How trials are spread: `plain` draws them independently; `latin_hypercube` puts one into each of as many equal strata
 * of every input (McKay, Beckman & Conover 1979); `sobol` takes a scrambled low-discrepancy sequence (Sobol 1967, Owen
 * 1995). Correlated inputs keep the strata of the first input only, since the others are mixtures.
 */
export const samplings = ['plain', 'latin_hypercube', 'sobol'] as const
export type Sampling = (typeof samplings)[number]

/** Gives uniform numbers for trial after trial, a column an input. */
export interface Sampler {
  /** Fills the first `rows` entries of each column with the next trials. */
  fill(columns: readonly Float64Array[], rows: number): void
}

function latinHypercube(seed: number, trials: number, width: number): Sampler {
  const strata = Array.from({ length: width }, (_, at) => permutation(trials, mulberry32(streamSeed(seed, 2 * at))))
  const jitters = strata.map((_, at) => mulberry32(streamSeed(seed, 2 * at + 1)))
  let done = 0
  return {
    fill(columns, rows) {
      for (const [at, column] of columns.entries()) {
        const order = strata[at] as Uint32Array
        const jitter = jitters[at] as () => number
        for (let row = 0; row < rows; row++) column[row] = ((order[done + row] as number) + jitter()) / trials
      }
      done += rows
    },
  }
}

function sobol(seed: number, width: number): Sampler {
  const dimensions = Array.from({ length: width }, (_, at) => new SobolDimension(at, streamSeed(seed, at)))
  return {
    fill(columns, rows) {
      for (const [at, column] of columns.entries()) (dimensions[at] as SobolDimension).fill(column, rows)
    },
  }
}

/**
 * The sampler for `trials` trials of `width` inputs. Plain sampling draws mulberry32(seed) trial by trial, in each the
 * inputs in their order.
 */
export function samplerOf(sampling: Sampling, seed: number, trials: number, width: number): Sampler {
  switch (sampling) {
    case 'plain':
      return new UniformRows(seed)
    case 'latin_hypercube':
      return latinHypercube(seed, trials, width)
    case 'sobol':
      return sobol(seed, width)
  }
}
