import { aboveZero, atLeastZero, refuseInput, within } from '../checks.ts'
import { latticeFigures, latticeSteps, type LatticeFigures, rollBack } from './lattice.ts'
import { figure, step, warning, worked } from '../working.ts'
import { type Worked } from '../worked.ts'

/** What every right over a project depends on. */
export interface ProjectInput {
  /** V, present value of the project's cash flows (money). */
  projectValue: number
  /** T, years the right lasts. */
  years: number
  /** σ, yearly standard deviation of the project's logarithmic return. */
  volatility: number
  /** r, riskless rate a year, compounded continuously. */
  rate: number
  /** q, part of the project's value paid out or lost a year; 0 where not given. */
  leakage?: number
  /** Steps of the lattice: 200 where not given. */
  steps?: number
}

export interface RealOption extends LatticeFigures {
  /** Value without any right to choose later. */
  staticValue: number
  /** Value with it. */
  valueWithOptions: number
  /** The difference: what the right to choose is worth. */
  flexibilityValue: number
  /** Whether the right is best used at once. */
  exerciseNow: boolean
}

const usualSteps = 200

function optionOf(input: ProjectInput, strike: number) {
  const { projectValue, years, volatility, rate, leakage } = input
  aboveZero('projectValue', projectValue)
  return { value: projectValue, strike, years, volatility, rate, leakage: leakage ?? 0 }
}

/**
 * The right to invest at any time until T (an American call on the project): static value max(V − I, 0), value with the
 * right by a lattice. Waiting is worth more the larger σ and the smaller q.
 *
 * Sources: McDonald & Siegel, "The value of waiting to invest" (1986); Trigeorgis, "Real Options" (1996).
 *
 * @param input.investment I, what investing costs (money)
 * @throws InputRefusal `not_positive` for projectValue and investment, and as `binomialOption`
 */
export function deferOption(input: ProjectInput & { investment: number }): Worked<RealOption> {
  const { projectValue, investment } = input
  const steps = input.steps ?? usualSteps
  aboveZero('investment', investment)
  const option = optionOf(input, investment)
  const { discount, ...figures } = latticeFigures(option, steps)
  const payoff = (project: number) => project - investment
  const { value, exerciseNow } = rollBack({ start: projectValue, steps, figures, discount, payoff, early: true })
  const staticValue = Math.max(0, projectValue - investment)
  const flexibilityValue = value - staticValue
  const [v, i] = [figure(projectValue), figure(investment)]
  return worked({ ...figures, staticValue, valueWithOptions: value, flexibilityValue, exerciseNow }, [
    ...latticeSteps(option, steps, figures),
    step('static_value', 'V₀', 'max(V − I, 0)', `max(${v} − ${i}, 0)`, staticValue, 'money'),
    step(
      'value_with_options',
      'V*',
      'max(V − I, e^(−rΔt)·[p·V_u + (1 − p)·V_d])',
      `V = ${v}, I = ${i}, n = ${steps}`,
      value,
      'money',
    ),
    step('flexibility_value', 'F', 'V* − V₀', `${figure(value)} − ${figure(staticValue)}`, flexibilityValue, 'money'),
  ])
}

export interface RunningProjectInput extends ProjectInput {
  /** Grow the project by the part e for a cost. */
  expand?: { part: number; cost: number }
  /** Shrink the project by a part and save an outlay. */
  contract?: { part: number; saving: number }
  /** Give the project up for what it still brings. */
  abandon?: { salvage: number }
}

export interface RunningProject extends RealOption {
  /** Which right is used where it is best used at once. */
  choice: 'expand' | 'contract' | 'abandon' | 'wait'
}

/** What each right adds to a project worth v, when used there. */
function gainsOf({
  expand,
  contract,
  abandon,
}: RunningProjectInput): [RunningProject['choice'], string, (v: number) => number][] {
  const gains: [RunningProject['choice'], string, (v: number) => number][] = []
  if (expand) {
    const part = aboveZero('expand.part', expand.part)
    const cost = atLeastZero('expand.cost', expand.cost)
    gains.push(['expand', `${figure(part)}·V − ${figure(cost)}`, (v) => part * v - cost])
  }
  if (contract) {
    const part = within('contract.part', aboveZero('contract.part', contract.part), 0, 1)
    const saving = atLeastZero('contract.saving', contract.saving)
    gains.push(['contract', `${figure(saving)} − ${figure(part)}·V`, (v) => saving - part * v])
  }
  if (abandon) {
    const salvage = atLeastZero('abandon.salvage', abandon.salvage)
    gains.push(['abandon', `${figure(salvage)} − V`, (v) => salvage - v])
  }
  return gains
}

/**
 * A running project with the right to expand, contract or abandon it at any time until T, alone or together. The gain
 * of each over carrying on is e·V − cost, saving − c·V and salvage − V; the lattice takes at each node the best of them
 * and of waiting. Using one gives the others up, so that together they are worth at most their sum.
 *
 * Source: Trigeorgis, "The nature of option interactions" (1993), and "Real Options" (1996).
 *
 * @throws InputRefusal `nothing_to_value` for `options` where none is given; `not_positive`, `negative`, `out_of_range`
 *   for their figures; and as `binomialOption`
 */
export function projectOptions(input: RunningProjectInput): Worked<RunningProject> {
  const { projectValue } = input
  const steps = input.steps ?? usualSteps
  const gains = gainsOf(input)
  if (gains.length === 0) refuseInput('options', 'nothing_to_value')
  const option = optionOf(input, projectValue)
  const { discount, ...figures } = latticeFigures(option, steps)
  const payoff = (v: number) => Math.max(...gains.map(([, , gain]) => gain(v)))
  const rolled = rollBack({ start: projectValue, steps, figures, discount, payoff, early: true })
  const flexibilityValue = rolled.value
  const valueWithOptions = projectValue + flexibilityValue
  const best = gains.find(([, , gain]) => gain(projectValue) === flexibilityValue)
  const choice = rolled.exerciseNow && best ? best[0] : 'wait'
  const formulas = gains.map(([, formula]) => formula).join(', ')
  const [v, f] = [figure(projectValue), figure(flexibilityValue)]
  return worked(
    {
      ...figures,
      staticValue: projectValue,
      valueWithOptions,
      flexibilityValue,
      exerciseNow: rolled.exerciseNow,
      choice,
    },
    [
      ...latticeSteps(option, steps, figures),
      step('static_value', 'V₀', 'V', v, projectValue, 'money'),
      step(
        'flexibility_value',
        'F',
        `max(${formulas}, e^(−rΔt)·[p·F_u + (1 − p)·F_d])`,
        `V = ${v}, n = ${steps}`,
        flexibilityValue,
        'money',
      ),
      step('value_with_options', 'V*', 'V₀ + F', `${v} + ${f}`, valueWithOptions, 'money'),
    ],
    flexibilityValue < 1e-9 * projectValue ? [warning('never_optimal')] : [],
  )
}
