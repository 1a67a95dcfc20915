import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { localPath, useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse, queryOf, safePath } from '#http'
import { noticesOnAPage, openNotice, ownLetters, ownNotices, readAllNotices } from '#modules/messaging/server'
import { Button, ButtonLink, Empty, Page, Pagination, Tag } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { page } = parse(query, queryOf(arrival.url))
  const { actor, language } = arrival
  const { notices, total, unread } = demand(arrival, await ownNotices({ actor, language, page }))
  const { title, description } = messagesOf(language).messaging.notifications
  return {
    page: pageFacts(arrival, { title, description, closed: true }),
    notices,
    unread,
    letters: (await ownLetters({ actor, page: 1 })).ok,
    at: page,
    pageCount: Math.ceil(total / noticesOnAPage),
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, form } = arrival
  if (form['form'] === 'all')
    return answer(arrival, await readAllNotices(actor), () => goTo(arrival, '/notifications', 'notices_read'))
  return answer(arrival, await openNotice({ actor, noticeId: form['notice'] }), (path) =>
    goTo(arrival, safePath(path, '/notifications')),
  )
}

export default function Notifications() {
  const { messaging, site } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const words = messaging.notifications
  const { notices, unread, letters, at, pageCount } = useLoaderData<typeof loader>()
  const action = localPath(language, '/notifications')
  return (
    <Page
      title={words.title}
      lead={words.unread(unread)}
      width="reading"
      trail={[{ to: '/work', text: site.myWork }]}
      actions={
        <>
          {unread > 0 ? (
            <Form method="post" action={action}>
              <input type="hidden" name="form" value="all" />
              <Button weight="secondary">{words.readAll}</Button>
            </Form>
          ) : null}
          {letters ? (
            <ButtonLink weight="quiet" to="/account/letters">
              {words.letters}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {notices.length === 0 ? <Empty>{words.empty}</Empty> : null}
      <ul className="divide-y divide-line">
        {notices.map((notice) => (
          <li key={notice.id} className={`py-3 pl-3 ${notice.read ? '' : 'border-l-4 border-l-action bg-action-wash'}`}>
            <Form method="post" action={action}>
              <input type="hidden" name="notice" value={notice.id} />
              <button
                type="submit"
                className={`min-h-6 cursor-pointer text-left text-action underline underline-offset-4 ${notice.read ? '' : 'font-semibold'}`}
              >
                {notice.heading}
              </button>
            </Form>
            {notice.text === '' ? null : <p className="max-w-[75ch] whitespace-pre-line">{notice.text}</p>}
            <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-muted">
              {format.dateTime(notice.createdAt)}
              {notice.read ? null : <Tag>{words.isUnread}</Tag>}
            </p>
          </li>
        ))}
      </ul>
      <Pagination page={at} pageCount={pageCount} to={(page) => `/notifications?page=${String(page)}`} />
    </Page>
  )
}
