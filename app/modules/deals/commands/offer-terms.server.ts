import { createHash } from 'node:crypto'
import { z } from 'zod'
import { transaction } from '#db'
import { check, decideMove, done, type Language, openVerbs, refuse, type Result } from '#kernel'
import type { Actor } from '#modules/accounts'
import { record } from '#modules/audit/server'
import { canonicalJson } from '#modules/valuation'
import { publish } from '#platform/jobs'
import { seatToAnswerTerms } from '../seat.server.ts'
import { touchRequest } from '../store.server.ts'
import { addVersion, restandVersion, saveTerms, termsOf, versionByForm } from '../terms.store.server.ts'
import type { Terms } from '../terms.ts'
import { readTerms } from '../terms-form.ts'
import {
  type OfferingVerb,
  offeringVerbs,
  type TermsParty,
  termsPartyOf,
  termsProcess,
  type TermsState,
} from '../terms-process.ts'

const offerSchema = z.object({
  note: z.string().trim().max(2000).default(''),
  formKey: z.string().min(8).max(64),
  /** The version of the negotiation that the form was made from; 0 before the first offer. */
  read: z.coerce.number().int().min(0),
})

/** The SHA-256 of terms, whatever the order of their fields. */
export function hashOfTerms(terms: Terms): string {
  return createHash('sha256').update(canonicalJson(terms)).digest('hex')
}

/** The verb by which a party offers a version in a state; null where it may not. */
export function offeringVerbIn(state: TermsState, party: TermsParty): OfferingVerb | null {
  const open: readonly string[] = openVerbs(termsProcess, state, party)
  return offeringVerbs.find((verb) => open.includes(verb)) ?? null
}

/**
 * Offers a version of the terms: the first, one in the place of the open version (of the other side's as a counter-offer,
 * of one's own as a revision), or another one after agreement, which needs a note that says why.
 *
 * @param asked.language in which the figures of the form are typed
 * @param asked.input see `readTerms`, and `note`, `formKey`, `read`; the same form of the same person makes one version
 * @returns the number of the version; refusals: 404 `not_found`, 400 `form.invalid`, 409 `version_conflict` where the
 *   negotiation has moved on since the form was made, and those of `may('request.answer')`
 */
export async function offerTerms(asked: {
  actor: Actor
  requestId: string
  language: Language
  input: unknown
}): Promise<Result<number>> {
  return transaction(async (tx) => {
    const seat = await seatToAnswerTerms(tx, asked.actor, asked.requestId)
    if (!seat.ok) return seat
    const { request, organisationId, reader } = seat.value
    const { personId } = reader
    const given = check(offerSchema, asked.input)
    const content = readTerms(asked.input, asked.language)
    if (!content.ok || !given.ok) {
      const [one, other] = [given, content].map((result) => (result.ok ? {} : (result.refusal.fields ?? {})))
      return refuse('form.invalid', 400, { fields: { ...one, ...other } })
    }
    const { note, formKey, read } = given.value
    const before = await versionByForm(tx, personId, formKey)
    if (before) return before.requestId === request.id ? done(before.number) : refuse('version_conflict', 409)
    const terms = await termsOf(tx, request.id)
    if (terms.version !== read) return refuse('version_conflict', 409)
    const party = termsPartyOf(terms.openBy, organisationId)
    const verb = offeringVerbIn(terms.state, party)
    if (!verb) return refuse('wrong_state', 409)
    const decision = decideMove(termsProcess, terms.state, verb, party)
    if (!decision.allowed) return refuse(decision.why === 'party' ? 'not_your_turn' : 'wrong_state', 409)
    if (decision.transition.reason === true && note === '')
      return refuse('form.invalid', 400, { fields: { note: [{ code: 'required' }] } })
    if (!(await saveTerms(tx, terms, { state: decision.transition.to, openBy: organisationId })))
      return refuse('version_conflict', 409)
    await restandVersion(tx, request.id, 'open', { standing: 'replaced', personId })
    const hash = hashOfTerms(content.value)
    const number = await addVersion(tx, {
      requestId: request.id,
      verb,
      organisationId,
      personId,
      content: content.value,
      hash,
      note,
      formKey,
    })
    await touchRequest(tx, request.id)
    await record(tx, {
      by: { personId, organisationId },
      action: `terms.${verb}`,
      subject: { kind: 'request', id: request.id },
      detail: { number, hash, from: terms.state, to: decision.transition.to, ...(note === '' ? {} : { text: note }) },
    })
    await publish(tx, { topic: 'terms.moved', subjectId: request.id, payload: { verb, number, personId, text: note } })
    return done(number)
  })
}
