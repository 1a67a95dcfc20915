import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { riskAdjustedValue, type StagesInput } from './stages.ts'
import { decisionTree, type TreeNode } from './trees.ts'

const end = (name: string, cash: number, year = 0): TreeNode => ({ kind: 'end', name, cash, year })
const chance = (name: string, ...branches: [number, TreeNode][]): TreeNode => ({
  kind: 'chance',
  name,
  branches: branches.map(([probability, node]) => ({ probability, node })),
})

/** A pilot of 10 now; after a year build for 50 or stop; success brings 120 a year on. */
const pilot: TreeNode = {
  kind: 'decision',
  name: 'start',
  choices: [
    {
      ...chance(
        'pilot',
        [
          0.6,
          {
            kind: 'decision',
            name: 'good',
            year: 1,
            choices: [
              { ...chance('build', [0.8, end('sold', 121, 2)], [0.2, end('lost', 0, 2)]), cash: -55 },
              end('stop', 0, 1),
            ],
          },
        ],
        [
          0.4,
          {
            kind: 'decision',
            name: 'bad',
            year: 1,
            choices: [
              { ...chance('build', [0.1, end('sold', 121, 2)], [0.9, end('lost', 0, 2)]), cash: -55 },
              end('stop', 0, 1),
            ],
          },
        ],
      ),
      cash: -10,
    },
    end('leave', 0),
  ],
}

