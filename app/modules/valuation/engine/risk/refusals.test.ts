import { describe, expect, it } from 'vitest'
import { contributionToVariance } from './contribution.ts'
import { examineCorrelation } from './correlation.ts'
import { describeDistribution } from './description.ts'
import { binomialOption } from './lattice.ts'
import { blackScholesMerton } from './options.ts'
import { deferOption, projectOptions } from './real-options.ts'
import { spider, tornado, twoWayTable } from './sensitivity.ts'
import { simulate } from './simulation.ts'
import { riskAdjustedValue } from './stages.ts'
import { decisionTree } from './trees.ts'
import { InputRefusal } from '../worked.ts'

type Record_ = Record<string, unknown>
const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)

/** What files and forms may hold instead of a figure. */
const odd = [
  NaN,
  Infinity,
  -Infinity,
  -1,
  0,
  1,
  -0.5,
  3,
  1e308,
  1e-320,
  null,
  undefined,
  'x',
  '',
  [],
  [NaN],
  [null],
  {},
  true,
]

/** The input with each value in turn, however deep, replaced by each odd one or left out. */
function spoilt(value: unknown): unknown[] {
  if (Array.isArray(value))
    return [
      ...odd,
      ...value.flatMap((one: unknown, at) => spoilt(one).map((other) => value.with(at, other) as unknown[])),
    ]
  if (isRecord(value))
    return [
      ...odd,
      ...Object.entries(value).flatMap(([name, one]) => spoilt(one).map((other) => ({ ...value, [name]: other }))),
    ]
  return odd
}

/** Where in an answer there is a number that is none. */
function noNumber(value: unknown, path = 'answer'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => noNumber(one, `${path}.${name}`))
}

const model = ([a = 0, b = 0]: Float64Array) => a * b
const named = [
  { name: 'a', base: 1, low: 0.5, high: 2 },
  { name: 'b', base: 2 },
]
const distributions = [
  { kind: 'triangular', low: 1, mode: 2, high: 5 },
  { kind: 'pert', low: 1, mode: 2, high: 5, weight: 4 },
  { kind: 'normal', mean: 2, stdev: 1, atLeast: 0, atMost: 4 },
  { kind: 'lognormal', mean: 2, cv: 0.4 },
  { kind: 'uniform', low: 0, high: 1 },
  {
    kind: 'discrete',
    outcomes: [
      { value: 1, probability: 0.25 },
      { value: 2, probability: 0.75 },
    ],
  },
]
const option = { value: 100, strike: 90, years: 2, volatility: 0.3, rate: 0.05, leakage: 0.02 }
const project = { projectValue: 100, years: 2, volatility: 0.3, rate: 0.05, leakage: 0.02, steps: 20 }
const tree = {
  kind: 'decision',
  name: 'start',
  choices: [
    {
      kind: 'chance',
      name: 'pilot',
      cash: -5,
      year: 1,
      branches: [
        { probability: 0.5, node: { kind: 'end', name: 'won', cash: 20, year: 2 } },
        { probability: 0.5, node: { kind: 'end', name: 'lost' } },
      ],
    },
    { kind: 'end', name: 'leave' },
  ],
}

type Method = (input: never) => unknown
const cases: [string, Method, Record_][] = [
  ...distributions.map((distribution): [string, Method, Record_] => [
    `describeDistribution of ${distribution.kind}`,
    describeDistribution,
    { distribution, probabilities: [0.1, 0.5], values: [1.5] },
  ]),
  ...distributions.map((distribution): [string, Method, Record_] => [
    `simulate ${distribution.kind}`,
    simulate,
    {
      inputs: [
        { name: 'a', distribution },
        { name: 'b', distribution: { kind: 'uniform', low: 0, high: 1 } },
      ],
      model,
      trials: 40,
      seed: 1,
      sampling: 'sobol',
      replicates: 2,
      correlation: [
        [1, 0.5],
        [0.5, 1],
      ],
      percentiles: [0.5, 0.9],
      thresholds: [1],
      bins: 5,
      tolerance: 0.1,
      keepDraws: true,
    },
  ]),
  [
    'examineCorrelation',
    ({ correlation }: Parameters_) => examineCorrelation(correlation),
    {
      correlation: [
        [1, 0.2],
        [0.2, 1],
      ],
    },
  ],
  ['tornado', tornado, { inputs: named, model, variation: 0.2 }],
  ['spider', spider, { inputs: named, model, changes: [-0.1, 0.1] }],
  [
    'twoWayTable',
    twoWayTable,
    { inputs: named, model, row: { name: 'a', values: [1, 2] }, column: { name: 'b', values: [1, 2] } },
  ],
  [
    'contributionToVariance',
    contributionToVariance,
    {
      names: ['a', 'b'],
      draws: [Float64Array.of(1, 2, 3), Float64Array.of(3, 1, 2)],
      values: Float64Array.of(1, 2, 4),
    },
  ],
  ['blackScholesMerton', blackScholesMerton, option],
  ['binomialOption', binomialOption, { ...option, steps: 10, kind: 'put', exercise: 'american' }],
  ['deferOption', deferOption, { ...project, investment: 90 }],
  [
    'projectOptions',
    projectOptions,
    { ...project, expand: { part: 0.5, cost: 40 }, contract: { part: 0.4, saving: 30 }, abandon: { salvage: 80 } },
  ],
  ['decisionTree', decisionTree, { root: tree, rate: 0.1 }],
  [
    'riskAdjustedValue',
    riskAdjustedValue,
    {
      stages: [
        { name: 'pilot', cost: 10, years: 1, probability: 0.5 },
        { name: 'launch', cost: 20, years: 2, probability: 0.8 },
      ],
      payoff: [50, 60],
      rate: 0.1,
      costTiming: 'middle',
      convention: 'mid',
      mayStop: true,
    },
  ],
]
interface Parameters_ {
  correlation: number[][]
}

describe('whatever an input holds, it is answered in numbers or refused by its name', () => {
  it.each(cases)('%s', (_, method, valid) => {
    const run = (input: unknown) => (method as (input: unknown) => unknown)(input)
    expect(noNumber(run(valid))).toEqual([])
    for (const input of spoilt(valid)) {
      if (!isRecord(input)) continue
      try {
        expect(noNumber(run(input)), JSON.stringify(input)).toEqual([])
      } catch (error) {
        if (!(error instanceof InputRefusal))
          throw new Error(`${String(error)} at ${JSON.stringify(input)}`, { cause: error })
        expect(error.input).not.toBe('')
      }
    }
  })
})
