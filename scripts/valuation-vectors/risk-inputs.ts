import { type Distribution, InputRefusal, type Model } from '#modules/valuation'
import { asNumber, found, isRecord, needed, number, numbers, text as textOf } from './given.ts'
import { type Inputs } from './vector.ts'

/** The first of several names that is there; null counts as not there. */
export function given(inputs: Inputs, ...names: string[]): unknown {
  return found(inputs, names).value
}

/** A word in lower case, empty where there is none. */
export function text(inputs: Inputs, ...names: string[]): string {
  return typeof given(inputs, ...names) === 'string' ? (textOf(inputs, ...names) ?? '').toLowerCase() : ''
}

/** Outputs whose names carry a figure, such as `p95`, are worked out when they are asked for. */
export function answering(answer: (name: string) => unknown): Record<string, unknown> {
  return new Proxy({}, { get: (_, name) => (typeof name === 'string' ? answer(name) : undefined) })
}

function discreteOf(inputs: Inputs): Distribution {
  const rows = given(inputs, 'outcomes')
  if (Array.isArray(rows)) {
    const outcomes = rows.filter(isRecord)
    return {
      kind: 'discrete',
      outcomes: outcomes.map((row) => ({
        value: needed(row, 'value', 'x'),
        probability: needed(row, 'probability', 'p'),
      })),
    }
  }
  const values = numbers(inputs, 'values', 'x') ?? []
  const probabilities = numbers(inputs, 'probabilities', 'p', 'weights') ?? []
  if (values.length !== probabilities.length) throw new InputRefusal('probabilities', 'length_differs')
  return {
    kind: 'discrete',
    outcomes: values.map((value, at) => ({ value, probability: asNumber(probabilities[at]) })),
  }
}

function normalOf(inputs: Inputs): Distribution {
  const atLeast = number(inputs, 'clip_low', 'at_least', 'lower', 'min', 'low')
  const atMost = number(inputs, 'clip_high', 'at_most', 'upper', 'max', 'high')
  return {
    kind: 'normal',
    mean: needed(inputs, 'mean', 'mu', 'μ'),
    stdev: needed(inputs, 'stdev', 'sigma', 'sd', 'std', 'σ'),
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && { atMost }),
  }
}

function lognormalOf(inputs: Inputs): Distribution {
  const mean = needed(inputs, 'mean')
  const cv = number(inputs, 'cv', 'coefficient_of_variation')
  return { kind: 'lognormal', mean, cv: cv ?? needed(inputs, 'stdev', 'sd', 'std') / mean }
}

/** Reads a distribution by its name and the usual names of its parameters. */
export function distributionOf(inputs: Inputs, name: string): Distribution {
  const low = () => needed(inputs, 'a', 'min', 'low', 'minimum')
  const mode = () => needed(inputs, 'm', 'mode', 'most_likely', 'c')
  const high = () => needed(inputs, 'b', 'max', 'high', 'maximum')
  switch (name) {
    case 'triangular':
    case 'triangle':
      return { kind: 'triangular', low: low(), mode: mode(), high: high() }
    case 'pert':
    case 'beta_pert': {
      const weight = number(inputs, 'lambda', 'λ', 'weight')
      return { kind: 'pert', low: low(), mode: mode(), high: high(), ...(weight !== undefined && { weight }) }
    }
    case 'normal':
      return normalOf(inputs)
    case 'lognormal':
      return lognormalOf(inputs)
    case 'uniform':
      return { kind: 'uniform', low: low(), high: high() }
    case 'discrete':
      return discreteOf(inputs)
    default:
      throw new InputRefusal('dist', 'unknown')
  }
}

/** A model that vectors are run on: its inputs in order, each with its base figure. */
export interface VectorModel {
  names: string[]
  base: number[]
  model: Model
}

/** Other names of the model's inputs. */
const aliases: Record<string, string> = {
  royalty: 'royalty_rate',
  revenue: 'revenue_multiplier',
  revenues_multiplier: 'revenue_multiplier',
  multiplier: 'revenue_multiplier',
  rate: 'discount_rate',
  k: 'discount_rate',
  tax: 'tax_rate',
  maintenance: 'maintenance_pct',
  maintenance_cost_pct_of_revenue: 'maintenance_pct',
  cash_flow_multiplier: 'revenue_multiplier',
}

export const inputName = (name: string): string => aliases[name] ?? name

/** Σ flowsₜ·DFₜ of powers formed by multiplication, so that the same bits come out everywhere. */
function presentValue(flows: readonly number[], rate: number, mid: boolean): number {
  const factor = 1 / (1 + rate)
  let discount = mid ? Math.sqrt(factor) : factor
  let sum = 0
  for (const flow of flows) {
    sum += flow * discount
    discount *= factor
  }
  return sum
}

/**
 * Relief from royalty before the tax amortisation benefit, or the present value of plain cash flows: of the vector
 * named as `base` ("rfr-01 before TAB" means rfr-01), with what the inputs themselves say instead.
 *
 * @param drawn inputs whose base figure is not needed, since they are drawn
 */
export function modelOf(inputs: Inputs, byId: ReadonlyMap<string, Inputs>, drawn: readonly string[] = []): VectorModel {
  const base = given(inputs, 'base', 'model')
  const id = typeof base === 'string' ? (base.split(/[\s,;(]/)[0] ?? '') : ''
  if (typeof base === 'string' && !byId.has(id)) throw new InputRefusal('base', 'unknown')
  const facts: Inputs = { ...(isRecord(base) ? base : byId.get(id)), ...numericParts(inputs) }
  const mid = text(facts, 'convention', 'timing').startsWith('mid')
  const revenues = numbers(facts, 'revenues', 'revenue', 'sales')
  const figure = (...names: string[]) => (drawn.includes(names[0] ?? '') ? 0 : needed(facts, ...names))
  const rate = figure('discount_rate', 'rate', 'k')
  if (revenues) {
    return {
      names: ['royalty_rate', 'revenue_multiplier', 'discount_rate', 'tax_rate', 'maintenance_pct'],
      base: [
        figure('royalty_rate', 'royalty'),
        number(facts, 'revenue_multiplier') ?? 1,
        rate,
        number(facts, 'tax_rate', 'tax') ?? 0,
        number(facts, 'maintenance_cost_pct_of_revenue', 'maintenance_pct', 'maintenance') ?? 0,
      ],
      model: ([royalty = 0, multiplier = 0, k = 0, tax = 0, upkeep = 0]) =>
        presentValue(revenues, k, mid) * multiplier * (royalty - upkeep) * (1 - tax),
    }
  }
  const flows = numbers(facts, 'cash_flows', 'flows')
  if (!flows) throw new InputRefusal('base', 'missing')
  return {
    names: ['revenue_multiplier', 'discount_rate'],
    base: [number(facts, 'revenue_multiplier', 'cash_flow_multiplier') ?? 1, rate],
    model: ([multiplier = 0, k = 0]) => multiplier * presentValue(flows, k, mid),
  }
}

/** What stands instead of the base's figures: numbers, series and words, but no distributions. */
function numericParts(inputs: Inputs): Inputs {
  return Object.fromEntries(Object.entries(inputs).filter(([name, value]) => name !== 'base' && !isRecord(value)))
}
