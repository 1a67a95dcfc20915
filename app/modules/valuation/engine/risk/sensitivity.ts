import { callable, distinctNames, facts, filled, finite, refuseInput, rows } from '../checks.ts'
import { type Model } from './simulation.ts'
import { figure, step, warning, worked } from '../working.ts'
import { type Unit, type Worked } from '../worked.ts'

/** An input of the model at its base figure; inputs are in the order of the model's row. */
export interface BaseInput {
  name: string
  base: number
}

export interface TornadoInput extends BaseInput {
  /** The figures tried instead of the base; where not given, base·(1 ∓ variation). */
  low?: number
  high?: number
}

export interface TornadoBar {
  name: string
  /** The input that gives the lower value, which for a discount rate is the higher one. */
  lowCaseInput: number
  highCaseInput: number
  lowValue: number
  highValue: number
  swing: number
}

export interface Tornado {
  baseValue: number
  /** By falling swing; equal swings keep the order of the inputs. */
  bars: TornadoBar[]
}

function checkInputs(inputs: readonly BaseInput[], model: Model): Float64Array {
  rows('inputs', inputs)
  callable('model', model)
  distinctNames(
    'inputs',
    inputs.map(({ name }) => name),
  )
  return Float64Array.from(inputs, ({ base }, at) => finite(`inputs[${at}].base`, base))
}

/** The model with some inputs changed from their base. */
function valueWith(model: Model, base: Float64Array, ...changes: readonly [at: number, value: number][]): number {
  const row = base.slice()
  for (const [at, value] of changes) row[at] = value
  return finite('model', model(row))
}

/** Which figures are tried for an input. */
function rangeOf(input: TornadoInput, at: number, variation: number | undefined): [low: number, high: number] {
  const { base, low, high } = input
  if (low !== undefined && high !== undefined)
    return [finite(`inputs[${at}].low`, low), finite(`inputs[${at}].high`, high)]
  const part = finite('variation', variation)
  if (part <= 0) refuseInput('variation', 'not_positive')
  return [
    low === undefined ? base * (1 - part) : finite(`inputs[${at}].low`, low),
    high === undefined ? base * (1 + part) : finite(`inputs[${at}].high`, high),
  ]
}

/**
 * One-way sensitivity: each input alone at its low and its high figure, sorted by swing |V_high − V_low|.
 *
 * Source: R. Howard, "Decision Analysis: Practice and Promise" (Management Science 34, 1988); T. Eschenbach (1992).
 *
 * @param input.variation part by which inputs without low and high are moved to both sides, such as 0.2
 * @throws InputRefusal `missing` for `variation` where an input has no range; `empty_series`, `name_repeated`;
 *   `not_a_number` or `infinite` for `model`
 */
export function tornado(input: {
  inputs: readonly TornadoInput[]
  model: Model
  variation?: number
  unit?: Unit
}): Worked<Tornado> {
  const { inputs, model, variation, unit = 'money' } = input
  const base = checkInputs(inputs, model)
  const baseValue = valueWith(model, base)
  const bars = inputs.map((one, at): TornadoBar => {
    const [low, high] = rangeOf(one, at, variation)
    const atLow = valueWith(model, base, [at, low])
    const atHigh = valueWith(model, base, [at, high])
    const swing = Math.abs(atHigh - atLow)
    return atLow <= atHigh
      ? { name: one.name, lowCaseInput: low, highCaseInput: high, lowValue: atLow, highValue: atHigh, swing }
      : { name: one.name, lowCaseInput: high, highCaseInput: low, lowValue: atHigh, highValue: atLow, swing }
  })
  bars.sort((a, b) => b.swing - a.swing)
  const steps = [step('base_value', 'V₀', 'V(x)', figure(baseValue), baseValue, unit)]
  for (const bar of bars) {
    const { name, lowCaseInput, highCaseInput, lowValue, highValue, swing } = bar
    const [low, high] = [figure(lowValue), figure(highValue)]
    steps.push(
      step('low_value', `V⁻(${name})`, `V(${name} = x⁻)`, `${name} = ${figure(lowCaseInput)}`, lowValue, unit),
      step('high_value', `V⁺(${name})`, `V(${name} = x⁺)`, `${name} = ${figure(highCaseInput)}`, highValue, unit),
      step('swing', `Δ(${name})`, '|V⁺ − V⁻|', `|${high} − ${low}|`, swing, unit),
    )
  }
  const still = bars.every(({ swing }) => swing === 0)
  return worked({ baseValue, bars }, steps, still ? [warning('nothing_varies')] : [])
}

