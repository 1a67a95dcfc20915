import { and, asc, count, desc, eq, gt, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import { now } from '#platform/clock'
import { listings, listingVersions, reviews } from './listings.tables.server.ts'
import type { ListingKind, ListingState } from './process.ts'

export type Listing = typeof listings.$inferSelect
export type Review = typeof reviews.$inferSelect

export interface ListingVersion {
  readonly listingId: string
  readonly number: number
  readonly document: unknown
  readonly createdAt: number
}

/** A listing by its id, with its working document; who may see it is the caller's question. */
export async function listingById(db: Reader, id: string): Promise<Listing | null> {
  const [row] = await db.select().from(listings).where(eq(listings.id, id))
  return row ?? null
}

export async function listingByExternalId(
  db: Reader,
  owner: { organisationId: string; kind: ListingKind; externalId: string },
): Promise<Listing | null> {
  const [row] = await db
    .select()
    .from(listings)
    .where(
      and(
        eq(listings.organisationId, owner.organisationId),
        eq(listings.kind, owner.kind),
        eq(listings.externalId, owner.externalId),
      ),
    )
  return row ?? null
}

export async function versionOf(db: Reader, listingId: string, number: number): Promise<ListingVersion | null> {
  const [row] = await db
    .select()
    .from(listingVersions)
    .where(and(eq(listingVersions.listingId, listingId), eq(listingVersions.number, number)))
  return row ?? null
}

/** The versions of a listing without their documents, newest first. */
export async function versionsOf(
  db: Reader,
  listingId: string,
): Promise<{ number: number; createdAt: number; createdBy: string | null }[]> {
  return db
    .select({
      number: listingVersions.number,
      createdAt: listingVersions.createdAt,
      createdBy: listingVersions.createdBy,
    })
    .from(listingVersions)
    .where(eq(listingVersions.listingId, listingId))
    .orderBy(desc(listingVersions.number))
    .limit(200)
}

export async function latestVersionNumber(db: Reader, listingId: string): Promise<number> {
  const [row] = await db
    .select({ number: sql<number | null>`max(${listingVersions.number})` })
    .from(listingVersions)
    .where(eq(listingVersions.listingId, listingId))
  return row?.number ?? 0
}

/** The reviews of a listing, newest first. */
export async function reviewsOf(db: Reader, listingId: string): Promise<Review[]> {
  return db
    .select()
    .from(reviews)
    .where(eq(reviews.listingId, listingId))
    .orderBy(desc(reviews.createdAt), desc(reviews.id))
    .limit(50)
}

/** A line of a list of listings. */
export interface ListingLine {
  readonly id: string
  readonly kind: ListingKind
  readonly state: ListingState
  readonly title: string
  readonly organisationId: string
  readonly publishedVersion: number | null
  readonly updatedAt: number
  readonly submittedAt: number | null
  readonly validUntil: number | null
  readonly importId: string | null
}

const line = {
  id: listings.id,
  kind: listings.kind,
  state: listings.state,
  title: listings.title,
  organisationId: listings.organisationId,
  publishedVersion: listings.publishedVersion,
  updatedAt: listings.updatedAt,
  submittedAt: listings.submittedAt,
  validUntil: listings.validUntil,
  importId: listings.importId,
}

interface LinesWanted {
  readonly organisationId?: string
  readonly kind?: ListingKind
  readonly states?: readonly ListingState[]
  readonly importId?: string
  readonly order?: 'updated' | 'waiting'
  readonly limit: number
  readonly offset: number
}

/** Lines of a list and how many there are in all. */
export async function listingLines(db: Reader, wanted: LinesWanted): Promise<{ lines: ListingLine[]; total: number }> {
  const where = and(
    wanted.organisationId === undefined ? undefined : eq(listings.organisationId, wanted.organisationId),
    wanted.kind === undefined ? undefined : eq(listings.kind, wanted.kind),
    wanted.states === undefined ? undefined : inArray(listings.state, [...wanted.states]),
    wanted.importId === undefined ? undefined : eq(listings.importId, wanted.importId),
  )
  const [all] = await db.select({ total: count() }).from(listings).where(where)
  const lines = await db
    .select(line)
    .from(listings)
    .where(where)
    .orderBy(
      ...(wanted.order === 'waiting'
        ? [asc(listings.submittedAt), asc(listings.id)]
        : [desc(listings.updatedAt), desc(listings.id)]),
    )
    .limit(wanted.limit)
    .offset(wanted.offset)
  return { lines, total: all?.total ?? 0 }
}

/** A listing in public view, with the document as published. */
export interface PublishedListing {
  readonly id: string
  readonly kind: ListingKind
  readonly state: ListingState
  readonly organisationId: string
  readonly externalId: string | null
  readonly version: number
  readonly document: unknown
  readonly publishedAt: number
  readonly validUntil: number | null
  readonly updatedAt: number
}

const published = {
  id: listings.id,
  kind: listings.kind,
  state: listings.state,
  organisationId: listings.organisationId,
  externalId: listings.externalId,
  version: listingVersions.number,
  document: listingVersions.document,
  publishedAt: sql<number>`${listings.publishedAt}`,
  validUntil: listings.validUntil,
  updatedAt: listingVersions.createdAt,
}

const inPublicView = () =>
  and(
    isNotNull(listings.publishedVersion),
    inArray(listings.state, ['draft', 'proposed', 'submitted', 'in_review', 'needs_changes', 'published', 'reserved']),
    sql`(${listings.validUntil} is null or ${listings.validUntil} > ${now()})`,
  )

const joined = and(eq(listingVersions.listingId, listings.id), eq(listingVersions.number, listings.publishedVersion))

/** The published form of a listing that visitors may see, or null. */
export async function publishedListing(db: Reader, id: string): Promise<PublishedListing | null> {
  const [row] = await db
    .select(published)
    .from(listings)
    .innerJoin(listingVersions, joined)
    .where(and(eq(listings.id, id), inPublicView()))
  return row ?? null
}

/** Whether visitors may see a listing: for a link to its page, as nothing of the listing is read. */
export async function isInView(db: Reader, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: listings.id })
    .from(listings)
    .where(and(eq(listings.id, id), inPublicView()))
  return rows.length > 0
}

