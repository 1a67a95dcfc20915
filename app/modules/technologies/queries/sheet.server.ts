import { type Reader, reader } from '#db'
import { type Bilingual, done, refuse, type Result } from '#kernel'
import { type Actor, isOperator, may } from '#modules/accounts'
import { type OrganisationFacts, organisationsByIds } from '#modules/accounts/server'
import { type ListingState } from '#modules/listings'
import { type PublishedListing, publishedListing } from '#modules/listings/server'
import { config } from '#platform/config'
import { readTechnology } from '../profile.ts'
import { type PublicTechnology, publicTechnology } from '../public-view.ts'
import { technologyById } from '../store.server.ts'

/** Everything the sheet of a technology shows; what is closed is not in it. */
export interface SheetFacts {
  readonly id: string
  readonly state: ListingState
  readonly organisation: Pick<OrganisationFacts, 'id' | 'name' | 'kind' | 'verified'>
  readonly shown: PublicTechnology
  /** Organisations of the exchange among the owners, by id. */
  readonly owners: Readonly<Record<string, Bilingual>>
  /** Null before it was first published. */
  readonly publishedAt: number | null
  readonly updatedAt: number
  readonly validUntil: number | null
  /** The page's address, with the origin, in Vietnamese. */
  readonly address: string
}

/** A listing in view with what visitors may see of it, or null. One query. */
export async function publicTechnologyById(
  db: Reader,
  id: string,
): Promise<{ readonly listing: PublishedListing; readonly shown: PublicTechnology } | null> {
  const listing = await publishedListing(db, id)
  if (listing?.kind !== 'technology') return null
  return { listing, shown: publicTechnology(readTechnology(listing.document)) }
}

/** The facts of a sheet around what may be shown. One query. @throws when the offering organisation is unknown */
export async function technologySheetData(
  db: Reader,
  listing: {
    readonly id: string
    readonly state: ListingState
    readonly organisationId: string
    readonly publishedAt: number | null
    readonly updatedAt: number
    readonly validUntil: number | null
  },
  shown: PublicTechnology,
): Promise<SheetFacts> {
  const ids = shown.profile.owners.flatMap((owner) => (owner.organisationId === null ? [] : [owner.organisationId]))
  const organisations = await organisationsByIds(db, [listing.organisationId, ...ids])
  const organisation = organisations.get(listing.organisationId)
  if (!organisation) throw new Error(`no organisation ${listing.organisationId}`)
  return {
    id: listing.id,
    state: listing.state,
    organisation: {
      id: organisation.id,
      name: inBoth(organisation.name),
      kind: organisation.kind,
      verified: organisation.verified,
    },
    shown,
    owners: Object.fromEntries(
      ids.flatMap((id) => {
        const name = organisations.get(id)?.name
        return name ? [[id, inBoth(name)]] : []
      }),
    ),
    publishedAt: listing.publishedAt,
    updatedAt: listing.updatedAt,
    validUntil: listing.validUntil,
    address: `${config().origin}/technologies/${listing.id}`,
  }
}

/** A name for readers of both languages: where there is no English one the Vietnamese stands. */
const inBoth = (name: Bilingual): Bilingual => ({ vi: name.vi, en: name.en || name.vi })

/** What a reader finds at a technology's address. */
export type TechnologyPage =
  | { readonly open: true; readonly sheet: SheetFacts; readonly own: boolean }
  /** Not in view; its owner's people and the operator are shown where it can be read. */
  | { readonly open: false; readonly to: 'owner' | 'operator' }

/**
 * The public page of a technology.
 *
 * @returns refusal 404 `not_found` when it is not in view and the reader has nothing else to be shown
 */
export async function technologyPage(asked: { actor: Actor; id: string }): Promise<Result<TechnologyPage>> {
  const db = reader()
  const published = await publicTechnologyById(db, asked.id)
  if (published) {
    const subject = { organisationId: published.listing.organisationId }
    return done({
      open: true,
      sheet: await technologySheetData(db, published.listing, published.shown),
      own: may(asked.actor, 'technology.read', subject).ok,
    })
  }
  if (asked.actor.kind === 'visitor') return refuse('not_found', 404)
  const technology = await technologyById(db, asked.id)
  if (!technology) return refuse('not_found', 404)
  const subject = { organisationId: technology.listing.organisationId }
  if (may(asked.actor, 'technology.read', subject).ok) return done({ open: false, to: 'owner' })
  return isOperator(asked.actor) ? done({ open: false, to: 'operator' }) : refuse('not_found', 404)
}
