/**
 * The values at given places of the rising order, without sorting all: values are counted into bins, and only the bins
 * that hold a wanted place are sorted. Exact; near linear where values are spread.
 *
 * @param least, greatest the least and greatest of the values
 * @param places from 0 to values.length − 1
 */
export function valuesAtPlaces(
  values: Float64Array,
  least: number,
  greatest: number,
  places: readonly number[],
): number[] {
  const count = values.length
  const bins = Math.min(16384, Math.max(1, count >>> 3))
  const scale = bins / (greatest - least)
  if (!(scale > 0 && scale < Infinity)) {
    const sorted = values.slice().sort()
    return places.map((place) => sorted[place] as number)
  }
  const bin = new Uint16Array(count)
  const before = new Uint32Array(bins + 1)
  for (let at = 0; at < count; at++) {
    const place = Math.min(bins - 1, Math.floor(((values[at] as number) - least) * scale))
    bin[at] = place
    before[place + 1] = (before[place + 1] as number) + 1
  }
  for (let at = 0; at < bins; at++) before[at + 1] = (before[at + 1] as number) + (before[at] as number)
  const homes = places.map((place) => binOf(before, place))
  const gathered = gather(values, bin, before, new Set(homes))
  return places.map((place, at) => {
    const home = homes[at] as number
    return (gathered.get(home) as Float64Array)[place - (before[home] as number)] as number
  })
}

/** The last bin that starts at or before the place. */
function binOf(before: Uint32Array, place: number): number {
  let low = 0
  let high = before.length - 2
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((before[middle] as number) <= place) low = middle
    else high = middle - 1
  }
  return low
}

function gather(
  values: Float64Array,
  bin: Uint16Array,
  before: Uint32Array,
  wanted: ReadonlySet<number>,
): Map<number, Float64Array> {
  const slot = new Int32Array(before.length - 1).fill(-1)
  let total = 0
  for (const home of wanted) {
    slot[home] = total
    total += (before[home + 1] as number) - (before[home] as number)
  }
  const held = new Float64Array(total)
  for (let at = 0; at < values.length; at++) {
    const home = bin[at] as number
    const to = slot[home] as number
    if (to < 0) continue
    held[to] = values[at] as number
    slot[home] = to + 1
  }
  const out = new Map<number, Float64Array>()
  for (const home of wanted) {
    const end = slot[home] as number
    out.set(home, held.subarray(end - ((before[home + 1] as number) - (before[home] as number)), end).sort())
  }
  return out
}

/** Ranks from 1 up; equal values share the middle of their places. */
export function ranksOf(values: Float64Array): Float64Array {
  const sorted = values.slice().sort()
  const ranks = new Float64Array(values.length)
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    const first = countBelow(sorted, value, false)
    const behind = countBelow(sorted, value, true)
    ranks[at] = (first + 1 + behind) / 2
  }
  return ranks
}

/** How many of the rising values are below the value, or up to it. */
function countBelow(sorted: Float64Array, value: number, upTo: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = sorted[middle] as number
    if (upTo ? other <= value : other < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Pearson's correlation of two columns of equal length; 0 where one does not vary. */
export function pearson(left: Float64Array, right: Float64Array): number {
  const count = left.length
  let [meanLeft, meanRight] = [0, 0]
  for (let at = 0; at < count; at++) {
    meanLeft += left[at] as number
    meanRight += right[at] as number
  }
  meanLeft /= count
  meanRight /= count
  let [across, ofLeft, ofRight] = [0, 0, 0]
  for (let at = 0; at < count; at++) {
    const x = (left[at] as number) - meanLeft
    const y = (right[at] as number) - meanRight
    across += x * y
    ofLeft += x * x
    ofRight += y * y
  }
  return ofLeft > 0 && ofRight > 0 ? across / (Math.sqrt(ofLeft) * Math.sqrt(ofRight)) : 0
}
