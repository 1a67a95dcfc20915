import { and, count, desc, eq, isNull, max } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import { fold } from '#search'
import { signedRates } from './signed-rates.tables.server.ts'

export type SignedRateRow = typeof signedRates.$inferSelect

/** A contract's reference as it is compared: letters and figures, without marks and case. */
export function referenceKey(reference: string): string {
  return (fold(reference).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** Inserts a row, or gives the one that the same form made before; null where its contract is recorded already. */
export async function insertSignedRate(
  tx: Transaction,
  row: SignedRateRow,
): Promise<{ readonly row: SignedRateRow; readonly made: boolean } | null> {
  const [made] = await tx.insert(signedRates).values(row).onConflictDoNothing().returning()
  if (made) return { row: made, made: true }
  const [before] = await tx
    .select()
    .from(signedRates)
    .where(and(eq(signedRates.recordedBy, row.recordedBy), eq(signedRates.formKey, row.formKey)))
  return before ? { row: before, made: false } : null
}

/** Withdraws a row that stands; false where it no longer does. */
export async function withdrawRow(
  tx: Transaction,
  id: string,
  withdrawal: { readonly withdrawnBy: string; readonly withdrawnAt: number; readonly withdrawnReason: string },
): Promise<boolean> {
  const rows = await tx
    .update(signedRates)
    .set(withdrawal)
    .where(and(eq(signedRates.id, id), isNull(signedRates.withdrawnAt)))
    .returning({ id: signedRates.id })
  return rows.length === 1
}

export async function signedRateById(db: Reader, id: string): Promise<SignedRateRow | null> {
  const [row] = await db.select().from(signedRates).where(eq(signedRates.id, id))
  return row ?? null
}

/** One page of what was recorded, the latest first. */
export async function signedRatePage(
  db: Reader,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: SignedRateRow[]; total: number }> {
  const [all] = await db.select({ total: count() }).from(signedRates)
  const rows = await db
    .select()
    .from(signedRates)
    .orderBy(desc(signedRates.recordedAt), desc(signedRates.id))
    .limit(limit)
    .offset(offset)
  return { rows, total: all?.total ?? 0 }
}

/** What tells one state of the records from every other: rows are only added, and withdrawn once. */
export async function stateOfRates(db: Reader): Promise<string> {
  const { id, withdrawnAt } = signedRates
  const [row] = await db.select({ rows: count(), withdrawn: count(withdrawnAt), last: max(id) }).from(signedRates)
  return row ? [row.rows, row.withdrawn, row.last].join(' ') : ''
}

/** Of every row what the base of rates is made of. */
export async function allSignedRates(db: Reader) {
  return db
    .select({
      ownerId: signedRates.ownerId,
      field: signedRates.field,
      rightKind: signedRates.rightKind,
      exclusive: signedRates.exclusive,
      rate: signedRates.rate,
      base: signedRates.base,
      signedYear: signedRates.signedYear,
      recordedAt: signedRates.recordedAt,
      withdrawnAt: signedRates.withdrawnAt,
    })
    .from(signedRates)
}
