import type { Issue } from '#kernel'

/** Why a whole file cannot be read; the code is a translation key. */
export class FileFault extends Error {
  readonly code: string
  readonly values: Issue['values']
  constructor(code: string, values?: Issue['values']) {
    super(code)
    this.code = code
    this.values = values
  }
}

/** One record of a file: its cells by column, or why it cannot be read. */
export interface SourceRow {
  /** The line of a JSON lines file; the row of a table, where the header is row 1. */
  readonly number: number
  readonly cells: Readonly<Record<string, unknown>> | null
  readonly fault: Issue | null
}

/** Bounds that keep a hostile file from taking the machine with it. */
export const bounds = {
  rows: 100_000,
  columns: 200,
  tableCells: 5_000_000,
  /** Characters of one record. */
  record: 16 * 1024 * 1024,
  archiveEntries: 2000,
  /** Bytes an archive may unpack to. */
  unpacked: 200 * 1024 * 1024,
} as const

/** Names for the columns of a table: never empty, never twice. */
export function columnNames(header: readonly string[]): string[] {
  if (header.length > bounds.columns) throw new FileFault('import.columns', { maximum: bounds.columns })
  const taken = new Set<string>()
  return header.map((raw, index) => {
    const plain = raw.replace(/\s+/g, ' ').trim().slice(0, 120) || `#${String(index + 1)}`
    let name = plain
    for (let again = 2; taken.has(name); again += 1) name = `${plain} (${String(again)})`
    taken.add(name)
    return name
  })
}

/** A row of a table as cells by column; null when it is empty. */
export function tableRow(number: number, columns: readonly string[], values: readonly unknown[]): SourceRow | null {
  const filled = (value: unknown): boolean => value !== null && value !== undefined && value !== ''
  if (!values.some(filled)) return null
  if (values.slice(columns.length).some(filled))
    return {
      number,
      cells: null,
      fault: { code: 'row.columns', values: { given: values.length, maximum: columns.length } },
    }
  return {
    number,
    cells: Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null])),
    fault: null,
  }
}
