import { z } from 'zod'
import { transaction } from '#db'
import { check, done, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { editableStates, listingProcess } from '#modules/listings'
import { record } from '#modules/audit/server'
import { now } from '#platform/clock'
import { publish } from '#platform/jobs'
import { consentTerms, coOwnersOf } from '../consent-terms.ts'
import {
  consentOf,
  moverOf,
  saveConsentAsked,
  saveConsentDecision,
  technologyById,
  technologyFor,
} from '../store.server.ts'

/**
 * Asks a co-owner that is an organisation of the exchange to consent to the offer as it stands; what it said to other
 * terms counts no more. Tells the news `consent.asked` (subject: the listing; payload: `organisationId`).
 *
 * @returns refusals: those of `may('technology.edit')`, 404 `not_found` (also for who is no co-owner), 409
 *   `wrong_state`, 409 `consent.same` when it was asked or has consented to these very terms
 */
export async function askConsent(asked: {
  actor: Actor
  listingId: string
  organisationId: unknown
}): Promise<Result<null>> {
  return transaction(async (tx) => {
    const technology = await technologyFor(tx, asked.actor, 'technology.edit', asked.listingId)
    if (!technology.ok) return technology
    const { listing, profile, by } = technology.value
    const organisationId = coOwnersOf(profile, listing.organisationId).find((id) => id === asked.organisationId)
    if (organisationId === undefined) return refuse('not_found', 404)
    if (!editableStates.includes(listing.state) && listing.state !== 'proposed') return refuse('wrong_state', 409)
    const terms = consentTerms(profile)
    const present = await consentOf(tx, listing.id, organisationId)
    if (present?.terms === terms && present.state !== 'refused') return refuse('consent.same', 409)
    const at = now()
    await saveConsentAsked(tx, { listingId: listing.id, organisationId, terms, at })
    await record(tx, {
      by: moverOf(by),
      action: 'technology.consent_asked',
      subject: { kind: 'technology', id: listing.id },
      detail: { organisationId, terms },
    })
    await publish(tx, { topic: 'consent.asked', subjectId: listing.id, payload: { organisationId, at } })
    return done(null)
  })
}

const decisionSchema = z
  .object({
    terms: z.string().min(1).max(32),
    decision: z.enum(['given', 'refused']),
    reason: z.string().max(2000).default(''),
  })
  .refine((input) => input.decision === 'given' || input.reason !== '', { path: ['reason'], error: 'required' })

/**
 * A co-owner's signatory consents to the offer, or refuses with a reason. Tells the news `consent.decided` (subject:
 * the listing; payload: `organisationId`, `state`).
 *
 * @param asked.input `terms` (those that were read), `decision`, `reason`
 * @returns refusals: those of `may('technology.consent')`, 400 `form.invalid`, 404 `not_found` for who was not asked, 409
 *   `consent.changed` when the terms are no longer those that were read, 409 `wrong_state`
 */
export async function decideConsent(asked: {
  actor: Actor
  listingId: string
  input: unknown
}): Promise<Result<'given' | 'refused'>> {
  const allowed = may(asked.actor, 'technology.consent')
  if (!allowed.ok) return allowed
  const input = check(decisionSchema, asked.input)
  if (!input.ok) return input
  const { terms, decision, reason } = input.value
  const by = moverOf(allowed.value)
  return transaction(async (tx) => {
    const technology = await technologyById(tx, asked.listingId)
    const consent = by.organisationId === null ? null : await consentOf(tx, asked.listingId, by.organisationId)
    if (!technology || !consent) return refuse('not_found', 404)
    const { listing, profile } = technology
    if (listingProcess.final.includes(listing.state)) return refuse('wrong_state', 409)
    if (consent.terms !== terms || consentTerms(profile) !== terms) return refuse('consent.changed', 409)
    if (consent.state === decision) return refuse('wrong_state', 409)
    const at = now()
    const kept = await saveConsentDecision(tx, consent, {
      state: decision,
      reason,
      decidedBy: by.personId,
      decidedAt: at,
    })
    if (!kept) return refuse('consent.changed', 409)
    await record(tx, {
      by,
      action: `technology.consent_${decision}`,
      subject: { kind: 'technology', id: listing.id },
      detail: { terms, ...(reason === '' ? {} : { reason }) },
    })
    await publish(tx, {
      topic: 'consent.decided',
      subjectId: listing.id,
      payload: { organisationId: consent.organisationId, state: decision, at },
    })
    return done(decision)
  })
}
