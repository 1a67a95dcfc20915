import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, goTo, parse } from '#http'
import { confirmEmail, linkLives } from '#modules/accounts/server'
import { Button, ButtonLink, Page, ReplyForm, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { nextOf, withNext } from './onward.server.ts'

export const meta = pageMeta

const Params = z.object({ token: z.string().max(100) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { token } = parse(Params, args.params)
  const { title, lead } = messagesOf(arrival.language).accounts.confirm
  return {
    page: pageFacts(arrival, { title, description: lead, closed: true }),
    lives: await linkLives('confirm_email', token),
    signIn: withNext('/sign-in', nextOf(arrival.url)),
    again: withNext('/register/sent', nextOf(arrival.url)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { token } = parse(Params, args.params)
  const next = nextOf(arrival.url)
  return answer(arrival, await confirmEmail(token), () =>
    arrival.actor.kind === 'person'
      ? goTo(arrival, next ?? '/account', 'email_confirmed')
      : goTo(arrival, withNext('/sign-in', next), 'email_confirmed_sign_in'),
  )
}

export default function Confirm() {
  const { accounts } = useMessages()
  const { lives, signIn, again } = useLoaderData<typeof loader>()
  const form = useReplyForm({ name: 'confirm', reply: useActionData<typeof action>() })
  if (!lives)
    return (
      <Page title={accounts.confirm.endedTitle} lead={accounts.confirm.ended} width="reading">
        <div className="flex flex-wrap gap-3">
          <ButtonLink to={signIn} weight="primary">
            {accounts.signIn.title}
          </ButtonLink>
          <ButtonLink to={again}>{accounts.confirm.again}</ButtonLink>
        </div>
      </Page>
    )
  return (
    <Page title={accounts.confirm.title} lead={accounts.confirm.lead} width="reading">
      <ReplyForm of={form}>
        <Button>{accounts.confirm.submit}</Button>
      </ReplyForm>
    </Page>
  )
}
