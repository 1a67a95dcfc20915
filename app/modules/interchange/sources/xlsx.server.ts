import { readFile } from 'node:fs/promises'
import { readSheet } from 'read-excel-file/node'
import { safeArchive } from './archive.server.ts'
import { columnNames, FileFault, type SourceRow, tableRow } from './file-fault.ts'

function cellOf(value: unknown): unknown {
  if (!(value instanceof Date)) return value
  return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
}

/**
 * The records of the first sheet of an XLSX file; its first row that is not empty names the columns.
 *
 * @throws FileFault `file.empty` and those of `safeArchive`
 */
export async function* workbookRows(path: string): AsyncGenerator<SourceRow> {
  const archive = safeArchive(await readFile(path))
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
