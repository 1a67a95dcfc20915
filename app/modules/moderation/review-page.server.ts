import { reader } from '#db'
import { done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { type OrganisationFacts, organisationById, personById } from '#modules/accounts/server'
import { importById } from '#modules/interchange/server'
import { type Listing, listingById, type Review, reviewsOf, versionOf } from '#modules/listings/server'
import { type NeedProfile, type PublicNeed, readNeed } from '#modules/needs'
import { type Difference, difference, readTechnology, type TechnologyProfile } from '#modules/technologies'
import { type SheetFacts, technologySheetData } from '#modules/technologies/server'
import { type NeedDifference, needDifference } from './need-difference.ts'

/** What a reviewer reads: the whole listing, closed parts included, and what speaks for and against it. */
export type Reviewed =
  | {
      readonly kind: 'technology'
      readonly profile: TechnologyProfile
      readonly sheet: SheetFacts
      readonly changes: readonly Difference[] | null
    }
  | {
      readonly kind: 'need'
      readonly profile: NeedProfile
      readonly need: PublicNeed & { readonly id: string; readonly updatedAt: number }
      readonly changes: readonly NeedDifference[] | null
    }

export interface ReviewPage {
  readonly listing: Omit<Listing, 'document'>
  readonly owner: OrganisationFacts
  readonly author: string | null
  readonly reviewer: string | null
  readonly reviewed: Reviewed
  readonly reviews: readonly (Review & { readonly reviewer: string | null })[]
  /** The file it came from; null for one written here. */
  readonly importFile: { readonly id: string; readonly name: string; readonly declared: boolean } | null
}

async function nameOf(personId: string | null): Promise<string | null> {
  return personId === null ? null : ((await personById(reader(), personId))?.name ?? null)
}

async function technologyOf(listing: Listing, before: unknown): Promise<Reviewed> {
  const profile = readTechnology(listing.document)
  return {
    kind: 'technology',
    profile,
    sheet: await technologySheetData(reader(), listing, { profile, closed: [] }),
    changes: before === null ? null : difference(readTechnology(before), profile),
  }
}

/** The reviewer reads the need as written, with the name of its organisation even where readers do not see it. */
function needOf(listing: Listing, before: unknown, owner: OrganisationFacts): Reviewed {
  const profile = readNeed(listing.document)
  return {
    kind: 'need',
    profile,
    need: {
      id: listing.id,
      updatedAt: listing.updatedAt,
      profile,
      organisation: { id: owner.id, name: { vi: owner.name.vi, en: owner.name.en || owner.name.vi } },
      organisationKind: owner.kind,
      province: profile.province ?? owner.province,
    },
    changes: before === null ? null : needDifference(readNeed(before), profile),
  }
}

/**
 * A listing as its reviewer sees it.
 *
 * @returns refusals: those of `may`, 404 `not_found` also for drafts that were never submitted
 */
export async function reviewPage(actor: Actor, id: string): Promise<Result<ReviewPage>> {
  const allowed = may(actor, 'operator.desk')
  if (!allowed.ok) return allowed
  const db = reader()
  const listing = await listingById(db, id)
  // What an organisation is still writing is its own.
  if (!listing || listing.submittedAt === null) return refuse('not_found', 404)
  const owner = await organisationById(db, listing.organisationId)
  if (!owner) return refuse('not_found', 404)
  const { document, ...facts } = listing
  const last = listing.reviewedVersion === null ? null : await versionOf(db, id, listing.reviewedVersion)
  const before = last?.document ?? null
  const reviewed = listing.kind === 'technology' ? await technologyOf(listing, before) : needOf(listing, before, owner)
  const reviews = await reviewsOf(db, id)
  const file = listing.importId === null ? null : await importById(db, listing.importId)
  return done({
    listing: facts,
    owner,
    author: await nameOf(listing.createdBy),
    reviewer: await nameOf(listing.reviewerId),
    reviewed,
    reviews: await Promise.all(
      reviews.map(async (review) => ({ ...review, reviewer: await nameOf(review.reviewerId) })),
    ),
    importFile: file ? { id: file.id, name: file.fileName, declared: file.declaredAt !== null } : null,
  })
}
