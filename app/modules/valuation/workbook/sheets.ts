/** Sheets as they are written: texts, numbers, and formulas without their equals sign. */
export type SheetCell = string | number | null | { formula: string }

export interface Sheet {
  name: string
  rows: SheetCell[][]
}

/** What is read on the sheets; keys of steps, slots and columns are named by `label`. */
export interface WorkbookWords {
  assumptions: string
  reconciliation: string
  /** Said on the sheet of a method that formulas cannot show; its figure is then a plain number. */
  notAsFormulas: string
  label: (key: string) => string
}

/** A column's letters: 0 is A, 26 is AA. */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${columnName(Math.floor(at / 26) - 1)}${letter}`
}

/** A cell of another sheet, fixed: `'cost'!$C$4`. Rows and columns count from 0. */
export function fixedReference(sheet: string, row: number, column: number): string {
  return `'${sheet.replaceAll("'", "''")}'!$${columnName(column)}$${row + 1}`
}

/** Names of sheets: at most 31 characters, none of those a workbook forbids, none twice regardless of case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const clean = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
    let found = clean
    for (let count = 2; taken.has(found.toLowerCase()); count += 1)
      found = `${clean.slice(0, 31 - String(count).length - 1)}.${count}`
    taken.add(found.toLowerCase())
    return found
  })
}
