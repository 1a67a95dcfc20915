import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db'
import { organisations } from '#modules/accounts/server'
import { type PublishedListing, publishedListing, publishedListings } from '#modules/listings/server'
import { type NeedOwner, type PublicNeed, publicNeed } from '../public-view.ts'
import { readNeed } from '../read.ts'

/** A published need as everybody may see it; of its listing only what does not name the owner. */
export interface PublishedNeed extends PublicNeed {
  readonly id: string
  readonly state: PublishedListing['state']
  readonly version: number
  readonly publishedAt: number
  readonly updatedAt: number
  readonly validUntil: number | null
}

const owner = {
  id: organisations.id,
  kind: organisations.kind,
  vi: organisations.nameVi,
  en: organisations.nameEn,
  province: organisations.province,
}

function ownerOf(row: {
  id: string
  kind: NeedOwner['kind']
  vi: string
  en: string
  province: string | null
}): NeedOwner {
  return { id: row.id, kind: row.kind, name: { vi: row.vi, en: row.en }, province: row.province }
}

function shown(listing: PublishedListing, organisation: NeedOwner): PublishedNeed {
  const { id, state, version, publishedAt, updatedAt, validUntil } = listing
  return {
    id,
    state,
    version,
    publishedAt,
    updatedAt,
    validUntil,
    ...publicNeed(readNeed(listing.document), organisation),
  }
}

/** A need in public view through its gate, or null. */
export async function publicNeedById(db: Reader, id: string): Promise<PublishedNeed | null> {
  const listing = await publishedListing(db, id)
  if (listing?.kind !== 'need') return null
  const [row] = await db.select(owner).from(organisations).where(eq(organisations.id, listing.organisationId))
  return row ? shown(listing, ownerOf(row)) : null
}

/** Those of these needs that are in public view, through their gate, in no promised order. */
export async function publicNeedsById(db: Reader, ids: readonly string[]): Promise<PublishedNeed[]> {
  const found = (await publishedListings(db, ids)).filter((listing) => listing.kind === 'need')
  if (found.length === 0) return []
  const rows = await db
    .select(owner)
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(found.map((listing) => listing.organisationId))]))
  const owners = new Map(rows.map((row) => [row.id, ownerOf(row)]))
  return found.flatMap((listing) => {
    const organisation = owners.get(listing.organisationId)
    return organisation ? [shown(listing, organisation)] : []
  })
}
