import { and, count, desc, eq, like } from 'drizzle-orm'
import type { Reader } from '#db'
import { auditEntries } from './audit.tables.server.ts'

export type AuditEntry = typeof auditEntries.$inferSelect

interface EntriesWanted {
  readonly personId?: string
  readonly subjectId?: string
  /** An action, or the beginning of one that ends with a full stop: `technology.` */
  readonly action?: string
  readonly limit: number
  readonly offset: number
}

/** Rows of the record, newest first, and how many there are in all. */
export async function auditPage(db: Reader, wanted: EntriesWanted): Promise<{ entries: AuditEntry[]; total: number }> {
  const { action } = wanted
  const where = and(
    wanted.personId === undefined ? undefined : eq(auditEntries.personId, wanted.personId),
    wanted.subjectId === undefined ? undefined : eq(auditEntries.subjectId, wanted.subjectId),
    action === undefined
      ? undefined
      : action.endsWith('.')
        ? like(auditEntries.action, `${action.replace(/[%_]/g, '')}%`)
        : eq(auditEntries.action, action),
  )
  const [all] = await db.select({ total: count() }).from(auditEntries).where(where)
  const entries = await db
    .select()
    .from(auditEntries)
    .where(where)
    .orderBy(desc(auditEntries.sequence))
    .limit(wanted.limit)
    .offset(wanted.offset)
  return { entries, total: all?.total ?? 0 }
}
