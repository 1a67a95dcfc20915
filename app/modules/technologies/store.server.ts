import { and, asc, eq } from 'drizzle-orm'
import type { Reader, Transaction } from '#db'
import { done, refuse, type Result } from '#kernel'
import { type Actor, may, type Permission, type SignedIn } from '#modules/accounts'
import { organisationsByIds } from '#modules/accounts/server'
import { type Listing, listingById, type Mover } from '#modules/listings/server'
import type { OfferFacts } from './completeness.ts'
import { readTechnology, type TechnologyProfile } from './profile.ts'
import { consents } from './technologies.tables.server.ts'

export type Consent = typeof consents.$inferSelect

/** A technology's listing with its working document read. */
export interface Technology {
  readonly listing: Listing
  readonly profile: TechnologyProfile
}

/** The working profile of a listing that is a technology. @throws when its document is not one */
export function technologyFromListing(listing: Pick<Listing, 'document'>): TechnologyProfile {
  return readTechnology(listing.document)
}

export async function technologyById(db: Reader, id: string): Promise<Technology | null> {
  const listing = await listingById(db, id)
  return listing?.kind === 'technology' ? { listing, profile: technologyFromListing(listing) } : null
}

/**
 * A technology that the actor may work on.
 *
 * @returns refusals: those of `may`, 404 `not_found`
 */
export async function technologyFor(
  db: Reader,
  actor: Actor,
  permission: Permission,
  id: string,
): Promise<Result<Technology & { readonly by: SignedIn }>> {
  const signedIn = may(actor, 'account.use')
  if (!signedIn.ok) return signedIn
  const technology = await technologyById(db, id)
  if (!technology) return refuse('not_found', 404)
  const allowed = may(actor, permission, { organisationId: technology.listing.organisationId })
  return allowed.ok ? done({ ...technology, by: allowed.value }) : allowed
}

/** As whom the record has a signed-in actor. */
export function moverOf(actor: SignedIn): NonNullable<Mover> {
  return { personId: actor.personId, organisationId: actor.organisation?.id ?? null }
}

/** The consents asked for a technology, by organisation. */
export async function consentsOf(db: Reader, listingId: string): Promise<Consent[]> {
  return db.select().from(consents).where(eq(consents.listingId, listingId)).orderBy(asc(consents.organisationId))
}

export async function consentOf(db: Reader, listingId: string, organisationId: string): Promise<Consent | null> {
  const [row] = await db
    .select()
    .from(consents)
    .where(and(eq(consents.listingId, listingId), eq(consents.organisationId, organisationId)))
  return row ?? null
}

/** Asks a co-owner anew, whatever was asked before. */
export async function saveConsentAsked(
  tx: Transaction,
  ask: { listingId: string; organisationId: string; terms: string; at: number },
): Promise<void> {
  const fresh = {
    terms: ask.terms,
    state: 'asked' as const,
    reason: '',
    askedAt: ask.at,
    decidedBy: null,
    decidedAt: null,
  }
  await tx
    .insert(consents)
    .values({ listingId: ask.listingId, organisationId: ask.organisationId, ...fresh })
    .onConflictDoUpdate({ target: [consents.listingId, consents.organisationId], set: fresh })
}

/** Keeps a decision on the terms that were read; false when they were asked anew or decided meanwhile. */
export async function saveConsentDecision(
  tx: Transaction,
  read: Pick<Consent, 'listingId' | 'organisationId' | 'terms' | 'state'>,
  decision: { state: 'given' | 'refused'; reason: string; decidedBy: string; decidedAt: number },
): Promise<boolean> {
  const changed = await tx
    .update(consents)
    .set(decision)
    .where(
      and(
        eq(consents.listingId, read.listingId),
        eq(consents.organisationId, read.organisationId),
        eq(consents.terms, read.terms),
        eq(consents.state, read.state),
      ),
    )
    .returning({ id: consents.listingId })
  return changed.length === 1
}

/** What completeness asks beyond the profile: the names of those who offer and own, and the consents. */
export async function offerFacts(db: Reader, { listing, profile }: Technology): Promise<OfferFacts> {
  const ids = profile.owners.flatMap((owner) => (owner.organisationId === null ? [] : [owner.organisationId]))
  const organisations = await organisationsByIds(db, [listing.organisationId, ...ids])
  return {
    organisationId: listing.organisationId,
    names: [
      ...[...organisations.values()].flatMap(({ name }) => [name.vi, name.en]),
      ...profile.owners.map((owner) => owner.name),
    ],
    consents: await consentsOf(db, listing.id),
  }
}
