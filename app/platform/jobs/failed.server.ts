import { and, count, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { type Reader, type Transaction } from '#db'
import { now } from '#platform/clock'
import { outbox } from './outbox.tables.server.ts'

export type WaitingNews = typeof outbox.$inferSelect

/** News that is not handled: what failed for good, or what waits after a failure; newest first. */
export async function troubledNews(
  db: Reader,
  wanted: { failed: boolean; limit: number; offset: number },
): Promise<{ news: WaitingNews[]; total: number }> {
  const where = and(isNull(outbox.doneAt), wanted.failed ? isNotNull(outbox.failedAt) : isNull(outbox.failedAt))
  const [all] = await db.select({ total: count() }).from(outbox).where(where)
  const news = await db
    .select()
    .from(outbox)
    .where(where)
    .orderBy(desc(outbox.sequence))
    .limit(wanted.limit)
    .offset(wanted.offset)
  return { news, total: all?.total ?? 0 }
}

/**
 * Gives failed news its attempts again.
 *
 * @param sequence one piece of news; all that failed where null
 * @returns how many pieces will be tried again
 */
export async function retryNews(tx: Transaction, sequence: number | null): Promise<number> {
  const retried = await tx
    .update(outbox)
    .set({ failedAt: null, attempts: 0, availableAt: now() })
    .where(
      and(
        isNull(outbox.doneAt),
        isNotNull(outbox.failedAt),
        sequence === null ? undefined : eq(outbox.sequence, sequence),
      ),
    )
    .returning({ sequence: outbox.sequence })
  return retried.length
}
