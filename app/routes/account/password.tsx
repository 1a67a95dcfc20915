import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, forgive, goTo } from '#http'
import { changePassword, ownAccount } from '#modules/accounts/server'
import { Button, PasswordField, ReplyForm, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { AccountPage } from './account-page.tsx'
import { within } from './within.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { email } = demand(arrival, await ownAccount(arrival.actor))
  const { title, lead } = messagesOf(arrival.language).accounts.passwordPage
  return { page: pageFacts(arrival, { title, description: lead, closed: true }), email }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const key = arrival.actor.kind === 'person' ? `password:${arrival.actor.personId}` : arrival.address
  const allowed = await within(['signIn', key])
  return answer(arrival, allowed.ok ? await changePassword(arrival.actor, arrival.form) : allowed, async () => {
    await forgive('signIn', key)
    return goTo(arrival, '/account/password', 'password_changed')
  })
}

export default function Password() {
  const { accounts } = useMessages()
  const { email } = useLoaderData<typeof loader>()
  const form = useReplyForm({
    name: 'password',
    reply: useActionData<typeof action>(),
    values: { currentPassword: '', newPassword: '' },
  })
  return (
    <AccountPage part="password" title={accounts.passwordPage.title} lead={accounts.passwordPage.lead}>
      <ReplyForm of={form} className="max-w-xl space-y-5">
        {/* Lets a password manager know whose password this is. */}
        <input type="hidden" name="username" value={email} autoComplete="username" />
        <PasswordField
          field={form.fields.currentPassword}
          label={accounts.currentPassword}
          autoComplete="current-password"
        />
        <PasswordField
          field={form.fields.newPassword}
          label={accounts.newPassword}
          help={accounts.passwordHelp}
          autoComplete="new-password"
        />
        <Button>{accounts.passwordPage.submit}</Button>
      </ReplyForm>
    </AccountPage>
  )
}
