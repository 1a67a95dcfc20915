import { inArray, and, count, eq, min } from 'drizzle-orm'
import { type Reader, reader } from '#db'
import { type Bilingual, done, openVerbs, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationsByIds, people } from '#modules/accounts/server'
import { builtInEntries } from '../built-in.server.ts'
import type { Entry } from '../entries.ts'
import { type Term, termById, termByPair, termPage } from '../store.server.ts'
import { pairKey, termProcess, type TermState, type TermVerb } from '../term.ts'
import { terms } from '../terms.tables.server.ts'

const pageSize = 50

/** A row for the operator, with whose it is. */
export interface TermLineShown extends Omit<Term, 'pair' | 'folded' | 'proposedBy' | 'proposedFor' | 'decidedBy'> {
  readonly proposer: string | null
  readonly organisation: Bilingual | null
  readonly decider: string | null
}

async function shown(db: Reader, rows: readonly Term[]): Promise<TermLineShown[]> {
  const ids = [...new Set(rows.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy ?? proposedBy]))]
  const found =
    ids.length === 0
      ? []
      : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids))
  const names = new Map(found.map(({ id, name }) => [id, name]))
  const organisations = await organisationsByIds(
    db,
    rows.map(({ proposedFor }) => proposedFor),
  )
  return rows.map(({ pair: _pair, folded: _folded, proposedBy, proposedFor, decidedBy, ...row }) => ({
    ...row,
    proposer: names.get(proposedBy) ?? null,
    organisation: organisations.get(proposedFor)?.name ?? null,
    decider: decidedBy === null ? null : (names.get(decidedBy) ?? null),
  }))
}

/** What the operator's lists hold. */
export const termLists = {
  proposed: { states: ['proposed'], order: 'oldest' },
  added: { states: ['approved'], builtIn: false, order: 'newest' },
  unused: { states: ['withdrawn', 'rejected'], order: 'newest' },
} as const satisfies Record<string, { states: readonly TermState[]; builtIn?: boolean; order: 'oldest' | 'newest' }>
export type TermList = keyof typeof termLists

/**
 * A page of one of the operator's lists: what waits the longest first, otherwise the newest.
 *
 * @returns refusals: those of `may`
 */
export async function operatorTerms(
  actor: Actor,
  wanted: { readonly list: TermList; readonly text: string; readonly page: number },
): Promise<Result<{ rows: TermLineShown[]; total: number; pageCount: number }>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const { rows, total } = await termPage(reader(), {
    ...termLists[wanted.list],
    text: wanted.text,
    limit: pageSize,
    offset: (wanted.page - 1) * pageSize,
  })
  return done({ rows: await shown(reader(), rows), total, pageCount: Math.max(1, Math.ceil(total / pageSize)) })
}

/**
 * One pair with what may be done with it.
 *
 * @returns refusals: those of `may`, 404
 */
export async function operatorTerm(
  actor: Actor,
  id: string,
): Promise<Result<TermLineShown & { readonly verbs: readonly TermVerb[] }>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const found = await termById(reader(), id)
  const [line] = found ? await shown(reader(), [found]) : []
  if (!line) return refuse('not_found', 404)
  return done({ ...line, verbs: openVerbs(termProcess, line.state, 'operator') })
}

/**
 * A pair that comes with the exchange, and the id of the row where one was decided on before.
 *
 * @returns refusals: those of `may`, 404 for what is not built in
 */
export async function builtInPair(
  actor: Actor,
  { en, vi }: { readonly en: string; readonly vi: string },
): Promise<Result<{ readonly entry: Entry; readonly decided: string | null }>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const entry = builtInEntries().find(({ a, b }) => a === en && b === vi)
  if (!entry) return refuse('not_found', 404)
  const row = await termByPair(reader(), pairKey(entry))
  return done({ entry, decided: row?.id ?? null })
}

/** How many proposed pairs wait for the operator, and since when. */
export async function termsWaiting(): Promise<{ waiting: number; oldest: number | null }> {
  const [row] = await reader()
    .select({ waiting: count(), oldest: min(terms.proposedAt) })
    .from(terms)
    .where(and(eq(terms.state, 'proposed'), eq(terms.builtIn, false)))
  return row ?? { waiting: 0, oldest: null }
}
