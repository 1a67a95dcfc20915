import { and, asc, count, desc, eq, gt, inArray, lt, lte, max, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import { announcements, savedSearches } from './saved-searches.tables.server.ts'
import type { TellingFrequency } from './saved-search.ts'

export type SavedSearch = typeof savedSearches.$inferSelect

/** A person's search, or null: other people's are as good as absent. */
export async function searchOf(db: Reader, personId: string, id: string): Promise<SavedSearch | null> {
  const [row] = await db
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.id, id), eq(savedSearches.personId, personId)))
  return row ?? null
}

/** A search by its id, for the exchange itself. */
export async function searchById(db: Reader, id: string): Promise<SavedSearch | null> {
  const [row] = await db.select().from(savedSearches).where(eq(savedSearches.id, id))
  return row ?? null
}

export async function searchAsked(db: Reader, personId: string, asked: string): Promise<SavedSearch | null> {
  const [row] = await db
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.personId, personId), eq(savedSearches.asked, asked)))
  return row ?? null
}

/** A page of a person's searches, the newest first. */
export async function searchesOf(db: Reader, personId: string, limit: number, offset: number): Promise<SavedSearch[]> {
  return db
    .select()
    .from(savedSearches)
    .where(eq(savedSearches.personId, personId))
    .orderBy(desc(savedSearches.createdAt), desc(savedSearches.id))
    .limit(limit)
    .offset(offset)
}

export async function countOf(db: Reader, personId: string): Promise<number> {
  const [row] = await db.select({ all: count() }).from(savedSearches).where(eq(savedSearches.personId, personId))
  return row?.all ?? 0
}

/** A person's searches that tell at this frequency. */
export async function tellingOf(db: Reader, personId: string, frequency: TellingFrequency): Promise<SavedSearch[]> {
  return db
    .select()
    .from(savedSearches)
    .where(
      and(
        eq(savedSearches.personId, personId),
        eq(savedSearches.frequency, frequency),
        eq(savedSearches.state, 'active'),
      ),
    )
    .orderBy(asc(savedSearches.createdAt), asc(savedSearches.id))
}

/** Keeps a search; null where the person has the same already. */
export async function insertSearch(tx: Transaction, fresh: SavedSearch): Promise<SavedSearch | null> {
  const [row] = await tx.insert(savedSearches).values(fresh).onConflictDoNothing().returning()
  return row ?? null
}

/** Changes a search if it is still at the version that was read; false when somebody else was first. */
export async function saveSearch(
  tx: Transaction,
  read: Pick<SavedSearch, 'id' | 'version'>,
  change: Partial<Omit<SavedSearch, 'id' | 'version'>>,
): Promise<boolean> {
  const rows = await tx
    .update(savedSearches)
    .set({ ...change, version: read.version + 1 })
    .where(and(eq(savedSearches.id, read.id), eq(savedSearches.version, read.version)))
    .returning({ id: savedSearches.id })
  return rows.length === 1
}

export async function deleteSearch(tx: Transaction, id: string): Promise<void> {
  await tx.delete(savedSearches).where(eq(savedSearches.id, id))
}

/** The number of the last announcement; 0 before the first. */
export async function lastAnnouncement(db: Reader): Promise<number> {
  const [row] = await db.select({ last: max(announcements.sequence) }).from(announcements)
  return row?.last ?? 0
}

/** Numbers listings that came into view; those that have a number keep it. Returns how many were new. */
export async function announce(
  tx: Transaction,
  shown: readonly { readonly id: string; readonly publishedAt: number }[],
  at: number,
): Promise<number> {
  if (shown.length === 0) return 0
  const rows = await tx
    .insert(announcements)
    .values(shown.map(({ id, publishedAt }) => ({ listingId: id, publishedAt, announcedAt: at })))
    .onConflictDoNothing()
    .returning({ sequence: announcements.sequence })
  return rows.length
}

/** What was announced after one number and not after another. */
export interface Announced {
  /** The number of each listing. */
  readonly sequences: ReadonlyMap<string, number>
  /** When the one that was published first was published. */
  readonly oldest: number
}

export async function announcedBetween(db: Reader, after: number, upTo: number): Promise<Announced> {
  const rows = await db
    .select({ id: announcements.listingId, sequence: announcements.sequence, publishedAt: announcements.publishedAt })
    .from(announcements)
    .where(and(gt(announcements.sequence, after), lte(announcements.sequence, upTo)))
  return {
    sequences: new Map(rows.map((row) => [row.id, row.sequence])),
    oldest: rows.reduce((oldest, row) => Math.min(oldest, row.publishedAt), Infinity),
  }
}

/** Searches that tell at this frequency, last looked at before this moment and this number; by person, a page at a time. */
export async function searchesDue(
  db: Reader,
  wanted: {
    frequency: TellingFrequency
    lookedBefore: number
    seenBefore: number
    after: { personId: string; id: string }
    limit: number
  },
): Promise<SavedSearch[]> {
  const { frequency, lookedBefore, seenBefore, after, limit } = wanted
  return db
    .select()
    .from(savedSearches)
    .where(
      and(
        eq(savedSearches.state, 'active'),
        eq(savedSearches.frequency, frequency),
        lt(savedSearches.lookedAt, lookedBefore),
        lt(savedSearches.seen, seenBefore),
        sql`(${savedSearches.personId}, ${savedSearches.id}) > (${after.personId}, ${after.id})`,
      ),
    )
    .orderBy(asc(savedSearches.personId), asc(savedSearches.id))
    .limit(limit)
}

/** Marks a search as looked at, if nobody has looked or changed it since it was read. */
export async function markLooked(
  tx: Transaction,
  read: SavedSearch,
  looked: { upTo: number; at: number; told: boolean },
): Promise<boolean> {
  const rows = await tx
    .update(savedSearches)
    .set({ seen: looked.upTo, lookedAt: looked.at, ...(looked.told ? { toldAt: looked.at } : {}) })
    .where(
      and(
        eq(savedSearches.id, read.id),
        eq(savedSearches.seen, read.seen),
        eq(savedSearches.frequency, read.frequency),
        eq(savedSearches.state, 'active'),
      ),
    )
    .returning({ id: savedSearches.id })
  return rows.length === 1
}

/** Marks searches for which nothing new was found. */
export async function markQuiet(
  tx: Transaction,
  ids: readonly string[],
  looked: { upTo: number; at: number; frequency: TellingFrequency },
): Promise<void> {
  await tx
    .update(savedSearches)
    .set({ seen: looked.upTo, lookedAt: looked.at })
    .where(
      and(
        inArray(savedSearches.id, [...ids]),
        eq(savedSearches.frequency, looked.frequency),
        lte(savedSearches.seen, looked.upTo),
      ),
    )
}
