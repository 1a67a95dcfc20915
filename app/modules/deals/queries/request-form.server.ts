import { reader } from '#db'
import { type Bilingual, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationById } from '#modules/accounts/server'
import { statesInView } from '#modules/listings'
import { listingLines, publishedListing } from '#modules/listings/server'
import { publicNeedById } from '#modules/needs/server'
import { publicTechnologyById } from '#modules/technologies/server'
import { newId } from '#platform/clock'
import type { RequestKind } from '../process.ts'
import { openRequest } from '../store.server.ts'

/** What the page for making a request shows. */
export interface RequestForm {
  readonly listingId: string
  readonly title: Bilingual
  /** Who would receive it; null where it keeps its name back. */
  readonly receiver: Bilingual | null
  /** Why it cannot be sent, as a code of refusal, or null. */
  readonly barrier: string | null
  /** A request about the same listing that is still open. */
  readonly openRequestId: string | null
  /** The sender's own published technologies, to be put forward. */
  readonly offers: readonly { readonly id: string; readonly title: string }[]
  readonly formKey: string
}

async function subjectOf(kind: RequestKind, id: string) {
  const db = reader()
  const listing = await publishedListing(db, id)
  if (!listing) return null
  if (kind === 'answer') {
    const need = await publicNeedById(db, id)
    if (!need) return null
    const { texts } = need.profile
    return { listing, title: { vi: texts.vi.title, en: texts.en.title }, receiver: need.organisation?.name ?? null }
  }
  const technology = await publicTechnologyById(db, id)
  const owner = await organisationById(db, listing.organisationId)
  if (!technology || !owner) return null
  const { texts } = technology.shown.profile
  return { listing, title: { vi: texts.vi.title, en: texts.en.title }, receiver: owner.name }
}

async function ownOffers(organisationId: string): Promise<RequestForm['offers']> {
  const { lines } = await listingLines(reader(), {
    organisationId,
    kind: 'technology',
    states: statesInView,
    limit: 200,
    offset: 0,
  })
  return lines.filter((line) => line.publishedVersion !== null).map(({ id, title }) => ({ id, title }))
}

/**
 * The page on which a technology is asked for or a need is answered. What keeps a signed-in reader from sending comes
 * as `barrier`, so that the page can say what to do about it.
 *
 * @returns refusals: 401 `auth.sign_in`, 404 `not_found`
 */
export async function requestForm(asked: {
  actor: Actor
  kind: RequestKind
  listingId: string
}): Promise<Result<RequestForm>> {
  const signedIn = may(asked.actor, 'account.use')
  if (!signedIn.ok) return signedIn
  const subject = await subjectOf(asked.kind, asked.listingId)
  if (!subject) return refuse('not_found', 404)
  const { listing, title, receiver } = subject
  const allowed = may(asked.actor, 'request.send')
  const sender = signedIn.value.organisation?.id ?? ''
  const barrier = !allowed.ok
    ? allowed.refusal.code
    : listing.organisationId === sender
      ? 'request.own_listing'
      : listing.state === 'reserved'
        ? 'request.reserved'
        : null
  const open = barrier === null ? await openRequest(reader(), listing.id, sender) : null
  return done({
    listingId: listing.id,
    title,
    receiver,
    barrier: open ? 'request.already_open' : barrier,
    openRequestId: open?.id ?? null,
    offers: asked.kind === 'answer' && barrier === null ? await ownOffers(sender) : [],
    formKey: newId('form'),
  })
}
