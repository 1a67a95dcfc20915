import { inArray } from 'drizzle-orm'
import { type Reader, reader } from '#db'
import { done, refuse, type Result } from '#kernel'
import { type Actor, may, type SignedIn } from '#modules/accounts'
import { organisationById, people } from '#modules/accounts/server'
import { historyOf } from '#modules/audit/server'
import { editableStates, type ListingParty, listingProcess, type ListingState } from '#modules/listings'
import {
  type Listing,
  listingById,
  type ListingLine,
  listingLines,
  type Review,
  reviewsOf,
  versionOf,
  versionsOf,
} from '#modules/listings/server'
import { missingInNeed, type NeedGap } from '../completeness.ts'
import { type OwnerVerb, verbsOpenTo } from '../owner.ts'
import type { NeedProfile } from '../profile.ts'
import { type PublicNeed, publicNeed } from '../public-view.ts'
import { readNeed } from '../read.ts'

export const needsOnAPage = 20

/** The needs of the organisation acted for, the latest changed first. */
export async function ownNeeds(asked: {
  actor: Actor
  page: number
}): Promise<Result<{ needs: ListingLine[]; total: number; mayWrite: boolean }>> {
  const allowed = may(asked.actor, 'need.read')
  if (!allowed.ok) return allowed
  const { lines, total } = await listingLines(reader(), {
    organisationId: allowed.value.organisation?.id ?? '',
    kind: 'need',
    limit: needsOnAPage,
    offset: (asked.page - 1) * needsOnAPage,
  })
  return done({ needs: lines, total, mayWrite: may(asked.actor, 'need.edit').ok })
}

/** A need that belongs to the organisation acted for; 404 `not_found` for others'. */
async function ownListing(db: Reader, actor: Actor, id: string): Promise<Result<{ listing: Listing; by: SignedIn }>> {
  const signedIn = may(actor, 'account.use')
  if (!signedIn.ok) return signedIn
  const listing = await listingById(db, id)
  if (listing?.kind !== 'need') return refuse('not_found', 404)
  const allowed = may(actor, 'need.read', listing)
  return allowed.ok ? done({ listing, by: allowed.value }) : allowed
}

interface Standing {
  readonly id: string
  readonly state: ListingState
  readonly version: number
  readonly publishedVersion: number | null
  readonly publishedAt: number | null
  readonly validUntil: number | null
  readonly updatedAt: number
}

function standingOf(listing: Listing): Standing {
  const { id, state, version, publishedVersion, publishedAt, validUntil, updatedAt } = listing
  return { id, state, version, publishedVersion, publishedAt, validUntil, updatedAt }
}

/** Everything the owner's page of a need shows. */
export interface OwnNeed {
  readonly standing: Standing
  readonly profile: NeedProfile
  readonly turn: ListingParty | null
  readonly verbs: readonly OwnerVerb[]
  readonly editable: boolean
  readonly gaps: readonly NeedGap[]
  /** Whether the owner may be published at all. */
  readonly verified: boolean
  readonly inView: boolean
  readonly reviews: readonly Pick<
    Review,
    'id' | 'version' | 'advantages' | 'clarity' | 'cooperation' | 'guidelines' | 'decision' | 'reason' | 'createdAt'
  >[]
  /** The document as it was reviewed last, when the working one differs from it. */
  readonly reviewed: { readonly number: number; readonly profile: NeedProfile } | null
  readonly versions: readonly { readonly number: number; readonly createdAt: number; readonly by: string | null }[]
  readonly history: readonly {
    readonly id: string
    readonly action: string
    readonly at: number
    readonly by: string | null
    readonly reason: string
  }[]
}

async function namesOf(db: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))]
  if (known.length === 0) return new Map()
  const rows = await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, known))
  return new Map(rows.map((row) => [row.id, row.name]))
}

const shownHistory = 60

