import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo } from '#http'
import { deviceName } from '#modules/accounts'
import { endAllOtherSessions, endOneSession, ownSessions } from '#modules/accounts/server'
import { Badge, Button, Table } from '#ui'
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
      <Table
        caption={words.title}
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          { head: words.device, cell: (session) => session.device ?? words.unknownDevice },
          { head: words.started, cell: (session) => format.dateTime(session.createdAt) },
          { head: words.lastSeen, cell: (session) => format.dateTime(session.lastSeenAt) },
          {
            head: words.action,
            cell: (session) =>
              session.present ? (
                <Badge standing="good">{words.present}</Badge>
              ) : (
                <Form method="post">
                  <input type="hidden" name="form" value="one" />
                  <input type="hidden" name="session" value={session.id} />
                  <Button
                    weight="quiet"
                    aria-label={words.endOne(session.device ?? words.unknownDevice, format.dateTime(session.createdAt))}
                  >
                    {words.end}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <Form method="post" className="mt-6">
          <input type="hidden" name="form" value="others" />
          <Button weight="danger">{words.endOthers}</Button>
        </Form>
      ) : null}
    </AccountPage>
  )
}
