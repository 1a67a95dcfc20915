import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideMemberChange } from './membership.ts'
import { memberRoles } from './organisation.ts'

describe('a change of a member', () => {
  const members = [
    { personId: 'a', role: 'owner' },
    { personId: 'b', role: 'member' },
  ] as const

  it.each([
    ['a', null, 'last_owner'],
    ['a', 'signatory', 'last_owner'],
    ['a', 'owner', null],
    ['b', null, null],
    ['b', 'owner', null],
    ['c', 'owner', 'not_found'],
  ] as const)('%s to %s is answered %s', (personId, role, code) => {
    const decided = decideMemberChange(members, personId, role)
    expect(decided.ok ? null : decided.refusal.code).toBe(code)
  })

  it('always leaves an owner where there was one', () => {
    const role = fc.constantFrom(...memberRoles)
    const people = fc.uniqueArray(fc.record({ personId: fc.constantFrom('a', 'b', 'c', 'd'), role }), {
      selector: (member) => member.personId,
      minLength: 1,
    })
    const changes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(role)), { maxLength: 20 })
    fc.assert(
      fc.property(people, changes, (start, steps) => {
        fc.pre(start.some((member) => member.role === 'owner'))
        let now = start
        for (const [personId, to] of steps) {
          if (!decideMemberChange(now, personId, to).ok) continue
          now = now.flatMap((member) =>
            member.personId !== personId ? [member] : to === null ? [] : [{ ...member, role: to }],
          )
        }
        expect(now.some((member) => member.role === 'owner')).toBe(true)
      }),
    )
  })
})
