/**
 * Advance widths of Be Vietnam Pro Regular in thousandths of its size, from the space (U+0020) to the tilde (U+007E).
 * Read from the font; drawings are laid out where there is none.
 */
const advances = [
  230, 280, 318, 807, 645, 849, 740, 179, 439, 439, 497, 608, 303, 608, 286, 503, 676, 385, 651, 660, 710, 660, 680,
  594, 634, 680, 286, 303, 556, 726, 556, 573, 1005, 736, 674, 775, 728, 620, 633, 783, 709, 258, 465, 679, 624, 853,
  732, 826, 644, 822, 668, 635, 650, 725, 706, 1005, 720, 665, 660, 459, 485, 459, 559, 702, 202, 642, 652, 613, 652,
  599, 386, 643, 583, 264, 274, 555, 255, 893, 573, 642, 652, 652, 392, 508, 428, 566, 576, 870, 559, 583, 502, 426,
  408, 426, 468,
]

const others: Readonly<Record<string, number>> = {
  đ: 662,
  Đ: 788,
  '₫': 600,
  '–': 690,
  '—': 870,
  '…': 780,
  '±': 655,
  '−': 645,
  '×': 600,
  '·': 275,
  '’': 225,
  '“': 420,
  '”': 430,
  '\u00a0': 230,
  '\u202f': 230,
}

/** What a letter with a mark, and every semibold letter, may be wider by. */
const [markedBy, boldBy] = [12, 20]
/** Of a letter that is not listed. */
const widest = 1000

export type Weight = 'regular' | 'semibold'

/** Taking a letter apart is most of the work, and few letters make up all texts. */
const known = new Map<string, number>()

function regularOf(letter: string): number {
  const before = known.get(letter)
  if (before !== undefined) return before
  const [bare = letter, ...marks] = letter.normalize('NFD')
  const advance = (others[bare] ?? advances[bare.charCodeAt(0) - 32] ?? widest) + (marks.length > 0 ? markedBy : 0)
  if (advance < widest) known.set(letter, advance)
  return advance
}

const thousandthsOf = (letter: string, weight: Weight): number =>
  regularOf(letter) + (weight === 'semibold' ? boldBy : 0)

/** How wide a line of text is, to within some three per cent and rather too wide than too narrow. */
export function widthOf(text: string, size: number, weight: Weight = 'regular'): number {
  let thousandths = 0
  for (const letter of text.normalize('NFC')) thousandths += thousandthsOf(letter, weight)
  return (thousandths * size) / 1000
}

/** The text, or as much of it as there is room for with an ellipsis. */
export function shortened(text: string, room: number, size: number, weight: Weight = 'regular'): string {
  if (widthOf(text, size, weight) <= room) return text
  let [kept, left] = ['', (room * 1000) / size - thousandthsOf('…', weight)]
  for (const letter of text.normalize('NFC')) {
    left -= thousandthsOf(letter, weight)
    if (left < 0) break
    kept += letter
  }
  return kept.trim() === '' ? '' : `${kept.trimEnd()}…`
}

/** Lines broken at spaces, as full as they can be; what does not fit into the last one is left in it. */
function filled(words: readonly string[], room: number, most: number, size: number, weight: Weight): string[] {
  const lines: string[] = []
  for (const [at, word] of words.entries()) {
    const line = lines.at(-1)
    const longer = line === undefined ? word : `${line} ${word}`
    if (line !== undefined && widthOf(longer, size, weight) <= room) {
      lines[lines.length - 1] = longer
    } else if (lines.length < most) {
      lines.push(word)
    } else {
      lines[lines.length - 1] = [line, ...words.slice(at)].join(' ')
      break
    }
  }
  return lines
}

/**
 * The text in as few lines as it needs and at most so many, of like length; the last line is shortened where more would
 * follow.
 */
export function wrapped(text: string, room: number, most: number, size: number, weight: Weight = 'regular'): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const lines = filled(words, room, most, size, weight)
  const fit = (some: readonly string[], width: number) => some.every((line) => widthOf(line, size, weight) <= width)
  if (!fit(lines, room)) return lines.map((line) => shortened(line, room, size, weight))
  for (const share of [0.5, 0.6, 0.7, 0.8, 0.9]) {
    const even = filled(words, room * share, lines.length, size, weight)
    if (fit(even, room * share)) return even
  }
  return lines
}
