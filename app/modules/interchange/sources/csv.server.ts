import { pipeline, Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { bounds, columnNames, FileFault, type SourceRow, tableRow } from './file-fault.ts'
import { textPieces } from './text.server.ts'

const separators = [',', ';', '\t'] as const

/** The separator that stands most often in the first line outside quotation marks. */
function separatorOf(start: string): string {
  const line =
    start
      .trimStart()
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/\r|\n/)[0] ?? ''
  const counts = separators.map((separator) => line.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

async function* resumed(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

/**
 * The records of a table of text; its first row names the columns.
 *
 * @throws FileFault `file.empty`, `import.encoding`, `import.columns`
 */
export async function* separatedValues(path: string): AsyncGenerator<SourceRow> {
  const pieces = textPieces(path)
  let first = ''
  while (!first.includes('\n') && first.length < 1024 * 1024) {
    const next = await pieces.next()
    if (next.done) break
    first += next.value
  }
  const faults: SourceRow[] = []
  let number = 0
  const parser = parse({
    delimiter: separatorOf(first),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: bounds.record,
    on_skip: () => {
      number += 1
      faults.push({ number, cells: null, fault: { code: 'row.quotes' } })
      return undefined
    },
    // Counted here, where skipped records are too: the parser runs ahead of whoever reads it.
    on_record: (record: string[]) => {
      number += 1
      return [String(number), ...record]
    },
  })
  // The error reaches the loop below through the parser itself.
  pipeline(Readable.from(resumed(first, pieces)), parser, () => undefined)
  let columns: string[] | null = null
  for await (const [counted, ...record] of parser as AsyncIterable<[string, ...string[]]>) {
    yield* faults.splice(0)
    if (!columns) {
      columns = columnNames(record)
      continue
    }
    const row = tableRow(Number(counted), columns, record)
    if (row) yield row
  }
  yield* faults.splice(0)
  if (!columns) throw new FileFault('file.empty')
}
