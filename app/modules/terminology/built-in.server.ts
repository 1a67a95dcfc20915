import { type BuiltInTerm, builtInTerms } from '#search/server'
import type { Entry } from './entries.ts'

let read: () => readonly BuiltInTerm[] = builtInTerms
let entries: readonly Entry[] | null = null

/** Uses another list as the built-in one: in tests, through the module's face. */
export function readBuiltInFrom(list: () => readonly BuiltInTerm[]): void {
  read = list
  entries = null
}

function entriesOf(list: readonly BuiltInTerm[]): readonly Entry[] {
  const seen = new Set<string>()
  return list.flatMap(({ en, vi, field }): Entry[] => {
    const key = `${en}\t${vi}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ kind: 'translation', a: en, b: vi, language: null, field, origin: 'built-in' }]
  })
}

/** The pairs that come with the exchange, each once; read when first asked for. */
export function builtInEntries(): readonly Entry[] {
  return (entries ??= entriesOf(read()))
}