/** The published forms of those of these listings that visitors may see. */
export async function publishedListings(db: Reader, ids: readonly string[]): Promise<PublishedListing[]> {
  if (ids.length === 0) return []
  return db
    .select(published)
    .from(listings)
    .innerJoin(listingVersions, joined)
    .where(and(inArray(listings.id, [...ids]), inPublicView()))
}

/** The published forms of an organisation's listings in public view, the newest first. */
export async function publishedListingsOf(
  db: Reader,
  organisationId: string,
  limit: number,
): Promise<PublishedListing[]> {
  return db
    .select(published)
    .from(listings)
    .innerJoin(listingVersions, joined)
    .where(and(eq(listings.organisationId, organisationId), inPublicView()))
    .orderBy(desc(listings.publishedAt), desc(listings.id))
    .limit(limit)
}

/** All listings in public view by id, a batch after another: for rebuilding what is derived from them. */
export async function* allPublishedListings(db: Reader, batch = 500): AsyncGenerator<PublishedListing[]> {
  let after = ''
  for (;;) {
    const rows = await db
      .select(published)
      .from(listings)
      .innerJoin(listingVersions, joined)
      .where(and(gt(listings.id, after), inPublicView()))
      .orderBy(asc(listings.id))
      .limit(batch)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)?.id ?? after
  }
}

/** How many listings of an organisation cease to be shown within a stretch of time, and when the first does. */
export interface EndingListings {
  readonly organisationId: string
  readonly kind: ListingKind
  readonly listings: number
  readonly first: number
}

/** What is published and ends after `from` and not after `to`, by organisation and kind. */
export async function endingListings(db: Reader, from: number, to: number): Promise<EndingListings[]> {
  return db
    .select({
      organisationId: listings.organisationId,
      kind: listings.kind,
      listings: count(),
      first: sql<number>`min(${listings.validUntil})`,
    })
    .from(listings)
    .where(and(eq(listings.state, 'published'), gt(listings.validUntil, from), lte(listings.validUntil, to)))
    .groupBy(listings.organisationId, listings.kind)
}

/** Published listings whose validity has ended. */
export async function endedListings(db: Reader, at: number, limit: number): Promise<Listing[]> {
  return db
    .select()
    .from(listings)
    .where(and(eq(listings.state, 'published'), lte(listings.validUntil, at)))
    .orderBy(asc(listings.validUntil))
    .limit(limit)
}

export async function addVersion(
  tx: Transaction,
  version: { listingId: string; number: number; document: unknown; createdBy: string | null },
): Promise<void> {
  await tx.insert(listingVersions).values({ ...version, createdAt: now() })
}

/** Changes a listing if it is still at the version that was read; false when somebody else was first. */
export async function saveListing(
  tx: Transaction,
  read: Pick<Listing, 'id' | 'version'>,
  change: Partial<Omit<Listing, 'id' | 'version'>>,
): Promise<boolean> {
  const result = await tx
    .update(listings)
    .set({ ...change, version: read.version + 1, updatedAt: now() })
    .where(and(eq(listings.id, read.id), eq(listings.version, read.version)))
    .returning({ id: listings.id })
  return result.length === 1
}

export async function insertListing(tx: Transaction, listing: Listing): Promise<void> {
  await tx.insert(listings).values(listing)
}
