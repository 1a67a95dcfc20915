/**
 * A cell of a CSV report. A text that a spreadsheet would take for a formula gets an apostrophe before it, so that what
 * others wrote is shown and never run.
 */
export function csvCell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A line of a CSV report, with the line end that spreadsheets expect. */
export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

/** A value of a source file as it goes back for correction. */
export function cellText(value: unknown): string | number {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return value
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join('; ')
  return JSON.stringify(value)
}
