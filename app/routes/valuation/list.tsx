import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand, parse, queryOf } from '#http'
import type { Bilingual } from '#kernel'
import {
  type MandateLine,
  ownMandates,
  ownValuations,
  type ValuationLine,
  valuationsOnAPage,
} from '#modules/valuation/server'
import { Badge, ButtonLink, Empty, Link, Page, Pagination, Section, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { figuresOf } from './figures.ts'
import { InLanguage } from './in-language.tsx'
import { standingOfMandate } from './mandate-standing.ts'

export const meta = pageMeta

const Query = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  mandates: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const query = parse(Query, queryOf(arrival.url))
  const own = demand(arrival, await ownValuations({ actor: arrival.actor, page: query.page }))
  const mandates = demand(arrival, await ownMandates({ actor: arrival.actor, page: query.mandates }))
  const words = messagesOf(arrival.language).workbench
  return {
    page: pageFacts(arrival, { title: words.listTitle, description: words.listDescription, closed: true }),
    own,
    mandates,
    query,
    onAPage: valuationsOnAPage,
  }
}

export default function ValuationList() {
  const { own, mandates, query, onAPage } = useLoaderData<typeof loader>()
  const { workbench: words, site } = useMessages()
  const pages = (total: number) => Math.ceil(total / onAPage)
  return (
    <Page
      title={words.listTitle}
      lead={words.listLead}
      trail={[{ to: '/work', text: site.myWork }]}
      actions={
        <ButtonLink to="/search?kind=technology" weight="primary">
          {words.toSearch}
        </ButtonLink>
      }
    >
      <Section title={words.own}>
        {own.lines.length === 0 ? <Empty>{words.ownNone}</Empty> : <Valuations lines={own.lines} />}
        <Pagination
          page={query.page}
          pageCount={pages(own.total)}
          to={(page) => `/work/valuations?page=${String(page)}`}
        />
      </Section>
      <Section title={words.mandates}>
        {mandates.lines.length === 0 ? <Empty>{words.mandatesNone}</Empty> : <Mandates lines={mandates.lines} />}
        <Pagination
          page={query.mandates}
          pageCount={pages(mandates.total)}
          to={(page) => `/work/valuations?mandates=${String(page)}`}
        />
      </Section>
    </Page>
  )
}

/** What a line is about: several may be of one technology, each for its own purpose. */
function Named({ to, title, purpose }: { readonly to: string; readonly title: Bilingual; readonly purpose: string }) {
  return (
    <>
      <Link to={to} className="inline-flex min-h-6 items-center">
        <InLanguage text={title} />
      </Link>
      <span className="block text-sm text-muted">{purpose}</span>
    </>
  )
}

function Valuations({ lines }: { readonly lines: readonly ValuationLine[] }) {
  const messages = useMessages()
  const { workbench: words } = messages
  const language = useLanguage()
  const format = useFormats()
  return (
    <Table
      caption={words.own}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          head: words.technology,
          cell: ({ id, title, purpose }) => <Named to={`/work/valuations/${id}`} title={title} purpose={purpose} />,
        },
        {
          head: words.point,
          numeric: true,
          cell: ({ point }) =>
            point === null ? words.noPoint : figuresOf(point, format, messages, language).whole(point.amount),
        },
        { head: words.kind, cell: ({ kind }) => words.kinds[kind] },
        {
          head: words.changed,
          cell: ({ updatedAt }) => <span className="whitespace-nowrap">{format.date(updatedAt)}</span>,
        },
      ]}
    />
  )
}

function Mandates({ lines }: { readonly lines: readonly MandateLine[] }) {
  const { workbench: words } = useMessages()
  const format = useFormats()
  return (
    <Table
      caption={words.mandates}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          head: words.technology,
          cell: ({ id, title, purpose }) => <Named to={`/work/mandates/${id}`} title={title} purpose={purpose} />,
        },
        {
          head: words.state,
          cell: ({ state }) => <Badge standing={standingOfMandate[state]}>{words.mandate.states[state]}</Badge>,
        },
        {
          head: words.mandate.deadline,
          cell: ({ deadline }) => <span className="whitespace-nowrap">{format.day(deadline)}</span>,
        },
        { head: words.mandate.parties.asker, cell: ({ asker }) => <InLanguage text={asker} /> },
        { head: words.mandate.parties.valuer, cell: ({ valuer }) => <InLanguage text={valuer} /> },
      ]}
    />
  )
}
