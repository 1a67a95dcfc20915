import { transaction } from '#db'
import type { Actor } from '#modules/accounts'
import { actorOf } from '#modules/accounts/server'
import { questionOf } from '#modules/catalogue'
import { decideListing, type Listing, listingById, moveListing } from '#modules/listings/server'
import { saveSearchFor } from '#modules/saved-searches/server'
import { createTechnologyDirectly } from '#modules/technologies/server'
import type { Player } from './cast.ts'

const scores = { advantages: 4, clarity: 4, cooperation: 4, guidelines: 4, decision: 'publish', reason: 'ok' } as const

function unwrap<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** Publishes a technology with this title; returns its id. */
export async function publishTechnology(organisationId: string, title: string, teaser = 'Lợi ích'): Promise<string> {
  const profile = { texts: { vi: { title, teaser } }, readiness: { claimed: 5 } }
  return unwrap(
    await transaction(async (tx) => {
      const made = await createTechnologyDirectly(tx, { profile, organisationId, state: 'submitted', by: null })
      return made.ok ? decideListing(tx, made.value, scores, null, null) : made
    }),
  ).id
}

async function moved(id: string, change: (listing: Listing) => Parameters<typeof moveListing>[2]): Promise<void> {
  unwrap(
    await transaction(async (tx) => {
      const listing = await listingById(tx, id)
      if (!listing) throw new Error('no listing')
      return moveListing(tx, listing, change(listing))
    }),
  )
}

/** Takes a listing off the market and puts it on again. */
export async function publishAgain(id: string): Promise<void> {
  await moved(id, () => ({ verb: 'suspend', party: 'reviewer', by: null, expected: null, reason: 'x' }))
  await moved(id, () => ({ verb: 'resume', party: 'reviewer', by: null, expected: null }))
}

/** Saves a search for somebody as they are signed in; returns its id. */
export async function keepSearch(
  player: Player | Actor,
  query: string,
  frequency: string,
  name = query,
): Promise<string> {
  const actor = 'session' in player ? await actorOf(player.session) : player
  const question = questionOf(new URLSearchParams(query))
  return unwrap(await saveSearchFor({ actor, question, language: 'vi', input: { name, frequency } }))
}
