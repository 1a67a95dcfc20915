import { type Histogram } from '../engine/risk/summary.ts'
import { valuesAtPlaces } from '../engine/risk/order.ts'

/** A histogram cut where next to nothing lies, with how many trials lie beyond. */
export interface ShownHistogram extends Histogram {
  readonly below: number
  readonly above: number
}

const [fewest, mostBars] = [12, 60]
/** Of the trials, at either end, what may be left out, and how much of the range that must save. */
const cuts = [
  { tail: 0.02, saves: 0.6 },
  { tail: 0.005, saves: 0.2 },
]

/**
 * How many bars so many trials deserve: the range over 2·IQR/∛n.
 *
 * Source: D. Freedman and P. Diaconis, "On the histogram as a density estimator" (1981).
 */
function barsFor(range: number, interquartile: number, trials: number): number {
  const wanted = Math.round(range / ((2 * interquartile) / Math.cbrt(trials)))
  return Number.isFinite(wanted) ? Math.max(fewest, Math.min(mostBars, wanted)) : mostBars
}

/** The values counted for a drawing: by Freedman and Diaconis within 12 to 60 bars. */
export function countedForDrawing(values: Float64Array): ShownHistogram {
  const trials = values.length
  let [least, greatest] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  if (!(greatest > least)) return { from: trials === 0 ? 0 : least, width: 0, counts: [trials], below: 0, above: 0 }
  const parts = [0.25, 0.75, ...cuts.flatMap(({ tail }) => [tail, 1 - tail])]
  const places = parts.map((part) => Math.round((trials - 1) * part))
  const [first = least, third = greatest, ...tails] = valuesAtPlaces(values, least, greatest, places)
  const ends = cuts.map(({ saves }, at) => {
    const [low = least, high = greatest] = tails.slice(2 * at, 2 * at + 2)
    return high > low && high - low < (1 - saves) * (greatest - least) ? { low, high } : null
  })
  const { low: from, high: to } = ends.find((one) => one !== null) ?? { low: least, high: greatest }
  const bars = barsFor(to - from, third - first, trials)
  const counts = new Array<number>(bars).fill(0)
  let [below, above] = [0, 0]
  for (const value of values) {
    if (value < from) below++
    else if (value > to) above++
    else {
      const at = Math.min(bars - 1, Math.floor(((value - from) / (to - from)) * bars))
      counts[at] = (counts[at] ?? 0) + 1
    }
  }
  return { from, width: (to - from) / bars, counts, below, above }
}

const sum = (counts: readonly number[]): number => counts.reduce((so, count) => so + count, 0)

/** How many bars from the start hold no more than the tail. */
function tailOf(counts: readonly number[], most: number): number {
  let [bars, held] = [0, 0]
  for (const count of counts) {
    if (held + count > most) break
    held += count
    bars++
  }
  return bars
}

/** The figures of the values as the bars tell them: each bar's trials at its middle. */
function interquartileOf({ from, width, counts }: Histogram): number {
  const trials = sum(counts)
  const quartile = (probability: number) => {
    let before = 0
    for (const [at, count] of counts.entries()) {
      if (count > 0 && before + count >= probability * trials)
        return from + width * (at + (probability * trials - before) / count)
      before += count
    }
    return from + width * counts.length
  }
  return quartile(0.75) - quartile(0.25)
}

/** A histogram that was kept, cut as `countedForDrawing` does and with bars put together where the trials are few. */
export function shownHistogram(kept: Histogram): ShownHistogram {
  const trials = sum(kept.counts)
  const all = kept.counts.length
  const ends = cuts.map(({ tail, saves }) => {
    const front = tailOf(kept.counts, tail * trials)
    const back = tailOf([...kept.counts].reverse(), tail * trials)
    return front + back > saves * all && front + back < all ? { first: front, last: all - back } : null
  })
  const { first, last } = ends.find((one) => one !== null) ?? { first: 0, last: all }
  const counts = kept.counts.slice(first, last)
  const below = sum(kept.counts.slice(0, first))
  const above = sum(kept.counts.slice(last))
  const { width } = kept
  const from = kept.from + first * width
  const wanted = barsFor(width * counts.length, interquartileOf({ from, width, counts }), trials)
  const together = Math.max(1, Math.round(counts.length / wanted))
  const bars = Math.ceil(counts.length / together)
  return {
    from,
    width: width * together,
    counts: Array.from({ length: bars }, (_, at) => sum(counts.slice(at * together, (at + 1) * together))),
    below,
    above,
  }
}
