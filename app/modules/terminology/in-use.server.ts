import { reader } from '#db'
import type { TermPair } from '#search'
import { builtInEntries, type BuiltInTerm, readBuiltInFrom } from './built-in.server.ts'
import { merged, type Prepared, prepared } from './entries.ts'
import { pairKey } from './term.ts'
import { termsInUse } from './store.server.ts'

interface Held {
  builtIn: readonly Prepared[] | null
  all: Promise<readonly Prepared[]> | null
  keys: ReadonlySet<string> | null
}

const held: Held = { builtIn: null, all: null, keys: null }

/** To be called whenever a pair has changed. */
export function forgetTerms(): void {
  held.all = null
}

/** Uses another list as the built-in one, in tests. */
export function useBuiltInTerms(list: readonly BuiltInTerm[]): void {
  readBuiltInFrom(() => list)
  held.builtIn = null
  held.keys = null
  held.all = null
}

/** Whether a pair is one of those that come with the exchange, used or not. */
export function isBuiltIn(pair: string): boolean {
  held.keys ??= new Set(builtInEntries().map(pairKey))
  return held.keys.has(pair)
}

async function build(): Promise<readonly Prepared[]> {
  const { added, without } = await termsInUse(reader())
  held.builtIn ??= prepared(builtInEntries())
  // A withdrawn row holds the words as the list has them.
  const unused = new Set(without.map(({ a, b }) => `${a}\t${b}`))
  const used =
    unused.size === 0 ? held.builtIn : held.builtIn.filter(({ entry: { a, b } }) => !unused.has(`${a}\t${b}`))
  return merged(
    used,
    prepared(added.map(({ kind, a, b, language, field }) => ({ kind, a, b, language, field, origin: 'added' }))),
  )
}

/** The terminology in use, ready for searching and in order; made when first asked for after a change. */
export async function termsReady(): Promise<readonly Prepared[]> {
  const building = (held.all ??= build())
  try {
    return await building
  } catch (error) {
    if (held.all === building) held.all = null
    throw error
  }
}

/** The operator's changes to the built-in terminology, as the search engine takes them. */
export async function termsForSearch(): Promise<{ added: TermPair[]; without: TermPair[] }> {
  const { added, without } = await termsInUse(reader())
  const plain = ({ kind, a, b }: TermPair): TermPair => ({ kind, a, b })
  return { added: added.map(plain), without: without.map(plain) }
}
