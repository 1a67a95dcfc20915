import { InputRefusal } from '#modules/valuation'
import { type Inputs } from './vector.ts'

/*
 * Reads inputs under any of several names; the first that is there counts. null counts as not there. A value of another
 * kind becomes NaN, so that the method refuses it by its name.
 */

export function found(inputs: Inputs, names: readonly string[]): { name: string; value: unknown } {
  for (const name of names) {
    const value = inputs[name]
    if (value !== undefined && value !== null) return { name, value }
  }
  return { name: names[0] ?? '', value: undefined }
}

export const asNumber = (value: unknown): number => (typeof value === 'number' ? value : NaN)

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function has(inputs: Inputs, ...names: string[]): boolean {
  return found(inputs, names).value !== undefined
}

export function number(inputs: Inputs, ...names: string[]): number | undefined {
  const { value } = found(inputs, names)
  return value === undefined ? undefined : asNumber(value)
}

export function needed(inputs: Inputs, ...names: string[]): number {
  const value = number(inputs, ...names)
  if (value === undefined) throw new InputRefusal(names[0] ?? '', 'missing')
  return value
}

export function numbers(inputs: Inputs, ...names: string[]): number[] | undefined {
  const { value } = found(inputs, names)
  if (value === undefined) return undefined
  return Array.isArray(value) ? value.map(asNumber) : [asNumber(value)]
}

export function neededNumbers(inputs: Inputs, ...names: string[]): number[] {
  const values = numbers(inputs, ...names)
  if (values === undefined) throw new InputRefusal(names[0] ?? '', 'missing')
  return values
}

/** One figure, or one for each year. */
export function yearly(inputs: Inputs, ...names: string[]): number | number[] | undefined {
  const { value } = found(inputs, names)
  if (value === undefined) return undefined
  return Array.isArray(value) ? value.map(asNumber) : asNumber(value)
}

export function neededYearly(inputs: Inputs, ...names: string[]): number | number[] {
  const value = yearly(inputs, ...names)
  if (value === undefined) throw new InputRefusal(names[0] ?? '', 'missing')
  return value
}

export function text(inputs: Inputs, ...names: string[]): string | undefined {
  const { value } = found(inputs, names)
  return typeof value === 'string' ? value : value === undefined ? undefined : String(asNumber(value))
}

export function texts(inputs: Inputs, ...names: string[]): string[] | undefined {
  const { value } = found(inputs, names)
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : '')) : undefined
}

export function record(inputs: Inputs, ...names: string[]): Inputs | undefined {
  const { value } = found(inputs, names)
  return isRecord(value) ? value : undefined
}

export function records(inputs: Inputs, ...names: string[]): Inputs[] {
  const { value } = found(inputs, names)
  return Array.isArray(value) ? value.map((one: unknown) => (isRecord(one) ? one : {})) : []
}

/** All numbers of an object, by name. */
export function figuresOf(inputs: Inputs | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(inputs ?? {}).map(([name, value]) => [name, asNumber(value)]))
}
