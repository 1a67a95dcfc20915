export type { Classified } from './classified.ts'
export { developmentGoals, greenTags } from './goals.ts'
export { industries } from './industries.ts'
export { ipcSections, ipcSymbol } from './ipc.ts'
export { provinces } from './provinces.ts'
export { scienceFields } from './science-fields.ts'

import type { Classified } from './classified.ts'

/** The entry with this code, or undefined when the classification has none. */
export function classified(list: readonly Classified[], code: string): Classified | undefined {
  return list.find((entry) => entry.code === code)
}

/** The codes of a classification, for a schema that takes nothing else. */
export function codesOf(list: readonly Classified[]): [string, ...string[]] {
  const [first, ...rest] = list.map((entry) => entry.code)
  if (first === undefined) throw new Error('an empty classification')
  return [first, ...rest]
}
