import { Refusal } from './refusal.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = Record<string, Json>

/** Checks one value; says what it expected if it is not that. */
export interface Shape {
  expected: string
  test: (value: Json) => boolean
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const asStrings = (value: Json | undefined): string[] | null =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null

export const string: Shape = { expected: 'a string', test: (value) => typeof value === 'string' }
export const boolean: Shape = { expected: 'a boolean', test: (value) => typeof value === 'boolean' }
export const positive: Shape = {
  expected: 'a positive integer',
  test: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
}
export const number: Shape = { expected: 'a number', test: (value) => typeof value === 'number' }
export const object: Shape = { expected: 'an object', test: isObject }
export const strings: Shape = {
  expected: 'an array',
  test: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
}
export const anything: Shape = { expected: 'anything', test: () => true }
export const orNull = (shape: Shape): Shape => ({ ...shape, test: (value) => value === null || shape.test(value) })

function kindOf(value: Json): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return `an array: \`${JSON.stringify(value)}\``
  if (typeof value === 'object') return `an object: \`${JSON.stringify(value)}\``
  const name = typeof value === 'number' ? (Number.isInteger(value) ? 'an integer' : 'a number') : `a ${typeof value}`
  return `${name}: \`${JSON.stringify(value)}\``
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Checks a body: no unknown field, every field of its type. `code` names the error of a field; reference/errors.
 */
export function checked(
  value: Json,
  fields: Readonly<Record<string, Shape>>,
  { path = '', code }: { path?: string; code: (field: string) => string },
): JsonObject {
  if (!isObject(value))
    throw new Refusal('bad_request', `Invalid value type${at(path)}: expected an object, but found ${kindOf(value)}`)
  for (const [name, given] of Object.entries(value)) {
    const shape = fields[name]
    if (!shape) {
      const inside = path === '' ? '' : ` inside \`${path}\``
      const known = Object.keys(fields).map((field) => `\`${field}\``)
      throw new Refusal('bad_request', `Unknown field \`${name}\`${inside}: expected one of ${known.join(', ')}`)
    }
    if (!shape.test(given)) {
      throw new Refusal(
        code(snake(name)),
        `Invalid value type at \`${path}.${name}\`: expected ${shape.expected}, but found ${kindOf(given)}`,
      )
    }
  }
  return value
}

const at = (path: string): string => (path === '' ? '' : ` at \`${path}\``)

/** Checks the parameters of an address. */
export function checkedParameters(given: URLSearchParams, known: readonly string[]): void {
  for (const name of given.keys()) {
    if (known.includes(name)) continue
    const names = known.map((one) => `\`${one}\``).join(', ')
    throw new Refusal('bad_request', `Unknown parameter \`${name}\`: expected one of ${names}`)
  }
}

const UID = /^[A-Za-z0-9_-]{1,512}$/

/** An index uid: letters, digits, hyphens and underscores, at most 512 bytes (resources/internals/indexes). */
export function checkedUid(uid: string, where: string): string {
  if (!UID.test(uid)) {
    throw new Refusal(
      'invalid_index_uid',
      `${where}\`${uid}\` is not a valid index uid. Index uid can be an integer or a string containing only alphanumeric characters, hyphens (-) and underscores (_), and can not be more than 512 bytes.`,
    )
  }
  return uid
}

/** Reads JSON as the server does, which takes no half of a surrogate pair. */
export function parsed(text: string): Json {
  const say = (error: string) =>
    new Refusal('malformed_payload', `The json payload provided is malformed. \`${error}\`.`)
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch (error) {
    throw say(error instanceof Error ? error.message : 'not JSON')
  }
  const whole = (one: Json): boolean => {
    if (typeof one === 'string') return one.isWellFormed()
    if (Array.isArray(one)) return one.every(whole)
    return isObject(one) ? Object.entries(one).every(([key, inner]) => key.isWellFormed() && whole(inner)) : true
  }
  if (!whole(value)) throw say('lone leading surrogate in hex escape')
  return value
}
