/**
 * Elementary functions that give the same bits on every machine. ECMAScript fixes + − × ÷ to the correctly rounded
 * double, and square roots are correctly rounded by every processor and engine in use; Math.exp, log, sin and pow are
 * left to the engine. Whatever decides a draw is therefore built here, of those five operations in a fixed order.
 */

const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10

/** 2^k for k from −1074 to 1023, each exact. */
const powersOfTwo = new Float64Array(2098)
for (let at = 1074, value = 1; at < 2098; at++, value *= 2) powersOfTwo[at] = value
for (let at = 1074, value = 1; at >= 0; at--, value /= 2) powersOfTwo[at] = value

const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)
/** Where the word with sign and exponent lies. */
const high = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0

/** 1/k! for k from 0 to 13. */
const inverseFactorials = [
  1,
  1,
  1 / 2,
  1 / 6,
  1 / 24,
  1 / 120,
  1 / 720,
  1 / 5040,
  1 / 40320,
  1 / 362880,
  1 / 3628800,
  1 / 39916800,
  1 / 479001600,
  1 / 6227020800,
] as const

/**
 * e^x, within 2·10⁻¹⁶ of it (relative) where |x| ≤ 1 and 4·10⁻¹⁶ up to |x| = 700. Below −745 it is 0, above 709.79
 * infinite.
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019412) return 0
  const twos = Math.floor(x * 1.4426950408889634 + 0.5)
  const rest = x - twos * ln2High - twos * ln2Low
  let sum = inverseFactorials[13]
  sum = sum * rest + inverseFactorials[12]
  sum = sum * rest + inverseFactorials[11]
  sum = sum * rest + inverseFactorials[10]
  sum = sum * rest + inverseFactorials[9]
  sum = sum * rest + inverseFactorials[8]
  sum = sum * rest + inverseFactorials[7]
  sum = sum * rest + inverseFactorials[6]
  sum = sum * rest + inverseFactorials[5]
  sum = sum * rest + inverseFactorials[4]
  sum = sum * rest + inverseFactorials[3]
  sum = sum * rest + inverseFactorials[2]
  sum = 1 + (rest + rest * rest * sum)
  // 2^1024 is no double: the scaling is done in two steps.
  const half = Math.floor(twos / 2)
  return sum * (powersOfTwo[1074 + half] as number) * (powersOfTwo[1074 + twos - half] as number)
}

/** ln x for x > 0, within 4·10⁻¹⁶ of it (relative). −∞ at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  let twos = 0
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984
    twos = -54
  }
  double[0] = x
  const word = words[high] as number
  twos += (word >>> 20) - 1023
  words[high] = (word & 0x000fffff) | 0x3ff00000
  let mantissa = double[0]
  if (mantissa > 1.4142135623730951) {
    mantissa /= 2
    twos += 1
  }
  // ln m = 2 artanh s with s = (m − 1)/(m + 1), |s| ≤ 0.1716.
  const less = mantissa - 1
  const s = less / (2 + less)
  const square = s * s
  let series = 1 / 23
  for (let odd = 21; odd >= 3; odd -= 2) series = series * square + 1 / odd
  // 2s = less − s·less keeps the leading term exact.
  const tail = s * (2 * square * series - less)
  return twos * ln2High + (less + (tail + twos * ln2Low))
}

/** sin x for |x| ≤ 1, within 4·10⁻¹⁶ of it (relative). */
export function sine(x: number): number {
  const square = x * x
  let sum = 1
  for (let k = 20; k >= 2; k -= 2) sum = 1 - (square / (k * (k + 1))) * sum
  return x * sum
}

const halfLogTwoPi = 0.9189385332046727

/** ln Γ(x) for x > 0, within 2·10⁻¹⁴·max(1, |ln Γ|): Stirling's series from 15 up, the recurrence below. */
export function logGamma(x: number): number {
  let product = 1
  let from = x
  while (from < 15) {
    product *= from
    from += 1
  }
  const inverse = 1 / from
  const square = inverse * inverse
  const series =
    inverse *
    (1 / 12 -
      square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360)))))
  return (from - 0.5) * log(from) - from + halfLogTwoPi + series - log(product)
}

/** base^exponent for a base above 0, within 10⁻¹⁵·max(1, |exponent·ln base|) of it (relative). */
export function power(base: number, exponent: number): number {
  return exp(exponent * log(base))
}
