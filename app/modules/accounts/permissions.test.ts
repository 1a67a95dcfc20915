import { describe, expect, it } from 'vitest'
import { type ActingOrganisation, type Actor, type SignedIn, visitor } from './actor.ts'
import { may, needsSecondFactor, type Permission } from './permissions.ts'

const organisation: ActingOrganisation = {
  id: 'org_own',
  kind: 'enterprise',
  name: { vi: 'A', en: 'A' },
  role: 'owner',
  verified: true,
}

function acting(as: Partial<ActingOrganisation> | null, more: Partial<SignedIn> = {}): Actor {
  const own = as === null ? null : { ...organisation, ...as }
  return {
    kind: 'person',
    personId: 'person_1',
    name: 'An',
    email: 'an@vi-du.example',
    language: 'vi',
    emailConfirmed: true,
    secondFactor: true,
    sessionId: 's',
    organisation: own,
    memberships: own ? [own] : [],
    ...more,
  }
}

describe('what an actor may', () => {
  it.each<[string, Actor, Permission, string | null]>([
    ['a visitor uses no account', visitor, 'account.use', 'auth.sign_in'],
    [
      'an unconfirmed person creates nothing',
      acting(null, { emailConfirmed: false }),
      'organisation.create',
      'auth.unconfirmed',
    ],
    ['a confirmed person creates an organisation', acting(null), 'organisation.create', null],
    ['an owner edits', acting({}), 'organisation.edit', null],
    ['a signatory does not edit', acting({ role: 'signatory' }), 'organisation.edit', 'auth.role'],
    ['another organisation is not there', acting({ id: 'org_other' }), 'organisation.edit', 'not_found'],
    ['without an organisation', acting(null), 'organisation.edit', 'auth.organisation'],
    ['an enterprise does not verify', acting({}), 'organisation.verify', 'not_found'],
    ['an operator verifies', acting({ kind: 'operator', role: 'member' }), 'organisation.verify', null],
    ['an operator’s viewer does not', acting({ kind: 'operator', role: 'viewer' }), 'organisation.verify', 'auth.role'],
    [
      'an operator without a second factor does not',
      acting({ kind: 'operator' }, { secondFactor: false }),
      'organisation.verify',
      'auth.second_factor',
    ],
    ['an unverified organisation sends no request', acting({ verified: false }), 'request.send', 'auth.unverified'],
    ['an operator sends no request', acting({ kind: 'operator' }), 'request.send', 'auth.kind'],
  ])('%s', (_said, actor, permission, code) => {
    const allowed = may(actor, permission, { organisationId: 'org_own' })
    expect(allowed.ok ? null : allowed.refusal.code).toBe(code)
  })
})

describe('the second factor is needed', () => {
  it.each([
    ['operator', 'owner', true],
    ['operator', 'viewer', true],
    ['institute', 'owner', true],
    ['enterprise', 'signatory', true],
    ['intermediary', 'member', false],
    ['institute', 'viewer', false],
  ] as const)('at a %s as %s: %s', (kind, role, needed) => {
    expect(needsSecondFactor(kind, role)).toBe(needed)
  })
})
