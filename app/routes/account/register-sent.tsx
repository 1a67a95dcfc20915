import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, goTo } from '#http'
import { askLetter } from '#modules/accounts/server'
import { Button, Page, ReplyForm, Section, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { nextOf, withNext } from './onward.server.ts'
import { mailKey, within } from './within.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { title, lead } = messagesOf(arrival.language).accounts.sent
  return { page: pageFacts(arrival, { title, description: lead, closed: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const next = nextOf(arrival.url)
  const allowed = await within(['letterFrom', arrival.address], ['letter', mailKey(arrival.form['email'])])
  return answer(arrival, allowed.ok ? await askLetter('confirm', arrival.form, next) : allowed, () =>
    goTo(arrival, withNext('/register/sent', next), 'letter_sent'),
  )
}

export default function RegisterSent() {
  const { accounts } = useMessages()
  const form = useReplyForm({ name: 'again', reply: useActionData<typeof action>(), values: { email: '' } })
  return (
    <Page title={accounts.sent.title} lead={accounts.sent.lead} width="reading">
      <Section title={accounts.sent.missing}>
        <p className="mb-4">{accounts.sent.missingHelp}</p>
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
            <Button weight="secondary">{accounts.sent.again}</Button>
          </ReplyForm>
        </div>
      </Section>
    </Page>
  )
}
