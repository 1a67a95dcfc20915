/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal. It is given in, so that a browser can use its own. */
export type Hash = (text: string) => string | Promise<string>

/**
 * One text for one document, whatever the order of its fields: no spaces, keys sorted by UTF-16 code units, numbers and
 * texts as JSON writes them (as RFC 8785 does). Fields that are undefined are left out.
 *
 * @throws TypeError where a number is none, which JSON cannot say
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no such number')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((one: unknown) => canonicalJson(one ?? null)).join(',')}]`
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(',')}}`
}