/** The owner's page of a need. Reviewers stay without a name. */
export async function ownNeed(asked: { actor: Actor; id: string }): Promise<Result<OwnNeed>> {
  const db = reader()
  const own = await ownListing(db, asked.actor, asked.id)
  if (!own.ok) return own
  const { listing, by } = own.value
  const organisation = await organisationById(db, listing.organisationId)
  if (!organisation) return refuse('not_found', 404)
  const profile = readNeed(listing.document)
  const versions = await versionsOf(db, listing.id)
  const history = (await historyOf(db, { kind: 'need', id: listing.id }, 2000)).slice(-shownHistory).reverse()
  const names = await namesOf(db, [
    ...versions.map((version) => version.createdBy),
    ...history.filter((entry) => entry.organisationId === listing.organisationId).map((entry) => entry.personId),
  ])
  const role = by.organisation?.role ?? 'viewer'
  const mayEdit = may(asked.actor, 'need.edit', listing).ok
  return done({
    standing: standingOf(listing),
    profile,
    turn: listingProcess.turn[listing.state] ?? null,
    verbs: mayEdit ? verbsOpenTo(role, listing.state) : [],
    editable: mayEdit && editableStates.includes(listing.state),
    gaps: missingInNeed(profile, organisation.name),
    verified: organisation.verified,
    inView:
      listing.publishedVersion !== null && !['suspended', 'expired', 'withdrawn', 'closed'].includes(listing.state),
    reviews: (await reviewsOf(db, listing.id)).map(({ listingId: _listing, reviewerId: _reviewer, ...rest }) => rest),
    reviewed: await reviewedDocument(db, listing),
    versions: versions.map(({ number, createdAt, createdBy }) => ({
      number,
      createdAt,
      by: createdBy === null ? null : (names.get(createdBy) ?? null),
    })),
    history: history.map((entry) => ({
      id: entry.id,
      action: entry.action,
      at: entry.at,
      by: entry.personId === null ? null : (names.get(entry.personId) ?? null),
      reason: typeof entry.detail['reason'] === 'string' ? entry.detail['reason'] : '',
    })),
  })
}

async function reviewedDocument(db: Reader, listing: Listing): Promise<OwnNeed['reviewed']> {
  if (listing.reviewedVersion === null) return null
  const version = await versionOf(db, listing.id, listing.reviewedVersion)
  if (!version) return null
  const profile = readNeed(version.document)
  return JSON.stringify(profile) === JSON.stringify(readNeed(listing.document))
    ? null
    : { number: version.number, profile }
}

/** A need as its owner's people write it. */
export async function needForEditing(asked: {
  actor: Actor
  id: string
}): Promise<Result<{ standing: Standing; profile: NeedProfile }>> {
  const own = await ownListing(reader(), asked.actor, asked.id)
  if (!own.ok) return own
  const { listing } = own.value
  const allowed = may(asked.actor, 'need.edit', listing)
  if (!allowed.ok) return allowed
  if (!editableStates.includes(listing.state)) return refuse('wrong_state', 409)
  return done({ standing: standingOf(listing), profile: readNeed(listing.document) })
}

/** How visitors would see the working document, or one of the versions, for its owner's people. */
export async function needPreview(asked: {
  actor: Actor
  id: string
  version: number | null
}): Promise<Result<{ need: PublicNeed & { readonly id: string; readonly updatedAt: number }; number: number | null }>> {
  const db = reader()
  const own = await ownListing(db, asked.actor, asked.id)
  if (!own.ok) return own
  const { listing } = own.value
  const version = asked.version === null ? null : await versionOf(db, listing.id, asked.version)
  if (asked.version !== null && !version) return refuse('not_found', 404)
  const organisation = await organisationById(db, listing.organisationId)
  if (!organisation) return refuse('not_found', 404)
  const need = publicNeed(readNeed(version ? version.document : listing.document), organisation)
  return done({
    need: { ...need, id: listing.id, updatedAt: version?.createdAt ?? listing.updatedAt },
    number: version?.number ?? null,
  })
}
