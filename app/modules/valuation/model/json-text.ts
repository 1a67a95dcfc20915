import { done, refuse, type Result } from '#kernel'

export interface TextBounds {
  /** Characters. */
  longest: number
  /** Lists and records within each other. */
  deepest: number
}

const megabyte = 1024 * 1024

function isDeeperThan(text: string, deepest: number): boolean {
  let [depth, quoted] = [0, false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
    if (depth > deepest) return true
  }
  return false
}

/**
 * What a JSON text from anywhere says, with or without a byte order mark.
 *
 * @returns refusals: 413 `file.too_large`, 422 `file.too_deep`, 422 `file.not_json`
 */
export function readJson(text: string, { longest, deepest }: TextBounds): Result<unknown> {
  if (text.length > longest)
    return refuse('file.too_large', 413, { values: { megabytes: Math.floor(longest / megabyte) } })
  if (isDeeperThan(text, deepest)) return refuse('file.too_deep', 422)
  try {
    return done(JSON.parse(text.replace(/^\ufeff/, '')))
  } catch {
    return refuse('file.not_json', 422)
  }
}
