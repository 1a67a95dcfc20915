/**
 * A cell of a CSV file. A text that a spreadsheet would take for a formula gets an apostrophe before it, so that what
 * others wrote is shown and never run.
 */
function csvCell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A line of a CSV report, with the line end that spreadsheets expect. */
export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
