import { type Transaction, transaction } from '#db'
import { check, decideMove, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { type DeclineReason, requestProcess, type RequestParty, type RequestVerb } from '../process.ts'
import { deadlineOf, moveSchema, sideOf } from '../request.ts'
import { addMove, type Request, requestById, saveRequest } from '../store.server.ts'

/**
 * Moves a request by one of its sides: the receiver asks back, accepts or declines with a reason; the sender answers or
 * withdraws.
 *
 * @param asked.input see `moveSchema`
 * @returns the request as it now stands; refusals: 404 `not_found` for other organisations', 400 `form.invalid`, 409
 *   `version_conflict`, 409 `not_your_turn`, 409 `wrong_state`, and those of `may('request.answer')`
 */
export async function moveRequest(asked: {
  actor: Actor
  requestId: string
  input: unknown
}): Promise<Result<Request>> {
  const reading = may(asked.actor, 'request.read')
  if (!reading.ok) return reading
  const organisation = reading.value.organisation
  if (!organisation) return refuse('auth.organisation', 403)
  return transaction(async (tx) => {
    const request = await requestById(tx, asked.requestId)
    const side = request && sideOf(request, organisation.id)
    if (!request || !side) return refuse('not_found', 404)
    const allowed = may(asked.actor, 'request.answer', { organisationId: organisation.id })
    if (!allowed.ok) return allowed
    const input = check(moveSchema, asked.input)
    if (!input.ok) return input
    const { verb, version, text, declineReason } = input.value
    if (version !== request.version) return refuse('version_conflict', 409)
    return makeMove(tx, request, {
      verb,
      party: side,
      by: { personId: allowed.value.personId, organisationId: organisation.id },
      text,
      declineReason: verb === 'decline' ? declineReason : null,
    })
  })
}

/** Moves a request inside a transaction by its process table, with its place in the record and its news. */
export async function makeMove(
  tx: Transaction,
  request: Request,
  move: {
    readonly verb: RequestVerb
    readonly party: RequestParty
    readonly by: { readonly personId: string; readonly organisationId: string } | null
    readonly text: string
    readonly declineReason: DeclineReason | null
  },
): Promise<Result<Request>> {
  const decision = decideMove(requestProcess, request.state, move.verb, move.party)
  if (!decision.allowed) return refuse(decision.why === 'party' ? 'not_your_turn' : 'wrong_state', 409)
  const at = now()
  const state = decision.transition.to
  const change = {
    state,
    stateSince: at,
    deadlineAt: deadlineOf(state, at),
    reminders: 0,
    declineReason: move.declineReason,
  }
  if (!(await saveRequest(tx, request, change))) return refuse('version_conflict', 409)
  const moveId = await addMove(tx, {
    requestId: request.id,
    verb: move.verb,
    fromState: request.state,
    toState: state,
    by: move.by,
    text: move.text,
  })
  await record(tx, {
    by: move.by,
    action: `request.${move.verb}`,
    subject: { kind: 'request', id: request.id },
    detail: {
      from: request.state,
      to: state,
      ...(move.text === '' ? {} : { text: move.text }),
      ...(move.declineReason === null ? {} : { reason: move.declineReason }),
    },
  })
  await publish(tx, { topic: 'request.moved', subjectId: request.id, payload: { moveId } })
  return done({ ...request, ...change, version: request.version + 1, updatedAt: at })
}
