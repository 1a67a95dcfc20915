import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, goTo, parse } from '#http'
import { acceptInvitation, invitationShown } from '#modules/accounts/server'
import { Button, ButtonLink, Facts, Notice, Page, ReplyForm, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { withNext } from './onward.server.ts'

export const meta = pageMeta

const Params = z.object({ token: z.string().max(100) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { token } = parse(Params, args.params)
  const words = messagesOf(arrival.language).accounts.invitation
  const invitation = await invitationShown(token)
  const title = invitation
    ? words.title(invitation.organisation[arrival.language] || invitation.organisation.vi)
    : words.endedTitle
  const { actor } = arrival
  const here = `/invitations/${token}`
  return {
    page: pageFacts(arrival, { title, description: title, closed: true }),
    title,
    invitation,
    signedInAs: actor.kind === 'person' ? actor.email : null,
    signIn: withNext('/sign-in', here),
    register: `${withNext('/register', here)}&email=${encodeURIComponent(invitation?.email ?? '')}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { token } = parse(Params, args.params)
  return answer(arrival, await acceptInvitation(arrival.actor, token), () =>
    goTo(arrival, '/account/organisations', 'invitation_accepted'),
  )
}

export default function Invitation() {
  const { title, invitation, signedInAs, signIn, register } = useLoaderData<typeof loader>()
  const { accounts, site } = useMessages()
  const words = accounts.invitation
  const format = useFormats()
  const language = useLanguage()
  const form = useReplyForm({ name: 'accept', reply: useActionData<typeof action>() })
  if (!invitation)
    return (
      <Page title={title} lead={words.ended} width="reading">
        <ButtonLink to="/account/organisations">{accounts.organisations.title}</ButtonLink>
      </Page>
    )
  return (
    <Page title={title} lead={words.lead(invitation.invitedBy, site.memberRoles[invitation.role])} width="reading">
      <div className="mb-6">
        <Facts
          facts={[
            {
              term: accounts.organisations.organisation,
              value: invitation.organisation[language] || invitation.organisation.vi,
            },
            { term: words.sentTo, value: invitation.email },
            { term: accounts.organisations.role, value: accounts.members.roles[invitation.role] },
          ]}
        />
        <p className="mt-3 text-muted">{words.until(format.date(invitation.expiresAt))}</p>
      </div>
      {signedInAs === null ? (
        <>
          <p className="mb-4">{words.signInFirst}</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink to={signIn} weight="primary">
              {accounts.signIn.title}
            </ButtonLink>
            <ButtonLink to={register}>{accounts.register.title}</ButtonLink>
          </div>
        </>
      ) : signedInAs === invitation.email ? (
        <ReplyForm of={form}>
          <Button>{words.accept}</Button>
        </ReplyForm>
      ) : (
        <Notice tone="caution">{words.wrongAddress(signedInAs)}</Notice>
      )}
    </Page>
  )
}
