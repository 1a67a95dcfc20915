import { setImmediate as nextTurn } from 'node:timers/promises'
import { reader } from '#db'
import type { TermPair } from '#search'
import type { BuiltInTerm } from '#search/server'
import { builtInEntries, readBuiltInFrom } from './built-in.server.ts'
import { merged, type Prepared, prepared } from './entries.ts'
import { exactForm, type Pair } from './term.ts'
import { termsInUse } from './store.server.ts'

interface Held {
  builtIn: readonly Prepared[] | null
  all: Promise<readonly Prepared[]> | null
  /** Vietnamese equivalents by the English term in its exact form. */
  equivalents: ReadonlyMap<string, readonly string[]> | null
}

const held: Held = { builtIn: null, all: null, equivalents: null }

/** To be called whenever a pair has changed. */
export function forgetTerms(): void {
  held.all = null
}

/** Uses another list as the built-in one, in tests. */
export function useBuiltInTerms(list: readonly BuiltInTerm[]): void {
  readBuiltInFrom(() => list)
  held.builtIn = null
  held.equivalents = null
  held.all = null
}

function equivalents(): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, string[]>()
  for (const { a, b } of builtInEntries()) {
    const term = exactForm(a)
    const others = known.get(term)
    if (others) others.push(b)
    else known.set(term, [b])
  }
  return known
}

/** Whether a pair is one of those that come with the exchange, used or not. */
export function isBuiltIn({ kind, a, b }: Pick<Pair, 'kind' | 'a' | 'b'>): boolean {
  if (kind !== 'translation') return false
  held.equivalents ??= equivalents()
  const exact = exactForm(b)
  return held.equivalents.get(exactForm(a))?.some((other) => exactForm(other) === exact) ?? false
}

const slice = 4000

/** Made ready a slice at a time, so that nobody else waits meanwhile. */
async function builtInReady(): Promise<readonly Prepared[]> {
  const entries = builtInEntries()
  let all: readonly Prepared[] = []
  for (let from = 0; from < entries.length; from += slice) {
    await nextTurn()
    all = merged(all, prepared(entries.slice(from, from + slice)))
  }
  return all
}

async function build(): Promise<readonly Prepared[]> {
  const { added, without } = await termsInUse(reader())
  held.builtIn ??= await builtInReady()
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
