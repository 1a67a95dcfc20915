import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { arrive, demand, parse, queryOf } from '#http'
import { refusalText, useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { criteria } from '#modules/listings'
import { bulkReviewPage, refusedOnAPage } from '#modules/moderation/server'
import { ButtonLink, Facts, Foreign, Link, Notice, Page, Pagination, Section, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { Progress } from './progress.tsx'

export const meta: MetaFunction<typeof loader> = (given) => [
  ...pageMeta(given),
  ...(given.data?.bulk.finishedAt === null ? [{ httpEquiv: 'refresh', content: '2' }] : []),
]

const Params = z.object({ id: z.string().max(40) })
const Query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const { page } = parse(Query, queryOf(arrival.url))
  const found = demand(arrival, await bulkReviewPage(arrival.actor, id, page))
  const { title } = messagesOf(arrival.language).moderation.bulk
  return {
    page: pageFacts(arrival, { title, description: title, closed: true }),
    at: page,
    pageCount: Math.max(1, Math.ceil(found.refusedTotal / refusedOnAPage)),
    ...found,
  }
}

export default function BulkReview() {
  const { bulk, reviewer, refused, refusedTotal, at, pageCount } = useLoaderData<typeof loader>()
  const messages = useMessages()
  const { moderation, site } = messages
  const words = moderation.bulk
  const format = useFormats()
  const settled = bulk.decided + Object.values(bulk.refused).reduce((sum, count) => sum + count, 0)
  return (
    <Page
      title={words.title}
      trail={[
        { to: '/operator', text: site.operatorDesk },
        { to: '/operator/reviews', text: moderation.queue.title },
      ]}
      actions={<ButtonLink to="/operator/reviews">{words.toQueue}</ButtonLink>}
    >
      {bulk.finishedAt === null ? (
        <Notice>
          {words.underWay}
          <Progress
            settled={settled}
            total={bulk.total}
            text={words.progress(format.number(settled), format.number(bulk.total))}
          />
        </Notice>
      ) : (
        <Notice tone="success">{words.finished}</Notice>
      )}
      <Facts
        facts={[
          { term: words.facts.decision, value: moderation.scores.decisions[bulk.decision] },
          {
            term: words.facts.scores,
            value: criteria
              .map((criterion) => `${moderation.scores.criteria[criterion]}: ${String(bulk[criterion])}`)
              .join('; '),
          },
          { term: words.facts.reason, value: bulk.reason },
          { term: words.facts.by, value: reviewer },
          { term: words.facts.ordered, value: format.dateTime(bulk.createdAt) },
          { term: words.facts.finished, value: bulk.finishedAt === null ? null : format.dateTime(bulk.finishedAt) },
          {
            term: words.facts.decided,
            value: words.line(format.number(bulk.decided), format.number(bulk.total)),
          },
          {
            term: words.facts.refused,
            value: Object.entries(bulk.refused)
              .map(([code, count]) => `${format.number(count)}: ${refusalText(messages, code)}`)
              .join(' '),
          },
        ]}
      />
      <Section title={words.refused}>
        {refusedTotal === 0 ? (
          <p>{bulk.finishedAt === null ? site.none : words.none}</p>
        ) : (
          <>
            <Table
              caption={words.refused}
              rows={refused}
              rowKey={(row) => row.listingId}
              columns={[
                {
                  head: moderation.queue.listing,
                  cell: (row) => (
                    <Link to={`/operator/reviews/${row.listingId}`}>
                      <Foreign language={row.language}>{row.title}</Foreign>
                    </Link>
                  ),
                },
                { head: words.why, cell: (row) => refusalText(messages, row.code) },
              ]}
            />
            <Pagination
              page={at}
              pageCount={pageCount}
              to={(page) => `/operator/bulk-reviews/${bulk.id}?page=${String(page)}`}
            />
          </>
        )}
      </Section>
    </Page>
  )
}
