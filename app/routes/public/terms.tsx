import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { scienceFields } from '#classifications'
import { arrive, queryOf } from '#http'
import { localPath, useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { may } from '#modules/accounts'
import { type Entry, exportFormats, origins, sidesOf } from '#modules/terminology'
import { findInTerminology } from '#modules/terminology/server'
import { Button, ButtonLink, Empty, Foreign, Page, Pagination, Section, SelectField, Table, Tag, TextField } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { fieldGroups, fieldName } from './term-names.ts'

export const meta = pageMeta

/** Whatever an address asks for, the terminology answers: what it does not know counts as not chosen. */
const Query = z.object({
  text: z.string().trim().max(100).catch(''),
  field: z
    .enum(scienceFields.map(({ code }) => code))
    .nullable()
    .catch(null),
  origin: z.enum(origins).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

type Asked = z.output<typeof Query>

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const query = queryOf(arrival.url)
  const asked = Query.parse({ ...query, text: query['q'] })
  const { title, description } = messagesOf(arrival.language).terminology
  const narrowed = asked.text !== '' || asked.field !== null || asked.origin !== null
  const found = await findInTerminology(asked)
  return {
    page: pageFacts(arrival, { title, description, closed: narrowed || asked.page > 1 }),
    asked,
    narrowed,
    mayPropose: may(arrival.actor, 'term.propose').ok,
    entries: found.entries,
    total: found.total,
    at: found.page,
    pageCount: found.pageCount,
  }
}

function addressOf({ text, field, origin }: Asked, page: number): string {
  const query = new URLSearchParams({
    ...(text === '' ? {} : { q: text }),
    ...(field === null ? {} : { field }),
    ...(origin === null ? {} : { origin }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return query === '' ? '/terms' : `/terms?${query}`
}

export default function Terms() {
  const { asked, narrowed, mayPropose, entries, total, at, pageCount } = useLoaderData<typeof loader>()
  const words = useMessages().terminology
  const format = useFormats()
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={mayPropose ? <ButtonLink to="/terms/new">{words.propose}</ButtonLink> : null}
    >
      <Filters asked={asked} />
      {entries.length === 0 ? (
        <Empty
          action={
            <div className="flex flex-wrap gap-3">
              {narrowed ? <ButtonLink to="/terms">{words.clear}</ButtonLink> : null}
              {asked.text === '' ? null : (
                <ButtonLink to={`/search?${new URLSearchParams({ q: asked.text }).toString()}`} weight="quiet">
                  {words.toSearch}
                </ButtonLink>
              )}
            </div>
          }
        >
          {words.none}
        </Empty>
      ) : (
        <>
          <p className="mb-2 text-muted" role="status">
            {words.found(total, format.number(total))}
          </p>
          <Entries entries={entries} />
          <Pagination page={at} pageCount={pageCount} to={(next) => addressOf(asked, next)} />
        </>
      )}
      <Downloads />
    </Page>
  )
}

const field = (name: string, value: string | null) => ({
  id: `terms-${name}`,
  name,
  errorId: `terms-${name}-error`,
  descriptionId: `terms-${name}-help`,
  initialValue: value ?? '',
})

function Filters({ asked }: { readonly asked: Asked }) {
  const words = useMessages().terminology
  const language = useLanguage()
  return (
    <form
      role="search"
      action={localPath(language, '/terms')}
      className="mb-6 grid items-start gap-4 md:grid-cols-[2fr_2fr_1fr_auto]"
    >
      <TextField
        field={field('q', asked.text)}
        label={words.text}
        help={words.textHelp}
        type="search"
        maxLength={100}
        autoCapitalize="off"
        spellCheck={false}
      />
      <SelectField
        field={field('field', asked.field)}
        label={words.field}
        empty={words.allFields}
        groups={fieldGroups(language)}
      />
      <SelectField
        field={field('origin', asked.origin)}
        label={words.origin}
        empty={words.allOrigins}
        choices={origins.map((origin) => ({ value: origin, text: words.origins[origin] }))}
      />
      <Button className="md:mt-[1.85rem]">{words.find}</Button>
    </form>
  )
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useMessages().terminology
  const language = useLanguage()
  const side = (entry: Entry, of: 'en' | 'vi') => {
    const [first, second] = sidesOf(entry)[of]
    if (first === undefined) return null
    return <Foreign language={of}>{second === undefined ? first : words.synonyms(first, second)}</Foreign>
  }
  return (
    <Table
      caption={words.list}
      rows={entries}
      rowKey={({ kind, language: of, a, b }) => [kind, of, a, b].join('|')}
      columns={[
        { head: words.en, cell: (entry) => side(entry, 'en') },
        { head: words.vi, cell: (entry) => side(entry, 'vi') },
        {
          head: words.field,
          cell: (entry) => (
            <span className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
              {fieldName(language, entry.field) ?? words.noField}
              {entry.kind === 'synonym' ? <Tag>{words.synonym}</Tag> : null}
              {entry.origin === 'added' ? <Tag>{words.origins.added}</Tag> : null}
            </span>
          ),
        },
      ]}
    />
  )
}

function Downloads() {
  const words = useMessages().terminology
  const language = useLanguage()
  return (
    <Section title={words.download}>
      <p className="mb-2 max-w-[75ch] text-muted">{words.downloadHelp}</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {exportFormats.map((one) => (
          <li key={one}>
            <a href={localPath(language, `/terms/export/${one}`)} className="inline-flex min-h-6 items-center" download>
              {words.formats[one]}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
