import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Reader, transaction } from '#db'
import { type Bilingual, check, refuse, type Result } from '#kernel'
import { type Actor, may, type Permission } from '#modules/accounts'
import { organisations } from '#modules/accounts/server'
import { type Listing, listingById, moveListing } from '#modules/listings/server'
import { missingInNeed } from '../completeness.ts'
import { type OwnerVerb, ownerVerbs, partyOf } from '../owner.ts'
import { readNeed } from '../read.ts'
import { moverOf } from './mover.ts'

const permissionOf: Readonly<Record<OwnerVerb, Permission>> = {
  propose: 'need.edit',
  recall: 'need.edit',
  revise: 'need.edit',
  return: 'need.submit',
  submit: 'need.submit',
  renew: 'need.submit',
  withdraw: 'need.submit',
}

const moveSchema = z.object({
  verb: z.enum(ownerVerbs),
  version: z.coerce.number().int(),
  reason: z.string().max(4000).default(''),
})

async function nameOf(db: Reader, organisationId: string): Promise<Bilingual> {
  const [row] = await db
    .select({ vi: organisations.nameVi, en: organisations.nameEn })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return row ?? { vi: '', en: '' }
}

/**
 * Moves a need by its owner: who works for it proposes, recalls, revises; who signs for it submits, returns, renews,
 * withdraws.
 *
 * @returns refusals: 404 `not_found`, 409 `need.incomplete`, and those of `moveListing`
 */
export async function moveNeed(asked: { actor: Actor; needId: string; input: unknown }): Promise<Result<Listing>> {
  const reading = may(asked.actor, 'need.read')
  if (!reading.ok) return reading
  const input = check(moveSchema, asked.input)
  if (!input.ok) return input
  const { verb, version, reason } = input.value
  return transaction(async (tx) => {
    const listing = await listingById(tx, asked.needId)
    if (listing?.kind !== 'need') return refuse('not_found', 404)
    const allowed = may(asked.actor, permissionOf[verb], listing)
    if (!allowed.ok) return allowed
    if (verb === 'propose' || verb === 'submit') {
      const name = await nameOf(tx, listing.organisationId)
      if (missingInNeed(readNeed(listing.document), name).length > 0) return refuse('need.incomplete', 409)
    }
    return moveListing(tx, listing, {
      verb,
      party: partyOf(allowed.value.organisation?.role ?? 'viewer'),
      by: moverOf(allowed.value),
      expected: version,
      reason,
    })
  })
}
