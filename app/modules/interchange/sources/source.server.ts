import { done, refuse, type Result } from '#kernel'
import { separatedValues } from './csv.server.ts'
import { bounds, FileFault, type SourceRow } from './file-fault.ts'
import { jsonLines } from './jsonl.server.ts'
import type { SourceFormat } from './formats.ts'
import { formatOf } from './text.server.ts'
import { workbookRows } from './xlsx.server.ts'

const readers: Readonly<Record<SourceFormat, (path: string) => AsyncGenerator<SourceRow>>> = {
  jsonl: jsonLines,
  csv: separatedValues,
  xlsx: workbookRows,
}

/**
 * The records of a file, in order, at most 100,000.
 *
 * @throws FileFault when the file as a whole cannot be read
 */
export async function* rowsOf(path: string, format: SourceFormat): AsyncGenerator<SourceRow> {
  let count = 0
  for await (const row of readers[format](path)) {
    if (++count > bounds.rows) throw new FileFault('import.rows', { maximum: bounds.rows })
    yield row
  }
}

/** What a file looks like: its format, its columns, and its first records. */
export interface Sample {
  readonly format: SourceFormat
  readonly columns: readonly string[]
  readonly rows: readonly SourceRow[]
}

const sampled = 500

/**
 * Looks into a file's first records.
 *
 * @returns refusals 422: `file.empty`, `import.binary`, `import.encoding`, `import.old_excel`, `import.json_array`,
 *   `import.archive`, `import.unpacked`, `import.rows`, `import.columns`, `import.cells`, `import.no_rows`
 */
export async function sampleOf(path: string): Promise<Result<Sample>> {
  try {
    const format = await formatOf(path)
    const columns = new Set<string>()
    const rows: SourceRow[] = []
    for await (const row of rowsOf(path, format)) {
      for (const column of Object.keys(row.cells ?? {})) if (columns.size < bounds.columns) columns.add(column)
      rows.push(row)
      if (rows.length >= sampled) break
    }
    if (columns.size === 0) return refuse('import.no_rows', 422)
    return done({ format, columns: [...columns], rows })
  } catch (error) {
    return fileRefusal(error)
  }
}

/** A file's fault as a refusal; anything else is thrown on. */
export function fileRefusal(error: unknown): ReturnType<typeof refuse> {
  if (!(error instanceof FileFault)) throw error
  return refuse(error.code, 422, error.values ? { values: error.values } : {})
}
