import type { Transaction } from '#db'
import { decideMove, done, refuse, type Result } from '#kernel'
import { record } from '#modules/audit/server'
import { newId, now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { type ListingKind, type ListingParty, listingProcess, type ListingVerb } from './process.ts'
import { addVersion, insertListing, latestVersionNumber, type Listing, saveListing } from './store.server.ts'

/** Who moves a listing: a person for an organisation, or the exchange itself. */
export type Mover = { readonly personId: string; readonly organisationId: string | null } | null

const year = 365 * 86_400_000

export interface NewListing {
  readonly kind: ListingKind
  readonly organisationId: string
  readonly document: unknown
  readonly title: string
  readonly sourceLanguage: 'vi' | 'en'
  readonly externalId?: string | null
  readonly importId?: string | null
  readonly by: Mover
}

const prefix: Readonly<Record<ListingKind, string>> = { technology: 'tech', need: 'need' }

/** Starts a listing as a draft. */
export async function createListing(tx: Transaction, fresh: NewListing): Promise<Listing> {
  const at = now()
  const listing: Listing = {
    id: newId(prefix[fresh.kind]),
    kind: fresh.kind,
    organisationId: fresh.organisationId,
    createdBy: fresh.by?.personId ?? null,
    state: listingProcess.initial,
    processVersion: listingProcess.version,
    version: 1,
    document: fresh.document,
    title: fresh.title,
    sourceLanguage: fresh.sourceLanguage,
    publishedVersion: null,
    publishedAt: null,
    validUntil: null,
    submittedAt: null,
    reviewedVersion: null,
    reviewerId: null,
    externalId: fresh.externalId ?? null,
    importId: fresh.importId ?? null,
    createdAt: at,
    updatedAt: at,
  }
  await insertListing(tx, listing)
  await record(tx, {
    by: fresh.by,
    action: `${fresh.kind}.created`,
    subject: { kind: fresh.kind, id: listing.id },
    detail: { title: fresh.title },
  })
  return listing
}

interface MoveOptions {
  readonly verb: ListingVerb
  readonly party: ListingParty
  readonly by: Mover
  /** The version the mover had read; null to take the listing as it stands. */
  readonly expected: number | null
  readonly reason?: string
  readonly change?: Partial<Omit<Listing, 'id' | 'version' | 'state'>>
  readonly detail?: Readonly<Record<string, unknown>>
}

/**
 * Moves a listing by its process table, writes the record and tells the news (`listing.moved`, and `listing.changed`
 * for whatever is derived from what visitors see).
 *
 * @returns refusals: 409 `version_conflict`, 409 `wrong_state`, 403 `auth.role`, 400 `reason_missing`
 */
export async function moveListing(tx: Transaction, listing: Listing, move: MoveOptions): Promise<Result<Listing>> {
  if (move.expected !== null && move.expected !== listing.version) return refuse('version_conflict', 409)
  const decision = decideMove(listingProcess, listing.state, move.verb, move.party)
  if (!decision.allowed) return decision.why === 'party' ? refuse('auth.role', 403) : refuse('wrong_state', 409)
  if (decision.transition.reason && !move.reason)
    return refuse('form.invalid', 400, { fields: { reason: [{ code: 'required' }] } })
  const at = now()
  const change: Partial<Omit<Listing, 'id' | 'version'>> = { ...move.change, state: decision.transition.to }
  if (move.verb === 'submit') {
    const number = (await latestVersionNumber(tx, listing.id)) + 1
    await addVersion(tx, {
      listingId: listing.id,
      number,
      document: listing.document,
      createdBy: move.by?.personId ?? null,
    })
    change.submittedAt = at
    change.reviewerId = null
  }
  if (move.verb === 'publish') {
    change.publishedVersion = await latestVersionNumber(tx, listing.id)
    change.publishedAt = listing.publishedAt ?? at
    change.validUntil = at + year
  }
  if (move.verb === 'renew') change.validUntil = at + year
  if (move.verb === 'publish' || move.verb === 'ask_changes' || move.verb === 'reject')
    change.reviewedVersion = await latestVersionNumber(tx, listing.id)
  if (!(await saveListing(tx, listing, change))) return refuse('version_conflict', 409)
  await record(tx, {
    by: move.by,
    action: `${listing.kind}.${move.verb}`,
    subject: { kind: listing.kind, id: listing.id },
    detail: {
      from: listing.state,
      to: decision.transition.to,
      ...(move.reason ? { reason: move.reason } : {}),
      ...move.detail,
    },
  })
  await publish(tx, {
    topic: 'listing.moved',
    subjectId: listing.id,
    payload: { verb: move.verb, by: move.by?.personId ?? null, at },
  })
  await publish(tx, { topic: 'listing.changed', subjectId: listing.id })
  return done({ ...listing, ...change, version: listing.version + 1, updatedAt: at })
}

/**
 * Saves a listing's working document.
 *
 * @returns refusals: 409 `version_conflict`, 409 `wrong_state` when it is with the signatory or a reviewer
 */
export async function saveDocument(
  tx: Transaction,
  listing: Listing,
  save: { expected: number; document: unknown; title: string; sourceLanguage: 'vi' | 'en'; by: Mover; what: string },
): Promise<Result<Listing>> {
  if (listing.version !== save.expected) return refuse('version_conflict', 409)
  if (listing.state !== 'draft' && listing.state !== 'needs_changes') return refuse('wrong_state', 409)
  const change = { document: save.document, title: save.title, sourceLanguage: save.sourceLanguage }
  if (!(await saveListing(tx, listing, change))) return refuse('version_conflict', 409)
  await record(tx, {
    by: save.by,
    action: `${listing.kind}.saved`,
    subject: { kind: listing.kind, id: listing.id },
    detail: { part: save.what },
  })
  return done({ ...listing, ...change, version: listing.version + 1, updatedAt: now() })
}
