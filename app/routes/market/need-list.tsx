import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand, parse, queryOf } from '#http'
import { needsOnAPage, ownNeeds } from '#modules/needs/server'
import { Badge, ButtonLink, Empty, Link, Page, Pagination, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { standingOfListing } from './need-standing.ts'

export const meta = pageMeta

const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { page } = parse(query, queryOf(arrival.url))
  const { needs, total, mayWrite } = demand(arrival, await ownNeeds({ actor: arrival.actor, page }))
  const { listTitle: title, listDescription: description } = messagesOf(arrival.language).needs.own
  return {
    page: pageFacts(arrival, { title, description, closed: true }),
    needs,
    mayWrite,
    at: page,
    pageCount: Math.ceil(total / needsOnAPage),
  }
}

export default function OwnNeeds() {
  const { needs: words, site } = useMessages()
  const format = useFormats()
  const { needs, mayWrite, at, pageCount } = useLoaderData<typeof loader>()
  const start = (
    <ButtonLink to="/work/needs/new" weight="primary">
      {words.own.start}
    </ButtonLink>
  )
  return (
    <Page
      title={words.own.listTitle}
      lead={words.own.listDescription}
      trail={[{ to: '/work', text: site.myWork }]}
      actions={mayWrite && needs.length > 0 ? start : null}
    >
      {needs.length === 0 ? (
        <Empty action={mayWrite ? start : null}>{words.own.empty}</Empty>
      ) : (
        <Table
          caption={words.own.listTitle}
          rows={needs}
          rowKey={(need) => need.id}
          columns={[
            {
              head: words.own.name,
              cell: (need) => (
                <Link to={`/work/needs/${need.id}`}>{need.title === '' ? words.own.untitled : need.title}</Link>
              ),
            },
            {
              head: words.own.state,
              cell: (need) => <Badge standing={standingOfListing(need.state)}>{site.listingStates[need.state]}</Badge>,
            },
            {
              head: words.own.changed,
              cell: (need) => <span className="whitespace-nowrap">{format.date(need.updatedAt)}</span>,
            },
          ]}
        />
      )}
      <Pagination page={at} pageCount={pageCount} to={(page) => `/work/needs?page=${String(page)}`} />
    </Page>
  )
}
