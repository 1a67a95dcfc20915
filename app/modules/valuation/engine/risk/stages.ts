import { atLeastZero, distinctNames, filled, finite, life, partOfOne, rateOf, rows, wordOf } from '../checks.ts'
import { power } from './elementary.ts'
import { figure, step, warning, worked } from '../working.ts'
import { type Step, type Warning, type Worked } from '../worked.ts'

export interface Stage {
  name: string
  /** What the stage costs (money), paid when it is begun whether or not it succeeds. */
  cost: number
  /** How many years it takes. */
  years: number
  /** That it succeeds, once begun. */
  probability: number
}

export interface StagesInput {
  stages: readonly Stage[]
  /** Value on the day the last stage has succeeded (money), or the cash flows of the years from then on. */
  payoff: number | readonly number[]
  /** k a year, without a premium for what the probabilities already carry. */
  rate: number
  /** When in its stage a cost is paid: `start` where not given. */
  costTiming?: 'start' | 'middle' | 'end'
  /** When in its year a cash flow of the payoff falls: `end` where not given. */
  convention?: 'end' | 'mid'
  /** Whether a stage not worth its cost is left out, and all after it. */
  mayStop?: boolean
}

export interface StageFigures {
  name: string
  startYear: number
  /** That all stages before have succeeded. */
  reachProbability: number
  /** Present value of the expected cost, seen from today. */
  expectedCost: number
  /** Value of all that is to come, in money of the stage's start, given that it is reached. */
  valueAtStart: number
}

export interface StagedValue {
  /** Risk-adjusted net present value. */
  value: number
  /** That every stage succeeds; 0 where the project is stopped before. */
  successProbability: number
  launchYear: number
  /** Value of the payoff on the day of launch, and its expectation today. */
  payoffAtLaunch: number
  expectedPayoff: number
  stages: StageFigures[]
}

function payoffAtLaunch(payoff: number | readonly number[], rate: number, shift: number): number {
  if (typeof payoff === 'number') return finite('payoff', payoff)
  return filled('payoff', payoff).reduce(
    (sum, flow, at) => sum + finite(`payoff[${at}]`, flow) * power(1 + rate, -(at + 1 - shift)),
    0,
  )
}

function checkStages(stages: readonly Stage[]): readonly Stage[] {
  rows('stages', stages)
  distinctNames(
    'stages',
    stages.map(({ name }) => name),
  )
  for (const [at, { cost, years, probability }] of stages.entries()) {
    atLeastZero(`stages[${at}].cost`, cost)
    life(`stages[${at}].years`, years)
    partOfOne(`stages[${at}].probability`, probability)
  }
  return stages
}

/** How far into its stage a cost is paid, as a part of the stage. */
function timingOf(timing: NonNullable<StagesInput['costTiming']>): number {
  const parts = { start: 0, middle: 0.5, end: 1 }
  return parts[wordOf('costTiming', timing, ['start', 'middle', 'end'])]
}

/**
 * Risk-adjusted net present value by stage: rNPV = Πp·W·(1 + k)^−T − Σ cᵢ·Π_{j<i} pⱼ·(1 + k)^−tᵢ, with the value at each
 * stage's start given that it is reached, which rises as risk is left behind. Relative error below 10⁻¹³ of the
 * largest amount.
 *
 * Sources: Stewart, Allison & Johnson, "Putting a price on biotechnology" (Nature Biotechnology 19, 2001); Razgaitis,
 * "Valuation and Dealmaking of Technology-Based Intellectual Property"; IVS 210 for the income approach.
 *
 * @throws InputRefusal `empty_series`, `name_repeated`, `negative` cost, `negative_life`, `out_of_range` probability,
 *   `rate_at_or_below_minus_one`, `unknown` timing or convention
 */
export function riskAdjustedValue(input: StagesInput): Worked<StagedValue> {
  const rate = rateOf('rate', input.rate)
  const stages = checkStages(input.stages)
  const paid = timingOf(input.costTiming ?? 'start')
  const convention = wordOf('convention', input.convention ?? 'end', ['end', 'mid'])
  const launch = payoffAtLaunch(input.payoff, rate, convention === 'mid' ? 0.5 : 0)
  const values: number[] = []
  let ahead = launch
  for (const { cost, years, probability } of stages.toReversed()) {
    const going = probability * ahead * power(1 + rate, -years) - cost * power(1 + rate, -years * paid)
    ahead = input.mayStop === true ? Math.max(0, going) : going
    values.unshift(ahead)
  }
  return report(input, stages, { rate, paid, launch, values })
}

interface Found {
  rate: number
  paid: number
  launch: number
  /** Value at the start of each stage. */
  values: readonly number[]
}

function report(input: StagesInput, stages: readonly Stage[], found: Found): Worked<StagedValue> {
  const { rate, paid, launch, values } = found
  const steps: Step[] = []
  const warnings: Warning[] = []
  const figures: StageFigures[] = []
  let [reach, year] = [1, 0]
  const k = figure(rate)
  for (const [at, { name, cost, years, probability }] of stages.entries()) {
    const valueAtStart = values[at] ?? 0
    if (valueAtStart <= 0 && reach > 0) {
      warnings.push(warning('stage_not_worth_starting', { stage: at + 1, value: valueAtStart }))
      if (input.mayStop === true) reach = 0
    }
    const paidAt = year + years * paid
    const expectedCost = cost * reach * power(1 + rate, -paidAt)
    const put = `${figure(cost)}·${figure(reach)}/(1 + ${k})^${figure(paidAt)}`
    steps.push(
      step('reach_probability', `P(${name})`, 'Π pⱼ, j < i', figure(reach), reach, 'probability'),
      step('stage_cost', `C(${name})`, 'c·P/(1 + k)^t', put, expectedCost, 'money'),
      step(
        'value_at_stage',
        `W(${name})`,
        'p·W₊₁/(1 + k)^n − c/(1 + k)^s',
        `p = ${figure(probability)}, n = ${figure(years)}`,
        valueAtStart,
        'money',
      ),
    )
    figures.push({ name, startYear: year, reachProbability: reach, expectedCost, valueAtStart })
    reach *= probability
    year += years
  }
  const expectedPayoff = launch * reach * power(1 + rate, -year)
  const value = expectedPayoff - figures.reduce((sum, { expectedCost }) => sum + expectedCost, 0)
  const costs = figures.map(({ expectedCost }) => figure(expectedCost)).join(' − ')
  steps.push(
    step(
      'success_probability',
      'P',
      'Π pᵢ',
      stages.map(({ probability }) => figure(probability)).join('·'),
      reach,
      'probability',
    ),
    step(
      'payoff_value',
      'W',
      'P·W_T/(1 + k)^T',
      `${figure(reach)}·${figure(launch)}/(1 + ${k})^${figure(year)}`,
      expectedPayoff,
      'money',
    ),
    step(
      'risk_adjusted_value',
      'rNPV',
      'P·W_T/(1 + k)^T − Σ Cᵢ',
      `${figure(expectedPayoff)} − ${costs}`,
      value,
      'money',
    ),
  )
  const result = { value, successProbability: reach, launchYear: year, payoffAtLaunch: launch, expectedPayoff }
  return worked({ ...result, stages: figures }, steps, warnings)
}
