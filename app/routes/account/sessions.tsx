import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo } from '#http'
import { deviceName } from '#modules/accounts'
import { endAllOtherSessions, endOneSession, ownSessions } from '#modules/accounts/server'
import { Badge, Button } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { AccountPage } from './account-page.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const sessions = demand(arrival, await ownSessions(arrival.actor))
  const { title, lead } = messagesOf(arrival.language).accounts.sessions
  return {
    page: pageFacts(arrival, { title, description: lead, closed: true }),
    sessions: sessions.map(({ device, ...rest }) => ({ ...rest, device: deviceName(device) })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  if (arrival.form['form'] === 'others')
    return answer(arrival, await endAllOtherSessions(arrival.actor), () =>
      goTo(arrival, '/account/sessions', 'sessions_ended'),
    )
  return answer(arrival, await endOneSession(arrival.actor, arrival.form), () =>
    goTo(arrival, '/account/sessions', 'session_ended'),
  )
}

export default function Sessions() {
  const { sessions: words } = useMessages().accounts
  const format = useFormats()
  const { sessions } = useLoaderData<typeof loader>()
  return (
    <AccountPage part="sessions" title={words.title} lead={words.lead}>
      <ul className="border-t border-line">
        {sessions.map((session) => {
          const device = session.device ?? words.unknownDevice
          const started = format.dateTime(session.createdAt)
          return (
            <li
              key={session.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
            >
              <div>
                <p className="font-semibold">{device}</p>
                <p className="text-sm text-muted">
                  {`${words.started} ${started} · ${words.lastSeen} ${format.dateTime(session.lastSeenAt)}`}
                </p>
              </div>
              {session.present ? (
                <Badge standing="good">{words.present}</Badge>
              ) : (
                <Form method="post">
                  <input type="hidden" name="form" value="one" />
                  <input type="hidden" name="session" value={session.id} />
                  <Button weight="secondary" aria-label={words.endOne(device, started)}>
                    {words.end}
                  </Button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post" className="mt-6">
          <input type="hidden" name="form" value="others" />
          <Button weight="danger">{words.endOthers}</Button>
        </Form>
      ) : null}
    </AccountPage>
  )
}
