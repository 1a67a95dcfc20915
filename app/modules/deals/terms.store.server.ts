import { and, desc, eq, inArray, ne, or } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import { people } from '#modules/accounts/server'
import { newId, now } from '#platform/clock'
import { requests } from './deals.tables.server.ts'
import type { Request } from './store.server.ts'
import { requestTerms, termsVersions } from './terms.tables.server.ts'
import { termsProcess, type TermsState, termsStates } from './terms-process.ts'

/** How far the terms of a request are. */
export type TermsRow = typeof requestTerms.$inferSelect
export type TermsVersion = typeof termsVersions.$inferSelect

/** Versions of one request's terms that are read; nobody has come near it. */
const versionsRead = 200

/** Where the terms of a request stand; as before the first version where there is none. */
export async function termsOf(db: Reader, requestId: string): Promise<TermsRow> {
  const [row] = await db.select().from(requestTerms).where(eq(requestTerms.requestId, requestId))
  const { initial, version } = termsProcess
  return row ?? { requestId, state: initial, processVersion: version, version: 0, openBy: null, updatedAt: 0 }
}

/** Moves the terms of a request on from where they were read; false when somebody else was first. */
export async function saveTerms(
  tx: Transaction,
  read: TermsRow,
  change: { readonly state: TermsState; readonly openBy: string | null },
): Promise<boolean> {
  const next = { ...change, version: read.version + 1, updatedAt: now() }
  if (read.version === 0) {
    const { requestId, processVersion } = read
    const rows = await tx
      .insert(requestTerms)
      .values({ requestId, processVersion, ...next })
      .onConflictDoNothing()
      .returning({ id: requestTerms.requestId })
    return rows.length === 1
  }
  const rows = await tx
    .update(requestTerms)
    .set(next)
    .where(and(eq(requestTerms.requestId, read.requestId), eq(requestTerms.version, read.version)))
    .returning({ id: requestTerms.requestId })
  return rows.length === 1
}

/** The versions of a request's terms, the newest first, with the names of who offered and who closed each. */
export async function versionsOf(
  db: Reader,
  requestId: string,
): Promise<(TermsVersion & { personName: string; closerName: string | null })[]> {
  const rows = await db
    .select()
    .from(termsVersions)
    .where(eq(termsVersions.requestId, requestId))
    .orderBy(desc(termsVersions.number))
    .limit(versionsRead)
  const ids = [
    ...new Set(rows.flatMap(({ personId, closedBy }) => (closedBy === null ? [personId] : [personId, closedBy]))),
  ]
  const known =
    ids.length === 0
      ? []
      : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids))
  const names = new Map(known.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...row,
    personName: names.get(row.personId) ?? '',
    closerName: row.closedBy === null ? null : (names.get(row.closedBy) ?? null),
  }))
}

/** One version of a request's terms, or null. */
export async function versionByNumber(db: Reader, requestId: string, number: number): Promise<TermsVersion | null> {
  const [row] = await db
    .select()
    .from(termsVersions)
    .where(and(eq(termsVersions.requestId, requestId), eq(termsVersions.number, number)))
  return row ?? null
}

/** The version that a form made before, or null. */
export async function versionByForm(db: Reader, personId: string, formKey: string): Promise<TermsVersion | null> {
  const [row] = await db
    .select()
    .from(termsVersions)
    .where(and(eq(termsVersions.personId, personId), eq(termsVersions.formKey, formKey)))
  return row ?? null
}

/** Adds a version under the next number of its request. */
export async function addVersion(
  tx: Transaction,
  version: Pick<
    TermsVersion,
    'requestId' | 'verb' | 'organisationId' | 'personId' | 'content' | 'hash' | 'note' | 'formKey'
  >,
): Promise<number> {
  const [last] = await tx
    .select({ number: termsVersions.number })
    .from(termsVersions)
    .where(eq(termsVersions.requestId, version.requestId))
    .orderBy(desc(termsVersions.number))
    .limit(1)
  const number = (last?.number ?? 0) + 1
  await tx.insert(termsVersions).values({
    id: newId('terms'),
    ...version,
    number,
    standing: 'open',
    createdAt: now(),
    closedAt: null,
    closedBy: null,
  })
  return number
}

/** Gives the version that stands so another standing, if there is one. */
export async function restandVersion(
  tx: Transaction,
  requestId: string,
  from: 'open' | 'agreed',
  change: { readonly standing: 'replaced' | 'withdrawn' | 'agreed'; readonly personId: string },
): Promise<void> {
  await tx
    .update(termsVersions)
    .set({ standing: change.standing, closedAt: now(), closedBy: change.personId })
    .where(and(eq(termsVersions.requestId, requestId), eq(termsVersions.standing, from)))
}

const waiting = termsStates.filter((state) => termsProcess.turn[state] === 'answerer')

/** Requests on whose terms an organisation has to answer, the longest waiting first. */
export async function termsAwaiting(db: Reader, organisationId: string, limit: number): Promise<Request[]> {
  const rows = await db
    .select({ request: requests })
    .from(requestTerms)
    .innerJoin(requests, eq(requests.id, requestTerms.requestId))
    .where(
      and(
        inArray(requestTerms.state, waiting),
        ne(requestTerms.openBy, organisationId),
        or(eq(requests.fromOrganisationId, organisationId), eq(requests.toOrganisationId, organisationId)),
      ),
    )
    .orderBy(requestTerms.updatedAt, requestTerms.requestId)
    .limit(limit)
  return rows.map(({ request }) => request)
}
