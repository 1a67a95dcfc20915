import { and, asc, count, desc, eq, inArray, lte, or, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import { people } from '#modules/accounts/server'
import { newId, now } from '#platform/clock'
import { requestMoves, requests } from './deals.tables.server.ts'
import { openStates, requestProcess, type RequestParty, type RequestState, type RequestVerb } from './process.ts'

export type Request = typeof requests.$inferSelect

/** A request by its id; who may see it is the caller's question. */
export async function requestById(db: Reader, id: string): Promise<Request | null> {
  const [row] = await db.select().from(requests).where(eq(requests.id, id))
  return row ?? null
}

export async function requestByForm(db: Reader, createdBy: string, formKey: string): Promise<Request | null> {
  const [row] = await db
    .select()
    .from(requests)
    .where(and(eq(requests.createdBy, createdBy), eq(requests.formKey, formKey)))
  return row ?? null
}

/** The request about a listing that an organisation has open, or null. */
export async function openRequest(db: Reader, listingId: string, fromOrganisationId: string): Promise<Request | null> {
  const [row] = await db
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.listingId, listingId),
        eq(requests.fromOrganisationId, fromOrganisationId),
        inArray(requests.state, [...openStates]),
      ),
    )
  return row ?? null
}

/** Inserts a request; false when its form was sent before or another about the same listing is open. */
export async function insertRequest(tx: Transaction, request: Request): Promise<boolean> {
  const rows = await tx.insert(requests).values(request).onConflictDoNothing().returning({ id: requests.id })
  return rows.length === 1
}

/** Changes a request if it is still at the version that was read; false when somebody else was first. */
export async function saveRequest(
  tx: Transaction,
  read: Pick<Request, 'id' | 'version'>,
  change: Partial<Omit<Request, 'id' | 'version'>>,
): Promise<boolean> {
  const rows = await tx
    .update(requests)
    .set({ ...change, version: read.version + 1, updatedAt: now() })
    .where(and(eq(requests.id, read.id), eq(requests.version, read.version)))
    .returning({ id: requests.id })
  return rows.length === 1
}

/** Counts the reminders sent, if nobody moved it meanwhile; a form open elsewhere stays good. */
export async function saveReminders(tx: Transaction, read: Request, reminders: number): Promise<boolean> {
  const rows = await tx
    .update(requests)
    .set({ reminders })
    .where(and(eq(requests.id, read.id), eq(requests.version, read.version), eq(requests.reminders, read.reminders)))
    .returning({ id: requests.id })
  return rows.length === 1
}

/** Moves a request up in the lists, for a new message. */
export async function touchRequest(tx: Transaction, id: string): Promise<void> {
  await tx.update(requests).set({ updatedAt: now() }).where(eq(requests.id, id))
}

export async function addMove(
  tx: Transaction,
  move: {
    readonly requestId: string
    readonly verb: RequestVerb
    readonly fromState: RequestState
    readonly toState: RequestState
    readonly by: { readonly personId: string; readonly organisationId: string } | null
    readonly text: string
  },
): Promise<string> {
  const id = newId('move')
  const { by, ...rest } = move
  await tx.insert(requestMoves).values({
    id,
    ...rest,
    personId: by?.personId ?? null,
    organisationId: by?.organisationId ?? null,
    at: now(),
  })
  return id
}

/** One move as it was written; `personName` is null when the exchange moved it. */
export interface MoveRow {
  readonly id: string
  readonly requestId: string
  readonly verb: RequestVerb
  readonly fromState: RequestState
  readonly toState: RequestState
  readonly personId: string | null
  readonly personName: string | null
  readonly organisationId: string | null
  readonly text: string
  readonly at: number
}

const move = {
  id: requestMoves.id,
  requestId: requestMoves.requestId,
  verb: requestMoves.verb,
  fromState: requestMoves.fromState,
  toState: requestMoves.toState,
  personId: requestMoves.personId,
  personName: people.name,
  organisationId: requestMoves.organisationId,
  text: requestMoves.text,
  at: requestMoves.at,
}

/** The moves of a request, oldest first. */
export async function movesOf(db: Reader, requestId: string): Promise<MoveRow[]> {
  return db
    .select(move)
    .from(requestMoves)
    .leftJoin(people, eq(people.id, requestMoves.personId))
    .where(eq(requestMoves.requestId, requestId))
    .orderBy(asc(requestMoves.at), asc(requestMoves.id))
    .limit(500)
}

export async function moveById(db: Reader, id: string): Promise<MoveRow | null> {
  const [row] = await db
    .select(move)
    .from(requestMoves)
    .leftJoin(people, eq(people.id, requestMoves.personId))
    .where(eq(requestMoves.id, id))
  return row ?? null
}

/** Open requests whose deadline is at or before this moment, the oldest deadline first. */
export async function openRequestsDue(db: Reader, deadline: number, after: string, limit: number): Promise<Request[]> {
  return db
    .select()
    .from(requests)
    .where(
      and(inArray(requests.state, [...openStates]), lte(requests.deadlineAt, deadline), sql`${requests.id} > ${after}`),
    )
    .orderBy(asc(requests.id))
    .limit(limit)
}

/** Which of an organisation's requests: those it received, those it sent, or both. */
export const boxes = ['in', 'out', 'both'] as const
export type Box = (typeof boxes)[number]

const inBox = (organisationId: string, box: Box) => {
  const received = eq(requests.toOrganisationId, organisationId)
  const sent = eq(requests.fromOrganisationId, organisationId)
  return box === 'in' ? received : box === 'out' ? sent : or(received, sent)
}

/** One page of an organisation's requests, the latest changed first, and how many there are. */
export async function requestsOf(
  db: Reader,
  wanted: {
    readonly organisationId: string
    readonly box: Box
    readonly state: RequestState | null
    readonly limit: number
    readonly offset: number
  },
): Promise<{ rows: Request[]; total: number }> {
  const where = and(
    inBox(wanted.organisationId, wanted.box),
    wanted.state === null ? undefined : eq(requests.state, wanted.state),
  )
  const [all] = await db.select({ total: count() }).from(requests).where(where)
  const rows = await db
    .select()
    .from(requests)
    .where(where)
    .orderBy(desc(requests.updatedAt), desc(requests.id))
    .limit(wanted.limit)
    .offset(wanted.offset)
  return { rows, total: all?.total ?? 0 }
}

/** The requests that wait for an organisation, the nearest deadline first. */
export async function requestsAwaiting(db: Reader, organisationId: string, limit: number): Promise<Request[]> {
  const turnOf = (party: RequestParty) => openStates.filter((state) => requestProcess.turn[state] === party)
  return db
    .select()
    .from(requests)
    .where(
      or(
        and(eq(requests.toOrganisationId, organisationId), inArray(requests.state, turnOf('receiver'))),
        and(eq(requests.fromOrganisationId, organisationId), inArray(requests.state, turnOf('sender'))),
      ),
    )
    .orderBy(asc(requests.deadlineAt), asc(requests.id))
    .limit(limit)
}
