import type { Issue } from '#kernel'
import { check } from '#kernel'
import { pairKey, type TermInput, termSchema } from './term.ts'

/** How many lines may be brought at once. */
export const mostLines = 5000

/** One line of what was pasted or uploaded: the pair it holds, or what is wrong with it. */
export type TermLine =
  | { readonly number: number; readonly text: string; readonly pair: TermInput; readonly fault: null }
  | { readonly number: number; readonly text: string; readonly pair: null; readonly fault: Issue }

const shownOfLine = 200

/** The cells of one line of a table; a cell in quotation marks may hold the separator and doubled marks. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at)
    if (quoted && sign === '"' && line.charAt(at + 1) === '"') {
      cell += '"'
      at++
    } else if (sign === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted
      if (quoted) cell = ''
    } else if (sign === separator && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}

/** Tabs part the columns where there is one; else the sign that stands in most lines. */
function separatorOf(lines: readonly string[]): string {
  if (lines.some((line) => line.includes('\t'))) return '\t'
  const holding = (sign: string) => lines.filter((line) => line.includes(sign)).length
  return holding(';') > holding(',') ? ';' : ','
}

const columnNames = {
  en: ['en', 'english', 'tiếng anh'],
  vi: ['vi', 'vietnamese', 'tiếng việt'],
  field: ['field', 'lĩnh vực'],
  synonym: ['synonym', 'đồng nghĩa'],
} as const

type Column = keyof typeof columnNames
type Places = Readonly<Record<Column, number>>

const byOrder: Places = { en: 0, vi: 1, field: 2, synonym: -1 }

/** Where the columns stand when the first line names them; null where it is a pair like the others. */
function placesIn(head: readonly string[]): Places | null {
  const names = head.map((cell) => cell.toLowerCase())
  const place = (column: Column) => names.findIndex((name) => (columnNames[column] as readonly string[]).includes(name))
  const places = { en: place('en'), vi: place('vi'), field: place('field'), synonym: place('synonym') }
  return places.en >= 0 && places.vi >= 0 ? places : null
}

function rawPair(cells: readonly string[], places: Places): Record<string, string> {
  const cell = (column: Column) => cells[places[column]] ?? ''
  const field = cell('field')
  if (cell('synonym') === '') return { kind: 'translation', a: cell('en'), b: cell('vi'), field }
  const language = cell('en') === '' ? 'vi' : 'en'
  return { kind: 'synonym', a: cell(language), b: cell('synonym'), language, field }
}

/**
 * Reads lines `English, Vietnamese, field code` parted by tabs, commas or semicolons; a first line may name the columns
 * in another order (`en`, `vi`, `field`, `synonym`), as in what the exchange exports. Empty lines are left out; a pair
 * that stands twice counts once.
 */
export function readTermLines(text: string): readonly TermLine[] {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/^\ufeff/, ''))
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]))
  const separator = separatorOf(filled.map(({ line }) => line))
  const named = placesIn(cellsOf(filled[0]?.line ?? '', separator))
  const seen = new Map<string, number>()
  return filled.slice(named ? 1 : 0).map(({ line, number }): TermLine => {
    const shown = { number, text: line.replace(/\t/g, ' | ').slice(0, shownOfLine).toWellFormed() }
    const cells = cellsOf(line, separator)
    if (!named && cells.filter(Boolean).length > 3)
      return { ...shown, pair: null, fault: { code: 'term.columns', values: { given: cells.length } } }
    const read = check(termSchema, rawPair(cells, named ?? byOrder))
    if (!read.ok) {
      const [first] = Object.values(read.refusal.fields ?? {})
      return { ...shown, pair: null, fault: first?.[0] ?? { code: 'invalid' } }
    }
    const key = pairKey(read.value)
    const before = seen.get(key)
    if (before !== undefined) return { ...shown, pair: null, fault: { code: 'term.twice', values: { line: before } } }
    seen.set(key, number)
    return { ...shown, pair: read.value, fault: null }
  })
}
