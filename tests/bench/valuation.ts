import { cpus, totalmem } from 'node:os'
import { performance } from 'node:perf_hooks'
import { evaluateModel, parseModel, simulateModel, type ValuationModel } from '#modules/valuation'
import {
  bareModel,
  input,
  number,
  reconciledModel,
  series,
  triangular,
  withApproach,
  withInputs,
} from '../support/valuation-model.ts'

/**
 * `npm run bench:valuation`: simulations of a model beside a bare loop over typed arrays in the same run, and how long a
 * large model takes to be worked out again. Prints Markdown; compare ratios, not milliseconds.
 */

const rounds = 7
const years = 10

function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN
}

/** Milliseconds of each round, after rounds that are not counted; the two take turns, so that both meet the same noise. */
function timed(...tasks: (() => unknown)[]): number[] {
  const times = tasks.map((): number[] => [])
  for (let round = -3; round < rounds; round += 1)
    for (const [at, task] of tasks.entries()) {
      const start = performance.now()
      task()
      if (round >= 0) times[at]?.push(performance.now() - start)
    }
  return times.map(medianOf)
}

/** Ten years of relief from royalty with five uncertain inputs. */
function reliefOfTenYears(trials: number): ValuationModel {
  const model = withInputs(
    bareModel(),
    input('royalty', 'rate', number('0.05'), triangular('0.03', '0.05', '0.08')),
    input(
      'revenue',
      'money',
      series(...Array.from({ length: years }, (_, at) => String(10_000 + 1_000 * at))),
      triangular('0.6', '1', '1.3', 'factor'),
    ),
    input('rate', 'rate', number('0.22'), triangular('0.18', '0.22', '0.3')),
    input('tax', 'rate', number('0.2'), triangular('0.15', '0.2', '0.25')),
    input('upkeep', 'rate', number('0.005'), triangular('0.002', '0.005', '0.01')),
    input('mid', 'none', { kind: 'choice', value: 'mid' }),
  )
  const approach = withApproach(model, 'relief', 'relief_from_royalty', {
    revenues: 'revenue',
    royaltyRate: 'royalty',
    upkeepRate: 'upkeep',
    taxRate: 'tax',
    discountRate: 'rate',
    convention: 'mid',
  })
  return { ...approach, simulation: { trials, seed: 12345, sampling: 'plain', thresholds: [] } }
}

/** Ten years of excess earnings, which trials work out by the whole method. */
function excessOfTenYears(trials: number): ValuationModel {
  const model = withInputs(
    reliefOfTenYears(trials),
    input('margin', 'ratio', number('0.25'), triangular('0.2', '0.25', '0.3')),
  )
  return {
    ...withApproach({ ...model, approaches: [] }, 'excess', 'excess_earnings', {
      revenues: 'revenue',
      operatingMargin: 'margin',
      taxRate: 'tax',
      discountRate: 'rate',
      convention: 'mid',
    }),
    correlations: [{ inputs: ['revenue', 'margin'], rank: 0.4 }],
  }
}

