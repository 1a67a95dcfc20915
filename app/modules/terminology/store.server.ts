import { and, asc, count, desc, eq, inArray, like, type SQL } from 'drizzle-orm'
import { fold } from '#search'
import type { Reader, Transaction } from '#db'
import { refuse, type Result, done } from '#kernel'
import type { SignedIn } from '#modules/accounts'
import { newId, now } from '#platform/clock'
import { type Pair, pairKey, type TermInput, type TermState } from './term.ts'
import { terms } from './terms.tables.server.ts'

export type Term = typeof terms.$inferSelect

/** Whose doing something is. */
export function doerOf(actor: SignedIn): { readonly personId: string; readonly organisationId: string } {
  return { personId: actor.personId, organisationId: actor.organisation?.id ?? '' }
}

/** A new row in somebody's name; approved and withdrawn ones are decided by the same person at once. */
export function newTerm(
  { kind, a, b, language, field, source }: TermInput,
  by: ReturnType<typeof doerOf>,
  state: TermState,
  more: Partial<Term> = {},
): Term {
  const at = now()
  return {
    id: newId('term'),
    ...wordsOf({ kind, a, b, language, field }),
    kind,
    language,
    state,
    builtIn: false,
    source,
    proposedBy: by.personId,
    proposedFor: by.organisationId,
    proposedAt: at,
    decidedBy: state === 'proposed' ? null : by.personId,
    decidedAt: state === 'proposed' ? null : at,
    reason: '',
    version: 1,
    ...more,
  }
}

/** The columns that follow from the words of a pair. */
export function wordsOf(pair: Pair): Pick<Term, 'a' | 'b' | 'field' | 'pair' | 'folded'> {
  const { a, b, field } = pair
  return { a, b, field, pair: pairKey(pair), folded: fold(`${a} ${b}`) }
}

/** Rows a statement holds: each has seventeen values. */
const chunk = 200

/** Writes rows whose pair is not there yet; gives the pairs it wrote. */
export async function insertTerms(tx: Transaction, rows: readonly Term[]): Promise<ReadonlySet<string>> {
  const written = new Set<string>()
  for (let from = 0; from < rows.length; from += chunk) {
    const made = await tx
      .insert(terms)
      .values(rows.slice(from, from + chunk))
      .onConflictDoNothing()
      .returning({ pair: terms.pair })
    for (const { pair } of made) written.add(pair)
  }
  return written
}

/** Saves a change if the row still has the version that was looked at. */
export async function saveTerm(
  tx: Transaction,
  { id, version }: Pick<Term, 'id' | 'version'>,
  change: Partial<Term>,
): Promise<Term | null> {
  const [saved] = await tx
    .update(terms)
    .set({ ...change, version: version + 1 })
    .where(and(eq(terms.id, id), eq(terms.version, version)))
    .returning()
  return saved ?? null
}

export async function termById(db: Reader, id: string): Promise<Term | null> {
  const [found] = await db.select().from(terms).where(eq(terms.id, id))
  return found ?? null
}

export async function termByPair(db: Reader, pair: string): Promise<Term | null> {
  const [found] = await db.select().from(terms).where(eq(terms.pair, pair))
  return found ?? null
}

/** The states of those pairs that have a row. */
export async function statesOf(db: Reader, pairs: readonly string[]): Promise<ReadonlyMap<string, TermState>> {
  const known = new Map<string, TermState>()
  for (let from = 0; from < pairs.length; from += chunk) {
    const some = pairs.slice(from, from + chunk)
    const rows = await db.select({ pair: terms.pair, state: terms.state }).from(terms).where(inArray(terms.pair, some))
    for (const { pair, state } of rows) known.set(pair, state)
  }
  return known
}

/** Why a pair cannot be written again. */
export function alreadyThere(state: TermState): Result<never> {
  return refuse(`term.exists.${state}`, 409)
}

/** The pair is free, or a refusal that says how it stands. */
export async function freePair(db: Reader, pair: string): Promise<Result<null>> {
  const found = await termByPair(db, pair)
  return found ? alreadyThere(found.state) : done(null)
}

interface Wanted {
  readonly states: readonly TermState[]
  readonly builtIn?: boolean
  readonly organisationId?: string
  /** Words of either side, in any spelling. */
  readonly text?: string
  readonly order: 'oldest' | 'newest'
  readonly limit: number
  readonly offset: number
}

/** Rows by state, and how many there are in all. */
export async function termPage(db: Reader, wanted: Wanted): Promise<{ rows: Term[]; total: number }> {
  const words = fold(wanted.text ?? '').match(/[\p{L}\p{N}]+/gu) ?? []
  const where: SQL | undefined = and(
    inArray(terms.state, [...wanted.states]),
    wanted.builtIn === undefined ? undefined : eq(terms.builtIn, wanted.builtIn),
    wanted.organisationId === undefined ? undefined : eq(terms.proposedFor, wanted.organisationId),
    ...words.slice(0, 8).map((word) => like(terms.folded, `%${word}%`)),
  )
  const [all] = await db.select({ total: count() }).from(terms).where(where)
  const order =
    wanted.order === 'oldest' ? [asc(terms.proposedAt), asc(terms.id)] : [desc(terms.proposedAt), desc(terms.id)]
  const rows = await db
    .select()
    .from(terms)
    .where(where)
    .orderBy(...order)
    .limit(wanted.limit)
    .offset(wanted.offset)
  return { rows, total: all?.total ?? 0 }
}

/** All rows that change what is in use: added pairs that are approved, and built-in ones that are withdrawn. */
export async function termsInUse(db: Reader): Promise<{ added: Term[]; without: Term[] }> {
  const added = await db
    .select()
    .from(terms)
    .where(and(eq(terms.state, 'approved'), eq(terms.builtIn, false)))
    .orderBy(asc(terms.decidedAt), asc(terms.id))
  const without = await db
    .select()
    .from(terms)
    .where(and(eq(terms.state, 'withdrawn'), eq(terms.builtIn, true)))
  return { added, without }
}
