import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { arrive, demand, parse, queryOf } from '#http'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { operatorRates } from '#modules/valuation/server'
import { ButtonLink, Empty, Link, Page, Pagination, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { fieldName } from '../public/term-names.ts'
import { RateBadge, rateInText } from './rate-parts.tsx'

export const meta = pageMeta

const Query = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { page: at } = parse(Query, queryOf(arrival.url))
  const shown = demand(arrival, await operatorRates(arrival.actor, at))
  const { title, lead } = messagesOf(arrival.language).royaltyRates.desk
  return { page: pageFacts(arrival, { title, description: lead, closed: true }), at, ...shown }
}

export default function OperatorRates() {
  const { lines, total, pageCount, mayRecord, at } = useLoaderData<typeof loader>()
  const { royaltyRates, site, valuation } = useMessages()
  const words = royaltyRates.desk
  const language = useLanguage()
  const format = useFormats()
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={[{ to: '/operator', text: site.operatorDesk }]}
      actions={
        <>
          {mayRecord ? (
            <ButtonLink to="/operator/rates/new" weight="primary">
              {words.record}
            </ButtonLink>
          ) : null}
          <ButtonLink to="/royalty-rates">{words.public}</ButtonLink>
        </>
      }
    >
      {lines.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <>
          <p className="mb-2 text-muted">{words.count(format.number(total))}</p>
          <Table
            caption={words.title}
            rows={lines}
            rowKey={({ id }) => id}
            columns={[
              {
                head: words.contract,
                cell: ({ id, reference }) => (
                  <Link to={`/operator/rates/${id}`} className="inline-flex min-h-6 min-w-32 items-center">
                    {reference}
                  </Link>
                ),
              },
              {
                head: words.owner,
                cell: ({ owner }) => <span className="block min-w-44">{owner[language] || owner.vi}</span>,
              },
              {
                head: royaltyRates.field,
                cell: ({ field }) => <span className="block min-w-32">{fieldName(language, field) ?? field}</span>,
              },
              {
                head: royaltyRates.right,
                cell: ({ rightKind, exclusive }) => (
                  <>
                    <span className="block min-w-40">{valuation.rights[rightKind]}</span>
                    {rightKind === 'sublicence' ? (
                      <span className="text-sm text-muted">
                        {royaltyRates.exclusivities[exclusive ? 'exclusive' : 'non_exclusive']}
                      </span>
                    ) : null}
                  </>
                ),
              },
              {
                head: words.rate,
                numeric: true,
                cell: ({ rate, base }) => (
                  <>
                    {rateInText(rate, language)}
                    <span className="block text-sm text-muted">{royaltyRates.bases[base]}</span>
                  </>
                ),
              },
              { head: words.signed, numeric: true, cell: ({ signedYear }) => String(signedYear) },
              { head: words.standing, cell: ({ standing }) => <RateBadge standing={standing} /> },
            ]}
          />
        </>
      )}
      <Pagination page={at} pageCount={pageCount} to={(page) => `/operator/rates?page=${String(page)}`} />
    </Page>
  )
}
