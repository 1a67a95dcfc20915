import { type ColourRole, type Shape } from '#kernel'
import { shortened, widthOf } from './letters.ts'
import { bar, line, lineHeight, small, text } from './shapes.ts'

/** What a colour or a line of a chart stands for. */
export interface KeyEntry {
  readonly label: string
  readonly mark: 'bar' | 'line'
  readonly colour: ColourRole
  readonly opacity?: number
}

const markWidth = 14
const afterMark = 6
const afterEntry = 18

/** Entries one after another, in as many lines as they need. */
export function keyOf(entries: readonly KeyEntry[], width: number): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = []
  let [x, y] = [0, 12]
  for (const { label, mark, colour, opacity } of entries) {
    const words = shortened(label, width - markWidth - afterMark, small)
    const length = markWidth + afterMark + widthOf(words, small)
    if (x > 0 && x + length > width) {
      x = 0
      y += lineHeight + 2
    }
    shapes.push(
      mark === 'bar'
        ? bar(x, x + markWidth, y - 10, y, colour, opacity)
        : line({ x, y: y - 4 }, { x: x + markWidth, y: y - 4 }, colour, { thickness: 2 }),
      text(x + markWidth + afterMark, y, words),
    )
    x += length + afterEntry
  }
  return { shapes, height: y + 6 }
}
