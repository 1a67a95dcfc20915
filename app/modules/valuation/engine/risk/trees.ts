import { atLeastZero, facts, filled, finite, probabilitiesOfOne, rateOf, refuseInput, rows } from '../checks.ts'
import { power } from './elementary.ts'
import { figure, step, warning, worked } from '../working.ts'
import { type Step, type Warning, type Worked } from '../worked.ts'

interface NodeFacts {
  name: string
  /** Paid (negative) or received when the node is reached; 0 where not given. */
  cash?: number
  /** Years from the date of valuation, not before the node above; the same as there where not given. */
  year?: number
}

export interface EndNode extends NodeFacts {
  kind: 'end'
}

/** What chance decides: the probabilities sum to one. */
export interface ChanceNode extends NodeFacts {
  kind: 'chance'
  branches: readonly { probability: number; node: TreeNode }[]
}

/** What the holder decides: the choice of the greatest value is taken. */
export interface DecisionNode extends NodeFacts {
  kind: 'decision'
  choices: readonly TreeNode[]
}

export type TreeNode = EndNode | ChanceNode | DecisionNode

export interface TreeEnd {
  /** Names from the root. */
  path: string[]
  probability: number
  /** Present value of all cash on the way. */
  value: number
}

export interface DecisionTree {
  /** Expected present value under the best choices. */
  value: number
  /** What to choose where, from the root down; only decisions that can be reached. */
  choices: { path: string[]; choice: string; value: number }[]
  /** What can then happen, with probabilities that sum to one. */
  ends: TreeEnd[]
  stdev: number
  partOfOneLoss: number
}

interface Judged {
  value: number
  choices: DecisionTree['choices']
  ends: TreeEnd[]
}

const deepest = 100
const mostNodes = 20_000

class Walk {
  readonly steps: Step[] = []
  readonly warnings: Warning[] = []
  private readonly rate: number
  private nodes = 0

  constructor(rate: number) {
    this.rate = rate
  }

  judge(given: TreeNode | undefined, input: string, above: readonly string[], yearAbove: number): Judged {
    this.nodes += 1
    if (above.length > deepest || this.nodes > mostNodes) refuseInput(input, 'out_of_range')
    const node = facts(input, given)
    if (typeof node.name !== 'string' || node.name === '') refuseInput(`${input}.name`, 'missing')
    const path = [...above, node.name]
    const year = atLeastZero(`${input}.year`, node.year ?? yearAbove)
    if (year < yearAbove) refuseInput(`${input}.year`, 'out_of_range')
    const cash = finite(`${input}.cash`, node.cash ?? 0)
    const own = cash * power(1 + this.rate, -year)
    switch (node.kind) {
      case 'end':
        return this.end(path, own, cash, year)
      case 'chance':
        return this.chance(node, input, path, year, own)
      case 'decision':
        return this.decision(node, input, path, year, own)
      default:
        return refuseInput(`${input}.kind`, 'unknown')
    }
  }

  private end(path: string[], own: number, cash: number, year: number): Judged {
    const put = `${figure(cash)}/(1 + ${figure(this.rate)})^${figure(year)}`
    this.steps.push(step('end_value', symbolOf(path), 'c/(1 + k)^t', put, own, 'money'))
    return { value: own, choices: [], ends: [{ path, probability: 1, value: own }] }
  }

  private chance(node: ChanceNode, input: string, path: string[], year: number, own: number): Judged {
    const branches = rows(`${input}.branches`, node.branches)
    const probabilities = branches.map(({ probability }) => probability)
    probabilitiesOfOne(`${input}.branches`, probabilities, (at) => `${input}.branches[${at}].probability`)
    const below = branches.map((branch, at) => this.judge(branch.node, `${input}.branches[${at}].node`, path, year))
    const value = own + below.reduce((sum, { value: each }, at) => sum + (probabilities[at] ?? 0) * each, 0)
    const put = below.map(({ value: each }, at) => `${figure(probabilities[at] ?? 0)}·${figure(each)}`).join(' + ')
    this.steps.push(step('expected_value', symbolOf(path), 'c·DF + Σ pᵢ·Vᵢ', `${figure(own)} + ${put}`, value, 'money'))
    const possible = below.filter((_, at) => (probabilities[at] ?? 0) > 0)
    return {
      value,
      choices: possible.flatMap(({ choices }) => choices),
      ends: below.flatMap(({ ends }, at) => reached(ends, probabilities[at] ?? 0, own)),
    }
  }

  private decision(node: DecisionNode, input: string, path: string[], year: number, own: number): Judged {
    const below = filled(`${input}.choices`, node.choices).map((choice, at) =>
      this.judge(choice, `${input}.choices[${at}]`, path, year),
    )
    const most = Math.max(...below.map(({ value: each }) => each))
    const at = below.findIndex(({ value: each }) => each === most)
    const best = below[at] as Judged
    if (below.filter(({ value: each }) => each === most).length > 1)
      this.warnings.push(warning('equal_choices', { value: most }))
    const value = own + most
    const put = below.map(({ value: each }) => figure(each)).join(', ')
    this.steps.push(
      step('best_choice', symbolOf(path), 'c·DF + max Vᵢ', `${figure(own)} + max(${put})`, value, 'money'),
    )
    const choice = node.choices[at]?.name ?? ''
    return {
      value,
      choices: [{ path, choice, value: most }, ...best.choices],
      ends: reached(best.ends, 1, own),
    }
  }
}

const symbolOf = (path: readonly string[]): string => `V(${path.join(' / ')})`

/** Ends as seen from one node further up: with its branch's probability and its own cash. */
function reached(ends: readonly TreeEnd[], probability: number, own: number): TreeEnd[] {
  if (probability === 0) return []
  return ends.map((end) => ({ ...end, probability: end.probability * probability, value: end.value + own }))
}

/**
 * A decision tree folded back: at chance nodes the expectation, at decisions the best choice; all cash discounted to
 * the date of valuation at one rate k a year, (1 + k)^−t. Relative error below 10⁻¹³ of the largest amount. Probabilities
 * carry the risk of the stages, so k is not to carry it again.
 *
 * Sources: Raiffa, "Decision Analysis" (1968); Brealey, Myers & Allen, "Principles of Corporate Finance".
 *
 * @throws InputRefusal `shares_not_one`, `out_of_range` (a probability, a year before that of the node above, more than
 *   100 levels or 20,000 nodes), `empty_series`, `rate_at_or_below_minus_one`, `missing` names
 */
export function decisionTree(input: { root: TreeNode; rate: number }): Worked<DecisionTree> {
  const walk = new Walk(rateOf('rate', input.rate))
  const { value, choices, ends } = walk.judge(input.root, 'root', [], 0)
  const variance = ends.reduce((sum, end) => sum + end.probability * (end.value - value) ** 2, 0)
  const stdev = Math.sqrt(variance)
  const partOfOneLoss = ends.reduce((sum, end) => (end.value < 0 ? sum + end.probability : sum), 0)
  const put = ends.map((end) => `${figure(end.probability)}·(${figure(end.value)} − ${figure(value)})²`).join(' + ')
  walk.steps.push(step('stdev', 's', '√Σ pᵢ(Vᵢ − V)²', `√(${put})`, stdev, 'money'))
  return worked({ value, choices, ends, stdev, partOfOneLoss }, walk.steps, walk.warnings)
}
