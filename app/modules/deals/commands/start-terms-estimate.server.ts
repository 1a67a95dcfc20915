import { z } from 'zod'
import { reader } from '#db'
import { messagesOf } from '#i18n/server'
import { check, type Language, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import type { ModelHead } from '#modules/valuation'
import { startEstimate } from '#modules/valuation/server'
import { now } from '#platform/clock'
import { seatAtTerms } from '../seat.server.ts'
import { versionByNumber } from '../terms.store.server.ts'
import { asOffered, type Terms } from '../terms.ts'

const startSchema = z.object({ number: z.coerce.number().int(), formKey: z.string().min(8).max(64) })

const vietnam = 7 * 3_600_000

function rightOf({ rightKind, exclusivity }: Terms): ModelHead['right']['kind'] {
  if (rightKind === 'ownership') return 'ownership'
  return exclusivity === 'non_exclusive' ? 'non_exclusive_use' : 'exclusive_use'
}

/**
 * Starts a private estimate of one's own side from a version of the terms: its payments stand in the ledger, in the
 * slots of the method that values a deal's structure.
 *
 * @param asked.input `number` of the version, `formKey`
 * @returns the valuation; refusals: 404 `not_found`, 400 `form.invalid`, and those of `startEstimate`
 */
export async function startTermsEstimate(asked: {
  actor: Actor
  requestId: string
  language: Language
  input: unknown
}): Promise<Result<{ readonly id: string }>> {
  const seat = await seatAtTerms(reader(), asked.actor, asked.requestId)
  if (!seat.ok) return seat
  const { request, sides, organisationId } = seat.value
  const allowed = may(asked.actor, 'valuation.edit', { organisationId })
  if (!allowed.ok) return allowed
  const input = check(startSchema, asked.input)
  if (!input.ok) return input
  const version = await versionByNumber(reader(), request.id, input.value.number)
  if (!version) return refuse('not_found', 404)
  const { content, number } = version
  const words = messagesOf(asked.language).negotiation.value
  return startEstimate({
    actor: asked.actor,
    input: {
      technologyId: sides.technologyId,
      purpose: words.purpose(number),
      rightKind: rightOf(content),
      territory: content.territories.join(', ').slice(0, 500),
      basis: 'investment',
      valuationDate: new Date(now() + vietnam).toISOString().slice(0, 10),
      currency: content.currency,
      amountsIn: content.currency === 'VND' ? '1000000' : '1',
      formKey: input.value.formKey,
    },
    starting: {
      terms: asOffered(content),
      reference: words.reference(request.id, number),
      reason: words.methodReason,
    },
  })
}
