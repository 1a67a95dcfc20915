import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answer, arrive, demand, parse, queryOf } from '#http'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { recordPage, verifyRecord } from '#modules/moderation/server'
import { Button, Empty, Link, Notice, Page, Pagination, ReplyForm, Table, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { FilterBar, FilterText } from './filter-bar.tsx'

export const meta = pageMeta

const text = z.string().max(80).catch('')
const Query = z.object({
  person: text,
  subject: text,
  action: text,
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
})

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const wanted = parse(Query, queryOf(arrival.url))
  const found = demand(arrival, await recordPage(arrival.actor, wanted))
  const { title, description } = messagesOf(arrival.language).moderation.audit
  return { page: pageFacts(arrival, { title, description, closed: true }), wanted, ...found }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  return answer(arrival, await verifyRecord(arrival.actor), ({ broken }) => data({ verified: { broken } }))
}

function verifiedIn(reply: unknown): { broken: number | null } | null {
  return typeof reply === 'object' && reply !== null && 'verified' in reply
    ? (reply.verified as { broken: number | null })
    : null
}

export default function Audit() {
  const { wanted, entries, total, pageCount } = useLoaderData<typeof loader>()
  const { moderation, site } = useMessages()
  const words = moderation.audit
  const format = useFormats()
  const given = { person: wanted.person, subject: wanted.subject, action: wanted.action }
  const chosen = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const narrowed = Object.keys(chosen).length > 0
  return (
    <Page title={words.title} lead={words.description} trail={[{ to: '/operator', text: site.operatorDesk }]}>
      <Verify />
      <FilterBar to="/operator/audit" label={words.apply} apply={words.apply} clear={narrowed ? words.clear : null}>
        <FilterText name="action" label={words.filterAction} value={wanted.action} help={words.filterActionHelp} />
        <FilterText name="subject" label={words.filterSubject} value={wanted.subject} />
        <FilterText name="person" label={words.filterPerson} value={wanted.person} />
      </FilterBar>
      {entries.length === 0 ? (
        <Empty>{words.empty}</Empty>
      ) : (
        <>
          <p className="mb-2 text-muted">{words.count(format.number(total))}</p>
          <Table
            caption={words.title}
            rows={entries}
            rowKey={(entry) => entry.id}
            columns={[
              { head: words.number, numeric: true, cell: (entry) => format.number(entry.sequence) },
              {
                head: words.when,
                cell: (entry) => <span className="whitespace-nowrap">{format.dateTime(entry.at)}</span>,
              },
              {
                head: words.who,
                cell: (entry) => (
                  <>
                    {entry.personId === null ? (
                      words.exchange
                    ) : (
                      <Link to={`/operator/audit?person=${entry.personId}`}>{entry.person}</Link>
                    )}
                    {entry.organisation ? <span className="block text-sm text-muted">{entry.organisation}</span> : null}
                  </>
                ),
              },
              { head: words.action, cell: (entry) => <code>{entry.action}</code> },
              {
                head: words.subject,
                cell: (entry) => (
                  <Link
                    to={`/operator/audit?subject=${entry.subjectId}`}
                    className="inline-block min-w-40 text-sm break-all"
                  >
                    {entry.subjectId}
                  </Link>
                ),
              },
              {
                head: words.detail,
                cell: (entry) => (
                  <code className="block min-w-64 max-w-[28rem] text-sm break-words">
                    {JSON.stringify(entry.detail)}
                  </code>
                ),
              },
            ]}
          />
        </>
      )}
      <Pagination
        page={wanted.page}
        pageCount={pageCount}
        to={(page) => `/operator/audit?${new URLSearchParams({ ...chosen, page: String(page) }).toString()}`}
      />
    </Page>
  )
}

function Verify() {
  const { moderation } = useMessages()
  const words = moderation.audit
  const format = useFormats()
  const reply = useActionData<typeof action>()
  const form = useReplyForm<Record<string, never>>({ name: 'verify', reply })
  const verified = verifiedIn(reply)
  return (
    <>
      {verified === null ? null : verified.broken === null ? (
        <Notice tone="success">{words.intact}</Notice>
      ) : (
        <Notice tone="danger">{words.broken(format.number(verified.broken))}</Notice>
      )}
      <ReplyForm of={form} className="mb-6 flex flex-wrap items-center gap-3">
        <Button weight="secondary">{words.verify}</Button>
        <span className="text-muted">{words.verifyHelp}</span>
      </ReplyForm>
    </>
  )
}
