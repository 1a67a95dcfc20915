import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { arrive, demand, parse, queryOf } from '#http'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { otherLanguage } from '#kernel'
import { unansweredNeeds, unansweredOnAPage } from '#modules/moderation/server'
import { Empty, Link, Page, Pagination, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

const Query = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { page: at } = parse(Query, queryOf(arrival.url))
  const { needs, total } = demand(arrival, await unansweredNeeds({ actor: arrival.actor, page: at }))
  const { title, description } = messagesOf(arrival.language).matching.operator
  return {
    page: pageFacts(arrival, { title, description, closed: true }),
    needs,
    at,
    pageCount: Math.max(1, Math.ceil(total / unansweredOnAPage)),
  }
}

export default function UnansweredNeeds() {
  const { needs, at, pageCount } = useLoaderData<typeof loader>()
  const { matching, site } = useMessages()
  const words = matching.operator
  const format = useFormats()
  const language = useLanguage()
  return (
    <Page title={words.title} lead={words.description} trail={[{ to: '/operator', text: site.operatorDesk }]}>
      {needs.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <Table
          caption={words.title}
          rows={needs}
          rowKey={(need) => need.id}
          columns={[
            {
              head: words.need,
              cell: (need) => (
                <Link to={`/needs/${need.id}`} className="inline-block min-w-56">
                  {need.title}
                </Link>
              ),
            },
            { head: words.owner, cell: (need) => need.owner?.[language] ?? '' },
            {
              head: words.since,
              cell: (need) => <span className="whitespace-nowrap">{format.date(need.publishedAt)}</span>,
            },
            { head: words.shown, numeric: true, cell: (need) => format.number(need.matches.shown) },
            { head: words.declined, numeric: true, cell: (need) => format.number(need.matches.declined) },
            {
              head: words.best,
              cell: ({ matches }) =>
                matches.best.length === 0 ? (
                  <span className="text-muted">{words.noMatches}</span>
                ) : (
                  <ol className="min-w-64 space-y-1">
                    {matches.best.map(({ technologyId, title, score }) => (
                      <li key={technologyId}>
                        <span className="mr-2 tabular-nums">{format.number(score)}</span>
                        <Link to={`/technologies/${technologyId}`}>
                          {title[language] || title[otherLanguage(language)]}
                        </Link>
                      </li>
                    ))}
                  </ol>
                ),
            },
          ]}
        />
      )}
      <Pagination page={at} pageCount={pageCount} to={(page) => `/operator/needs?page=${String(page)}`} />
    </Page>
  )
}
