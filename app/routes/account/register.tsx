import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, goTo } from '#http'
import { languages } from '#kernel'
import { register } from '#modules/accounts/server'
import { Button, Link, Page, PasswordField, RadioGroup, ReplyForm, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { nextOf, withNext } from './onward.server.ts'
import { mailKey, within } from './within.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const next = nextOf(arrival.url)
  if (arrival.actor.kind === 'person') throw goTo(arrival, next ?? '/account')
  const { title, description } = messagesOf(arrival.language).accounts.register
  return {
    page: pageFacts(arrival, { title, description }),
    signIn: withNext('/sign-in', next),
    email: arrival.url.searchParams.get('email') ?? '',
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const next = nextOf(arrival.url)
  const allowed = await within(['registerFrom', arrival.address], ['letter', mailKey(arrival.form['email'])])
  return answer(arrival, allowed.ok ? await register(arrival.form, next) : allowed, () =>
    goTo(arrival, withNext('/register/sent', next)),
  )
}

export default function Register() {
  const { accounts } = useMessages()
  const language = useLanguage()
  const { signIn, email } = useLoaderData<typeof loader>()
  const form = useReplyForm({
    name: 'register',
    reply: useActionData<typeof action>(),
    values: { name: '', email, password: '', language },
  })
  const { fields } = form
  return (
    <Page title={accounts.register.title} lead={accounts.register.lead} width="reading">
      <div className="max-w-xl">
        <ReplyForm of={form}>
          <TextField field={fields.name} label={accounts.name} help={accounts.nameHelp} autoComplete="name" />
          <TextField
            field={fields.email}
            label={accounts.email}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <PasswordField
            field={fields.password}
            label={accounts.password}
            help={accounts.passwordHelp}
            autoComplete="new-password"
          />
          <RadioGroup
            field={fields.language}
            label={accounts.language}
            choices={languages.map((code) => ({ value: code, text: accounts.languageNames[code] }))}
          />
          <Button>{accounts.register.submit}</Button>
        </ReplyForm>
        <p className="mt-6">
          {`${accounts.register.known} `}
          <Link to={signIn}>{accounts.signIn.title}</Link>
        </p>
        <p className="mt-2">
          <Link to="/privacy">{accounts.register.privacy}</Link>
        </p>
      </div>
    </Page>
  )
}
