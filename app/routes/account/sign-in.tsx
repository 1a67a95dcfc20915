import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, forgive, giveBack, goTo, pendingCookie } from '#http'
import { signIn } from '#modules/accounts/server'
import { Button, Link, Notice, Page, PasswordField, ReplyForm, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { deviceOf, nextOf, sessionHeaders, withNext } from './onward.server.ts'
import { mailKey, within } from './within.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const next = nextOf(arrival.url)
  if (arrival.actor.kind === 'person') throw goTo(arrival, next ?? '/work')
  const { title, description } = messagesOf(arrival.language).accounts.signIn
  return {
    page: pageFacts(arrival, { title, description, closed: next !== null }),
    expired: arrival.url.searchParams.get('why') === 'expired',
    register: withNext('/register', next),
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const next = nextOf(arrival.url)
  const key = mailKey(arrival.form['email'])
  const allowed = await within(['signInFrom', arrival.address], ['signIn', key])
  const signedIn = allowed.ok ? await signIn(arrival.form, deviceOf(arrival)) : allowed
  return answer(arrival, signedIn, async (step) => {
    if (step.next === 'second_factor')
      return goTo(arrival, withNext('/sign-in/second-factor', next), undefined, {
        'Set-Cookie': pendingCookie.set(step.pending, 600),
      })
    await forgive('signIn', key)
    await giveBack('signInFrom', arrival.address)
    return goTo(arrival, next ?? '/work', undefined, sessionHeaders(step.session))
  })
}

export default function SignIn() {
  const { accounts } = useMessages()
  const { expired, register } = useLoaderData<typeof loader>()
  const form = useReplyForm({
    name: 'sign-in',
    reply: useActionData<typeof action>(),
    values: { email: '', password: '' },
  })
  return (
    <Page title={accounts.signIn.title} width="reading">
      <div className="max-w-xl">
        {expired ? <Notice tone="caution">{accounts.signIn.expired}</Notice> : null}
        <ReplyForm of={form}>
          <TextField
            field={form.fields.email}
            label={accounts.email}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <PasswordField field={form.fields.password} label={accounts.password} autoComplete="current-password" />
          <Button>{accounts.signIn.submit}</Button>
        </ReplyForm>
        <p className="mt-6">
          <Link to="/forgotten" className="inline-flex min-h-6 items-center">
            {accounts.signIn.forgotten}
          </Link>
        </p>
        <p className="mt-2">
          {`${accounts.signIn.unknown} `}
          <Link to={register} className="inline-flex min-h-6 items-center">
            {accounts.register.title}
          </Link>
        </p>
      </div>
    </Page>
  )
}
