/** Where letters stand: on the line, above it (exponents) or below it (indices), smaller there. */
export type Stand = 'level' | 'raised' | 'lowered'

/** Of Unicode's private use: they stand in texts of a document, and are never set themselves. */
const marks: Readonly<Record<Stand, string>> = { level: '\ue002', raised: '\ue000', lowered: '\ue001' }
const stands = new Map(Object.entries(marks).map(([stand, mark]) => [mark, stand as Stand]))

/** A part of a document's text that stands above or below the line; no line ends within it. */
export function shifted(text: string, stand: Stand): string {
  return stand === 'level' || text === '' ? text : marks[stand] + text.replaceAll(' ', '\u00a0') + marks.level
}

/** A text of a document in parts that stand alike. */
export function standing(text: string): { text: string; stand: Stand }[] {
  const parts: { text: string; stand: Stand }[] = []
  let stand: Stand = 'level'
  for (const piece of text.split(/([\ue000-\ue002])/)) {
    const turn = stands.get(piece)
    if (turn) stand = turn
    else if (piece !== '') parts.push({ text: piece, stand })
  }
  return parts
}
