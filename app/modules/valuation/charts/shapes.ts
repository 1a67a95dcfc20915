import {
  type ColourRole,
  type Drawing,
  type Line,
  type Path,
  type Point,
  type Rect,
  type Shape,
  type Text,
} from '#kernel'
import { shortened, type Weight, widthOf } from './letters.ts'

/** For phones, and for everything wider. */
export type ChartWidth = 'narrow' | 'wide'

export const widthsOfCharts: Readonly<Record<ChartWidth, number>> = { narrow: 340, wide: 720 }

/** What every chart is given beside its figures. */
export interface ChartOptions {
  readonly width: ChartWidth
  /** How a figure of the chart is written. */
  readonly format: (value: number) => string
}

/** Sizes of text: of figures and axes, and of what a bar is called. */
export const small = 12
export const medium = 13
/** From one line of text to the next. */
export const lineHeight = 16

/** Drawings are compared and sent: hundredths are finer than any screen shows. */
const tidy = (length: number): number => Math.round(length * 100) / 100 + 0

interface TextStyle {
  readonly anchor?: Text['anchor']
  readonly size?: number
  readonly weight?: Weight
  readonly colour?: ColourRole
}

export function text(x: number, y: number, words: string, style: TextStyle = {}): Text {
  const { anchor = 'start', size = small, weight = 'regular', colour = 'ink' } = style
  return { kind: 'text', x: tidy(x), y: tidy(y), text: words, anchor, size, weight, colour }
}

/** A bar between two places across, whichever comes first. */
export function bar(from: number, to: number, top: number, bottom: number, colour: ColourRole, opacity = 1): Rect {
  const [left, right] = [tidy(Math.min(from, to)), tidy(Math.max(from, to))]
  const [upper, lower] = [tidy(Math.min(top, bottom)), tidy(Math.max(top, bottom))]
  return {
    kind: 'rect',
    x: left,
    y: upper,
    width: tidy(right - left),
    height: tidy(lower - upper),
    colour,
    ...(opacity < 1 && { opacity }),
  }
}

interface StrokeStyle {
  readonly thickness?: number
  readonly dash?: readonly number[]
  readonly opacity?: number
}

export function line(from: Point, to: Point, colour: ColourRole, style: StrokeStyle = {}): Line {
  return {
    kind: 'line',
    from: { x: tidy(from.x), y: tidy(from.y) },
    to: { x: tidy(to.x), y: tidy(to.y) },
    colour,
    ...style,
    thickness: style.thickness ?? 1,
  }
}

export function stroke(points: readonly Point[], colour: ColourRole, style: StrokeStyle = {}): Path {
  const tidied = points.map(({ x, y }) => ({ x: tidy(x), y: tidy(y) }))
  return { kind: 'path', points: tidied, colour, ...style, thickness: style.thickness ?? 1 }
}

export function area(points: readonly Point[], colour: ColourRole, opacity = 1): Path {
  return { ...stroke(points, colour, { thickness: 0, ...(opacity < 1 && { opacity }) }), closed: true }
}

/** A lozenge: a single value among bars. */
export function lozenge({ x, y }: Point, reach: number, colour: ColourRole): Path {
  return area(
    [
      { x, y: y - reach },
      { x: x + reach, y },
      { x, y: y + reach },
      { x: x - reach, y },
    ],
    colour,
  )
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The room a line of text takes, with its marks above and tails below. */
export function boxOf({ x, y, text: words, anchor, size, weight }: Text): Box {
  const width = widthOf(words, size, weight)
  const left = x - { start: 0, middle: width / 2, end: width }[anchor]
  return { left, right: left + width, top: y - size, bottom: y + size / 4 }
}

export function overlap(one: Box, other: Box, gap = 0): boolean {
  return (
    one.left < other.right + gap &&
    other.left < one.right + gap &&
    one.top < other.bottom + gap &&
    other.top < one.bottom + gap
  )
}

/** An upright line that lets texts be read: it is broken where one stands in its way. */
export function uprightAround(
  x: number,
  top: number,
  bottom: number,
  texts: readonly Text[],
  colour: ColourRole,
  style: StrokeStyle = {},
): Line[] {
  const inTheWay = texts
    .map(boxOf)
    .filter((box) => box.left - 2 < x && x < box.right + 2)
    .sort((a, b) => a.top - b.top)
  const lines: Line[] = []
  let from = top
  for (const box of [...inTheWay, { top: bottom, bottom }]) {
    const to = Math.min(box.top, bottom)
    if (to - from > 1) lines.push(line({ x, y: from }, { x, y: to }, colour, style))
    from = Math.max(from, box.bottom + 1)
  }
  return lines
}

/** A text around the middle given, moved and at last shortened to stay within the width. */
export function textWithin(
  middle: number,
  y: number,
  words: string,
  width: number,
  style: Omit<TextStyle, 'anchor'> = {},
): Text {
  const size = style.size ?? small
  const shown = shortened(words, width, size, style.weight)
  const half = widthOf(shown, size, style.weight) / 2
  return text(Math.max(half, Math.min(width - half, middle)), y, shown, { ...style, anchor: 'middle' })
}

/** What stands in place of a chart that has nothing to show. */
export function nothingDrawn(width: ChartWidth, words: string): Drawing {
  const room = widthsOfCharts[width]
  return drawing(room, 28, [text(0, 18, words, { size: medium, colour: 'muted' })])
}

export function drawing(width: number, height: number, shapes: readonly Shape[]): Drawing {
  return { width, height: Math.ceil(height), shapes }
}
