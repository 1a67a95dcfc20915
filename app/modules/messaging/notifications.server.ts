import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db'
import { notifications } from './messaging.tables.server.ts'

/** How many notices a person has not read. */
export async function unreadCount(db: Reader, personId: string): Promise<number> {
  const [row] = await db
    .select({ unread: sql<number>`count(*)` })
    .from(notifications)
    .where(and(eq(notifications.personId, personId), isNull(notifications.readAt)))
  return row?.unread ?? 0
}
