import { binomialOption } from '../../engine/risk/lattice.ts'
import { blackScholesMerton } from '../../engine/risk/options.ts'
import { deferOption, projectOptions, type ProjectInput } from '../../engine/risk/real-options.ts'
import { riskAdjustedValue } from '../../engine/risk/stages.ts'
import { decisionTree, type TreeNode } from '../../engine/risk/trees.ts'
import { InputRefusal, type Warning } from '../../engine/worked.ts'
import { preceded, warning } from '../../engine/working.ts'
import {
  cellFigure,
  cellFigureIfAny,
  cellWord,
  choiceSlot,
  chosen,
  figureOf,
  figureSlot,
  type Given,
  type Method,
  money,
  needed,
  neededFigure,
  neededRows,
  type Row,
  tableSlot,
  yearlyOf,
  yearlySlot,
} from './method.ts'

/** Probabilities carry the risk of failing here; a premium in the rate counts it again. */
function countedTwice(given: Given, probabilities: readonly number[]): Warning[] {
  const premium = figureOf(given, 'readinessPremium') ?? 0
  const least = Math.min(1, ...probabilities.filter((one) => !Number.isNaN(one)))
  return premium > 0 && least < 1 ? [warning('risk_counted_twice', { probability: least, premium })] : []
}

const yesOrNo = ['no', 'yes'] as const
const costTimings = ['start', 'middle', 'end'] as const
const conventions = ['end', 'mid'] as const

export const stages: Method = {
  family: 'income',
  slots: {
    stages: tableSlot({ name: 'text', cost: 'money', years: 'figure', probability: 'figure' }, needed),
    payoff: yearlySlot({ ...money, ...needed }),
    discountRate: figureSlot(needed),
    costTiming: choiceSlot(costTimings),
    convention: choiceSlot(conventions),
    mayStop: choiceSlot(yesOrNo),
    readinessPremium: figureSlot(),
  },
  paths: { rate: 'discountRate' },
  run: (given) => {
    const rows = neededRows(given, 'stages')
    const payoff = yearlyOf(given, 'payoff')
    if (payoff === undefined) throw new InputRefusal('payoff', 'missing')
    const worked = riskAdjustedValue({
      stages: rows.map((row, at) => ({
        name: cellWord(row, 'name') || String(at + 1),
        cost: cellFigure(row, 'cost'),
        years: cellFigure(row, 'years'),
        probability: cellFigure(row, 'probability'),
      })),
      payoff,
      rate: neededFigure(given, 'discountRate'),
      costTiming: chosen(given, 'costTiming', costTimings),
      convention: chosen(given, 'convention', conventions),
      mayStop: chosen(given, 'mayStop', yesOrNo) === 'yes',
    })
    const probabilities = rows.map((row) => cellFigure(row, 'probability'))
    return { value: worked.result.value, worked: preceded(worked, { warnings: countedTwice(given, probabilities) }) }
  },
}

const nodeColumns = {
  id: 'text',
  parent: 'text',
  kind: 'text',
  name: 'text',
  cash: 'money',
  year: 'figure',
  probability: 'figure',
} as const

/** A tree from its table: each node names the one above it; the one that names none is the root. */
function treeOf(rows: readonly Row[]): TreeNode {
  const below = new Map<string, { row: Row; at: number }[]>()
  const seen = new Set<string>()
  for (const [at, row] of rows.entries()) {
    const id = cellWord(row, 'id')
    if (id === '') throw new InputRefusal(`nodes[${at}].id`, 'missing')
    if (seen.has(id)) throw new InputRefusal(`nodes[${at}].id`, 'name_repeated')
    seen.add(id)
    const parent = cellWord(row, 'parent')
    below.set(parent, [...(below.get(parent) ?? []), { row, at }])
  }
  const roots = below.get('') ?? []
  if (roots[0] === undefined) throw new InputRefusal('nodes', 'missing')
  if (roots[1] !== undefined) throw new InputRefusal(`nodes[${roots[1].at}].parent`, 'one_too_many')
  let built = 0
  const build = ({ row, at }: { row: Row; at: number }): TreeNode => {
    built += 1
    const id = cellWord(row, 'id')
    const cash = cellFigureIfAny(row, 'cash')
    const year = cellFigureIfAny(row, 'year')
    const node = {
      name: cellWord(row, 'name') || id,
      ...(cash !== undefined && { cash }),
      ...(year !== undefined && { year }),
    }
    const children = below.get(id) ?? []
    switch (cellWord(row, 'kind')) {
      case 'end':
        if (children[0]) throw new InputRefusal(`nodes[${children[0].at}].parent`, 'unknown')
        return { ...node, kind: 'end' }
      case 'chance':
        return {
          ...node,
          kind: 'chance',
          branches: children.map((child) => ({
            probability: cellFigure(child.row, 'probability'),
            node: build(child),
          })),
        }
      case 'decision':
        return { ...node, kind: 'decision', choices: children.map(build) }
      default:
        throw new InputRefusal(`nodes[${at}].kind`, 'unknown')
    }
  }
  const root = build(roots[0])
  // What is not reached from the root hangs on itself or on nothing.
  if (built < rows.length) throw new InputRefusal('nodes', 'unknown')
  return root
}

