import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { arrive, demand, parse, queryOf } from '#http'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { lettersPage } from '#modules/moderation/server'
import { Empty, Link, Page, Pagination, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { FilterBar, FilterText } from './filter-bar.tsx'

export const meta = pageMeta

const Query = z.object({
  to: z.string().max(254).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { to, page } = parse(Query, queryOf(arrival.url))
  const recipient = to.trim().toLowerCase()
  const found = demand(arrival, await lettersPage(arrival.actor, { recipient: recipient || null, page }))
  const { title, description } = messagesOf(arrival.language).moderation.letters
  return {
    page: pageFacts(arrival, { title, description, closed: true }),
    to: recipient,
    at: page,
    pageCount: found.pageCount,
    letters: found.letters.map(({ body: _body, ...letter }) => letter),
  }
}

export default function Letters() {
  const { to, at, pageCount, letters } = useLoaderData<typeof loader>()
  const { moderation, site } = useMessages()
  const words = moderation.letters
  const format = useFormats()
  return (
    <Page title={words.title} lead={words.description} trail={[{ to: '/operator', text: site.operatorDesk }]}>
      <FilterBar
        to="/operator/letters"
        label={words.filter}
        apply={words.apply}
        clear={to === '' ? null : moderation.queue.clear}
      >
        <FilterText name="to" label={words.filter} value={to} />
      </FilterBar>
      {letters.length === 0 ? (
        <Empty>{words.empty}</Empty>
      ) : (
        <Table
          caption={words.title}
          rows={letters}
          rowKey={(letter) => letter.id}
          columns={[
            {
              head: words.subject,
              cell: (letter) => (
                <Link to={`/operator/letters/${letter.id}`} className="inline-block min-w-56">
                  {letter.subject}
                </Link>
              ),
            },
            { head: words.recipient, cell: (letter) => letter.recipient },
            { head: words.written, cell: (letter) => format.dateTime(letter.createdAt) },
            {
              head: words.sent,
              cell: (letter) => (letter.sentAt === null ? words.kept : format.dateTime(letter.sentAt)),
            },
          ]}
        />
      )}
      <Pagination
        page={at}
        pageCount={pageCount}
        to={(page) =>
          `/operator/letters?${new URLSearchParams({ ...(to ? { to } : {}), page: String(page) }).toString()}`
        }
      />
    </Page>
  )
}
