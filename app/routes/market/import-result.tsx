import { useActionData, useLoaderData } from '@remix-run/react'
import { issueText, localPath, useFormats, useLanguage, useMessages } from '#i18n'
import { type RowOutcome, rowOutcomes } from '#modules/interchange'
import {
  Badge,
  Button,
  ButtonLink,
  Checkbox,
  Link,
  Notice,
  Pagination,
  ReplyForm,
  Section,
  type Standing,
  Table,
  useReplyForm,
} from '#ui'
import type { loader } from './import-file.tsx'

const standings: Readonly<Record<RowOutcome, Standing>> = {
  created: 'good',
  updated: 'moving',
  unchanged: 'plain',
  refused: 'stopped',
}

/** How many rows came to what. */
export function Counts() {
  const { found, counts } = useLoaderData<typeof loader>()
  const { interchange: words } = useMessages()
  const format = useFormats()
  const done = found.state === 'done'
  const shown = done ? counts.happened : counts.planned
  return (
    <ul className="mb-6 grid grid-cols-2 gap-3 lg:grid-cols-4">
      {rowOutcomes.map((outcome) => (
        <li key={outcome} className="border border-line bg-raised p-4">
          <p className={`text-3xl font-semibold tabular-nums ${shown[outcome] === 0 ? 'text-muted' : ''}`}>
            {format.number(shown[outcome])}
          </p>
          <p>{(done ? words.outcomes : words.planned)[outcome]}</p>
        </li>
      ))}
    </ul>
  )
}

/** The declaration and the button that carries out what the check found. */
export function Confirm() {
  const { counts } = useLoaderData<typeof loader>()
  const { interchange: words } = useMessages()
  const format = useFormats()
  const reply = useReplyForm<{ declared: string }>({ name: 'carry', reply: useActionData() })
  const rows = counts.planned.created + counts.planned.updated
  return (
    <Section title={words.carryOutTitle}>
      {rows === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ReplyForm of={reply} className="max-w-3xl space-y-4">
          {counts.planned.refused > 0 ? <Notice tone="caution">{words.refusedStay}</Notice> : null}
          <Checkbox field={reply.fields.declared} label={words.declare} />
          <Button>{words.carryOut(format.number(rows))}</Button>
        </ReplyForm>
      )}
    </Section>
  )
}

/** The report: a line for each row, by result, and the files to take away. */
export function Report() {
  const { found, counts, rows, outcome, at, pageCount } = useLoaderData<typeof loader>()
  const messages = useMessages()
  const { interchange: words } = messages
  const format = useFormats()
  const language = useLanguage()
  const done = found.state === 'done'
  const names = done ? words.outcomes : words.planned
  const shown = done ? counts.happened : counts.planned
  const address = (wanted: string, page = 1): string => {
    const query = new URLSearchParams({
      ...(wanted ? { result: wanted } : {}),
      ...(page > 1 ? { page: String(page) } : {}),
    })
    const text = query.toString()
    return `/work/import/${found.id}${text === '' ? '' : `?${text}`}`
  }
  const download = (name: string): string => localPath(language, `/work/import/${found.id}/${name}`)
  return (
    <Section
      title={words.report}
      aside={
        <span className="flex flex-wrap gap-x-4">
          <a href={download('report.csv')}>{words.reportFile}</a>
          {shown.refused > 0 ? <a href={download('refused.csv')}>{words.refusedFile}</a> : null}
        </span>
      }
    >
      <nav aria-label={words.filter} className="mb-4">
        <ul className="flex flex-wrap gap-x-5">
          {(['', ...rowOutcomes] as const).map((one) => (
            <li key={one}>
              <Link
                to={address(one)}
                {...(one === (outcome ?? '') ? { 'aria-current': 'page' as const } : {})}
                className={`inline-flex min-h-8 items-center ${one === (outcome ?? '') ? 'font-semibold text-ink no-underline' : ''}`}
              >
                {one === '' ? words.all : names[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <p>{words.noRows}</p>
      ) : (
        <Table
          caption={words.report}
          rows={rows}
          rowKey={(row) => String(row.number)}
          columns={[
            { head: words.row, numeric: true, cell: (row) => format.number(row.number) },
            {
              head: words.listing,
              cell: (row) => (
                <div className="min-w-48">
                  {row.listingId && row.outcome && row.outcome !== 'refused' ? (
                    <Link to={`/work/${found.kind === 'technology' ? 'technologies' : 'needs'}/${row.listingId}`}>
                      {row.title}
                    </Link>
                  ) : (
                    row.title
                  )}
                  {row.externalId ? <span className="block text-sm text-muted">{row.externalId}</span> : null}
                </div>
              ),
            },
            {
              head: words.outcome,
              cell: (row) => {
                const result = row.outcome ?? row.planned
                return (
                  <Badge standing={standings[result]}>{(row.outcome ? words.outcomes : words.planned)[result]}</Badge>
                )
              },
            },
            {
              head: words.reason,
              cell: (row) => (
                <span className="block min-w-48 text-sm">
                  {row.code === null
                    ? row.notes.map((note) => words.notes[note]).join('. ')
                    : [
                        row.field === null ? '' : `${words.fieldNames[row.field]}: `,
                        issueText(messages, { code: row.code, ...(row.values ? { values: row.values } : {}) }),
                      ].join('')}
                </span>
              ),
            },
          ]}
        />
      )}
      <Pagination page={at} pageCount={pageCount} to={(page) => address(outcome ?? '', page)} />
      {done ? (
        <p className="mt-6">
          <ButtonLink to="/work/import">{words.again}</ButtonLink>
        </p>
      ) : null}
    </Section>
  )
}
