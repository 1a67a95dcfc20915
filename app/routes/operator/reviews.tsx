import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answer, arrive, demand, formChange, goTo, parse, queryOf } from '#http'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { orderBulkReview, queueFilter, reviewQueue } from '#modules/moderation/server'
import {
  Badge,
  Button,
  Empty,
  Foreign,
  Link,
  Page,
  Pagination,
  RadioGroup,
  ReplyForm,
  Section,
  Table,
  useReplyForm,
} from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { FilterBar, FilterSelect } from './filter-bar.tsx'
import { ScoreFields, type ScoreValues } from './score-fields.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const filter = parse(queueFilter, queryOf(arrival.url))
  const queue = demand(arrival, await reviewQueue(arrival.actor, filter))
  const { title, description } = messagesOf(arrival.language).moderation.queue
  return {
    page: pageFacts(arrival, { title, description, closed: true }),
    filter: {
      kind: filter.kind ?? '',
      organisation: filter.organisation ?? '',
      import: filter.import ?? '',
      page: filter.page,
    },
    ...queue,
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const change = formChange(arrival)
  if (change) return change
  return answer(arrival, await orderBulkReview({ actor: arrival.actor, input: arrival.form }), ({ id }) =>
    goTo(arrival, `/operator/bulk-reviews/${id}`),
  )
}

export default function Reviews() {
  const { filter, lines, total, pageCount, organisations, imports } = useLoaderData<typeof loader>()
  const { moderation, site } = useMessages()
  const words = moderation.queue
  const format = useFormats()
  const narrowed = filter.kind !== '' || filter.organisation !== '' || filter.import !== ''
  const query = (page: number): string => {
    const search = new URLSearchParams(
      Object.entries({ kind: filter.kind, organisation: filter.organisation, import: filter.import }).filter(
        ([, value]) => value !== '',
      ),
    )
    if (page > 1) search.set('page', String(page))
    const text = search.toString()
    return `/operator/reviews${text === '' ? '' : `?${text}`}`
  }
  return (
    <Page title={words.title} lead={words.description} trail={[{ to: '/operator', text: site.operatorDesk }]}>
      <FilterBar to="/operator/reviews" label={words.filter} apply={words.apply} clear={narrowed ? words.clear : null}>
        <FilterSelect
          name="kind"
          label={words.kind}
          value={filter.kind}
          all={words.all}
          choices={(['technology', 'need'] as const).map((value) => ({ value, text: site.listingKinds[value] }))}
        />
        <FilterSelect
          name="organisation"
          label={words.organisation}
          value={filter.organisation}
          all={words.all}
          choices={organisations.map((one) => ({
            value: one.id,
            text: words.option(one.name, format.number(one.waiting)),
          }))}
        />
        <FilterSelect
          name="import"
          label={words.import}
          value={filter.import}
          all={words.all}
          choices={imports.map((one) => ({ value: one.id, text: words.option(one.name, format.number(one.waiting)) }))}
        />
      </FilterBar>
      {lines.length === 0 ? (
        <Empty>{narrowed ? words.emptyFilter : words.empty}</Empty>
      ) : (
        <>
          <p className="mb-2 flex flex-wrap gap-x-4">
            <span className="text-muted">{words.count(format.number(total))}</span>
            <a href="#many">{moderation.bulk.heading}</a>
          </p>
          <Lines />
          <Pagination page={filter.page} pageCount={pageCount} to={query} />
          <Bulk address={query(filter.page)} />
        </>
      )}
    </Page>
  )
}

/** The ticks belong to the form beneath, so that the table stays a plain table. */
const bulkForm = 'bulk'

function Lines() {
  const { lines } = useLoaderData<typeof loader>()
  const { moderation, site } = useMessages()
  const words = moderation.queue
  const format = useFormats()
  const language = useLanguage()
  return (
    <Table
      caption={words.title}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          head: words.tick,
          cell: (line) =>
            line.state === 'submitted' ? (
              <input
                type="checkbox"
                form={bulkForm}
                name="listing"
                value={line.id}
                aria-label={words.tickOne(line.title)}
                className="size-6 accent-action"
              />
            ) : null,
        },
        {
          head: words.listing,
          cell: (line) => (
            <div className="min-w-56">
              <Link to={`/operator/reviews/${line.id}`}>
                <Foreign language={line.language}>{line.title}</Foreign>
              </Link>
              <span className="block text-sm text-muted">
                {[site.listingKinds[line.kind], line.imported ? words.imported : '', line.again ? words.again : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
          ),
        },
        {
          head: words.owner,
          cell: (line) => (
            <div className="min-w-40">
              {line.organisation[language]}
              {line.verified ? null : <span className="block text-sm text-caution">{words.unverified}</span>}
            </div>
          ),
        },
        {
          head: words.state,
          cell: (line) =>
            line.state === 'in_review' ? (
              <Badge standing="moving">
                {line.reviewer ? words.with(line.reviewer) : site.listingStates.in_review}
              </Badge>
            ) : (
              <Badge standing="waiting">{site.listingStates[line.state]}</Badge>
            ),
        },
        {
          head: words.since,
          cell: (line) => (
            <span className="whitespace-nowrap">
              {line.submittedAt === null ? null : format.dateTime(line.submittedAt)}
            </span>
          ),
        },
      ]}
    />
  )
}

function Bulk({ address }: { readonly address: string }) {
  const { filter, total } = useLoaderData<typeof loader>()
  const { moderation } = useMessages()
  const format = useFormats()
  const words = moderation.bulk
  const reply = useReplyForm<ScoreValues & { scope: string }>({
    name: bulkForm,
    reply: useActionData(),
    values: { scope: 'ticked' },
  })
  return (
    <Section title={words.heading} id="many">
      <p className="mb-4 max-w-[75ch] text-muted">{words.help}</p>
      <ReplyForm of={reply} action={address} className="max-w-3xl space-y-5">
        <input type="hidden" name="kind" value={filter.kind} />
        <input type="hidden" name="organisation" value={filter.organisation} />
        <input type="hidden" name="import" value={filter.import} />
        <RadioGroup
          field={reply.fields.scope}
          label={words.scope}
          choices={[
            { value: 'ticked', text: words.ticked },
            { value: 'filter', text: words.filtered(format.number(total)) },
          ]}
        />
        <ScoreFields fields={reply.fields} />
        <Button>{words.submit}</Button>
      </ReplyForm>
    </Section>
  )
}
