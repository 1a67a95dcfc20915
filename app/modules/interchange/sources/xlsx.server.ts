import { readFile } from 'node:fs/promises'
import { readSheet } from 'read-excel-file/node'
import { ArchiveFault, safeArchive } from '#platform/archives'
import { bounds, columnNames, FileFault, type SourceRow, tableRow } from './file-fault.ts'

function cellOf(value: unknown): unknown {
  if (!(value instanceof Date)) return value
  return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
}

/** The archive without what could take the machine with it. */
function safe(bytes: Buffer): Buffer {
  const { archiveEntries: entries, tableCells: cells, unpacked, rows, columns } = bounds
  try {
    return safeArchive(bytes, { entries, unpacked, rows, columns, cells })
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error
    const { code } = error
    if (code === 'archive') throw new FileFault('import.archive')
    if (code === 'unpacked') throw new FileFault('import.unpacked', { megabytes: unpacked / 1024 / 1024 })
    throw new FileFault(`import.${code}`, { maximum: { rows, columns, cells }[code] })
  }
}

/**
 * The records of the first sheet of an XLSX file; its first row that is not empty names the columns.
 *
 * @throws FileFault `file.empty`, `import.archive`, `import.unpacked`, `import.rows`, `import.columns`, `import.cells`
 */
export async function* workbookRows(path: string): AsyncGenerator<SourceRow> {
  const archive = safe(await readFile(path))
  let table: readonly (readonly unknown[])[]
  try {
    table = await readSheet(archive, 1, { dateFormat: 'dd/mm/yyyy' })
  } catch {
    throw new FileFault('import.archive')
  }
  let columns: string[] | null = null
  for (const [index, values] of table.entries()) {
    const cells = values.map(cellOf)
    if (columns) {
      const row = tableRow(index + 1, columns, cells)
      if (row) yield row
    } else if (cells.some((cell) => cell !== null && cell !== ''))
      columns = columnNames(
        cells.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '')),
      )
  }
  if (!columns) throw new FileFault('file.empty')
}
