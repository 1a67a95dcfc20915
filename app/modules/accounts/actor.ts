import type { Bilingual, Language } from '#kernel'
import type { MemberRole, OrganisationKind } from './organisation.ts'

/** Who is asking: a visitor, or a signed-in person acting as at most one organisation. */
export type Actor = Visitor | SignedIn

export interface Visitor {
  readonly kind: 'visitor'
}

export interface SignedIn {
  readonly kind: 'person'
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly emailConfirmed: boolean
  /** Whether a second factor is enrolled; a session of such a person has always passed it. */
  readonly secondFactor: boolean
  readonly sessionId: string
  readonly organisation: ActingOrganisation | null
  readonly memberships: readonly ActingOrganisation[]
}

export interface ActingOrganisation {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: Bilingual
  readonly role: MemberRole
  readonly verified: boolean
}

export const visitor: Visitor = { kind: 'visitor' }

/** The id of the organisation acted as, or null. */
export function actingAs(actor: Actor): string | null {
  return actor.kind === 'person' ? (actor.organisation?.id ?? null) : null
}

export function isOperator(actor: Actor): boolean {
  return actor.kind === 'person' && actor.organisation?.kind === 'operator'
}

/** Whose doing something is, as the record has it. */
export function doerOf(actor: SignedIn): { readonly personId: string; readonly organisationId: string | null } {
  return { personId: actor.personId, organisationId: actor.organisation?.id ?? null }
}
