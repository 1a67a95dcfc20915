import { type Reader, reader } from '#db'
import { done, refuse, type Result } from '#kernel'
import { type Actor, isOperator, may } from '#modules/accounts'
import { organisationById } from '#modules/accounts/server'
import { listingById, type PublishedListing, publishedListing } from '#modules/listings/server'
import { config } from '#platform/config'
import { type NeedOwner, type PublicNeed, publicNeed } from '../public-view.ts'
import { readNeed } from '../read.ts'

/** A published need as everybody may see it; of its listing only what does not name the owner. */
export interface PublishedNeed extends PublicNeed {
  readonly id: string
  readonly state: PublishedListing['state']
  readonly version: number
  readonly publishedAt: number | null
  readonly updatedAt: number
  readonly validUntil: number | null
}

function shown(listing: PublishedListing, owner: NeedOwner): PublishedNeed {
  const { id, state, version, publishedAt, updatedAt, validUntil } = listing
  return { id, state, version, publishedAt, updatedAt, validUntil, ...publicNeed(readNeed(listing.document), owner) }
}

/** A need in public view through its gate, or null. */
export async function publicNeedById(db: Reader, id: string): Promise<PublishedNeed | null> {
  const listing = await publishedListing(db, id)
  if (listing?.kind !== 'need') return null
  const owner = await organisationById(db, listing.organisationId)
  return owner ? shown(listing, owner) : null
}

/** What a reader finds at a need's address. */
export type NeedPage =
  | {
      readonly open: true
      readonly need: PublishedNeed
      readonly own: boolean
      /** The page's address with the origin, in Vietnamese. */
      readonly address: string
    }
  /** Not in view; its owner's people and the operator are shown where it can be read. */
  | { readonly open: false; readonly to: 'owner' | 'operator' }

/**
 * The public page of a need.
 *
 * @returns refusal 404 `not_found` when it is not in view and the reader has nothing else to be shown
 */
export async function needPage(asked: { actor: Actor; id: string }): Promise<Result<NeedPage>> {
  const need = await publicNeedById(reader(), asked.id)
  if (!need && asked.actor.kind === 'visitor') return refuse('not_found', 404)
  const listing = asked.actor.kind === 'visitor' ? null : await listingById(reader(), asked.id)
  const own = listing?.kind === 'need' && may(asked.actor, 'need.read', listing).ok
  if (need) return done({ open: true, need, own, address: `${config().origin}/needs/${need.id}` })
  if (own) return done({ open: false, to: 'owner' })
  return listing?.kind === 'need' && isOperator(asked.actor)
    ? done({ open: false, to: 'operator' })
    : refuse('not_found', 404)
}