function checked(model: ValuationModel): ValuationModel {
  const read = parseModel(model)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

/** The same by hand: five triangular draws a trial and the value into typed arrays, and their mean. No percentiles. */
function bareLoop(trials: number): number {
  let state = 12345
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, mode: number, high: number): number => {
    const chance = draw()
    return chance < (mode - low) / (high - low)
      ? low + Math.sqrt(chance * (high - low) * (mode - low))
      : high - Math.sqrt((1 - chance) * (high - low) * (high - mode))
  }
  const revenues = Float64Array.from({ length: years }, (_, at) => 10_000 + 1_000 * at)
  const values = new Float64Array(trials)
  const draws = Array.from({ length: 5 }, () => new Float64Array(trials)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  let sum = 0
  for (let trial = 0; trial < trials; trial += 1) {
    const royalty = between(0.03, 0.05, 0.08)
    const factor = between(0.6, 1, 1.3)
    const rate = between(0.18, 0.22, 0.3)
    const tax = between(0.15, 0.2, 0.25)
    const upkeep = between(0.002, 0.005, 0.01)
    draws[0][trial] = royalty
    draws[1][trial] = factor
    draws[2][trial] = rate
    draws[3][trial] = tax
    draws[4][trial] = upkeep
    const yearly = 1 / (1 + rate)
    let discount = Math.sqrt(yearly)
    let present = 0
    for (let year = 0; year < years; year += 1) {
      present += (revenues[year] as number) * discount
      discount *= yearly
    }
    const value = present * factor * (royalty - upkeep) * (1 - tax)
    values[trial] = value
    sum += value
  }
  return sum / trials
}

/** Forty years, three approaches and six scenarios, each of which changes the sales and the rate. */
function largeModel(): ValuationModel {
  const revenues = (first: number) => series(...Array.from({ length: 40 }, (_, at) => (first * 1.03 ** at).toFixed(2)))
  const model = withInputs(reconciledModel(), input('revenue', 'money', revenues(10_000)))
  return {
    ...model,
    scenarios: Array.from({ length: 6 }, (_, at) => ({
      id: `s${at}`,
      name: { vi: `Kịch bản ${at}`, en: `Scenario ${at}` },
      overrides: [
        { input: 'revenue', value: revenues(8_000 + 1_000 * at) },
        { input: 'rate', value: number(`0.${20 + at}`) },
      ],
    })),
  }
}

const many = checked(reliefOfTenYears(100_000))
const few = reliefOfTenYears(10_000)
const correlated = checked({
  ...few,
  correlations: [
    { inputs: ['royalty', 'revenue'], rank: 0.4 },
    { inputs: ['royalty', 'rate'], rank: -0.2 },
    { inputs: ['revenue', 'rate'], rank: 0.3 },
  ],
})
const byWholeMethod = checked(excessOfTenYears(10_000))
const large = checked(largeModel())

const [simulated = NaN, bare = NaN] = timed(
  () => simulateModel(many),
  () => bareLoop(100_000),
)
const [withCorrelation = NaN] = timed(() => simulateModel(correlated).targets.map(({ contribution }) => contribution))
const [wholeMethod = NaN] = timed(() => simulateModel(byWholeMethod).targets.map(({ contribution }) => contribution))
const [evaluated = NaN] = timed(() => evaluateModel(large))

const milliseconds = (time: number) => time.toFixed(time < 10 ? 2 : 1)
const verdict = (met: boolean) => (met ? 'met' : 'missed')
const line = (...cells: string[]) => `| ${cells.join(' | ')} |`

process.stdout.write(
  [
    `${new Date().toISOString().slice(0, 10)}; ${String(cpus().length)} cores, ${String(Math.round(totalmem() / 2 ** 30))} GiB; Node ${process.version}; median of ${rounds}`,
    '',
    line('what', 'ms', 'aim', ''),
    line('---', '---', '---', '---'),
    line('100,000 trials, ten years of relief from royalty, five uncertain inputs', milliseconds(simulated), '', ''),
    line('a bare loop over typed arrays, the same draws and values', milliseconds(bare), '', ''),
    line('ratio of the two', (simulated / bare).toFixed(2), 'at most 2', verdict(simulated <= 2 * bare)),
    line(
      '10,000 trials with correlation, contributions to the variance included',
      milliseconds(withCorrelation),
      'at most 300',
      verdict(withCorrelation <= 300),
    ),
    line(
      'the same of excess earnings, by the whole method',
      milliseconds(wholeMethod),
      'at most 300',
      verdict(wholeMethod <= 300),
    ),
    line(
      'a model of 40 years × 6 scenarios, all approaches',
      milliseconds(evaluated),
      'at most 5',
      verdict(evaluated <= 5),
    ),
    '',
  ].join('\n'),
)
