import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, arrive, demand, goTo, parse, queryOf } from '#http'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { newsPage, retryFailedNews } from '#modules/moderation/server'
import { Button, Empty, Link, Page, Pagination, ReplyForm, Table, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

const Query = z.object({
  state: z.enum(['failed', 'waiting']).catch('failed'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { state, page } = parse(Query, queryOf(arrival.url))
  const found = demand(arrival, await newsPage(arrival.actor, { failed: state === 'failed', page }))
  const { title, description } = messagesOf(arrival.language).moderation.news
  return {
    page: pageFacts(arrival, { title, description, closed: true }),
    state,
    at: page,
    pageCount: found.pageCount,
    // What news carries is for the machinery; a person needs to know which and why.
    news: found.news.map(({ payload: _payload, ...row }) => row),
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  return answer(arrival, await retryFailedNews({ actor: arrival.actor, input: arrival.form }), () =>
    goTo(arrival, '/operator/news', 'news_retried'),
  )
}

export default function News() {
  const { state, at, pageCount, news } = useLoaderData<typeof loader>()
  const { moderation, site } = useMessages()
  const words = moderation.news
  const format = useFormats()
  const all = useReplyForm<Record<string, never>>({ name: 'all', reply: useActionData() })
  return (
    <Page title={words.title} lead={words.description} trail={[{ to: '/operator', text: site.operatorDesk }]}>
      <nav aria-label={words.filter} className="mb-6 border-b border-line">
        <ul className="flex gap-x-5">
          {(['failed', 'waiting'] as const).map((one) => (
            <li key={one}>
              <Link
                to={`/operator/news?state=${one}`}
                {...(one === state ? { 'aria-current': 'page' as const } : {})}
                className={`inline-flex min-h-11 items-center ${one === state ? '-mb-px border-b-2 border-action font-semibold text-ink no-underline' : ''}`}
              >
                {words[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {news.length === 0 ? (
        <Empty>{state === 'failed' ? words.emptyFailed : words.emptyWaiting}</Empty>
      ) : (
        <>
          {state === 'failed' ? (
            <ReplyForm of={all} className="mb-4">
              <Button weight="secondary">{words.retryAll}</Button>
            </ReplyForm>
          ) : null}
          <Table
            caption={words[state]}
            rows={news}
            rowKey={(row) => String(row.sequence)}
            columns={[
              { head: words.topic, cell: (row) => <code>{row.topic}</code> },
              { head: words.subject, cell: (row) => <span className="text-sm break-all">{row.subjectId}</span> },
              { head: words.since, cell: (row) => format.dateTime(row.createdAt) },
              { head: words.attempts, numeric: true, cell: (row) => format.number(row.attempts) },
              { head: words.error, cell: (row) => <span className="text-sm break-words">{row.lastError}</span> },
              state === 'failed'
                ? { head: words.retry, cell: (row) => <Retry sequence={row.sequence} /> }
                : { head: words.next, cell: (row) => format.dateTime(row.availableAt) },
            ]}
          />
        </>
      )}
      <Pagination page={at} pageCount={pageCount} to={(page) => `/operator/news?state=${state}&page=${String(page)}`} />
    </Page>
  )
}

function Retry({ sequence }: { readonly sequence: number }) {
  const { moderation } = useMessages()
  const form = useReplyForm<Record<string, never>>({ name: `retry-${String(sequence)}`, reply: useActionData() })
  return (
    <ReplyForm of={form}>
      <input type="hidden" name="sequence" value={sequence} />
      <Button weight="secondary">{moderation.news.retry}</Button>
    </ReplyForm>
  )
}
