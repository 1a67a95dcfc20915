import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, type Arrival, arrive, forgive, giveBack, goTo, pendingCookie } from '#http'
import { passSecondFactor, pendingSecondFactor } from '#modules/accounts/server'
import { Button, Link, Notice, Page, ReplyForm, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { deviceOf, nextOf, sessionHeaders, withNext } from './onward.server.ts'
import { within } from './within.server.ts'

export const meta = pageMeta

/** The cookie of a right password and whose it is; back to signing in when there is none. */
async function pendingOf(arrival: Arrival) {
  const secret = pendingCookie.read(arrival.request)
  const pending = secret === null ? null : await pendingSecondFactor(secret)
  if (secret === null || pending === null) throw goTo(arrival, withNext('/sign-in', nextOf(arrival.url)))
  return { secret, pending }
}

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const next = nextOf(arrival.url)
  if (arrival.actor.kind === 'person') throw goTo(arrival, next ?? '/work')
  const { pending } = await pendingOf(arrival)
  const { title, lead } = messagesOf(arrival.language).accounts.factor
  return {
    page: pageFacts(arrival, { title, description: lead, closed: true }),
    shownCode: pending.shownCode,
    restart: withNext('/sign-in', next),
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { secret, pending } = await pendingOf(arrival)
  const codes = `code:${pending.personId}`
  const allowed = await within(['signInFrom', arrival.address], ['signIn', codes])
  const passed = allowed.ok ? await passSecondFactor(secret, arrival.form, deviceOf(arrival)) : allowed
  return answer(arrival, passed, async ({ session, email }) => {
    await forgive('signIn', codes)
    await forgive('signIn', email)
    await giveBack('signInFrom', arrival.address)
    const headers = sessionHeaders(session)
    headers.append('Set-Cookie', pendingCookie.clear())
    return goTo(arrival, nextOf(arrival.url) ?? '/work', undefined, headers)
  })
}

export default function SecondFactor() {
  const { accounts } = useMessages()
  const { shownCode, restart } = useLoaderData<typeof loader>()
  const form = useReplyForm({ name: 'code', reply: useActionData<typeof action>(), values: { code: '' } })
  return (
    <Page title={accounts.factor.title} lead={accounts.factor.lead} width="reading">
      <div className="max-w-xl">
        {shownCode === null ? null : (
          <Notice title={`${accounts.factor.shown}: ${shownCode.slice(0, 3)} ${shownCode.slice(3)}`}>
            <p>{accounts.factor.shownWhy}</p>
          </Notice>
        )}
        <ReplyForm of={form}>
          <TextField
            field={form.fields.code}
            label={accounts.factor.code}
            help={accounts.factor.codeHelp}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button>{accounts.factor.submit}</Button>
        </ReplyForm>
        <p className="mt-6">
          <Link to={restart} className="inline-flex min-h-6 items-center">
            {accounts.factor.restart}
          </Link>
        </p>
      </div>
    </Page>
  )
}
