import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { arrive, demand, parse, queryOf } from '#http'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { may } from '#modules/accounts'
import type { Entry } from '#modules/terminology'
import {
  findInTerminology,
  operatorTerms,
  shownFrom,
  type TermLineShown,
  unansweredPage,
  type UnansweredQuery,
} from '#modules/terminology/server'
import { ButtonLink, Empty, Link, Page, Pagination, Table, Tag } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { fieldName } from '../public/term-names.ts'
import { TermPair } from '../public/term-pair.tsx'
import { FilterBar, FilterText } from './filter-bar.tsx'

export const meta = pageMeta

const lists = ['proposed', 'added', 'unused', 'built-in', 'searches'] as const
type List = (typeof lists)[number]

const Query = z.object({
  list: z.enum(lists).catch('proposed'),
  q: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { list, q: text, page } = parse(Query, queryOf(arrival.url))
  const { actor } = arrival
  demand(arrival, may(actor, 'operator.desk'))
  const { title, lead } = messagesOf(arrival.language).terminology.desk
  const shown = {
    page: pageFacts(arrival, { title, description: lead, closed: true }),
    list,
    text,
    at: page,
    shownFrom,
  }
  const none = { rows: [] as TermLineShown[], entries: [] as readonly Entry[], queries: [] as UnansweredQuery[] }
  if (list === 'searches') return { ...shown, ...none, ...demand(arrival, await unansweredPage(actor, page)) }
  if (list === 'built-in') {
    const { entries, pageCount } = await findInTerminology({ text, field: null, origin: 'built-in', page })
    return { ...shown, ...none, entries, pageCount }
  }
  const { rows, pageCount } = demand(arrival, await operatorTerms(actor, { list, text, page }))
  return { ...shown, ...none, rows, pageCount }
}

function addressOf(list: List, text: string, page: number): string {
  const query = new URLSearchParams({
    ...(list === 'proposed' ? {} : { list }),
    ...(text === '' ? {} : { q: text }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return query === '' ? '/operator/terms' : `/operator/terms?${query}`
}

export default function OperatorTerms() {
  const { list, text, at, rows, entries, queries, pageCount } = useLoaderData<typeof loader>()
  const { terminology, site } = useMessages()
  const words = terminology.desk
  const empty = rows.length + entries.length + queries.length === 0
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={[{ to: '/operator', text: site.operatorDesk }]}
      actions={
        <>
          <ButtonLink to="/operator/terms/add">{words.add}</ButtonLink>
          <ButtonLink to="/operator/terms/add-many">{words.addMany}</ButtonLink>
          <ButtonLink to="/terms" weight="quiet">
            {words.public}
          </ButtonLink>
        </>
      }
    >
      <Lists current={list} />
      {list === 'searches' ? <SearchesLead /> : <Filter list={list} text={text} />}
      {empty ? (
        <Empty>{text === '' ? words.empty[list] : words.emptyFound}</Empty>
      ) : list === 'searches' ? (
        <Searches queries={queries} />
      ) : list === 'built-in' ? (
        <BuiltIn entries={entries} />
      ) : (
        <Rows list={list} rows={rows} />
      )}
      <Pagination page={at} pageCount={pageCount} to={(page) => addressOf(list, text, page)} />
    </Page>
  )
}

function Lists({ current }: { readonly current: List }) {
  const words = useMessages().terminology.desk
  return (
    <nav aria-label={words.listsLabel} className="mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-5">
        {lists.map((list) => (
          <li key={list}>
            <Link
              to={addressOf(list, '', 1)}
              {...(list === current ? { 'aria-current': 'page' as const } : {})}
              className={`inline-flex min-h-11 items-center ${list === current ? '-mb-px border-b-2 border-action font-semibold text-ink no-underline' : ''}`}
            >
              {words.lists[list]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Filter({ list, text }: { readonly list: List; readonly text: string }) {
  const words = useMessages().terminology.desk
  return (
    <FilterBar to="/operator/terms" label={words.filter} apply={words.apply} clear={text === '' ? null : words.all}>
      <input type="hidden" name="list" value={list} />
      <FilterText name="q" label={words.filter} value={text} />
    </FilterBar>
  )
}

function SearchesLead() {
  const words = useMessages().terminology.desk
  const { shownFrom: times } = useLoaderData<typeof loader>()
  return <p className="mb-4 max-w-[75ch] text-muted">{words.searchesLead(times, 90)}</p>
}

function Rows({ list, rows }: { readonly list: List; readonly rows: readonly TermLineShown[] }) {
  const { terminology } = useMessages()
  const words = terminology.desk
  const format = useFormats()
  const language = useLanguage()
  return (
    <Table
      caption={words.lists[list]}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          head: words.pair,
          cell: (row) => (
            <Link to={`/operator/terms/${row.id}`} className="inline-block min-w-56">
              <TermPair pair={row} />
            </Link>
          ),
        },
        { head: words.field, cell: (row) => fieldName(language, row.field) ?? terminology.noField },
        {
          head: list === 'unused' ? words.state : words.from,
          cell: (row) =>
            list === 'unused' ? (
              <>
                {terminology.states[row.state]}
                {row.builtIn ? (
                  <span className="ml-2">
                    <Tag>{words.builtIn}</Tag>
                  </span>
                ) : null}
                {row.reason === '' ? null : <span className="block text-sm text-muted">{row.reason}</span>}
              </>
            ) : (
              <>
                {row.proposer}
                <span className="block text-sm text-muted">
                  {row.organisation === null ? null : row.organisation[language] || row.organisation.vi}
                </span>
              </>
            ),
        },
        { head: words.when, cell: (row) => format.date(row.decidedAt ?? row.proposedAt) },
      ]}
    />
  )
}

function BuiltIn({ entries }: { readonly entries: readonly Entry[] }) {
  const { terminology } = useMessages()
  const words = terminology.desk
  const language = useLanguage()
  return (
    <Table
      caption={words.lists['built-in']}
      rows={entries}
      rowKey={({ a, b }) => `${a}|${b}`}
      columns={[
        { head: words.pair, cell: (entry) => <TermPair pair={entry} /> },
        { head: words.field, cell: (entry) => fieldName(language, entry.field) ?? terminology.noField },
        {
          head: words.withdraw,
          cell: ({ a, b }) => (
            <Link
              to={`/operator/terms/built-in?${new URLSearchParams({ en: a, vi: b }).toString()}`}
              aria-label={words.withdrawOne(`${a} – ${b}`)}
            >
              {words.withdraw}
            </Link>
          ),
        },
      ]}
    />
  )
}

function Searches({ queries }: { readonly queries: readonly UnansweredQuery[] }) {
  const { terminology, site } = useMessages()
  const words = terminology.desk
  const format = useFormats()
  return (
    <Table
      caption={words.lists.searches}
      rows={queries}
      rowKey={({ text, language }) => `${language}|${text}`}
      columns={[
        {
          head: words.query,
          cell: ({ text }) => <Link to={`/search?${new URLSearchParams({ q: text }).toString()}`}>{text}</Link>,
        },
        { head: words.language, cell: ({ language }) => site.languageNames[language] },
        { head: words.searches, numeric: true, cell: ({ searches }) => format.number(searches) },
        { head: words.last, cell: ({ lastDay }) => format.date(lastDay) },
        {
          head: words.addFor,
          cell: ({ text }) => (
            <Link
              to={`/operator/terms/add?${new URLSearchParams({ en: text }).toString()}`}
              aria-label={words.addForOne(text)}
            >
              {words.addFor}
            </Link>
          ),
        },
      ]}
    />
  )
}
