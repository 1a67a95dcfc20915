import { type ColourRole, type Drawing, type Point, type Shape } from '#kernel'
import { namesAcross, sideAxis } from './axes.ts'
import { shortened, wrapped } from './letters.ts'
import { extentOf, scaleOf } from './scale.ts'
import {
  bar,
  type ChartOptions,
  drawing,
  line,
  lineHeight,
  nothingDrawn,
  small,
  stroke,
  text,
  widthsOfCharts,
} from './shapes.ts'

export interface SpiderChart extends ChartOptions {
  readonly base: number
  readonly lines: readonly {
    readonly label: string
    /** A relative change of the input, such as −0.2, and the value it leads to. */
    readonly points: readonly { readonly change: number; readonly value: number }[]
  }[]
  readonly formatChange: (change: number) => string
  readonly labels: {
    readonly axis: string
    readonly change: string
    readonly none: string
  }
}

interface Stroke {
  readonly colour: ColourRole
  readonly dash?: readonly number[]
}

/** How lines are told apart besides by their names; those that move the value least beyond these are only faint. */
const strokes: readonly Stroke[] = [
  { colour: 'action' },
  { colour: 'ink' },
  { colour: 'danger' },
  { colour: 'caution' },
  { colour: 'muted' },
  { colour: 'action', dash: [6, 3] },
  { colour: 'ink', dash: [6, 3] },
  { colour: 'danger', dash: [6, 3] },
]

interface Named {
  readonly label: string
  readonly points: readonly Point[]
  readonly stroke: Stroke
}

type Line = SpiderChart['lines'][number]

const swingOf = ({ points }: Line): number => {
  const values = points.map(({ value }) => value)
  return Math.max(...values) - Math.min(...values)
}

/**
 * Places of words one above another, each as near to its own as the others let it: pushed down by the one above, then
 * up by the foot.
 */
function spread(wanted: readonly number[], heights: readonly number[], top: number, foot: number): number[] {
  const places: number[] = []
  let free = top
  for (const [at, place] of wanted.entries()) {
    places.push(Math.max(free, place))
    free = (places[at] ?? 0) + (heights[at] ?? 0)
  }
  let limit = foot
  for (let at = places.length - 1; at >= 0; at--) {
    places[at] = Math.min(places[at] ?? 0, limit - (heights[at] ?? 0))
    limit = places[at] ?? 0
  }
  return places
}

const plotHeight = { narrow: 200, wide: 260 }
const nameColumn = 190

/** The names of lines at their ends, in the order in which they end, with a fine line to those that had to move. */
function namesAtEnds(named: readonly Named[], plotTo: number, top: number, bottom: number, whole: boolean): Shape[] {
  const ends = named
    .map(({ label, points, stroke: style }, at) => ({ label, end: points.at(-1) ?? { x: 0, y: 0 }, style, at }))
    .sort((a, b) => a.end.y - b.end.y || a.at - b.at)
  const words = ends.map(({ label, at }) =>
    whole ? wrapped(label, nameColumn, named.length > 5 ? 2 : 3, small) : [String(at + 1)],
  )
  const heights = words.map((lines) => lines.length * (lineHeight - 1) + 2)
  const wanted = ends.map(({ end }, at) => end.y - (heights[at] ?? 0) / 2)
  const places = spread(wanted, heights, top - 12, bottom + 12)
  return ends.flatMap(({ end, style }, at): Shape[] => {
    const [place = 0, height = 0, lines = []] = [places[at], heights[at], words[at]]
    const x = plotTo + 20
    return [
      line({ x: end.x + 3, y: end.y }, { x: x - 4, y: place + height / 2 }, style.colour, { opacity: 0.6 }),
      ...lines.map((one, row) => text(x, place + small + row * (lineHeight - 1), one, { colour: style.colour })),
    ]
  })
}

/** Below the plot: the number at the end of each line, a piece of the line and the whole name. */
function numberedKey(named: readonly Named[], top: number, width: number): { shapes: Shape[]; bottom: number } {
  let y = top
  const shapes = named.flatMap(({ label, stroke: { colour, dash } }, at): Shape[] => {
    const lines = wrapped(label, width - 48, 2, small)
    const first = y + small
    y += Math.max(1, lines.length) * lineHeight + 3
    return [
      text(0, first, String(at + 1), { colour }),
      line({ x: 18, y: first - 4 }, { x: 40, y: first - 4 }, colour, { thickness: 2, ...(dash && { dash }) }),
      ...lines.map((one, row) => text(48, first + row * lineHeight, one)),
    ]
  })
  return { shapes, bottom: y }
}

/** The value over relative changes of each input alone: the steeper a line, the more depends on the input. */
export function spiderChart({ base, lines, formatChange, labels, width: form, format }: SpiderChart): Drawing {
  const drawn = lines
    .map(({ label, points }) => ({ label, points: [...points].sort((a, b) => a.change - b.change) }))
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => swingOf(b) - swingOf(a))
  if (drawn.length === 0) return nothingDrawn(form, labels.none)
  const width = widthsOfCharts[form]
  const [top, bottom] = [34, 34 + Math.max(plotHeight[form], Math.min(drawn.length, strokes.length) * 28)]
  const values = drawn.flatMap(({ points }) => points.map(({ value }) => value))
  const axis = sideAxis(extentOf([base, ...values]), { top, bottom, width, format })
  const plotTo = form === 'wide' ? width - nameColumn - 20 : width - 36
  const changes = [...new Set(drawn.flatMap(({ points }) => points.map(({ change }) => change)))].sort((a, b) => a - b)
  const across = scaleOf(extentOf(changes), axis.plotFrom + 4, plotTo)
  const placed = drawn.map(({ label, points }) => ({
    label,
    points: points.map(({ change, value }) => ({ x: across(change), y: axis.scale(value) })),
  }))
  const named = strokes.flatMap((style, at): Named[] => {
    const one = placed[at]
    return one ? [{ ...one, stroke: style }] : []
  })
  const still = across(0)
  const aroundBase = (changes[0] ?? 1) <= 0 && (changes.at(-1) ?? -1) >= 0
  const footY = bottom + 20
  const key = form === 'wide' ? { shapes: [], bottom: footY + 24 } : numberedKey(named, footY + 30, width)
  const widestName = plotTo - axis.plotFrom
  return drawing(width, key.bottom + 2, [
    text(0, small, shortened(labels.axis, width, small), { colour: 'muted' }),
    ...axis.shapes(plotTo),
    ...(aroundBase ? [line({ x: still, y: top }, { x: still, y: bottom }, 'line')] : []),
    ...placed.slice(named.length).map(({ points }) => stroke(points, 'line')),
    ...[...named]
      .reverse()
      .map(({ points, stroke: { colour, dash } }) => stroke(points, colour, { thickness: 2, ...(dash && { dash }) })),
    ...(aroundBase ? [bar(still - 3, still + 3, axis.scale(base) - 3, axis.scale(base) + 3, 'ink')] : []),
    ...namesAtEnds(named, plotTo, top, bottom, form === 'wide'),
    ...namesAcross(
      changes.map((change) => ({ place: across(change), name: formatChange(change) })),
      { y: footY, width },
    ),
    text(axis.plotFrom, footY + lineHeight + 2, shortened(labels.change, widestName, small), { colour: 'muted' }),
    ...key.shapes,
  ])
}
