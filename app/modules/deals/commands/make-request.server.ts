import { type Transaction, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationById } from '#modules/accounts/server'
import { record } from '#modules/audit/server'
import { type PublishedListing, publishedListing } from '#modules/listings/server'
import { publicNeed, readNeed } from '#modules/needs'
import { publicTechnology, readTechnology } from '#modules/technologies'
import { newId, now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { requestProcess } from '../process.ts'
import { deadlineOf, requestSchema } from '../request.ts'
import { insertRequest, openRequest, type Request, requestByForm } from '../store.server.ts'

interface Asked {
  readonly actor: Actor
  readonly listingId: string
  readonly input: unknown
}

/**
 * Asks the owner of a published technology for its transfer.
 *
 * @param asked.input see `requestSchema`; the same `formKey` of the same person makes one request
 * @returns the request, also when its form had been sent before; refusals: 404 `not_found`, 400 `form.invalid`, 409
 *   `request.own_listing`, 409 `request.reserved`, 409 `request.already_open`, and those of `may('request.send')`
 */
export async function requestTechnology(asked: Asked): Promise<Result<Request>> {
  return makeRequest('transfer', asked)
}

/**
 * Answers a published need, optionally with one of the sender's own published technologies.
 *
 * @returns as `requestTechnology`, and 400 `form.invalid` on `offeredListingId` when it is not the sender's
 */
export async function answerNeed(asked: Asked): Promise<Result<Request>> {
  return makeRequest('answer', asked)
}

async function makeRequest(kind: Request['kind'], asked: Asked): Promise<Result<Request>> {
  const allowed = may(asked.actor, 'request.send')
  if (!allowed.ok) return allowed
  const sender = allowed.value.organisation
  if (!sender) return refuse('auth.organisation', 403)
  const checked = check(requestSchema, asked.input)
  if (!checked.ok) return checked
  const input = checked.value
  const by = { personId: allowed.value.personId, organisationId: sender.id }
  return transaction(async (tx) => {
    const listing = await publishedListing(tx, asked.listingId)
    if (listing?.kind !== (kind === 'transfer' ? 'technology' : 'need')) return refuse('not_found', 404)
    if (listing.organisationId === sender.id) return refuse('request.own_listing', 409)
    if (listing.state === 'reserved') return refuse('request.reserved', 409)
    const offered = kind === 'answer' ? input.offeredListingId : null
    if (offered !== null && !(await isOwnTechnology(tx, offered, sender.id)))
      return refuse('form.invalid', 400, { fields: { offeredListingId: [{ code: 'choose' }] } })
    const subject = await shownSubject(tx, listing)
    const at = now()
    const { offeredListingId: _offered, ...words } = input
    const request: Request = {
      id: newId('req'),
      kind,
      listingId: listing.id,
      listingVersion: listing.version,
      offeredListingId: offered,
      fromOrganisationId: sender.id,
      toOrganisationId: listing.organisationId,
      createdBy: by.personId,
      state: requestProcess.initial,
      processVersion: requestProcess.version,
      version: 1,
      ...subject,
      ...words,
      declineReason: null,
      stateSince: at,
      deadlineAt: deadlineOf(requestProcess.initial, at),
      reminders: 0,
      createdAt: at,
      updatedAt: at,
    }
    if (!(await insertRequest(tx, request))) return whatStoodInTheWay(tx, request)
    await record(tx, {
      by,
      action: 'request.made',
      subject: { kind: 'request', id: request.id },
      detail: { kind, listingId: listing.id, listingVersion: listing.version, offeredListingId: offered },
    })
    await publish(tx, { topic: 'request.made', subjectId: request.id })
    return done(request)
  })
}

async function whatStoodInTheWay(tx: Transaction, request: Request): Promise<Result<Request>> {
  const same = await requestByForm(tx, request.createdBy, request.formKey)
  if (same) return done(same)
  const open = await openRequest(tx, request.listingId, request.fromOrganisationId)
  return open ? refuse('request.already_open', 409) : refuse('version_conflict', 409)
}

async function isOwnTechnology(tx: Transaction, id: string, organisationId: string): Promise<boolean> {
  const offered = await publishedListing(tx, id)
  return offered?.kind === 'technology' && offered.organisationId === organisationId
}

/** What the request keeps of its listing: the title as the sender read it, and whether the receiver's name is hidden. */
async function shownSubject(
  tx: Transaction,
  listing: PublishedListing,
): Promise<Pick<Request, 'titleVi' | 'titleEn' | 'receiverHidden'>> {
  if (listing.kind === 'technology') {
    const { texts } = publicTechnology(readTechnology(listing.document)).profile
    return { titleVi: texts.vi.title, titleEn: texts.en.title, receiverHidden: false }
  }
  const owner = await organisationById(tx, listing.organisationId)
  if (!owner) throw new Error(`A need without an owner: ${listing.id}`)
  const { profile, organisation } = publicNeed(readNeed(listing.document), owner)
  return {
    titleVi: profile.texts.vi.title,
    titleEn: profile.texts.en.title,
    receiverHidden: organisation === null,
  }
}
