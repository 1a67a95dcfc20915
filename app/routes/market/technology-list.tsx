import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { localPath, useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { arrive, demand, queryOf } from '#http'
import { listingStates } from '#modules/listings'
import { ownTechnologies } from '#modules/technologies/server'
import { Badge, Button, ButtonLink, Empty, Link, Page, Pagination, Table } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { standingOfListing } from './need-standing.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const list = demand(arrival, await ownTechnologies({ actor: arrival.actor, query: queryOf(arrival.url) }))
  const { own } = messagesOf(arrival.language).technologies
  return { page: pageFacts(arrival, { title: own.title, description: own.lead, closed: true }), list }
}

export default function TechnologyList() {
  const { list } = useLoaderData<typeof loader>()
  const { site, technologies } = useMessages()
  const words = technologies.own
  const format = useFormats()
  const language = useLanguage()
  const start = list.mayStart ? (
    <ButtonLink to="/work/technologies/new" weight="primary">
      {words.start}
    </ButtonLink>
  ) : null
  return (
    <Page title={words.title} lead={words.lead} trail={[{ to: '/work', text: site.myWork }]} actions={start}>
      <Form
        method="get"
        action={localPath(language, '/work/technologies')}
        className="mb-5 flex flex-wrap items-end gap-3"
        role="search"
        aria-label={words.filter}
      >
        <div>
          <label htmlFor="state" className="mb-1 block font-semibold">
            {words.filter}
          </label>
          <select
            id="state"
            name="state"
            defaultValue={list.state ?? ''}
            className="min-h-11 rounded-plain border border-edge bg-raised px-3 py-2"
          >
            <option value="">{words.all}</option>
            {listingStates.map((state) => (
              <option key={state} value={state}>
                {site.listingStates[state]}
              </option>
            ))}
          </select>
        </div>
        <Button weight="secondary">{words.show}</Button>
        <p className="py-2 text-muted">{words.count(list.total)}</p>
      </Form>
      {list.lines.length === 0 ? (
        <Empty action={list.state === null ? start : null}>
          {list.state === null ? words.empty : words.emptyState}
        </Empty>
      ) : (
        <Table
          caption={words.title}
          rows={list.lines}
          rowKey={(line) => line.id}
          columns={[
            { head: words.name, cell: (line) => <Link to={`/work/technologies/${line.id}`}>{line.title}</Link> },
            {
              head: words.state,
              cell: (line) => (
                <>
                  <Badge standing={standingOfListing(line.state)}>{site.listingStates[line.state]}</Badge>
                  {line.publishedVersion !== null && line.state !== 'published' && line.state !== 'reserved' ? (
                    <span className="block text-sm text-muted">{words.revisingShort}</span>
                  ) : null}
                </>
              ),
            },
            { head: words.updated, numeric: true, cell: (line) => format.date(line.updatedAt) },
            {
              head: words.valid,
              numeric: true,
              cell: (line) => (line.validUntil === null ? '' : format.date(line.validUntil)),
            },
          ]}
        />
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        to={(page) =>
          `/work/technologies?${new URLSearchParams({ ...(list.state === null ? {} : { state: list.state }), page: String(page) }).toString()}`
        }
      />
    </Page>
  )
}
