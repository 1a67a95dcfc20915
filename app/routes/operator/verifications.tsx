import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { arrive, demand, parse, queryOf } from '#http'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { verificationQueue } from '#modules/accounts/server'
import { Badge, Empty, Link, Page, Pagination } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

const Query = z.object({
  state: z.enum(['waiting', 'decided']).catch('waiting'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { state, page } = parse(Query, queryOf(arrival.url))
  const queue = demand(arrival, await verificationQueue(arrival.actor, { waiting: state === 'waiting', page }))
  const { title } = messagesOf(arrival.language).accounts.desk
  return { page: pageFacts(arrival, { title, description: title, closed: true }), state, at: page, ...queue }
}

export default function Verifications() {
  const { state, at, rows, pageCount } = useLoaderData<typeof loader>()
  const { accounts, site } = useMessages()
  const words = accounts.desk
  const format = useFormats()
  const language = useLanguage()
  return (
    <Page title={words.title} trail={[{ to: '/operator', text: site.operatorDesk }]}>
      <nav aria-label={words.filter} className="mb-6 border-b border-line">
        <ul className="flex gap-x-5">
          {(['waiting', 'decided'] as const).map((one) => (
            <li key={one}>
              <Link
                to={`/operator/verifications?state=${one}`}
                {...(one === state ? { 'aria-current': 'page' as const } : {})}
                className={`inline-flex min-h-11 items-center ${one === state ? '-mb-px border-b-2 border-action font-semibold text-ink no-underline' : ''}`}
              >
                {words[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <Empty>{state === 'waiting' ? words.emptyWaiting : words.emptyDecided}</Empty>
      ) : (
        <>
          <ul className="border-t border-line">
            {rows.map((row) => (
              <li
                key={row.id}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
              >
                <div className="min-w-0">
                  <h2 className="text-lg">
                    <Link to={`/operator/verifications/${row.id}`}>{row.name[language] || row.name.vi}</Link>
                  </h2>
                  <p className="text-sm text-muted">
                    {[
                      site.organisationKinds[row.kind],
                      `${accounts.organisation.taxCode} ${row.taxCode ?? site.unstated}`,
                      `${accounts.verification.askedAt} ${format.dateTime(row.askedAt)}`,
                    ].join(' · ')}
                  </p>
                </div>
                {row.decision === null ? (
                  <Badge standing="waiting">{accounts.verification.waiting}</Badge>
                ) : (
                  <Badge standing={row.decision === 'verified' ? 'good' : 'stopped'}>
                    {accounts.verification.decisions[row.decision]}
                  </Badge>
                )}
              </li>
            ))}
          </ul>
          <Pagination
            page={at}
            pageCount={pageCount}
            to={(page) => `/operator/verifications?state=${state}&page=${String(page)}`}
          />
        </>
      )}
    </Page>
  )
}
