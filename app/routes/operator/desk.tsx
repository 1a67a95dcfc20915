import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { arrive, demand } from '#http'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { desk, longWait, recentBulkReviews } from '#modules/moderation/server'
import { Link, Page, Section, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const facts = demand(arrival, await desk(arrival.actor))
  const bulk = demand(arrival, await recentBulkReviews(arrival.actor))
  const { title, description } = messagesOf(arrival.language).moderation.desk
  return { page: pageFacts(arrival, { title, description, closed: true }), facts, bulk, longWait }
}

interface Line {
  readonly name: string
  readonly to: string | null
  readonly count: number
  readonly oldest: number | null
}

export default function Desk() {
  const { facts, bulk, longWait: days } = useLoaderData<typeof loader>()
  const { matching, moderation, royaltyRates } = useMessages()
  const words = moderation.desk
  const format = useFormats()
  const lines: readonly Line[] = [
    {
      name: words.technologies,
      to: '/operator/reviews?kind=technology',
      count: facts.queue.technology.waiting,
      oldest: facts.queue.technology.oldest,
    },
    {
      name: words.needs,
      to: '/operator/reviews?kind=need',
      count: facts.queue.need.waiting,
      oldest: facts.queue.need.oldest,
    },
    { name: words.verifications, to: '/operator/verifications', count: facts.verifications, oldest: null },
    { name: words.terms, to: '/operator/terms', count: facts.terms.waiting, oldest: facts.terms.oldest },
    { name: words.slow(days), to: null, count: facts.slowRequests.waiting, oldest: facts.slowRequests.oldest },
    { name: matching.operator.title, to: '/operator/needs', count: facts.unanswered, oldest: null },
    { name: words.failed, to: '/operator/news', count: facts.news.failed, oldest: null },
    { name: words.suspended, to: null, count: facts.suspended, oldest: null },
  ]
  return (
    <Page title={words.title} lead={words.description}>
      <Section title={words.waiting}>
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {lines.map((line) => (
            <li key={line.name} className="border border-line bg-raised p-4">
              <p className={`text-3xl font-semibold tabular-nums ${line.count === 0 ? 'text-muted' : ''}`}>
                {format.number(line.count)}
              </p>
              <p>{line.to ? <Link to={line.to}>{line.name}</Link> : line.name}</p>
              {line.oldest === null ? null : (
                <p className="text-sm text-muted">{words.oldest(format.dateTime(line.oldest))}</p>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.records}>
        <ul className="space-y-2">
          <li>
            <Link to="/operator/terms">{words.terminology}</Link>
            <span className="text-muted">{` · ${words.terminologyHelp}`}</span>
          </li>
          <li>
            <Link to="/operator/rates">{royaltyRates.desk.short}</Link>
            <span className="text-muted">{` · ${royaltyRates.desk.help}`}</span>
          </li>
          <li>
            <Link to="/operator/letters">{words.letters}</Link>
            <span className="text-muted">{` · ${words.lettersHelp(format.number(facts.letters))}`}</span>
          </li>
          <li>
            <Link to="/operator/audit">{words.audit}</Link>
            <span className="text-muted">{` · ${words.auditHelp}`}</span>
          </li>
          <li>
            <Link to="/operator/news">{words.news}</Link>
            <span className="text-muted">
              {` · ${words.newsHelp(format.number(facts.news.waiting), format.number(facts.news.failed))}`}
            </span>
          </li>
        </ul>
      </Section>
      {bulk.length > 0 ? (
        <Section title={words.bulk}>
          <Table
            caption={words.bulk}
            rows={bulk}
            rowKey={(row) => row.id}
            columns={[
              {
                head: moderation.bulk.facts.ordered,
                cell: (row) => <Link to={`/operator/bulk-reviews/${row.id}`}>{format.dateTime(row.createdAt)}</Link>,
              },
              { head: moderation.bulk.facts.decision, cell: (row) => moderation.scores.decisions[row.decision] },
              {
                head: moderation.bulk.facts.decided,
                numeric: true,
                cell: (row) => moderation.bulk.line(format.number(row.decided), format.number(row.total)),
              },
            ]}
          />
        </Section>
      ) : null}
    </Page>
  )
}
