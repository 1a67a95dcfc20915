import { fingerprint } from '#kernel'
import type { TechnologyProfile } from './profile.ts'

export const consentStates = ['asked', 'given', 'refused'] as const
export type ConsentState = (typeof consentStates)[number]

/** A co-owner's consent as kept: to which terms, and how it stands. */
export interface ConsentFact {
  readonly organisationId: string
  readonly terms: string
  readonly state: ConsentState
}

/** The fingerprint of what co-owners consent to: who owns which share, the rights offered, the price. */
export function consentTerms(profile: Pick<TechnologyProfile, 'owners' | 'offers' | 'price'>): string {
  const owners = profile.owners.map(({ name, organisationId, basis, share }) => [name, organisationId, basis, share])
  return fingerprint(JSON.stringify([owners, profile.offers, profile.price]))
}

/** The organisations of the exchange that own the technology beside the one that offers it, each once. */
export function coOwnersOf(profile: Pick<TechnologyProfile, 'owners'>, organisationId: string): string[] {
  const ids = profile.owners.flatMap((owner) => (owner.organisationId === null ? [] : [owner.organisationId]))
  return [...new Set(ids)].filter((id) => id !== organisationId)
}

/** How a co-owner's consent to the present terms stands; `outdated` when it was asked for other terms. */
export function consentStanding(
  consents: readonly ConsentFact[],
  organisationId: string,
  terms: string,
): 'none' | 'outdated' | ConsentState {
  const consent = consents.find((one) => one.organisationId === organisationId)
  if (!consent) return 'none'
  return consent.terms === terms ? consent.state : 'outdated'
}
