import type { NeedInput } from '#modules/needs'
import type { ProfileInput } from '#modules/technologies'

/** The shapes in which the demonstration is written; `load.ts` turns them into records through the ordinary commands. */

export type OrganisationKind = 'institute' | 'enterprise' | 'intermediary' | 'operator'
export type LegalService = 'brokerage' | 'consultancy' | 'promotion' | 'assessment' | 'valuation' | 'verification'
export type MemberRole = 'owner' | 'signatory' | 'member' | 'viewer'

export interface DemonstrationOrganisation {
  /** Short key the other records refer to, e.g. `vien-thuy-san`. */
  readonly key: string
  readonly kind: OrganisationKind
  readonly name: { readonly vi: string; readonly en: string }
  readonly taxCode: string
  readonly province: string
  readonly address: string
  readonly description: { readonly vi: string; readonly en: string }
  readonly website: string
  readonly services: readonly LegalService[]
  readonly verified: boolean
}

export interface DemonstrationPerson {
  readonly key: string
  readonly name: string
  /** On the reserved domain `example.vn`… addresses that can never reach anybody: `@vi-du.example`. */
  readonly email: string
  readonly language: 'vi' | 'en'
  readonly memberships: readonly { readonly organisation: string; readonly role: MemberRole }[]
  /** Shown in the list of accounts printed at start: what this person is for. */
  readonly purpose: { readonly vi: string; readonly en: string }
}

export interface DemonstrationTechnology {
  readonly key: string
  readonly owner: string
  readonly author: string
  readonly state: 'draft' | 'submitted' | 'needs_changes' | 'published'
  readonly daysAgo: number
  readonly profile: ProfileInput
}

export interface DemonstrationNeed {
  readonly key: string
  readonly owner: string
  readonly author: string
  readonly state: 'draft' | 'submitted' | 'published'
  readonly daysAgo: number
  readonly profile: NeedInput
}

export interface DemonstrationRequest {
  readonly key: string
  /** The technology asked for, or the need answered. */
  readonly about: { readonly technology: string } | { readonly need: string; readonly offering: string }
  readonly from: string
  readonly by: string
  readonly daysAgo: number
  readonly intendedUse: string
  readonly rightsWanted: {
    readonly right: 'ownership' | 'use'
    readonly exclusivity: 'exclusive' | 'sole' | 'non_exclusive' | null
  }
  readonly volume: string
  readonly timing: string
  readonly message: string
  /** What happened next, in order. */
  readonly moves: readonly {
    readonly verb: 'ask' | 'answer' | 'accept' | 'decline' | 'withdraw'
    readonly by: string
    readonly text: string
    readonly reason?: string
  }[]
  readonly messages: readonly { readonly by: string; readonly text: string }[]
}

/** Somebody at work for an organisation, both by their keys. */
export type SeatOfDemonstration = readonly [person: string, organisation: string]

export interface DemonstrationNegotiation {
  /** The request whose terms are negotiated. */
  readonly request: string
  /** The versions in order; each says only in what it differs from the one before. */
  readonly steps: readonly {
    readonly by: SeatOfDemonstration
    readonly daysAgo: number
    readonly note: string
    readonly terms: Readonly<Record<string, unknown>>
  }[]
  /** Who accepts the last version. */
  readonly accepted?: { readonly by: SeatOfDemonstration; readonly daysAgo: number; readonly note: string }
  /** Private estimates that start from the first version, in millions of đồng. */
  readonly estimates: readonly {
    readonly by: SeatOfDemonstration
    readonly daysAgo: number
    readonly inputs: readonly (readonly [slot: string, value: string, source: string, reference: string])[]
    readonly milestones: readonly Readonly<Record<'name' | 'year' | 'amount' | 'probability', string>>[]
  }[]
}
