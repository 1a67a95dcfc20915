import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import type { ListingKind } from '#modules/listings'
import { listings } from '#modules/listings/server'
import { now } from '#platform/clock'
import { importedContents, importRows, imports } from './imports.tables.server.ts'
import type { OutcomeCounts, RowOutcome } from './progress.ts'

export type Import = typeof imports.$inferSelect
export type ImportRow = typeof importRows.$inferSelect

export async function importById(db: Reader, id: string): Promise<Import | null> {
  const [row] = await db.select().from(imports).where(eq(imports.id, id))
  return row ?? null
}

/** An organisation's imports, newest first. */
export async function importLines(
  db: Reader,
  wanted: { organisationId: string; limit: number; offset: number },
): Promise<{ lines: Import[]; total: number }> {
  const where = eq(imports.organisationId, wanted.organisationId)
  const [all] = await db.select({ total: count() }).from(imports).where(where)
  const lines = await db
    .select()
    .from(imports)
    .where(where)
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(wanted.limit)
    .offset(wanted.offset)
  return { lines, total: all?.total ?? 0 }
}

export async function insertImport(tx: Transaction, fresh: Import): Promise<void> {
  await tx.insert(imports).values(fresh)
}

/** Changes an import if it is still at the version that was read; false when somebody else was first. */
export async function saveImport(
  tx: Transaction,
  read: Pick<Import, 'id' | 'version'>,
  change: Partial<Omit<Import, 'id' | 'version'>>,
): Promise<boolean> {
  const saved = await tx
    .update(imports)
    .set({ ...change, version: read.version + 1, updatedAt: now() })
    .where(and(eq(imports.id, read.id), eq(imports.version, read.version)))
    .returning({ id: imports.id })
  return saved.length === 1
}

export async function deleteImport(tx: Transaction, id: string): Promise<void> {
  await tx.delete(imports).where(eq(imports.id, id))
}

/** Unfinished imports that nobody has touched since this moment. */
export async function abandonedImports(db: Reader, before: number): Promise<Import[]> {
  return db
    .select()
    .from(imports)
    .where(and(inArray(imports.state, ['mapping', 'checked']), sql`${imports.updatedAt} < ${before}`))
    .limit(100)
}

export async function deleteRows(tx: Transaction, importId: string): Promise<void> {
  await tx.delete(importRows).where(eq(importRows.importId, importId))
}

export async function insertRows(tx: Transaction, rows: readonly ImportRow[]): Promise<void> {
  // Thirteen values a row: stays far below the number of values one statement may carry.
  for (let from = 0; from < rows.length; from += 50) await tx.insert(importRows).values(rows.slice(from, from + 50))
}

/** Rows that wait to be carried out, in the order of the file. */
export async function waitingRows(db: Reader, importId: string, limit: number): Promise<ImportRow[]> {
  return db
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), isNull(importRows.outcome)))
    .orderBy(asc(importRows.number))
    .limit(limit)
}

export async function saveRow(
  tx: Transaction,
  row: Pick<ImportRow, 'importId' | 'number'>,
  change: Partial<ImportRow>,
): Promise<void> {
  await tx
    .update(importRows)
    .set(change)
    .where(and(eq(importRows.importId, row.importId), eq(importRows.number, row.number)))
}

/** Counts by what is planned and by what has happened. */
export async function countsOf(
  db: Reader,
  importId: string,
): Promise<{ planned: OutcomeCounts; happened: OutcomeCounts; total: number; settled: number }> {
  const rows = await db
    .select({ planned: importRows.planned, outcome: importRows.outcome, rows: count() })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .groupBy(importRows.planned, importRows.outcome)
  const sum = (test: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(test).reduce((total, row) => total + row.rows, 0)
  const by = (key: 'planned' | 'outcome'): OutcomeCounts => ({
    created: sum((row) => row[key] === 'created'),
    updated: sum((row) => row[key] === 'updated'),
    unchanged: sum((row) => row[key] === 'unchanged'),
    refused: sum((row) => row[key] === 'refused'),
  })
  return {
    planned: by('planned'),
    happened: by('outcome'),
    total: sum(() => true),
    settled: sum((row) => row.outcome !== null),
  }
}

const ended = (outcome: RowOutcome) =>
  or(eq(importRows.outcome, outcome), and(isNull(importRows.outcome), eq(importRows.planned, outcome)))

/** Rows of the report without their cells, in the order of the file. */
export async function reportRows(
  db: Reader,
  wanted: { importId: string; outcome: RowOutcome | null; after: number; limit: number; offset?: number },
): Promise<ImportRow[]> {
  return db
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, wanted.importId),
        sql`${importRows.number} > ${wanted.after}`,
        wanted.outcome === null ? undefined : ended(wanted.outcome),
      ),
    )
    .orderBy(asc(importRows.number))
    .limit(wanted.limit)
    .offset(wanted.offset ?? 0)
}

export interface KnownListing {
  readonly id: string
  readonly externalId: string | null
  readonly state: typeof listings.$inferSelect.state
  readonly published: boolean
  readonly hash: string | null
}

/** The listings of an organisation that go by these names. */
export async function knownListings(
  db: Reader,
  owner: { organisationId: string; kind: ListingKind; externalIds: readonly string[] },
): Promise<Map<string, KnownListing>> {
  if (owner.externalIds.length === 0) return new Map()
  const rows = await db
    .select({
      id: listings.id,
      externalId: listings.externalId,
      state: listings.state,
      published: sql<number>`${listings.publishedVersion} is not null`,
      hash: importedContents.hash,
    })
    .from(listings)
    .leftJoin(importedContents, eq(importedContents.listingId, listings.id))
    .where(
      and(
        eq(listings.organisationId, owner.organisationId),
        eq(listings.kind, owner.kind),
        isNotNull(listings.externalId),
        inArray(listings.externalId, [...owner.externalIds]),
      ),
    )
  return new Map(rows.map((row) => [row.externalId ?? '', { ...row, published: row.published === 1 }]))
}

export async function rememberContent(tx: Transaction, listingId: string, hash: string): Promise<void> {
  await tx
    .insert(importedContents)
    .values({ listingId, hash })
    .onConflictDoUpdate({ target: importedContents.listingId, set: { hash } })
}
