const KEPT = /^[a-z0-9-]+$/

/**
 * A filter value as the index holds it. Meilisearch compares values without case and in compatibility form, and reads
 * escapes in filters; these signs (a-z, 0-9, `-`, `_`, `.`) mean themselves everywhere, so that equal is exactly equal:
 * a capital is `_` and its small letter, any other code unit `.` and four hexadecimal digits, an empty text `.`.
 */
export function encoded(value: string): string {
  if (KEPT.test(value)) return value
  if (value === '') return '.'
  let code = ''
  for (let index = 0; index < value.length; index++) {
    const sign = value.charAt(index)
    if (/[a-z0-9-]/.test(sign)) code += sign
    else if (/[A-Z]/.test(sign)) code += `_${sign.toLowerCase()}`
    else code += `.${value.charCodeAt(index).toString(16).padStart(4, '0')}`
  }
  return code
}

export function decoded(code: string): string {
  if (code === '.') return ''
  return code.replace(/_([a-z])|\.([0-9a-f]{4})/g, (_, capital: string | undefined, unit: string | undefined) =>
    capital === undefined ? String.fromCharCode(Number.parseInt(unit ?? '', 16)) : capital.toUpperCase(),
  )
}

/** The length in bytes up to which Meilisearch keeps a filter value; all signs of an encoded one are one byte. */
export const LONGEST_VALUE = 468
