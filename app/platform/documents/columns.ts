import { cellParts, type Table } from './document.ts'

/** No column asks for more than this part of the width, whatever is in it. */
const mostOfWidth = 0.5
/** Rows looked at for the width of columns. */
const mostRows = 300

interface Wish {
  /** Below which words are torn. */
  least: number
  /** At which nothing wraps. */
  wanted: number
}

function wishes({ columns, rows }: Table, width: number, measure: Measures, padding: number): Wish[] {
  return columns.map(({ heading, align }, at) => {
    const cells = rows.slice(0, mostRows).map(({ cells }) => cellParts(cells[at]))
    const widest = (texts: readonly string[], of: (text: string) => number) =>
      texts.reduce((so, one) => Math.max(so, of(one)), 0)
    const lines = (text: string) => text.split('\n')
    const words = (text: string) => text.split(/[ \n]/)
    const texts = cells.map(({ text }) => text)
    const notes = cells.map(({ note }) => note)
    const whole = Math.max(
      widest([heading, ...texts].flatMap(lines), measure.text),
      widest(notes.flatMap(lines), measure.note),
    )
    const torn = Math.max(
      widest([heading, ...texts].flatMap(words), measure.text),
      widest(notes.flatMap(words), measure.note),
    )
    // Figures stay in one line.
    const figures = align === 'right' ? widest(texts.flatMap(lines), measure.text) : 0
    const bound = width * mostOfWidth
    const least = Math.min(bound, Math.max(torn, figures) + padding)
    return { least, wanted: Math.max(least, Math.min(bound, whole + padding)) }
  })
}

export interface Measures {
  text: (text: string) => number
  note: (text: string) => number
}

/**
 * Widths of a table's columns, which sum to `width`: by the shares that it states, or by what is in its cells.
 *
 * @param padding of a cell on both sides
 */
export function columnWidths(table: Table, width: number, measure: Measures, padding: number): number[] {
  const { columns } = table
  if (columns.some(({ share }) => share !== undefined)) {
    const all = columns.reduce((so, { share = 1 }) => so + share, 0)
    return columns.map(({ share = 1 }) => (width * share) / all)
  }
  const wished = wishes(table, width, measure, padding)
  const sum = (of: (wish: Wish) => number) => wished.reduce((so, one) => so + of(one), 0)
  const [least, wanted] = [sum((wish) => wish.least), sum((wish) => wish.wanted)]
  if (least >= width) return wished.map((wish) => (width * wish.least) / least)
  if (wanted > width)
    return wished.map((wish) => wish.least + ((width - least) * (wish.wanted - wish.least)) / (wanted - least))
  // What is left over goes to words; a table of figures alone spreads evenly.
  const words = columns.map(({ align }) => align === 'left')
  const growing = sum((wish) => (words[wished.indexOf(wish)] === true ? wish.wanted : 0))
  return wished.map((wish, at) =>
    growing === 0
      ? wish.wanted + (width - wanted) / columns.length
      : wish.wanted + (words[at] === true ? ((width - wanted) * wish.wanted) / growing : 0),
  )
}
