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

function mustBeFinite(path: string, value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) refuseInput(path, 'overflow')
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) mustBeFinite(`${path}.${name}`, inner)
}

/**
 * A result with its working.
 *
 * @throws InputRefusal `overflow` where finite inputs led beyond the range of doubles: NaN never leaves the engine
 */
export function worked<Result>(result: Result, steps: Step[], warnings: Warning[] = []): Worked<Result> {
  mustBeFinite('result', result)
  for (const { label, value } of steps) mustBeFinite(`step.${label}`, value)
  return { result, steps, warnings }
}

/** The step of that label, for methods that build upon others. */
export function stepsUnder(prefix: string, steps: readonly Step[]): Step[] {
  return steps.map((one) => ({ ...one, symbol: `${prefix}:${one.symbol}` }))
}
