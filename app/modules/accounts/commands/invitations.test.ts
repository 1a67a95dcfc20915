import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reader } from '#db'
import { now, setClock } from '#platform/clock'
import { letters } from '#platform/mail'
import { person, troupe } from '../../../../tests/support/cast.ts'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { invitationShown } from '../queries/invitation.server.ts'
import { organisationMembers } from '../queries/own-organisation.server.ts'
import { actorOf } from '../sessions.server.ts'
import { acceptInvitation } from './accept-invitation.server.ts'
import { invite, revokeInvitation } from './invite.server.ts'

beforeEach(freshDatabase)
afterEach(() => {
  setClock(null)
})

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? null : result.refusal?.code)

async function invited(email: string, role = 'signatory') {
  const { organisationId, owner, member } = await troupe('vien', 'institute')
  const actor = await actorOf(owner.session)
  const result = await invite(actor, organisationId, { email, role }, 'en')
  return { organisationId, owner, member, actor, result, secret: await secretTo(email.toLowerCase()) }
}

async function secretTo(recipient: string): Promise<string> {
  const { letters: written } = await letters(reader(), { recipient, limit: 1, offset: 0 })
  return written[0]?.body.match(/invitations\/([\w-]+)/)?.[1] ?? ''
}

describe('an invitation', () => {
  it('takes in whoever it was sent to, once', async () => {
    const an = await person('an', false)
    const { organisationId, secret } = await invited('AN@vi-du.example')
    expect(await invitationShown(secret)).toMatchObject({ email: an.email, role: 'signatory' })
    expect(await acceptInvitation(await actorOf(an.session), secret)).toEqual({ ok: true, value: organisationId })
    expect(await actorOf(an.session)).toMatchObject({ organisation: { id: organisationId, role: 'signatory' } })
    expect(await invitationShown(secret)).toBeNull()
    expect(codeOf(await acceptInvitation(await actorOf(an.session), secret))).toBe('invitation_ended')
  })

  it('is of no use to another address or a visitor', async () => {
    const binh = await person('binh', false)
    const { secret } = await invited('an@vi-du.example')
    expect(codeOf(await acceptInvitation(await actorOf(binh.session), secret))).toBe('invitation_other_address')
    expect(codeOf(await acceptInvitation({ kind: 'visitor' }, secret))).toBe('auth.sign_in')
    expect(await invitationShown(secret)).not.toBeNull()
  })

  it('comes in the language of who is asked for, or of the page for somebody new', async () => {
    await invited('moi@vi-du.example')
    const { letters: written } = await letters(reader(), { recipient: 'moi@vi-du.example', limit: 1, offset: 0 })
    expect(written[0]?.body).toContain('Dear Sir or Madam')
    expect(written[0]?.body).toContain('/en/invitations/')
  })

  it('ends after fourteen days', async () => {
    const an = await person('an', false)
    const { secret } = await invited(an.email)
    const start = now()
    setClock(() => start + 14 * 86_400_000 + 1)
    expect(await invitationShown(secret)).toBeNull()
    expect(codeOf(await acceptInvitation(await actorOf(an.session), secret))).toBe('invitation_ended')
  })

  it('can be taken back by the owner, and gives way to a newer one', async () => {
    const an = await person('an', false)
    const { organisationId, actor, member, secret: first } = await invited(an.email)
    await invite(actor, organisationId, { email: an.email, role: 'viewer' }, 'vi')
    const second = await secretTo(an.email)
    expect(await invitationShown(first)).toBeNull()
    const members = await organisationMembers(actor, organisationId)
    const [open] = members.ok ? members.value.invitations : []
    const withdraw = async (session: string) =>
      revokeInvitation(await actorOf(session), organisationId, { invitation: open?.id })
    expect(codeOf(await withdraw(member.session))).toBe('auth.role')
    expect(codeOf(await revokeInvitation(actor, organisationId, { invitation: open?.id }))).toBeNull()
    expect(codeOf(await revokeInvitation(actor, organisationId, { invitation: open?.id }))).toBe('not_found')
    expect(await invitationShown(second)).toBeNull()
  })

  it('is not sent to a member, by a member, or for another organisation', async () => {
    const { organisationId, owner, member, actor } = await invited('an@vi-du.example')
    expect(await invite(actor, organisationId, { email: member.email, role: 'viewer' }, 'vi')).toMatchObject({
      refusal: { fields: { email: [{ code: 'already_member' }] } },
    })
    const asMember = await actorOf(member.session)
    expect(codeOf(await invite(asMember, organisationId, { email: 'b@vi-du.example', role: 'viewer' }, 'vi'))).toBe(
      'auth.role',
    )
    const other = await troupe('cong-ty', 'enterprise')
    const stranger = await actorOf(other.owner.session)
    expect(codeOf(await invite(stranger, organisationId, { email: owner.email, role: 'owner' }, 'vi'))).toBe(
      'not_found',
    )
  })
})
