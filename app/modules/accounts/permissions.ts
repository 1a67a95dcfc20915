import { done, refuse, type Result } from '#kernel'
import type { Actor, SignedIn } from './actor.ts'
import type { MemberRole, OrganisationKind } from './organisation.ts'

/**
 * Every permission of the exchange and who holds it; nothing else decides. A rule names the roles, whether the acting
 * organisation must be the one the thing belongs to or the operator, and what else must be true.
 */
interface Rule {
  /** `own`: acting as the organisation the thing belongs to; `operator`: as the exchange's operator; `any`: signed in. */
  readonly as: 'own' | 'operator' | 'any'
  readonly roles?: readonly MemberRole[]
  readonly kinds?: readonly OrganisationKind[]
  readonly verified?: true
  readonly confirmed?: true
  readonly secondFactor?: true
}

const working: readonly MemberRole[] = ['owner', 'signatory', 'member']
const signing: readonly MemberRole[] = ['owner', 'signatory']
const all: readonly MemberRole[] = ['owner', 'signatory', 'member', 'viewer']
const market: readonly OrganisationKind[] = ['institute', 'enterprise', 'intermediary']

const rules = {
  'account.use': { as: 'any' },
  'organisation.create': { as: 'any', confirmed: true },
  'organisation.work': { as: 'own', roles: all },
  'organisation.edit': { as: 'own', roles: ['owner'] },
  'organisation.members': { as: 'own', roles: ['owner'] },
  'organisation.verify': { as: 'operator', roles: working, secondFactor: true },
  'technology.read': { as: 'own', roles: all },
  'technology.edit': { as: 'own', roles: working, kinds: market },
  'technology.submit': { as: 'own', roles: signing, kinds: market, secondFactor: true },
  'technology.consent': { as: 'own', roles: signing, kinds: market, secondFactor: true },
  'need.read': { as: 'own', roles: all },
  'need.edit': { as: 'own', roles: working, kinds: market },
  'need.submit': { as: 'own', roles: signing, kinds: market, secondFactor: true },
  'listing.review': { as: 'operator', roles: working, secondFactor: true },
  'request.read': { as: 'own', roles: all },
  'request.send': { as: 'own', roles: working, kinds: market, verified: true },
  'request.answer': { as: 'own', roles: working, kinds: market },
  'listing.import': { as: 'own', roles: working, kinds: market },
  'term.propose': { as: 'own', roles: working, kinds: market, verified: true },
  'term.decide': { as: 'operator', roles: working, secondFactor: true },
  'valuation.read': { as: 'own', roles: all },
  'valuation.edit': { as: 'own', roles: working, kinds: market },
  'valuation.certify': { as: 'own', roles: signing, kinds: ['intermediary'], verified: true, secondFactor: true },
  'mandate.ask': { as: 'own', roles: working, kinds: market, verified: true },
  'mandate.consent': { as: 'own', roles: signing, kinds: market, secondFactor: true },
  'rate.record': { as: 'operator', roles: working, secondFactor: true },
  'operator.desk': { as: 'operator', roles: all, secondFactor: true },
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof rules

/** What the thing asked for belongs to; `null` where the permission is about nobody's thing. */
export interface Subject {
  readonly organisationId: string
}

/**
 * Decides whether an actor may.
 *
 * @returns the signed-in actor, or a refusal: 401 `auth.sign_in`, 404 `not_found` for other people's things, 403
 *   `auth.role`, `auth.kind`, `auth.unverified`, `auth.unconfirmed`, `auth.second_factor`, `auth.organisation`
 */
export function may(actor: Actor, permission: Permission, subject: Subject | null = null): Result<SignedIn> {
  const rule: Rule = rules[permission]
  if (actor.kind === 'visitor') return refuse('auth.sign_in', 401)
  if (rule.as !== 'any') {
    const organisation = actor.organisation
    if (rule.as === 'operator' && organisation?.kind !== 'operator') return refuse('not_found', 404)
    if (!organisation) return refuse('auth.organisation', 403)
    if (subject && rule.as === 'own' && subject.organisationId !== organisation.id) return refuse('not_found', 404)
    if (rule.kinds && !rule.kinds.includes(organisation.kind)) return refuse('auth.kind', 403)
    if (rule.roles && !rule.roles.includes(organisation.role)) return refuse('auth.role', 403)
    if (rule.verified && !organisation.verified) return refuse('auth.unverified', 403)
  }
  if (rule.confirmed && !actor.emailConfirmed) return refuse('auth.unconfirmed', 403)
  if (rule.secondFactor && !actor.secondFactor) return refuse('auth.second_factor', 403)
  return done(actor)
}

/** Whether somebody in this role of this kind of organisation needs a second factor for anything they may do. */
export function needsSecondFactor(kind: OrganisationKind, role: MemberRole): boolean {
  return Object.values<Rule>(rules).some(
    (rule) =>
      rule.secondFactor === true &&
      (rule.as === 'operator' ? kind === 'operator' : (rule.kinds?.includes(kind) ?? true)) &&
      (rule.roles?.includes(role) ?? true),
  )
}
