import { type Reader, reader } from '#db'
import { type Bilingual, done, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { organisationsByIds } from '#modules/accounts/server'
import { unreadMessages } from '#modules/messaging/server'
import { requestProcess, type RequestState } from '../process.ts'
import { receiverShown } from '../request.ts'
import { type Box, type Request, requestsAwaiting, requestsOf } from '../store.server.ts'
import { termsAwaiting } from '../terms.store.server.ts'

/** A request in a list, as one of its sides sees it. */
export interface RequestLine {
  readonly id: string
  readonly kind: Request['kind']
  readonly state: RequestState
  readonly title: Bilingual
  readonly side: 'sender' | 'receiver'
  /** The other organisation; null where it keeps its name back. */
  readonly other: Bilingual | null
  /** Whether it waits for the reader's organisation. */
  readonly mine: boolean
  readonly deadlineAt: number | null
  readonly updatedAt: number
  readonly unread: number
}

/** The requests as lines for somebody who acts for this organisation, in their order. */
async function linesFor(
  db: Reader,
  requests: readonly Request[],
  reading: { readonly personId: string; readonly organisationId: string },
): Promise<RequestLine[]> {
  const organisations = await organisationsByIds(
    db,
    requests.flatMap((request) => [request.fromOrganisationId, request.toOrganisationId]),
  )
  const ids = requests.map((request) => request.id)
  const unread = await unreadMessages(db, reading.personId, 'request', ids)
  return requests.map((request) => {
    const side = request.toOrganisationId === reading.organisationId ? 'receiver' : 'sender'
    const shown = side === 'receiver' || receiverShown(request)
    const other = side === 'receiver' ? request.fromOrganisationId : request.toOrganisationId
    const { id, kind, state, titleVi, titleEn, deadlineAt, updatedAt } = request
    return {
      id,
      kind,
      state,
      title: { vi: titleVi, en: titleEn },
      side,
      other: shown ? (organisations.get(other)?.name ?? null) : null,
      mine: requestProcess.turn[state] === side,
      deadlineAt,
      updatedAt,
      unread: unread.get(id) ?? 0,
    }
  })
}

export const requestsOnAPage = 20

/** One page of the requests of the organisation acted for, the latest changed first. */
export async function ownRequests(asked: {
  actor: Actor
  box: Box
  state: RequestState | null
  page: number
}): Promise<Result<{ requests: RequestLine[]; total: number }>> {
  const allowed = may(asked.actor, 'request.read')
  if (!allowed.ok) return allowed
  const organisationId = allowed.value.organisation?.id ?? ''
  const { rows, total } = await requestsOf(reader(), {
    organisationId,
    box: asked.box,
    state: asked.state,
    limit: requestsOnAPage,
    offset: (asked.page - 1) * requestsOnAPage,
  })
  const reading = { personId: allowed.value.personId, organisationId }
  return done({ requests: await linesFor(reader(), rows, reading), total })
}

const shownAtMost = 50
const watched = 300

/** The requests that wait for an organisation, those on whose terms it has to answer, and those with unread messages. */
export async function requestsToSee(
  db: Reader,
  reading: { readonly personId: string; readonly organisationId: string },
): Promise<{ awaiting: RequestLine[]; terms: RequestLine[]; unread: RequestLine[] }> {
  const awaiting = await requestsAwaiting(db, reading.organisationId, shownAtMost)
  const { rows } = await requestsOf(db, {
    organisationId: reading.organisationId,
    box: 'both',
    state: null,
    limit: watched,
    offset: 0,
  })
  const counted = await unreadMessages(
    db,
    reading.personId,
    'request',
    rows.map((request) => request.id),
  )
  return {
    awaiting: await linesFor(db, awaiting, reading),
    terms: await linesFor(db, await termsAwaiting(db, reading.organisationId, shownAtMost), reading),
    unread: await linesFor(db, rows.filter((request) => counted.has(request.id)).slice(0, shownAtMost), reading),
  }
}
