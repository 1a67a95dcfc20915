/** From a figure to a place of the drawing. */
export type Scale = (value: number) => number

export interface Extent {
  readonly low: number
  readonly high: number
}

/** Beyond it the difference of two figures would be infinite. */
const enormous = 1e300

/** The figure, or the largest that can be drawn. */
export const held = (value: number): number => Math.max(-enormous, Math.min(enormous, value))

/** From the least to the greatest, and never of no length: equal figures have room around them. */
export function extentOf(values: readonly number[]): Extent {
  const low = held(Math.min(...values))
  const high = held(Math.max(...values))
  const largest = Math.max(Math.abs(low), Math.abs(high))
  if (high - low > Math.max(largest * 1e-9, 1e-300)) return { low, high }
  return largest < 1e-290 ? { low: -1, high: 1 } : { low: low - largest / 2, high: high + largest / 2 }
}

/** A straight scale from an extent to places; figures outside are held at its ends. */
export function scaleOf({ low, high }: Extent, from: number, to: number): Scale {
  return (value) => from + (to - from) * ((Math.max(low, Math.min(high, value)) - low) / (high - low))
}

/** One, two or five times a power of ten. */
export interface TickStep {
  readonly mantissa: 1 | 2 | 5
  readonly exponent: number
}

const sizeOf = ({ mantissa, exponent }: TickStep): number => mantissa * 10 ** exponent

export function coarser({ mantissa, exponent }: TickStep): TickStep {
  if (mantissa === 1) return { mantissa: 2, exponent }
  if (mantissa === 2) return { mantissa: 5, exponent }
  return { mantissa: 1, exponent: exponent + 1 }
}

/** The finest step that parts an extent into at most so many intervals. */
export function stepFor({ low, high }: Extent, most: number): TickStep {
  const least = (high - low) / most
  let step: TickStep = { mantissa: 1, exponent: Math.floor(Math.log10(least)) }
  while (sizeOf(step) < least * (1 - 1e-9)) step = coarser(step)
  return step
}

/** A multiple of the step, without the noise of binary fractions. */
function multiple(count: number, { mantissa, exponent }: TickStep): number {
  return exponent < 0 ? (count * mantissa) / 10 ** -exponent + 0 : count * mantissa * 10 ** exponent + 0
}

/** All multiples of the step within the extent. */
export function ticksOf({ low, high }: Extent, step: TickStep): number[] {
  const size = sizeOf(step)
  const first = Math.ceil(low / size - 1e-9)
  const last = Math.floor(high / size + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => multiple(first + at, step))
}

/** The extent widened to multiples of the step. */
export function rounded({ low, high }: Extent, step: TickStep): Extent {
  const size = sizeOf(step)
  return {
    low: multiple(Math.floor(low / size + 1e-9), step),
    high: multiple(Math.ceil(high / size - 1e-9), step),
  }
}
