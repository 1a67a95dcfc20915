import type { ActingOrganisation, SignedIn } from '#modules/accounts'
import type { Language } from '#kernel'

/**
 * An actor for replaying a history through the ordinary commands, as the demonstration's seed and tests do: a person at
 * work for one organisation, with address confirmed and second factor enrolled. It comes from no session and is never
 * made from a request.
 */
export function actorForSeed(person: {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly organisation: ActingOrganisation
}): SignedIn {
  const { organisation, ...rest } = person
  return {
    kind: 'person',
    ...rest,
    emailConfirmed: true,
    secondFactor: true,
    sessionId: '',
    organisation,
    memberships: [organisation],
  }
}
