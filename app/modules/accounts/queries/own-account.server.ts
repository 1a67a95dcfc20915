import { and, count, eq, isNull } from 'drizzle-orm'
import { reader } from '#db'
import { done, type Language, refuse, type Result } from '#kernel'
import { people, recoveryCodes } from '../accounts.tables.server.ts'
import type { Actor } from '../actor.ts'
import { may } from '../permissions.ts'
import { sessionsOf } from '../sessions.server.ts'
import { livingToken } from '../tokens.server.ts'

/** What the account's own pages show. */
export interface OwnAccount {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly emailConfirmed: boolean
  readonly secondFactorSince: number | null
  readonly recoveryCodesLeft: number
  readonly createdAt: number
  readonly version: number
}

/** The actor's own account. Refuses visitors (401). */
export async function ownAccount(actor: Actor): Promise<Result<OwnAccount>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const db = reader()
  const [person] = await db.select().from(people).where(eq(people.id, allowed.value.personId))
  if (!person) return refuse('not_found', 404)
  const [left] = await db
    .select({ codes: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, person.id), isNull(recoveryCodes.usedAt)))
  return done({
    personId: person.id,
    name: person.name,
    email: person.email,
    language: person.language,
    emailConfirmed: person.emailConfirmedAt !== null,
    secondFactorSince: person.totpConfirmedAt,
    recoveryCodesLeft: left?.codes ?? 0,
    createdAt: person.createdAt,
    version: person.version,
  })
}

/** One of a person's own sessions. */
export interface OwnSession {
  readonly id: string
  readonly device: string
  readonly createdAt: number
  readonly lastSeenAt: number
  readonly present: boolean
}

/** The actor's living sessions, the newest use first. Refuses visitors (401). */
export async function ownSessions(actor: Actor): Promise<Result<OwnSession[]>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const { personId, sessionId } = allowed.value
  const rows = await sessionsOf(reader(), personId)
  return done(rows.map((row) => ({ ...row, present: row.id === sessionId })))
}

/** Whether the link of a letter can still be used. */
export async function linkLives(purpose: 'confirm_email' | 'reset_password', secret: string): Promise<boolean> {
  return (await livingToken(reader(), purpose, secret)) !== null
}
