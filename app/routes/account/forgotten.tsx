import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, goTo } from '#http'
import { askLetter } from '#modules/accounts/server'
import { Button, ButtonLink, Page, ReplyForm, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { mailKey, within } from './within.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { title, lead } = messagesOf(arrival.language).accounts.forgotten
  return {
    page: pageFacts(arrival, { title, description: lead, closed: true }),
    sent: arrival.url.searchParams.has('sent'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const allowed = await within(['letterFrom', arrival.address], ['letter', mailKey(arrival.form['email'])])
  return answer(arrival, allowed.ok ? await askLetter('reset', arrival.form, null) : allowed, () =>
    goTo(arrival, '/forgotten?sent=yes'),
  )
}

export default function Forgotten() {
  const { accounts } = useMessages()
  const { sent } = useLoaderData<typeof loader>()
  const form = useReplyForm({ name: 'forgotten', reply: useActionData<typeof action>(), values: { email: '' } })
  if (sent)
    return (
      <Page title={accounts.forgotten.sentTitle} lead={accounts.forgotten.sent} width="reading">
        <ButtonLink to="/sign-in">{accounts.forgotten.back}</ButtonLink>
      </Page>
    )
  return (
    <Page title={accounts.forgotten.title} lead={accounts.forgotten.lead} width="reading">
      <div className="max-w-xl">
        <ReplyForm of={form}>
          <TextField
            field={form.fields.email}
            label={accounts.email}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button>{accounts.forgotten.submit}</Button>
        </ReplyForm>
      </div>
    </Page>
  )
}
