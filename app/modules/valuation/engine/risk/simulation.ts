import {
  callable,
  distinctNames,
  finite,
  insideOne,
  listOf,
  refuseInput,
  rows,
  wholeWithin,
  wordOf,
} from '../checks.ts'
import { type Copula, gaussianCopula, mixColumns } from './correlation.ts'
import { checkDistribution, type Distribution } from './distributions.ts'
import { drawOf, toNormal } from './draws.ts'
import { streamSeed } from './random.ts'
import { samplerOf, type Sampling, samplings } from './sampling.ts'
import { mostDimensions } from './sobol.ts'
import { summarise, type SimulationFigures, summarySteps } from './summary.ts'
import { type Matrix } from './symmetric.ts'
import { warning, worked } from '../working.ts'
import { type Unit, type Warning, type Worked } from '../worked.ts'

/**
 * What is simulated: the value at one row of inputs, in the order they were given. The row is used again for the next
 * trial, so it must not be kept. To be reproducible to the bit everywhere it keeps to + − × ÷ and square roots.
 */
export type Model = (row: Float64Array) => number

export interface UncertainInput {
  name: string
  distribution: Distribution
}

export interface SimulationInput {
  inputs: readonly UncertainInput[]
  model: Model
  /** From 2 to 5,000,000. */
  trials: number
  /** A whole number from 0 to 2^32 − 1; the same seed gives the same values on every machine. */
  seed: number
  /** `plain` where not given. */
  sampling?: Sampling
  /**
   * Independent repetitions the trials are shared among, by whose means the standard error of stratified samplings is
   * judged: 8 where not given, 1 for `plain` and for fewer than 256 trials.
   */
  replicates?: number
  /** Spearman rank correlations, in the order of `inputs`. */
  correlation?: Matrix
  /** Probabilities; 5, 10, 25, 50, 75, 90 and 95 % where not given. */
  percentiles?: readonly number[]
  /** Figures x whose P(V > x) is wanted. */
  thresholds?: readonly number[]
  /** Bars of the histogram: 40 where not given. */
  bins?: number
  /** The mean counts as known when half its 95 % interval is within this part of it: 0.01 where not given. */
  tolerance?: number
  /** What the model's value is measured in: `money` where not given. */
  unit?: Unit
  /** Whether the inputs drawn are given back, for the contribution to variance. */
  keepDraws?: boolean
}

export interface Simulation extends SimulationFigures {
  /** The value of each trial, in the order drawn. */
  values: Float64Array
  /** A column an input, where `keepDraws`. */
  draws?: Float64Array[]
}

const mostTrials = 5_000_000
/** Rows drawn at a time: their columns stay in the processor's cache. */
const blockRows = 512

const isPowerOfTwo = (count: number): boolean => Number.isInteger(count) && (count & (count - 1)) === 0

interface Plan {
  trials: number
  seed: number
  sampling: Sampling
  replicates: number
  copula: Copula | undefined
  warnings: Warning[]
}

/** Reads and judges all that does not depend on a draw. */
function planOf(input: SimulationInput): Plan {
  const inputs = rows('inputs', input.inputs)
  callable('model', input.model)
  distinctNames(
    'inputs',
    inputs.map(({ name }) => name),
  )
  for (const [at, { distribution }] of inputs.entries()) checkDistribution(`inputs[${at}].distribution`, distribution)
  const trials = wholeWithin('trials', input.trials, 2, mostTrials)
  const seed = wholeWithin('seed', input.seed, 0, 4294967295)
  const sampling = wordOf('sampling', input.sampling ?? 'plain', samplings)
  if (sampling === 'sobol' && inputs.length > mostDimensions) refuseInput('inputs', 'out_of_range')
  const usual = sampling === 'plain' || trials < 256 ? 1 : 8
  const replicates = wholeWithin('replicates', input.replicates ?? usual, 1, Math.floor(trials / 2))
  const { correlation } = input as { correlation?: Matrix | null }
  const copula =
    correlation === undefined || correlation === null
      ? undefined
      : gaussianCopula('correlation', correlation, inputs.length)
  const warnings = [...(copula?.warnings ?? [])]
  if (copula && inputs.some(({ distribution }) => hasTies(distribution))) warnings.push(warning('correlation_limited'))
  if (sampling === 'sobol' && !isPowerOfTwo(trials / replicates)) {
    const better = replicates * 2 ** Math.max(1, Math.round(Math.log2(trials / replicates)))
    warnings.push(warning('trials_not_power_of_two', { trials, better }))
  }
  return { trials, seed, sampling, replicates, copula, warnings }
}

