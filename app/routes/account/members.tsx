import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo } from '#http'
import { memberRoles } from '#modules/accounts'
import {
  changeMemberRole,
  invite,
  leaveOrganisation,
  organisationMembers,
  removeMember,
  revokeInvitation,
} from '#modules/accounts/server'
import { Button, RadioGroup, ReplyForm, Section, SelectField, Tag, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { OrganisationPage } from './organisation-page.tsx'
import { organisationIn } from './own-organisation.server.ts'
import { mailKey, within } from './within.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const id = organisationIn(arrival, args.params)
  const shown = demand(arrival, await organisationMembers(arrival.actor, id))
  const { title } = messagesOf(arrival.language).accounts.members
  return { page: pageFacts(arrival, { title, description: title, closed: true }), ...shown }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, form } = arrival
  const id = organisationIn(arrival, args.params)
  const here = `/account/organisations/${id}/members`
  const name = typeof form['form'] === 'string' ? form['form'] : ''
  if (name === 'leave')
    return answer(arrival, await leaveOrganisation(actor, id), () =>
      goTo(arrival, '/account/organisations', 'organisation_left'),
    )
  if (name === 'revoke')
    return answer(arrival, await revokeInvitation(actor, id, form), () => goTo(arrival, here, 'invitation_revoked'))
  if (name.startsWith('role-'))
    return answer(arrival, await changeMemberRole(actor, id, form), () => goTo(arrival, here, 'role_changed'))
  if (name.startsWith('remove-'))
    return answer(arrival, await removeMember(actor, id, form), () => goTo(arrival, here, 'member_removed'))
  const allowed = await within(['letterFrom', arrival.address], ['letter', mailKey(form['email'])])
  return answer(arrival, allowed.ok ? await invite(actor, id, form, arrival.language) : allowed, () =>
    goTo(arrival, here, 'invitation_sent'),
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function Members() {
  const shown = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { accounts } = useMessages()
  const words = accounts.members
  return (
    <OrganisationPage part="members" organisation={shown.organisation} title={words.title}>
      <ul className="border-t border-line">
        {shown.members.map((member) => (
          <li key={member.personId} className="border-b border-line py-4">
            <Member member={member} owns={shown.owns} reply={reply} />
          </li>
        ))}
      </ul>
      {shown.owns ? <Invitations invitations={shown.invitations} reply={reply} /> : null}
      <Leaving reply={reply} />
    </OrganisationPage>
  )
}

interface MemberProps {
  readonly member: Shown['members'][number]
  readonly owns: boolean
  readonly reply: unknown
}

function Member({ member, owns, reply }: MemberProps) {
  const { accounts, site } = useMessages()
  const words = accounts.members
  const format = useFormats()
  const role = useReplyForm({ name: `role-${member.personId}`, reply, values: { role: member.role } })
  const removal = useReplyForm({ name: `remove-${member.personId}`, reply })
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-3">
            <span className="font-semibold">{member.name}</span>
            {member.self ? <Tag>{words.self}</Tag> : null}
          </p>
          <p className="text-sm break-all text-muted">{member.email}</p>
        </div>
        <div className="sm:text-right">
          <p>{site.memberRoles[member.role]}</p>
          <p className="text-sm text-muted">
            {`${words.since} ${format.date(member.since)} · ${words.factor}: ${member.secondFactor ? words.factorOn : words.factorOff}`}
          </p>
        </div>
      </div>
      {owns ? (
        <details className="mt-2" open={role.refusal !== null || removal.refusal !== null}>
          <summary
            className="inline-flex min-h-8 items-center text-action underline"
            aria-label={words.changeFor(member.name)}
          >
            {words.change}
          </summary>
          <div className="mt-2 grid gap-6 border-l-4 border-line bg-wash p-4 sm:grid-cols-2">
            <ReplyForm of={role} className="space-y-3">
              <input type="hidden" name="person" value={member.personId} />
              <SelectField
                field={role.fields.role}
                label={accounts.organisations.role}
                choices={memberRoles.map((value) => ({ value, text: site.memberRoles[value] }))}
              />
              <Button weight="secondary">{words.saveRole}</Button>
            </ReplyForm>
            {member.self ? null : (
              <ReplyForm of={removal} className="space-y-3">
                <input type="hidden" name="person" value={member.personId} />
                <p>{words.removeText(member.name)}</p>
                <Button weight="danger">{words.remove}</Button>
              </ReplyForm>
            )}
          </div>
        </details>
      ) : null}
    </>
  )
}

function Invitations({ invitations, reply }: { readonly invitations: Shown['invitations']; readonly reply: unknown }) {
  const { accounts, site } = useMessages()
  const words = accounts.members
  const format = useFormats()
  const form = useReplyForm({ name: 'invite', reply, values: { email: '', role: 'member' } })
  return (
    <>
      {invitations.length > 0 ? (
        <Section title={words.openTitle}>
          <ul className="border-t border-line">
            {invitations.map((invitation) => (
              <li
                key={invitation.id}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
              >
                <div className="min-w-0">
                  <p className="break-all">{invitation.email}</p>
                  <p className="text-sm text-muted">
                    {`${site.memberRoles[invitation.role]} · ${words.expires} ${format.date(invitation.expiresAt)}`}
                  </p>
                </div>
                <Form method="post">
                  <input type="hidden" name="form" value="revoke" />
                  <input type="hidden" name="invitation" value={invitation.id} />
                  <Button weight="secondary" aria-label={words.revokeFor(invitation.email)}>
                    {words.revoke}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={words.inviteTitle}>
        <p className="mb-4 max-w-[75ch]">{words.inviteLead}</p>
        <ReplyForm of={form} className="max-w-xl space-y-5">
          <TextField
            field={form.fields.email}
            label={accounts.email}
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <RadioGroup
            field={form.fields.role}
            label={accounts.organisations.role}
            choices={memberRoles.map((role) => ({
              value: role,
              text: site.memberRoles[role],
              help: words.roles[role],
            }))}
          />
          <Button>{words.invite}</Button>
        </ReplyForm>
      </Section>
    </>
  )
}

function Leaving({ reply }: { readonly reply: unknown }) {
  const words = useMessages().accounts.members
  const form = useReplyForm({ name: 'leave', reply })
  return (
    <Section title={words.leaveTitle}>
      <p className="mb-4 max-w-[75ch]">{words.leaveText}</p>
      <ReplyForm of={form}>
        <Button weight="danger">{words.leave}</Button>
      </ReplyForm>
    </Section>
  )
}
