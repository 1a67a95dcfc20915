import type { Reader } from '#db'
import { done, refuse, type Result } from '#kernel'
import { type Actor, may, type SignedIn } from '#modules/accounts'
import { sideOf } from './request.ts'
import { type Request, requestById } from './store.server.ts'
import { termsSidesOf, type TermsSides } from './terms.ts'

/** A reader's place at a request. */
export interface RequestSeat {
  readonly request: Request
  readonly side: 'sender' | 'receiver'
  readonly organisationId: string
  readonly reader: SignedIn
}

/**
 * A request for the people of its two organisations.
 *
 * @returns refusals: 401 `auth.sign_in`; 404 `not_found` for everybody else; 403 `auth.organisation` for somebody who
 *   belongs to one of the two but acts for another organisation
 */
export async function seatToRead(db: Reader, actor: Actor, id: string): Promise<Result<RequestSeat>> {
  const signedIn = may(actor, 'account.use')
  if (!signedIn.ok) return signedIn
  const request = await requestById(db, id)
  if (!request) return refuse('not_found', 404)
  const organisationId = signedIn.value.organisation?.id ?? ''
  const side = sideOf(request, organisationId)
  if (!side) {
    const elsewhere = signedIn.value.memberships.some((member) => sideOf(request, member.id) !== null)
    return elsewhere ? refuse('auth.organisation', 403) : refuse('not_found', 404)
  }
  const allowed = may(actor, 'request.read', { organisationId })
  return allowed.ok ? done({ request, side, organisationId, reader: allowed.value }) : allowed
}

/** A reader's place at the terms of a request. */
export interface TermsSeat extends RequestSeat {
  readonly sides: TermsSides
  readonly own: 'transferor' | 'transferee'
}

/** The same place at its terms, which an accepted request about a technology of the exchange has; else null. */
export function seatForTerms(seat: RequestSeat): TermsSeat | null {
  const sides = termsSidesOf(seat.request)
  if (seat.request.state !== 'accepted' || !sides) return null
  return { ...seat, sides, own: sides.transferorId === seat.organisationId ? 'transferor' : 'transferee' }
}

/** `seatToRead` and `seatForTerms` in one; refuses as `seatToRead`, and 404 `not_found` where there are no terms. */
export async function seatAtTerms(db: Reader, actor: Actor, id: string): Promise<Result<TermsSeat>> {
  const seat = await seatToRead(db, actor, id)
  if (!seat.ok) return seat
  const terms = seatForTerms(seat.value)
  return terms ? done(terms) : refuse('not_found', 404)
}

/** The same for those who may offer and answer terms; refuses as `may('request.answer')`, too. */
export async function seatToAnswerTerms(db: Reader, actor: Actor, id: string): Promise<Result<TermsSeat>> {
  const seat = await seatAtTerms(db, actor, id)
  if (!seat.ok) return seat
  const allowed = may(actor, 'request.answer', seat.value)
  return allowed.ok ? seat : allowed
}