function hasTies(distribution: Distribution): boolean {
  if (distribution.kind === 'normal') return distribution.atLeast !== undefined || distribution.atMost !== undefined
  return distribution.kind === 'discrete'
}

/** Trials of each replicate: as equal as they can be. */
function sharesOf(trials: number, replicates: number): number[] {
  const least = Math.floor(trials / replicates)
  return Array.from({ length: replicates }, (_, at) => least + (at < trials % replicates ? 1 : 0))
}

/** Evaluates the model for the first `rows` rows of the columns. */
function evaluate(
  model: Model,
  columns: readonly Float64Array[],
  row: Float64Array,
  values: Float64Array,
  from: number,
  rows: number,
): void {
  const width = columns.length
  for (let at = 0; at < rows; at++) {
    for (let column = 0; column < width; column++) row[column] = (columns[column] as Float64Array)[at] as number
    values[from + at] = model(row)
  }
}

function run(input: SimulationInput, plan: Plan): { values: Float64Array; draws: Float64Array[] | undefined } {
  const { inputs, model } = input
  const draws = inputs.map(({ distribution }) => drawOf(distribution))
  const columns = inputs.map(() => new Float64Array(blockRows))
  const row = new Float64Array(inputs.length)
  const values = new Float64Array(plan.trials)
  const kept = input.keepDraws === true ? inputs.map(() => new Float64Array(plan.trials)) : undefined
  let done = 0
  for (const [replicate, share] of sharesOf(plan.trials, plan.replicates).entries()) {
    const seed = replicate === 0 ? plan.seed : streamSeed(plan.seed, 1_000_000 + replicate)
    const sampler = samplerOf(plan.sampling, seed, share, inputs.length)
    for (let left = share; left > 0;) {
      const rows = Math.min(blockRows, left)
      sampler.fill(columns, rows)
      if (plan.copula) {
        for (const column of columns) toNormal(column, rows)
        mixColumns(plan.copula.factor, columns, rows)
      }
      for (const [at, column] of columns.entries()) {
        if (plan.copula) draws[at]?.ofNormal(column, rows)
        else draws[at]?.ofUniform(column, rows)
        kept?.[at]?.set(rows === blockRows ? column : column.subarray(0, rows), done)
      }
      evaluate(model, columns, row, values, done, rows)
      done += rows
      left -= rows
    }
  }
  return { values, draws: kept }
}

/**
 * Monte Carlo: the spread of a model's value under uncertain inputs. Mean, sample standard deviation (n − 1), percentiles
 * of type 7, P(V > x), histogram, convergence and standard error. Sums have a relative error below 10⁻¹²; the error of
 * chance, which is far larger, is what `standardError` and the percentiles' intervals state.
 *
 * Sources: Vose, "Risk Analysis"; Glasserman, "Monte Carlo Methods in Financial Engineering"; Hyndman & Fan (1996) for
 * percentiles.
 *
 * @throws InputRefusal as `checkDistribution` and `gaussianCopula`; `out_of_range` for trials, seed, replicates, bins,
 *   percentiles, or more than 40 inputs of `sobol`; `not_a_number` or `infinite` for `model` where a trial is;
 *   and whatever the model itself refuses
 */
export function simulate(input: SimulationInput): Worked<Simulation> {
  const plan = planOf(input)
  const percentiles = listOf('percentiles', input.percentiles ?? [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])
  for (const [at, probability] of percentiles.entries()) insideOne(`percentiles[${at}]`, probability)
  const thresholds = listOf('thresholds', input.thresholds)
  for (const [at, threshold] of thresholds.entries()) finite(`thresholds[${at}]`, threshold)
  const bins = wholeWithin('bins', input.bins ?? 40, 1, 1000)
  const tolerance = insideOne('tolerance', input.tolerance ?? 0.01)
  const { values, draws } = run(input, plan)
  const shares = sharesOf(plan.trials, plan.replicates)
  const { figures, warnings } = summarise(values, { percentiles, thresholds, bins, tolerance, shares })
  const result: Simulation = { ...figures, values, ...(draws && { draws }) }
  return worked(result, summarySteps(figures, input.unit ?? 'money'), [...plan.warnings, ...warnings])
}
