import { type Shape, type Text } from '#kernel'
import { shortened, widthOf } from './letters.ts'
import { coarser, type Extent, rounded, type Scale, scaleOf, stepFor, ticksOf } from './scale.ts'
import { type Box, boxOf, line, lineHeight, overlap, small, text, textWithin } from './shapes.ts'

/** How far a tick's words may be moved to stay in the drawing before they would speak of another place. */
const furthest = 16
/** Between the words of two ticks. */
const between = 10

const distinct = (texts: readonly Text[]): boolean => new Set(texts.map((one) => one.text)).size === texts.length

function apart(texts: readonly Text[]): boolean {
  let before: Box | undefined
  for (const box of texts.map(boxOf)) {
    if (before && overlap(before, box, between)) return false
    before = box
  }
  return true
}

export interface Tick {
  readonly value: number
  readonly place: number
  readonly words: Text
}

/** Round figures along the foot of a plot, as many as can be read: steps of one, two or five. */
export function ticksAcross(
  extent: Extent,
  scale: Scale,
  { y, width, most, format }: { y: number; width: number; most: number; format: (value: number) => string },
): Tick[] {
  let step = stepFor(extent, most)
  for (;;) {
    const ticks = ticksOf(extent, step).flatMap((value): Tick[] => {
      const place = scale(value)
      const written = format(value)
      const words = textWithin(place, y, written, width, { colour: 'muted' })
      return words.text === written && Math.abs(words.x - place) <= furthest ? [{ value, place, words }] : []
    })
    const texts = ticks.map(({ words }) => words)
    if (ticks.length <= 1 || (apart(texts) && distinct(texts))) return ticks
    step = coarser(step)
  }
}

/** What stands along the foot of a plot: figures under their places, and beneath them what they are. */
export function footAxis(
  ticks: readonly Tick[],
  { y, from, width, title }: { y: number; from: number; width: number; title: string },
): { texts: Text[]; bottom: number } {
  const words = text(from, y + lineHeight + 2, shortened(title, width - from, small), { colour: 'muted' })
  return { texts: [...ticks.map((tick) => tick.words), ...(title === '' ? [] : [words])], bottom: y + lineHeight + 8 }
}

/** An upright axis: figures to the left of the plot, a fine line from each across it. */
export interface SideAxis {
  readonly scale: Scale
  readonly extent: Extent
  /** Where the plot begins. */
  readonly plotFrom: number
  /** Lines and figures, which lie under the data. */
  shapes(plotTo: number): Shape[]
}

/** Round figures whose words differ, with the extent they reach over. */
function sideTicks(given: Extent, most: number, format: (value: number) => string) {
  let step = stepFor(given, most)
  for (;;) {
    const extent = rounded(given, step)
    const values = ticksOf(extent, step)
    const written = values.map(format)
    if (new Set(written).size === written.length || values.length <= 3) return { extent, values, written }
    step = coarser(step)
  }
}

export function sideAxis(
  given: Extent,
  { top, bottom, width, format }: { top: number; bottom: number; width: number; format: (value: number) => string },
): SideAxis {
  const { extent, values, written } = sideTicks(given, Math.max(2, Math.floor((bottom - top) / 36)), format)
  const scale = scaleOf(extent, bottom, top)
  const widest = Math.max(0, ...written.map((words) => widthOf(words, small)))
  const shown = widest + 8 <= width * 0.45
  const plotFrom = shown ? widest + 8 : 0
  const shapes = (plotTo: number): Shape[] => [
    ...values.map((value) =>
      line({ x: plotFrom, y: scale(value) }, { x: plotTo, y: scale(value) }, value === 0 ? 'muted' : 'line'),
    ),
    ...(shown
      ? values.map((value, at) => text(widest, scale(value) + 4, written[at] ?? '', { anchor: 'end', colour: 'muted' }))
      : []),
  ]
  return { scale, extent, plotFrom, shapes }
}

/** Names under their places, each first of as many as there is room to pass over. */
export function namesAcross(
  names: readonly { readonly place: number; readonly name: string }[],
  { y, width }: { y: number; width: number },
): Text[] {
  for (const stride of [1, 2, 5, 10, 20, 50, 100]) {
    const texts = names
      .filter((_, at) => at % stride === 0)
      .map(({ place, name }) => textWithin(place, y, name, width, { colour: 'muted' }))
      .filter((words, at) => at === 0 || Math.abs(words.x - (names[at * stride]?.place ?? 0)) <= furthest)
    if (texts.length <= 1 || apart(texts)) return texts
  }
  return []
}
