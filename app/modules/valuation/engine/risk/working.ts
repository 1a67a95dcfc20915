import { refuseInput } from './checks.ts'
import { type StepLabel, type WarningCode } from './labels.ts'
import { type Step, type Unit, type Warning, type Worked } from '../worked.ts'

/** A figure as it stands in the working: ten digits, a point for decimals, negative ones in brackets. */
export function figure(value: number): string {
  const text = String(Number(value.toPrecision(10)))
  return value < 0 ? `(${text})` : text
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
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) refuseInput(path, 'overflow')
    return
  }
  // Draws are checked where they are summed.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return
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
