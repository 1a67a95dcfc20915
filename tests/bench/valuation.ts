import { cpus, totalmem } from 'node:os'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { evaluateModel, simulateModel } from '#modules/valuation'
import { closeComputing, simulateApart } from '#modules/valuation/server'
import { checked, correlatedRelief, excessOfTenYears, largeModel, reliefOfTenYears, years } from './valuation/models.ts'
import { measurePages } from './valuation/pages.ts'

/**
 * `npm run bench:valuation -- [--items N] [--data FOLDER]`: simulations of a model beside a bare loop over typed arrays in
 * the same run, how long a large model takes to be worked out again, and the search page over N items while simulations
 * run beside it. Prints Markdown; compare ratios, not milliseconds.
 */

const { values: given } = parseArgs({
  options: { items: { type: 'string', default: '5000' }, data: { type: 'string', default: '../shared/data' } },
})
const [items, data] = [Number(given.items), given.data]

const rounds = 7

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

const many = checked(reliefOfTenYears(100_000))
const correlated = checked(correlatedRelief(10_000))
const byWholeMethod = checked(excessOfTenYears(10_000))
const large = checked(largeModel())

const [simulated = NaN, bare = NaN] = timed(
  () => simulateModel(many),
  () => bareLoop(100_000),
)
const [withCorrelation = NaN] = timed(() => simulateModel(correlated).targets.map(({ contribution }) => contribution))
const [wholeMethod = NaN] = timed(() => simulateModel(byWholeMethod).targets.map(({ contribution }) => contribution))
const [evaluated = NaN] = timed(() => evaluateModel(large))

/** Milliseconds from asking to having the figures, by a thread that is at work already; the first one starts it. */
async function apart(): Promise<{ first: number; usual: number }> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now()
    // Of a model simulated before, the figures are kept.
    const figures = await simulateApart({ ...correlated, simulation: { ...correlated.simulation, seed: round } })
    if (!figures.ok) throw new Error(figures.refusal.code)
    times.push(performance.now() - start)
  }
  await closeComputing()
  return { first: times[0] ?? NaN, usual: medianOf(times.slice(1)) }
}
const beside = await apart()
const pages = await measurePages({ items, texts: data, connections: 4, seconds: 4, stretches: 4 })

const milliseconds = (time: number) => time.toFixed(time < 10 ? 2 : 1)
const pair = ({ p50, p99 }: { p50: number; p99: number }) => `${milliseconds(p50)} / ${milliseconds(p99)}`
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
    line(
      '10,000 trials with correlation and all other figures, by a thread beside the server',
      milliseconds(beside.usual),
      'at most 300',
      verdict(beside.usual <= 300),
    ),
    line('the same where the thread has to be started', milliseconds(beside.first), '', ''),
    line(`search page over ${String(items)} items, p50 / p99`, pair(pages.quiet), '', ''),
    line(`the same while simulations run, ${pages.simulations.toFixed(1)} a second`, pair(pages.simulating), '', ''),
    line(
      'ratio of the p99',
      (pages.simulating.p99 / pages.quiet.p99).toFixed(2),
      'at most 2',
      verdict(pages.simulating.p99 <= 2 * pages.quiet.p99),
    ),
    '',
  ].join('\n'),
)
