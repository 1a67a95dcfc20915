import { refuseInput, wholeWithin, wordOf } from '../checks.ts'
import { exp } from './elementary.ts'
import { checkOption, type OptionInput } from './options.ts'
import { figure, step, worked } from '../working.ts'
import { type Step, type Worked } from '../worked.ts'

const mostSteps = 5000
/** Up to this many steps the nodes are given back, to be drawn. */
const drawnSteps = 12

export interface LatticeInput extends OptionInput {
  kind: 'call' | 'put'
  exercise: 'european' | 'american'
  /** From 1 to 5000. */
  steps: number
}

export interface LatticeNode {
  /** Value of the project here. */
  project: number
  /** Value of the option here. */
  option: number
  /** Whether to exercise here. */
  exercise: boolean
}

export interface LatticeFigures {
  timeStep: number
  up: number
  down: number
  /** Risk-neutral probability of a step up. */
  probability: number
}

export interface Lattice extends LatticeFigures {
  value: number
  exerciseNow: boolean
  /** `nodes[step][ups]`; up to 12 steps only. */
  nodes?: LatticeNode[][]
}

/** What decides a lattice: the moves of the project, and what exercising brings at a value of it. */
interface Rollback {
  start: number
  steps: number
  figures: LatticeFigures
  /** Discount of one step. */
  discount: number
  payoff: (project: number) => number
  early: boolean
}

/**
 * Cox-Ross-Rubinstein: Δt = T/n, u = e^(σ√Δt), d = 1/u, p = (e^((r − q)Δt) − d)/(u − d).
 *
 * @throws InputRefusal `probability_outside_zero_to_one` for `steps` where p is: then more steps are needed
 */
export function latticeFigures(input: OptionInput, steps: number): LatticeFigures & { discount: number } {
  const { years, volatility, rate, leakage } = checkOption(input)
  const timeStep = years / wholeWithin('steps', steps, 1, mostSteps)
  const move = volatility * Math.sqrt(timeStep)
  const up = exp(move)
  const down = 1 / up
  const probability = (exp((rate - leakage) * timeStep) - down) / (up - down)
  if (!(probability >= 0 && probability <= 1)) refuseInput('steps', 'probability_outside_zero_to_one')
  return { timeStep, up, down, probability, discount: exp(-rate * timeStep) }
}

/** Values from the end to the start: max(exercise, wait) where early exercise is allowed. */
export function rollBack({
  start,
  steps,
  figures,
  discount,
  payoff,
  early,
}: Rollback): Omit<Lattice, keyof LatticeFigures> {
  const { up, probability } = figures
  const [rise, fall] = [discount * probability, discount * (1 - probability)]
  // project[k] is the project after a surplus of k − steps moves up.
  const project = new Float64Array(2 * steps + 1)
  project[steps] = start
  for (let k = 1; k <= steps; k++) {
    project[steps + k] = (project[steps + k - 1] as number) * up
    project[steps - k] = (project[steps - k + 1] as number) / up
  }
  const paid = early ? project.map(payoff) : new Float64Array(0)
  const option = new Float64Array(steps + 1)
  for (let ups = 0; ups <= steps; ups++) option[ups] = Math.max(0, payoff(project[2 * ups] as number))
  const nodes: LatticeNode[][] = []
  const note = (level: number): void => {
    if (steps > drawnSteps) return
    nodes[level] = Array.from({ length: level + 1 }, (_, ups) => {
      const here = project[steps + 2 * ups - level] as number
      const value = option[ups] as number
      const may = early || level === steps
      return { project: here, option: value, exercise: may && value > 0 && value === payoff(here) }
    })
  }
  note(steps)
  for (let level = steps - 1; level >= 0; level--) {
    for (let ups = 0; ups <= level; ups++) {
      const wait = rise * (option[ups + 1] as number) + fall * (option[ups] as number)
      const now = early ? (paid[steps + 2 * ups - level] as number) : wait
      option[ups] = now > wait ? now : wait
    }
    note(level)
  }
  const value = option[0] as number
  return { value, exerciseNow: early && value > 0 && value === payoff(start), ...(nodes.length > 0 && { nodes }) }
}

export function latticeSteps(input: OptionInput, count: number, figures: LatticeFigures): Step[] {
  const { years, volatility, rate, leakage } = checkOption(input)
  const [t, sigma, r, q] = [years, volatility, rate, leakage].map(figure)
  const { timeStep, up, down, probability } = figures
  const dt = figure(timeStep)
  return [
    step('time_step', 'Δt', 'T/n', `${t}/${count}`, timeStep, 'years'),
    step('up_factor', 'u', 'e^(σ√Δt)', `e^(${sigma}·√${dt})`, up, 'ratio'),
    step('down_factor', 'd', '1/u', `1/${figure(up)}`, down, 'ratio'),
    step(
      'risk_neutral_probability',
      'p',
      '(e^((r − q)Δt) − d)/(u − d)',
      `(e^((${r} − ${q})·${dt}) − ${figure(down)})/(${figure(up)} − ${figure(down)})`,
      probability,
      'probability',
    ),
  ]
}

/**
 * Value of a European or American call or put on a project whose value leaks at q, on a recombining tree rolled back
 * from its end. Against `blackScholesMerton` the European value errs by the order of 1/n; rounding stays below
 * n·10⁻¹⁵ of S + K.
 *
 * Sources: Cox, Ross & Rubinstein, "Option pricing: a simplified approach" (Journal of Financial Economics 7, 1979);
 * Hull, "Options, Futures, and Other Derivatives".
 *
 * @throws InputRefusal as `checkOption` and `latticeFigures`; `unknown` for kind and exercise; `out_of_range`,
 *   `not_whole` for steps
 */
export function binomialOption(input: LatticeInput): Worked<Lattice> {
  const { value, strike, kind, exercise, steps } = input
  const { discount, ...figures } = latticeFigures(input, steps)
  wordOf('kind', kind, ['call', 'put'])
  wordOf('exercise', exercise, ['european', 'american'])
  const payoff = kind === 'call' ? (project: number) => project - strike : (project: number) => strike - project
  const early = exercise === 'american'
  const rolled = rollBack({ start: value, steps, figures, discount, payoff, early })
  const wait = 'e^(−rΔt)·[p·V_u + (1 − p)·V_d]'
  const formula = early ? `max(${kind === 'call' ? 'S − K' : 'K − S'}, ${wait})` : wait
  const numbers = `S = ${figure(value)}, K = ${figure(strike)}, n = ${steps}`
  return worked({ ...figures, ...rolled }, [
    ...latticeSteps(input, steps, figures),
    step('option_value', 'V', formula, numbers, rolled.value, 'money'),
  ])
}