describe('decisionTree', () => {
  it('folds back to the best choices', () => {
    const { result, steps } = decisionTree({ root: pilot, rate: 0.1 })
    // −10 + 0.6·(0.8·121/1.21 − 55/1.1) = −10 + 0.6·30
    expect(result.value).toBeCloseTo(8, 10)
    expect(result.choices.map(({ path, choice }) => [path.at(-1), choice])).toEqual([
      ['start', 'pilot'],
      ['good', 'build'],
      ['bad', 'stop'],
    ])
    expect(result.ends.map(({ probability, value }) => [probability, Math.round(value)])).toEqual([
      [expect.closeTo(0.48, 12), 40],
      [expect.closeTo(0.12, 12), -60],
      [0.4, -10],
    ])
    expect(result.partOfOneLoss).toBeCloseTo(0.52, 12)
    expect(steps.find(({ symbol }) => symbol === 'V(start)')).toMatchObject({
      label: 'best_choice',
      numbers: '0 + max(8, 0)',
    })
  })

  it('has ends whose probabilities sum to one and whose mean is the value', () => {
    const anyTree = fc.letrec<{ node: TreeNode }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.integer({ min: -100, max: 100 }).map((cash) => end('end', cash, 9)),
        fc
          .tuple(fc.integer({ min: 1, max: 9 }), tie('node'), tie('node'), fc.integer({ min: -9, max: 9 }))
          .map(([tenths, left, right, cash]): TreeNode => ({
            ...chance('chance', [tenths / 10, left], [1 - tenths / 10, right]),
            cash,
          })),
        fc
          .tuple(tie('node'), tie('node'))
          .map(([left, right]): TreeNode => ({ kind: 'decision', name: 'decide', choices: [left, right] })),
      ),
    })).node
    fc.assert(
      fc.property(anyTree, (root) => {
        const { value, ends, stdev } = decisionTree({ root, rate: 0.08 }).result
        expect(ends.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
        expect(ends.reduce((sum, one) => sum + one.probability * one.value, 0)).toBeCloseTo(value, 9)
        expect(stdev).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('leaves out what cannot happen, and says where choices are equal', () => {
    const { result } = decisionTree({ root: chance('c', [1, end('a', 5)], [0, end('b', 7)]), rate: 0 })
    expect(result.ends).toEqual([{ path: ['c', 'a'], probability: 1, value: 5 }])
    const equal = decisionTree({ root: { kind: 'decision', name: 'd', choices: [end('a', 5), end('b', 5)] }, rate: 0 })
    expect(equal.warnings).toEqual([{ code: 'equal_choices', values: { value: 5 } }])
    expect(equal.result.choices[0]?.choice).toBe('a')
  })

  it.each([
    [chance('c', [0.5, end('a', 1)], [0.4, end('b', 1)]), 'root.branches: shares_not_one'],
    [chance('c', [1.2, end('a', 1)], [-0.2, end('b', 1)]), 'root.branches[0].probability: out_of_range'],
    [chance('c'), 'root.branches: empty_series'],
    [{ kind: 'decision', name: 'd', choices: [] }, 'root.choices: empty_series'],
    [chance('c', [1, { ...end('a', NaN), year: 1 }]), 'root.branches[0].node.cash: not_a_number'],
    [{ kind: 'decision', name: 'd', year: 2, choices: [end('a', 1, 1)] }, 'root.choices[0].year: out_of_range'],
    [end('', 1), 'root.name: missing'],
    [end('a', 1, -1), 'root.year: negative'],
    [{ kind: 'leaf', name: 'x' } as unknown as TreeNode, 'root.kind: unknown'],
    [undefined as unknown as TreeNode, 'root: missing'],
  ] as [TreeNode, string][])('refuses %j', (root, said) => {
    expect(() => decisionTree({ root, rate: 0.1 })).toThrow(said)
  })

  it('refuses a rate at −100 % and a tree too deep', () => {
    expect(() => decisionTree({ root: end('a', 1), rate: -1 })).toThrow('rate: rate_at_or_below_minus_one')
    let deep = end('a', 1)
    for (let level = 0; level < 101; level++) deep = chance('c', [1, deep])
    expect(() => decisionTree({ root: deep, rate: 0 })).toThrow('out_of_range')
  })
})

describe('riskAdjustedValue', () => {
  const project: StagesInput = {
    stages: [
      { name: 'laboratory', cost: 100, years: 1, probability: 0.5 },
      { name: 'pilot', cost: 300, years: 2, probability: 0.6 },
      { name: 'launch', cost: 500, years: 1, probability: 0.9 },
    ],
    payoff: 5000,
    rate: 0.12,
  }

  it('is the expectation of payoff less costs', () => {
    const { result, steps } = riskAdjustedValue(project)
    const costs = 100 + (0.5 * 300) / 1.12 + (0.3 * 500) / 1.12 ** 3
    expect(result.value).toBeCloseTo((0.27 * 5000) / 1.12 ** 4 - costs, 9)
    expect(result.successProbability).toBeCloseTo(0.27, 14)
    expect(result.launchYear).toBe(4)
    expect(result.stages.map(({ reachProbability }) => reachProbability)).toEqual([1, 0.5, 0.3])
    expect(result.stages[0]?.valueAtStart).toBeCloseTo(result.value, 9)
    expect(steps.at(-1)).toMatchObject({ label: 'risk_adjusted_value', symbol: 'rNPV', value: result.value })
  })

  it('equals the tree of the same stages', () => {
    const stages = project.stages
    const tree = (at: number, year: number): TreeNode => {
      const stage = stages[at]
      if (!stage) return end('won', 5000, year)
      const { name, cost, years, probability } = stage
      return {
        ...chance(name, [probability, tree(at + 1, year + years)], [1 - probability, end('lost', 0, year)]),
        cash: -cost,
        year,
      }
    }
    expect(riskAdjustedValue(project).result.value).toBeCloseTo(
      decisionTree({ root: tree(0, 0), rate: 0.12 }).result.value,
      9,
    )
  })

  it('rises stage by stage as risk is left behind, and falls as the rate rises', () => {
    const values = riskAdjustedValue(project).result.stages.map(({ valueAtStart }) => valueAtStart)
    expect(values).toEqual([...values].sort((a, b) => a - b))
    const at = (rate: number) => riskAdjustedValue({ ...project, rate }).result.value
    expect(at(0.13)).toBeLessThan(at(0.12))
  })

  it('takes cash flows from launch on, and costs at other times', () => {
    const flows = riskAdjustedValue({ ...project, payoff: [1000, 1000], convention: 'mid' }).result
    expect(flows.payoffAtLaunch).toBeCloseTo(1000 / 1.12 ** 0.5 + 1000 / 1.12 ** 1.5, 9)
    const late = riskAdjustedValue({ ...project, costTiming: 'end' }).result
    expect(late.stages[1]?.expectedCost).toBeCloseTo((0.5 * 300) / 1.12 ** 3, 9)
    const middle = riskAdjustedValue({ ...project, costTiming: 'middle' }).result
    expect(middle.value).toBeGreaterThan(riskAdjustedValue(project).result.value)
    expect(middle.stages[0]?.valueAtStart).toBeCloseTo(middle.value, 9)
  })

  it('stops where going on is worth nothing, when it may', () => {
    const poor = { ...project, payoff: 700 }
    const [bound, free] = [riskAdjustedValue(poor), riskAdjustedValue({ ...poor, mayStop: true })]
    expect(bound.result.value).toBeLessThan(0)
    expect(bound.warnings[0]).toMatchObject({ code: 'stage_not_worth_starting', values: { stage: 1 } })
    expect(free.result).toMatchObject({ value: 0, successProbability: 0 })
    expect(free.result.stages.map(({ expectedCost }) => expectedCost)).toEqual([0, 0, 0])
  })

  it.each([
    [{ stages: [] }, 'stages: empty_series'],
    [{ stages: [{ name: 'a', cost: -1, years: 1, probability: 1 }] }, 'stages[0].cost: negative'],
    [{ stages: [{ name: 'a', cost: 1, years: -1, probability: 1 }] }, 'stages[0].years: negative_life'],
    [{ stages: [{ name: 'a', cost: 1, years: 1, probability: 1.1 }] }, 'stages[0].probability: out_of_range'],
    [{ stages: [{ name: '', cost: 1, years: 1, probability: 1 }] }, 'stages[0].name: missing'],
    [{ rate: -1.5 }, 'rate: rate_at_or_below_minus_one'],
    [{ payoff: [] }, 'payoff: empty_series'],
    [{ payoff: [1, Infinity] }, 'payoff[1]: infinite'],
    [{ costTiming: 'never' as 'end' }, 'costTiming: unknown'],
    [{ convention: 'begin' as 'end' }, 'convention: unknown'],
  ] as [Partial<StagesInput>, string][])('refuses %j', (change, said) => {
    expect(() => riskAdjustedValue({ ...project, ...change })).toThrow(said)
  })
})
