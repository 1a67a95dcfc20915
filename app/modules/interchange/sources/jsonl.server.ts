import { bounds, type SourceRow } from './file-fault.ts'
import { textPieces } from './text.server.ts'

/** Lines of a text with their numbers; null for one that is longer than a record may be. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<{ number: number; line: string | null }> {
  let number = 0
  let held = ''
  let tooLong = false
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      const line = held + piece.slice(from, end)
      yield { number: ++number, line: tooLong || line.length > bounds.record ? null : line }
      held = ''
      tooLong = false
      from = end + 1
    }
    held += piece.slice(from)
    if (held.length > bounds.record) {
      tooLong = true
      held = ''
    }
  }
  if (held !== '' || tooLong) yield { number: ++number, line: tooLong ? null : held }
}

function rowOf(number: number, line: string): SourceRow {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { number, cells: null, fault: { code: 'row.not_object' } }
    if (Object.keys(value).length > bounds.columns)
      return { number, cells: null, fault: { code: 'import.columns', values: { maximum: bounds.columns } } }
    return { number, cells: { ...value }, fault: null }
  } catch {
    return { number, cells: null, fault: { code: 'row.json' } }
  }
}

/** The records of a JSON lines file; blank lines are passed over. */
export async function* jsonLines(path: string): AsyncGenerator<SourceRow> {
  for await (const { number, line } of linesOf(textPieces(path))) {
    if (line === null) yield { number, cells: null, fault: { code: 'row.record_too_long' } }
    else if (line.trim() !== '') yield rowOf(number, line)
  }
}