export interface SpiderLine {
  name: string
  points: { change: number; input: number; value: number }[]
  /** (ΔV/V)/(Δx/x) at the base, by a change of 1 % to both sides; null where the base value is 0. */
  elasticity: number | null
}

export interface Spider {
  baseValue: number
  lines: SpiderLine[]
}

/**
 * The value over several relative changes of each input alone, x·(1 + c), with the elasticity at the base.
 *
 * Source: T. Eschenbach, "Spiderplots versus tornado diagrams for sensitivity analysis" (Interfaces 22, 1992).
 *
 * @param input.changes such as −0.3, −0.2 … 0.3
 * @throws InputRefusal as `tornado`
 */
export function spider(input: {
  inputs: readonly BaseInput[]
  model: Model
  changes: readonly number[]
  unit?: Unit
}): Worked<Spider> {
  const { inputs, model, unit = 'money' } = input
  const base = checkInputs(inputs, model)
  const changes = filled('changes', input.changes).map((change, at) => finite(`changes[${at}]`, change))
  const baseValue = valueWith(model, base)
  const lines = inputs.map((one, at): SpiderLine => {
    const moved = (change: number) => valueWith(model, base, [at, one.base * (1 + change)])
    const points = changes.map((change) => ({ change, input: one.base * (1 + change), value: moved(change) }))
    const elasticity = baseValue === 0 ? null : (moved(0.01) - moved(-0.01)) / (0.02 * baseValue)
    return { name: one.name, points, elasticity }
  })
  const steps = [step('base_value', 'V₀', 'V(x)', figure(baseValue), baseValue, unit)]
  for (const { name, elasticity } of lines) {
    if (elasticity === null) continue
    const formula = '[V(1.01·x) − V(0.99·x)]/(0.02·V₀)'
    steps.push(step('elasticity', `ε(${name})`, formula, `V₀ = ${figure(baseValue)}`, elasticity, 'ratio'))
  }
  return worked({ baseValue, lines }, steps)
}

export interface TwoWayTable {
  baseValue: number
  /** `values[row][column]`. */
  values: number[][]
}

interface Axis {
  /** The name of one of the inputs. */
  name: string
  values: readonly number[]
}

function axisOf(path: string, axis: Axis, inputs: readonly BaseInput[]): number {
  filled(`${path}.values`, facts(path, axis).values)
  for (const [at, value] of axis.values.entries()) finite(`${path}.values[${at}]`, value)
  const at = inputs.findIndex(({ name }) => name === axis.name)
  return at < 0 ? refuseInput(`${path}.name`, 'unknown') : at
}

/**
 * The value over all pairs of figures of two inputs, the others at their base.
 *
 * @throws InputRefusal as `tornado`; `unknown` for an axis that is no input, `name_repeated` where both are the same
 */
export function twoWayTable(input: {
  inputs: readonly BaseInput[]
  model: Model
  row: Axis
  column: Axis
  unit?: Unit
}): Worked<TwoWayTable> {
  const { inputs, model, row, column, unit = 'money' } = input
  const base = checkInputs(inputs, model)
  const down = axisOf('row', row, inputs)
  const across = axisOf('column', column, inputs)
  if (down === across) refuseInput('column.name', 'name_repeated')
  const baseValue = valueWith(model, base)
  const values = row.values.map((first) =>
    column.values.map((second) => valueWith(model, base, [down, first], [across, second])),
  )
  const all = values.flat()
  const steps = [
    step('base_value', 'V₀', 'V(x)', figure(baseValue), baseValue, unit),
    step('least', 'V_min', 'min V_ij', `i ≤ ${row.values.length}, j ≤ ${column.values.length}`, Math.min(...all), unit),
    step(
      'greatest',
      'V_max',
      'max V_ij',
      `i ≤ ${row.values.length}, j ≤ ${column.values.length}`,
      Math.max(...all),
      unit,
    ),
  ]
  return worked({ baseValue, values }, steps)
}
