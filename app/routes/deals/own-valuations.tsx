import { useFormats, useLanguage, useMessages } from '#i18n'
import type { RequestPage } from '#modules/deals/server'
import { ButtonLink, Empty, Link, Section, Table } from '#ui'
import { figuresOf } from '../valuation/figures.ts'

/** What the reader's own side has worked out of the technology's value. */
export function OwnValuations({ found }: { readonly found: RequestPage }) {
  const messages = useMessages()
  const { workbench: words } = messages
  const language = useLanguage()
  const format = useFormats()
  if (!found.valuations) return null
  const { technologyId, lines, otherId } = found.valuations
  const mandate = `/technologies/${technologyId}/mandate${otherId === null ? '' : `?other=${otherId}`}`
  return (
    <Section title={words.fromDeal}>
      <p className="mb-3 max-w-[75ch] text-sm text-muted">{words.fromDealLead}</p>
      {lines.length === 0 ? (
        <Empty>{words.fromDealNone}</Empty>
      ) : (
        <Table
          caption={words.fromDeal}
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            {
              head: words.kind,
              cell: ({ id, kind }) => (
                <Link to={`/work/valuations/${id}`} className="inline-flex min-h-6 items-center">
                  {words.kinds[kind]}
                </Link>
              ),
            },
            {
              head: words.point,
              numeric: true,
              cell: ({ point }) =>
                point === null ? words.noPoint : figuresOf(point, format, messages, language).whole(point.amount),
            },
            { head: words.changed, cell: ({ updatedAt }) => format.date(updatedAt) },
          ]}
        />
      )}
      {found.mayAct ? (
        <p className="mt-3 flex flex-wrap gap-3">
          <ButtonLink to={`/technologies/${technologyId}/value`}>{words.startEstimate}</ButtonLink>
          <ButtonLink to={mandate}>{words.startMandate}</ButtonLink>
        </p>
      ) : null}
    </Section>
  )
}
