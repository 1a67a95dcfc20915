import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, asc, desc, eq, gt } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import { newId, now } from '#platform/clock'
import { auditEntries } from './audit.tables.server.ts'

export interface AuditFact {
  /** Who did it; null when the exchange itself did (a deadline, an import by command). */
  readonly by: { readonly personId: string; readonly organisationId: string | null } | null
  readonly action: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly detail?: Readonly<Record<string, unknown>>
}

type Entry = typeof auditEntries.$inferSelect

function hashOf(entry: Omit<Entry, 'hash'>): string {
  const { sequence, id, at, personId, organisationId, action, subjectKind, subjectId, detail, previousHash } = entry
  return createHash('sha256')
    .update(
      JSON.stringify([
        sequence,
        id,
        at,
        personId,
        organisationId,
        action,
        subjectKind,
        subjectId,
        detail,
        previousHash,
      ]),
    )
    .digest('hex')
}

/** Writes one row of the record in the transaction of the change it speaks of. */
export async function record(tx: Transaction, fact: AuditFact): Promise<void> {
  const [last] = await tx
    .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(1)
  const entry = {
    sequence: (last?.sequence ?? 0) + 1,
    id: newId('audit'),
    at: now(),
    personId: fact.by?.personId ?? null,
    organisationId: fact.by?.organisationId ?? null,
    action: fact.action,
    subjectKind: fact.subject.kind,
    subjectId: fact.subject.id,
    detail: { ...fact.detail },
    previousHash: last?.hash ?? '',
  }
  await tx.insert(auditEntries).values({ ...entry, hash: hashOf(entry) })
}

/** The record of one thing, oldest first. */
export async function historyOf(db: Reader, subject: { kind: string; id: string }, limit = 200): Promise<Entry[]> {
  return db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectKind, subject.kind), eq(auditEntries.subjectId, subject.id)))
    .orderBy(asc(auditEntries.sequence))
    .limit(limit)
}

/** The sequence number of the first row whose hash does not follow from the one before it, or null. */
export async function firstBrokenEntry(db: Reader): Promise<number | null> {
  let previous = ''
  let after = 0
  for (;;) {
    const rows = await db
      .select()
      .from(auditEntries)
      .where(gt(auditEntries.sequence, after))
      .orderBy(asc(auditEntries.sequence))
      .limit(1000)
    for (const row of rows) {
      const { hash, ...rest } = row
      if (row.sequence !== after + 1 || row.previousHash !== previous || hashOf(rest) !== hash) return row.sequence
      previous = hash
      after = row.sequence
    }
    if (rows.length < 1000) return null
    // A long record must not keep everybody else waiting.
    await nextTurn()
  }
}
