import { and, asc, desc, eq, gt, lt, ne } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { type Reader, reader, type Transaction, transaction } from '#db'
import { now } from '#platform/clock'
import { memberships, organisations, people, sessions } from './accounts.tables.server.ts'
import { type ActingOrganisation, type Actor, visitor } from './actor.ts'
import { secretHash } from './tokens.server.ts'

/**
 * Sessions by Lucia 3 with an adapter of our own that keeps only the SHA-256 of the session id. Everything of Lucia is
 * in this file, since it gets no further releases.
 */

interface SessionAttributes {
  readonly organisationId: string | null
  readonly device: string
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseSessionAttributes: SessionAttributes
  }
}

const life = new TimeSpan(30, 'd')

function asLucia(row: typeof sessions.$inferSelect, id: string): DatabaseSession {
  return {
    id,
    userId: row.personId,
    expiresAt: new Date(row.expiresAt),
    attributes: { organisationId: row.organisationId, device: row.device },
  }
}

const adapter: Adapter = {
  async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = await reader()
      .select()
      .from(sessions)
      .where(eq(sessions.id, secretHash(id)))
    return row ? [asLucia(row, id), { id: row.personId, attributes: {} }] : [null, null]
  },
  async getUserSessions(personId) {
    const rows = await reader().select().from(sessions).where(eq(sessions.personId, personId))
    return rows.map((row) => asLucia(row, row.id))
  },
  async setSession(session) {
    const at = now()
    await transaction(async (tx) => {
      await tx.insert(sessions).values({
        id: secretHash(session.id),
        personId: session.userId,
        organisationId: session.attributes.organisationId,
        device: session.attributes.device,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: session.expiresAt.getTime(),
      })
    })
  },
  async updateSessionExpiration(id, expiresAt) {
    await transaction(async (tx) => {
      await tx
        .update(sessions)
        .set({ expiresAt: expiresAt.getTime(), lastSeenAt: now() })
        .where(eq(sessions.id, secretHash(id)))
    })
  },
  async deleteSession(id) {
    await transaction(async (tx) => {
      await tx.delete(sessions).where(eq(sessions.id, secretHash(id)))
    })
  },
  async deleteUserSessions(personId) {
    await transaction(async (tx) => {
      await tx.delete(sessions).where(eq(sessions.personId, personId))
    })
  },
  async deleteExpiredSessions() {
    await transaction(async (tx) => {
      await tx.delete(sessions).where(lt(sessions.expiresAt, now()))
    })
  },
}

const lucia = new Lucia(adapter, {
  sessionExpiresIn: life,
  getSessionAttributes: (attributes) => ({ organisationId: attributes.organisationId }),
  sessionCookie: { name: 'session', attributes: { secure: true } },
})

/** The cookie outlives the session, whose end the database decides; browsers keep none longer. */
export const sessionCookieSeconds = new TimeSpan(400, 'd').seconds()

/** Starts a session acting as the person's first organisation; returns the id for the cookie. */
export async function startSession(personId: string, device: string): Promise<string> {
  const [first] = await reader()
    .select({ id: memberships.organisationId })
    .from(memberships)
    .where(eq(memberships.personId, personId))
    .orderBy(asc(memberships.createdAt), asc(memberships.organisationId))
    .limit(1)
  const session = await lucia.createSession(personId, {
    organisationId: first?.id ?? null,
    device: device.slice(0, 200),
  })
  return session.id
}

/** Ends the session with this cookie value. */
export async function endSession(sessionId: string): Promise<void> {
  await lucia.invalidateSession(sessionId)
}

/** Ends all sessions of a person but the one named by its hash; returns how many. */
export async function endOtherSessions(tx: Transaction, personId: string, keep: string | null): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), ne(sessions.id, keep ?? '')))
    .returning({ id: sessions.id })
  return ended.length
}

/** Ends one session of a person by its hash; false when it is not one of theirs. */
export async function endSessionByHash(tx: Transaction, personId: string, hash: string): Promise<boolean> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), eq(sessions.id, hash)))
    .returning({ id: sessions.id })
  return ended.length === 1
}

export async function forgetExpiredSessions(): Promise<void> {
  await lucia.deleteExpiredSessions()
}

/** A person's living sessions, the newest use first. */
export async function sessionsOf(db: Reader, personId: string) {
  return db
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now())))
    .orderBy(desc(sessions.lastSeenAt), asc(sessions.id))
    .limit(100)
}

/** The organisations a person belongs to, the oldest membership first. */
export async function membershipsOf(db: Reader, personId: string): Promise<ActingOrganisation[]> {
  const rows = await db
    .select({
      id: organisations.id,
      kind: organisations.kind,
      vi: organisations.nameVi,
      en: organisations.nameEn,
      verification: organisations.verification,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.personId, personId))
    .orderBy(asc(memberships.createdAt), asc(organisations.id))
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: { vi: row.vi, en: row.en },
    role: row.role,
    verified: row.verification === 'verified',
  }))
}

/** Who holds this session cookie; a visitor when it is unknown or has ended. */
export async function actorOf(sessionId: string): Promise<Actor> {
  const { session } = await lucia.validateSession(sessionId)
  if (!session) return visitor
  const db = reader()
  const [person] = await db.select().from(people).where(eq(people.id, session.userId))
  if (!person) return visitor
  const belongsTo = await membershipsOf(db, person.id)
  const acting = belongsTo.find((organisation) => organisation.id === session.organisationId) ?? belongsTo[0] ?? null
  return {
    kind: 'person',
    personId: person.id,
    name: person.name,
    email: person.email,
    language: person.language,
    emailConfirmed: person.emailConfirmedAt !== null,
    secondFactor: person.totpConfirmedAt !== null,
    sessionId: secretHash(sessionId),
    organisation: acting,
    memberships: belongsTo,
  }
}
