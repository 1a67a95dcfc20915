import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { type Reader, reader, transaction } from '#db'
import { done, type Language, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { now } from '#platform/clock'
import { config } from '#platform/config'
import { type KeptMail, letters } from '#platform/mail'
import { notifications } from './messaging.tables.server.ts'
import { isNewsKind } from './news.ts'
import { noticeIn } from './notify.server.ts'

/** How many notices a person has not read. */
export async function unreadCount(db: Reader, personId: string): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(notifications)
    .where(and(eq(notifications.personId, personId), isNull(notifications.readAt)))
  return row?.unread ?? 0
}

/** A notice as it is read. */
export interface NoticeLine {
  readonly id: string
  readonly heading: string
  readonly text: string
  readonly path: string
  readonly createdAt: number
  readonly read: boolean
}

export const noticesOnAPage = 20

/** One page of the reader's notices in their language of the moment, unread ones first, each part newest first. */
export async function ownNotices(asked: {
  actor: Actor
  language: Language
  page: number
}): Promise<Result<{ notices: NoticeLine[]; total: number; unread: number }>> {
  const allowed = may(asked.actor, 'account.use')
  if (!allowed.ok) return allowed
  const { personId } = allowed.value
  const db = reader()
  const mine = eq(notifications.personId, personId)
  const [all] = await db.select({ total: count() }).from(notifications).where(mine)
  const rows = await db
    .select()
    .from(notifications)
    .where(mine)
    .orderBy(
      sql`case when ${notifications.readAt} is null then 0 else 1 end`,
      desc(notifications.createdAt),
      desc(notifications.id),
    )
    .limit(noticesOnAPage)
    .offset((asked.page - 1) * noticesOnAPage)
  const notices = rows.flatMap(({ id, kind, values, path, createdAt, readAt }) =>
    isNewsKind(kind) ? [{ id, ...noticeIn(asked.language, kind, values), path, createdAt, read: readAt !== null }] : [],
  )
  return done({ notices, total: all?.total ?? 0, unread: await unreadCount(db, personId) })
}

/**
 * Marks one notice as read.
 *
 * @returns the page it is about; refusal 404 `not_found` for other people's
 */
export async function openNotice(asked: { actor: Actor; noticeId: unknown }): Promise<Result<string>> {
  const allowed = may(asked.actor, 'account.use')
  if (!allowed.ok) return allowed
  const { personId } = allowed.value
  const id = typeof asked.noticeId === 'string' ? asked.noticeId : ''
  return transaction(async (tx) => {
    const [row] = await tx
      .update(notifications)
      .set({ readAt: sql`coalesce(${notifications.readAt}, ${now()})` })
      .where(and(eq(notifications.id, id), eq(notifications.personId, personId)))
      .returning({ path: notifications.path })
    return row ? done(row.path) : refuse('not_found', 404)
  })
}

/** Marks all the reader's notices as read; returns how many were not. */
export async function readAllNotices(actor: Actor): Promise<Result<number>> {
  const allowed = may(actor, 'account.use')
  if (!allowed.ok) return allowed
  const { personId } = allowed.value
  return transaction(async (tx) => {
    const rows = await tx
      .update(notifications)
      .set({ readAt: now() })
      .where(and(eq(notifications.personId, personId), isNull(notifications.readAt)))
      .returning({ id: notifications.id })
    return done(rows.length)
  })
}

export const lettersOnAPage = 20

/**
 * The letters written to the reader, where the exchange keeps them instead of sending them.
 *
 * @returns refusal 404 `not_found` where letters are sent, or outside a demonstration
 */
export async function ownLetters(asked: {
  actor: Actor
  page: number
}): Promise<Result<{ letters: KeptMail[]; total: number }>> {
  const allowed = may(asked.actor, 'account.use')
  if (!allowed.ok) return allowed
  const { demonstration, mail } = config()
  if (!demonstration || mail.kind !== 'kept') return refuse('not_found', 404)
  return done(
    await letters(reader(), {
      recipient: allowed.value.email,
      limit: lettersOnAPage,
      offset: (asked.page - 1) * lettersOnAPage,
    }),
  )
}
