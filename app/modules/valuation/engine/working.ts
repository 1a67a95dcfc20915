import { type StepLabel, type WarningCode } from './labels.ts'
import { refuseInput } from './checks.ts'
import { type Step, type Unit, type Warning, type Worked } from './worked.ts'

/** A figure as it stands in the working: ten digits, a point for decimals, negative ones in brackets. */
export function figure(value: number): string {
  const text = String(Number(value.toPrecision(10)))
  return value < 0 ? `(${text})` : text
}

/** Figures with a sign between them. */
export function figures(values: readonly number[], sign = ' + '): string {
  return values.map(figure).join(sign)
}

/** Figures that go together two by two, as a sum of products. */
export function products(left: readonly number[], right: readonly number[]): string {
  return left.map((value, at) => `${figure(value)}·${figure(right[at] ?? 0)}`).join(' + ')
}

/**
 * Sum with its rounding errors carried along (Neumaier 1974): the error stays within two units in the last place of the
 * sum plus n²·2⁻¹⁰⁶ of the sum of the magnitudes, however many figures there are.
 */
export function total(values: readonly number[]): number {
  let sum = 0
  let lost = 0
  for (const value of values) {
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  // Once infinite, what was lost is not a number.
  return Number.isFinite(sum) ? sum + lost : sum
}

/** Sum of products, each rounded once before `total`. */
export function weighted(values: readonly number[], weights: readonly number[]): number {
  return total(values.map((value, at) => value * (weights[at] ?? 0)))
}

export function step(
  label: StepLabel,
  symbol: string,
  formula: string,
  numbers: string,
  value: number,
  unit: Unit,
): Step {
  return { label, symbol, formula, numbers, value, unit }
}

export function warning(code: WarningCode, values: Record<string, number> = {}): Warning {
  return { code, values }
}

/**
 * Where in a value there is a number that is none, or null. Long results are walked without copies of their parts; the
 * draws of a simulation were checked where they were summed.
 */
function endless(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : ''
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const one: unknown = value[at]
      if (typeof one === 'number' && Number.isFinite(one)) continue
      const path = endless(one)
      if (path !== null) return `[${at}]${path}`
    }
    return null
  }
  for (const name in value) {
    const one = (value as Record<string, unknown>)[name]
    if (typeof one === 'number' && Number.isFinite(one)) continue
    const path = endless(one)
    if (path !== null) return `.${name}${path}`
  }
  return null
}

/** Steps, or how to write them once somebody reads them. */
export type Steps = Step[] | (() => Step[])

/** One getter for all: a getter of its own would give every result a shape of its own, which costs more than the sums. */
const stepsOnceRead: PropertyDescriptor & ThisType<Outcome<unknown>> = {
  enumerable: true,
  get() {
    return this.written()
  },
}

class Outcome<Result> implements Worked<Result> {
  readonly result: Result
  declare readonly steps: Step[]
  readonly warnings: Warning[]
  #steps: Steps

  constructor(result: Result, steps: Steps, warnings: Warning[]) {
    this.result = result
    Object.defineProperty(this, 'steps', stepsOnceRead)
    this.warnings = warnings
    this.#steps = steps
  }

  written(): Step[] {
    if (typeof this.#steps === 'function') this.#steps = this.#steps()
    for (const { label, value } of this.#steps) if (!Number.isFinite(value)) refuseInput(`step.${label}`, 'overflow')
    return this.#steps
  }
}

/**
 * A result with its working. The working is written when it is first read, since a model is recalculated a thousand
 * times for each time that somebody looks at how it arose; inputs must not be changed in between.
 *
 * @throws InputRefusal `overflow` where finite inputs led beyond the range of doubles: NaN never leaves the engine
 */
export function worked<Result>(result: Result, steps: Steps, warnings: Warning[] = []): Worked<Result> {
  const path = endless(result)
  if (path !== null) refuseInput(`result${path}`, 'overflow')
  return new Outcome(result, steps, warnings)
}

/** A result with steps before its own and warnings before its own. */
export function preceded<Result>(
  inner: Worked<Result>,
  { steps, warnings = [] }: { steps?: () => Step[]; warnings?: Warning[] },
): Worked<Result> {
  return new Outcome(inner.result, () => [...(steps?.() ?? []), ...inner.steps], [...warnings, ...inner.warnings])
}
