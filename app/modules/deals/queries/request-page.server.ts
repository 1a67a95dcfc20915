import { type Reader, reader } from '#db'
import { type Bilingual, done, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { type OrganisationFacts, organisationsByIds, personById } from '#modules/accounts/server'
import { publishedListings } from '#modules/listings/server'
import { conversation, type Message, unreadMessages } from '#modules/messaging/server'
import { publicTechnologyById } from '#modules/technologies/server'
import { ownValuationsOf, type ValuationLine } from '#modules/valuation/server'
import { newId } from '#platform/clock'
import { requestProcess, type RequestParty, type RequestVerb } from '../process.ts'
import { mayConverse, receiverShown, sideOf, verbsOf } from '../request.ts'
import { type RequestSeat, seatForTerms, seatToRead } from '../seat.server.ts'
import { type MoveRow, movesOf, type Request } from '../store.server.ts'
import { type TermsHead, termsHead, type VersionLine, versionLines } from './terms-page.server.ts'

type Side = 'sender' | 'receiver'

/** One side as the reader may know it; a hidden one has its kind and province only. */
export interface Party {
  readonly id: string | null
  readonly name: Bilingual | null
  readonly kind: OrganisationFacts['kind']
  readonly province: string | null
  readonly verified: boolean
}

/** Everything the page of a request shows; what is hidden from the reader's side is not in it. */
export interface RequestPage {
  readonly request: Pick<
    Request,
    | 'id'
    | 'kind'
    | 'state'
    | 'version'
    | 'listingId'
    | 'proposal'
    | 'rightWanted'
    | 'exclusivityWanted'
    | 'volume'
    | 'timing'
    | 'message'
    | 'declineReason'
    | 'deadlineAt'
    | 'createdAt'
  >
  readonly title: Bilingual
  /** Whether the listing's public page is there to be linked to. */
  readonly listingOpen: boolean
  readonly offered: { readonly id: string; readonly title: Bilingual } | null
  readonly side: Side
  readonly parties: Readonly<Record<Side, Party>>
  /** Who sent it, as the reader may know. */
  readonly sentBy: string | null
  readonly turn: RequestParty | null
  readonly verbs: readonly Exclude<RequestVerb, 'lapse'>[]
  readonly mayAct: boolean
  readonly moves: readonly {
    readonly id: string
    readonly verb: RequestVerb
    readonly toState: Request['state']
    readonly side: RequestParty
    readonly personName: string | null
    readonly text: string
    readonly at: number
  }[]
  readonly messages: readonly {
    readonly id: string
    readonly side: Side
    readonly own: boolean
    readonly personName: string | null
    readonly text: string
    readonly at: number
  }[]
  readonly unread: number
  readonly conversationOpen: boolean
  readonly formKey: string
  /** What the reader's own side has worked out of the technology's value; the other side's is never here. */
  readonly valuations: {
    readonly technologyId: string
    readonly lines: readonly ValuationLine[]
    readonly otherId: string | null
  } | null
  /** Where the terms stand, with the version that is open, else the agreed or the last one. */
  readonly terms:
    (Pick<TermsHead, 'state' | 'turn' | 'own' | 'parties' | 'verbs'> & { readonly latest: VersionLine | null }) | null
}

function partyOf(facts: OrganisationFacts | undefined, shown: boolean): Party {
  if (!facts) throw new Error('A request without one of its organisations')
  const { id, name, kind, province, verified } = facts
  return { id: shown ? id : null, name: shown ? name : null, kind, province, verified }
}

/** Whether the reader may know the people of a side. */
type Known = (side: RequestParty) => boolean

function shownMove(move: MoveRow, request: Request, known: Known): RequestPage['moves'][number] {
  const side = (move.organisationId === null ? null : sideOf(request, move.organisationId)) ?? 'exchange'
  const { id, verb, toState, text, at } = move
  return { id, verb, toState, side, personName: known(side) ? move.personName : null, text, at }
}

function shownMessage(
  message: Message,
  request: Request,
  known: Known,
  reading: { readonly personId: string },
): RequestPage['messages'][number] {
  const side = sideOf(request, message.organisationId) ?? 'sender'
  const { id, text, at } = message
  return {
    id,
    side,
    own: message.personId === reading.personId,
    personName: known(side) ? message.personName : null,
    text,
    at,
  }
}

async function offeredBy(db: Reader, request: Request): Promise<RequestPage['offered']> {
  if (request.offeredListingId === null) return null
  const technology = await publicTechnologyById(db, request.offeredListingId)
  if (!technology) return null
  const { texts } = technology.shown.profile
  return { id: technology.listing.id, title: { vi: texts.vi.title, en: texts.en.title } }
}

/** The technology that a request is about: the one asked for, or the one put forward to a need. */
async function valuationsFor(
  actor: Actor,
  request: Request,
  side: Side,
  receiverKnown: boolean,
): Promise<RequestPage['valuations']> {
  const technologyId = request.kind === 'transfer' ? request.listingId : request.offeredListingId
  if (technologyId === null) return null
  const other = side === 'sender' ? request.toOrganisationId : request.fromOrganisationId
  const otherId = side === 'sender' && !receiverKnown ? null : other
  return { technologyId, lines: await ownValuationsOf(actor, technologyId), otherId }
}

/** The terms of an accepted request in short; null where there can be none. */
async function termsFor(db: Reader, actor: Actor, seat: RequestSeat): Promise<RequestPage['terms']> {
  const at = seatForTerms(seat)
  if (!at) return null
  const { state, turn, verbs, own, parties } = await termsHead(db, actor, at)
  const lines = await versionLines(db, at)
  const standing = lines.find((line) => line.standing === 'open') ?? lines.find((line) => line.standing === 'agreed')
  return { state, turn, own, parties, verbs, latest: standing ?? lines[0] ?? null }
}

/**
 * The page of a request, for the people of its two organisations.
 *
 * @returns refusals: those of `seatToRead`
 */
export async function requestPage(asked: { actor: Actor; id: string }): Promise<Result<RequestPage>> {
  const db = reader()
  const seat = await seatToRead(db, asked.actor, asked.id)
  if (!seat.ok) return seat
  const { request, side, organisationId, reader: person } = seat.value
  const { personId } = person
  const known: Known = (other) => other !== 'receiver' || side === 'receiver' || receiverShown(request)
  const facts = await organisationsByIds(db, [request.fromOrganisationId, request.toOrganisationId])
  const subject = { kind: 'request', id: request.id } as const
  const mayAct = may(asked.actor, 'request.answer', { organisationId }).ok
  const { titleVi, titleEn } = request
  return done({
    request: {
      id: request.id,
      kind: request.kind,
      state: request.state,
      version: request.version,
      listingId: request.listingId,
      proposal: request.proposal,
      rightWanted: request.rightWanted,
      exclusivityWanted: request.exclusivityWanted,
      volume: request.volume,
      timing: request.timing,
      message: request.message,
      declineReason: request.declineReason,
      deadlineAt: request.deadlineAt,
      createdAt: request.createdAt,
    },
    title: { vi: titleVi, en: titleEn },
    listingOpen: (await publishedListings(db, [request.listingId])).length > 0,
    offered: await offeredBy(db, request),
    side,
    parties: {
      sender: partyOf(facts.get(request.fromOrganisationId), true),
      receiver: partyOf(facts.get(request.toOrganisationId), known('receiver')),
    },
    sentBy: (await personById(db, request.createdBy))?.name ?? null,
    turn: requestProcess.turn[request.state] ?? null,
    verbs: mayAct ? verbsOf(side, request.state) : [],
    mayAct,
    moves: (await movesOf(db, request.id)).map((move) => shownMove(move, request, known)),
    messages: (await conversation(db, subject)).map((message) => shownMessage(message, request, known, { personId })),
    unread: (await unreadMessages(db, personId, 'request', [request.id])).get(request.id) ?? 0,
    conversationOpen: mayConverse(request.state),
    formKey: newId('form'),
    valuations: await valuationsFor(asked.actor, request, side, known('receiver')),
    terms: await termsFor(db, asked.actor, seat.value),
  })
}
