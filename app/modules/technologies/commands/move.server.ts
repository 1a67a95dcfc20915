import { z } from 'zod'
import { transaction } from '#db'
import { check, type Issue, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { type Listing, moveListing } from '#modules/listings/server'
import { type Gap, missing } from '../completeness.ts'
import { ownerPartyFor, ownerVerbs } from '../moves.ts'
import { moverOf, offerFacts, technologyById } from '../store.server.ts'

const moveSchema = z.object({
  verb: z.enum(ownerVerbs),
  version: z.coerce.number().int(),
  reason: z.string().max(4000).default(''),
})

function gapFields(gaps: readonly Gap[]): Record<string, Issue[]> {
  const fields: Record<string, Issue[]> = {}
  for (const { step, field, code } of gaps) (fields[`${step}.${field}`] ??= []).push({ code })
  return fields
}

/**
 * Moves a technology by the listing process as its owner: those who work on it as authors, those who sign as
 * signatories.
 *
 * @param asked.input `verb`, `version` (the one that was read), `reason` where the process wants one
 * @returns refusals: those of `may`, 404 `not_found`, 400 `form.invalid`, 409 `version_conflict`, 409 `wrong_state`, 422
 *   `technology.incomplete` with what is missing as fields named by step and field
 */
export async function moveTechnology(asked: {
  actor: Actor
  listingId: string
  input: unknown
}): Promise<Result<Listing>> {
  const signedIn = may(asked.actor, 'account.use')
  if (!signedIn.ok) return signedIn
  const input = check(moveSchema, asked.input)
  if (!input.ok) return input
  const { verb, version, reason } = input.value
  const party = ownerPartyFor(verb)
  return transaction(async (tx) => {
    const technology = await technologyById(tx, asked.listingId)
    if (!technology) return refuse('not_found', 404)
    const subject = { organisationId: technology.listing.organisationId }
    const allowed = may(asked.actor, party === 'author' ? 'technology.edit' : 'technology.submit', subject)
    if (!allowed.ok) return allowed
    if (verb === 'submit' && technology.listing.version === version) {
      const gaps = missing(technology.profile, await offerFacts(tx, technology))
      if (gaps.length > 0)
        return refuse('technology.incomplete', 422, { values: { count: gaps.length }, fields: gapFields(gaps) })
    }
    return moveListing(tx, technology.listing, {
      verb,
      party,
      by: moverOf(allowed.value),
      expected: version,
      reason,
    })
  })
}
