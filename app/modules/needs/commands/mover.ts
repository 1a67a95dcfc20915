import type { SignedIn } from '#modules/accounts'

/** The actor as the record names it; only for actors whom `may` has found to act for an organisation. */
export function moverOf(actor: SignedIn): { personId: string; organisationId: string } {
  if (!actor.organisation) throw new Error('A mover without an organisation')
  return { personId: actor.personId, organisationId: actor.organisation.id }
}
