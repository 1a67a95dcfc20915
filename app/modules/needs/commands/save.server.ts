import { z } from 'zod'
import { transaction } from '#db'
import { check, refuse, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { type Listing, listingById, saveDocument } from '#modules/listings/server'
import { type NeedPart, type PartInput, partSchemas, withPart } from '../parts.ts'
import { readNeed } from '../read.ts'
import { moverOf } from './mover.ts'

/**
 * Saves one step of a need.
 *
 * @returns refusals: 404 `not_found`, 400 `form.invalid`, 409 `version_conflict`, 409 `wrong_state`
 */
export async function saveNeed(asked: {
  actor: Actor
  needId: string
  version: unknown
  part: NeedPart
  input: unknown
}): Promise<Result<Listing>> {
  const allowed = may(asked.actor, 'need.edit')
  if (!allowed.ok) return allowed
  const input = check<z.ZodType<PartInput[NeedPart]>>(partSchemas[asked.part], asked.input)
  if (!input.ok) return input
  const version = z.coerce.number().int().safeParse(asked.version)
  if (!version.success) return refuse('version_conflict', 409)
  return transaction(async (tx) => {
    const listing = await listingById(tx, asked.needId)
    if (listing?.kind !== 'need') return refuse('not_found', 404)
    const own = may(asked.actor, 'need.edit', listing)
    if (!own.ok) return own
    const profile = withPart(readNeed(listing.document), asked.part, input.value)
    return saveDocument(tx, listing, {
      expected: version.data,
      document: profile,
      title: profile.texts[profile.sourceLanguage].title,
      sourceLanguage: profile.sourceLanguage,
      by: moverOf(own.value),
      what: asked.part,
    })
  })
}
