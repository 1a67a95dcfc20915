import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, goTo, parse, sessionCookie } from '#http'
import { linkLives, resetPassword } from '#modules/accounts/server'
import { Button, ButtonLink, Page, PasswordField, ReplyForm, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { within } from './within.server.ts'

export const meta = pageMeta

const Params = z.object({ token: z.string().max(100) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { token } = parse(Params, args.params)
  const { title, lead } = messagesOf(arrival.language).accounts.reset
  return {
    page: pageFacts(arrival, { title, description: lead, closed: true }),
    lives: await linkLives('reset_password', token),
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { token } = parse(Params, args.params)
  const allowed = await within(['signInFrom', arrival.address])
  return answer(arrival, allowed.ok ? await resetPassword(token, arrival.form) : allowed, () =>
    goTo(arrival, '/sign-in', 'password_reset', { 'Set-Cookie': sessionCookie.clear() }),
  )
}

export default function Reset() {
  const { accounts } = useMessages()
  const { lives } = useLoaderData<typeof loader>()
  const form = useReplyForm({ name: 'reset', reply: useActionData<typeof action>(), values: { newPassword: '' } })
  if (!lives)
    return (
      <Page title={accounts.confirm.endedTitle} lead={accounts.reset.ended} width="reading">
        <ButtonLink to="/forgotten" weight="primary">
          {accounts.reset.again}
        </ButtonLink>
      </Page>
    )
  return (
    <Page title={accounts.reset.title} lead={accounts.reset.lead} width="reading">
      <div className="max-w-xl">
        <ReplyForm of={form}>
          <PasswordField
            field={form.fields.newPassword}
            label={accounts.newPassword}
            help={accounts.passwordHelp}
            autoComplete="new-password"
          />
          <Button>{accounts.reset.submit}</Button>
        </ReplyForm>
      </div>
    </Page>
  )
}