export const tree: Method = {
  family: 'income',
  slots: {
    nodes: tableSlot(nodeColumns, needed),
    discountRate: figureSlot(needed),
    readinessPremium: figureSlot(),
  },
  paths: { rate: 'discountRate', root: 'nodes' },
  run: (given) => {
    const rows = neededRows(given, 'nodes')
    const worked = decisionTree({ root: treeOf(rows), rate: neededFigure(given, 'discountRate') })
    const probabilities = rows.map((row) => cellFigureIfAny(row, 'probability') ?? 1)
    return { value: worked.result.value, worked: preceded(worked, { warnings: countedTwice(given, probabilities) }) }
  },
}

const optionKinds = [
  'european_call',
  'european_put',
  'american_call',
  'american_put',
  'defer',
  'expand',
  'contract',
  'abandon',
] as const

/** Right over a running project, each used at any time until it ends. */
function running(given: Given, kind: 'expand' | 'contract' | 'abandon', project: ProjectInput) {
  const strike = neededFigure(given, 'strike')
  if (kind === 'abandon') return projectOptions({ ...project, abandon: { salvage: strike } })
  const part = neededFigure(given, 'part')
  return kind === 'expand'
    ? projectOptions({ ...project, expand: { part, cost: strike } })
    : projectOptions({ ...project, contract: { part, saving: strike } })
}

export const option: Method = {
  family: 'income',
  slots: {
    kind: choiceSlot(optionKinds, true),
    projectValue: figureSlot({ ...money, ...needed }),
    /** What investing or expanding costs, contracting saves or abandoning brings. */
    strike: figureSlot({ ...money, ...needed }),
    part: figureSlot(),
    years: figureSlot({ measure: 'years', needed: true }),
    volatility: figureSlot(needed),
    riskFreeRate: figureSlot(needed),
    leakage: figureSlot(),
    steps: figureSlot(),
  },
  paths: {
    value: 'projectValue',
    investment: 'strike',
    rate: 'riskFreeRate',
    'expand.part': 'part',
    'expand.cost': 'strike',
    'contract.part': 'part',
    'contract.saving': 'strike',
    'abandon.salvage': 'strike',
  },
  run: (given) => {
    if (given['kind'] === undefined) throw new InputRefusal('kind', 'missing')
    const kind = chosen(given, 'kind', optionKinds)
    const projectValue = neededFigure(given, 'projectValue')
    const strike = neededFigure(given, 'strike')
    const shared = {
      years: neededFigure(given, 'years'),
      volatility: neededFigure(given, 'volatility'),
      rate: neededFigure(given, 'riskFreeRate'),
      leakage: figureOf(given, 'leakage') ?? 0,
    }
    const steps = figureOf(given, 'steps') ?? 200
    switch (kind) {
      case 'european_call':
      case 'european_put': {
        const worked = blackScholesMerton({ ...shared, value: projectValue, strike })
        return { value: kind === 'european_call' ? worked.result.call : worked.result.put, worked }
      }
      case 'american_call':
      case 'american_put': {
        const right = kind === 'american_call' ? 'call' : 'put'
        const worked = binomialOption({
          ...shared,
          value: projectValue,
          strike,
          steps,
          kind: right,
          exercise: 'american',
        })
        return { value: worked.result.value, worked }
      }
      case 'defer': {
        const worked = deferOption({ ...shared, projectValue, steps, investment: strike })
        return { value: worked.result.valueWithOptions, worked }
      }
      default: {
        const worked = running(given, kind, { ...shared, projectValue, steps })
        return { value: worked.result.valueWithOptions, worked }
      }
    }
  },
}
