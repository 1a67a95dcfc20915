import { type Reader, transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may, type Permission } from '#modules/accounts'
import { markRead, writeMessage } from '#modules/messaging/server'
import { mayConverse, messageSchema, sideOf } from '../request.ts'
import { type Request, requestById, touchRequest } from '../store.server.ts'

interface Seat {
  readonly request: Request
  readonly by: { readonly personId: string; readonly organisationId: string }
}

/** The request and the actor's place at it; 404 `not_found` for whoever is on neither side. */
async function seatAt(db: Reader, actor: Actor, permission: Permission, requestId: string): Promise<Result<Seat>> {
  const reading = may(actor, 'request.read')
  if (!reading.ok) return reading
  const organisationId = reading.value.organisation?.id ?? ''
  const request = await requestById(db, requestId)
  if (!request || !sideOf(request, organisationId)) return refuse('not_found', 404)
  const allowed = may(actor, permission, { organisationId })
  return allowed.ok ? done({ request, by: { personId: allowed.value.personId, organisationId } }) : allowed
}

/**
 * Writes to the other side of a request. The same `formKey` of the same person writes one message.
 *
 * @param asked.input `text` (1 to 4,000 characters), `formKey`
 * @returns refusals: 404 `not_found`, 400 `form.invalid`, 409 `message.closed`, and those of `may('request.answer')`
 */
export async function sendMessage(asked: { actor: Actor; requestId: string; input: unknown }): Promise<Result<null>> {
  return transaction(async (tx) => {
    const seat = await seatAt(tx, asked.actor, 'request.answer', asked.requestId)
    if (!seat.ok) return seat
    const input = check(messageSchema, asked.input)
    if (!input.ok) return input
    const { request, by } = seat.value
    if (!mayConverse(request.state)) return refuse('message.closed', 409)
    if (await writeMessage(tx, { subject: { kind: 'request', id: request.id }, by, ...input.value }))
      await touchRequest(tx, request.id)
    return done(null)
  })
}

/** Marks the conversation of a request as read by the actor, who may be a viewer. */
export async function readConversation(asked: { actor: Actor; requestId: string }): Promise<Result<null>> {
  return transaction(async (tx) => {
    const seat = await seatAt(tx, asked.actor, 'request.read', asked.requestId)
    if (!seat.ok) return seat
    await markRead(tx, seat.value.by.personId, { kind: 'request', id: seat.value.request.id })
    return done(null)
  })
}
