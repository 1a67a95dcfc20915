import { z } from 'zod'
import { transaction } from '#db'
import { check, decideMove, done, refuse, type Result } from '#kernel'
import type { Actor } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { publish } from '#platform/jobs'
import { seatToAnswerTerms } from '../seat.server.ts'
import { touchRequest } from '../store.server.ts'
import { restandVersion, saveTerms, termsOf, versionByNumber } from '../terms.store.server.ts'
import { termsPartyOf, termsProcess } from '../terms-process.ts'

const answerSchema = z.object({
  verb: z.enum(['accept', 'withdraw']),
  /** Of the version that was read. */
  number: z.coerce.number().int(),
  note: z.string().trim().max(2000).default(''),
})

/**
 * Accepts the open version of the terms, which the other side offered, or withdraws one's own. What is accepted is the
 * version of this number and no other. A version that was agreed before is replaced by the one accepted now, and stands
 * again where the offer to replace it is withdrawn.
 *
 * @param asked.input `verb`, `number`, `note`
 * @returns the number of the version; refusals: 404 `not_found`, 400 `form.invalid`, 409 `version_conflict` where it is
 *   no longer the open one, 409 `not_your_turn`, 409 `wrong_state`, and those of `may('request.answer')`
 */
export async function answerTerms(asked: { actor: Actor; requestId: string; input: unknown }): Promise<Result<number>> {
  return transaction(async (tx) => {
    const seat = await seatToAnswerTerms(tx, asked.actor, asked.requestId)
    if (!seat.ok) return seat
    const { request, organisationId, reader } = seat.value
    const { personId } = reader
    const input = check(answerSchema, asked.input)
    if (!input.ok) return input
    const { verb, number, note } = input.value
    const terms = await termsOf(tx, request.id)
    const version = await versionByNumber(tx, request.id, number)
    if (!version) return refuse('not_found', 404)
    const decision = decideMove(termsProcess, terms.state, verb, termsPartyOf(terms.openBy, organisationId))
    if (version.standing !== 'open') return refuse(terms.openBy === null ? 'wrong_state' : 'version_conflict', 409)
    if (!decision.allowed) return refuse(decision.why === 'party' ? 'not_your_turn' : 'wrong_state', 409)
    const { to } = decision.transition
    if (!(await saveTerms(tx, terms, { state: to, openBy: null }))) return refuse('version_conflict', 409)
    if (verb === 'accept') await restandVersion(tx, request.id, 'agreed', { standing: 'replaced', personId })
    const standing = verb === 'accept' ? 'agreed' : 'withdrawn'
    await restandVersion(tx, request.id, 'open', { standing, personId })
    await touchRequest(tx, request.id)
    await record(tx, {
      by: { personId, organisationId },
      action: `terms.${verb}`,
      subject: { kind: 'request', id: request.id },
      detail: {
        number,
        hash: version.hash,
        from: terms.state,
        to,
        ...(note === '' ? {} : { text: note }),
      },
    })
    await publish(tx, { topic: 'terms.moved', subjectId: request.id, payload: { verb, number, personId, text: note } })
    return done(number)
  })
}
