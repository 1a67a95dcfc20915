import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { provinces } from '#classifications'
import { arrive, queryOf } from '#http'
import { localPath, useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { organisationKinds } from '#modules/accounts'
import { inLanguage } from '#modules/directory'
import { type DirectoryEntry, directoryPage } from '#modules/directory/server'
import { Button, ButtonLink, Empty, Foreign, Link, Page, Pagination, SelectField, Tag, TextField } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { provinceName } from './names.ts'

export const meta = pageMeta

/** Whatever an address asks for, the directory answers: what it does not know counts as not chosen. */
const Query = z.object({
  kind: z.enum(organisationKinds).nullable().catch(null),
  province: z
    .enum(provinces.map((province) => province.code))
    .nullable()
    .catch(null),
  text: z.string().trim().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

type Asked = z.output<typeof Query>

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const query = queryOf(arrival.url)
  const asked = Query.parse({ ...query, text: query['q'] })
  const { title, description } = messagesOf(arrival.language).accounts.directory
  const narrowed = asked.kind !== null || asked.province !== null || asked.text !== ''
  return {
    page: pageFacts(arrival, { title, description, closed: narrowed && asked.page > 1 }),
    asked,
    narrowed,
    ...(await directoryPage(asked)),
  }
}

function addressOf({ kind, province, text }: Asked, page: number): string {
  const query = new URLSearchParams({
    ...(text === '' ? {} : { q: text }),
    ...(kind === null ? {} : { kind }),
    ...(province === null ? {} : { province }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return query === '' ? '/organisations' : `/organisations?${query}`
}

export default function Organisations() {
  const { asked, narrowed, entries, total, pageCount } = useLoaderData<typeof loader>()
  const words = useMessages().accounts.directory
  const format = useFormats()
  return (
    <Page title={words.title} lead={words.lead}>
      <Filters asked={asked} />
      {entries.length === 0 ? (
        <Empty action={narrowed ? <ButtonLink to="/organisations">{words.clear}</ButtonLink> : null}>
          {words.none}
        </Empty>
      ) : (
        <>
          <p className="mb-2 text-muted" role="status">
            {words.found(total, format.number(total))}
          </p>
          <ul className="border-t border-line">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
          <Pagination page={asked.page} pageCount={pageCount} to={(page) => addressOf(asked, page)} />
        </>
      )}
    </Page>
  )
}

const field = (name: string, value: string | null) => ({
  id: `directory-${name}`,
  name,
  errorId: `directory-${name}-error`,
  descriptionId: `directory-${name}-help`,
  initialValue: value ?? '',
})

function Filters({ asked }: { readonly asked: Asked }) {
  const { accounts, site } = useMessages()
  const words = accounts.directory
  const language = useLanguage()
  return (
    <form
      role="search"
      action={localPath(language, '/organisations')}
      className="mb-6 grid items-end gap-4 md:grid-cols-[2fr_1.5fr_1.5fr_auto]"
    >
      <TextField field={field('q', asked.text)} label={words.text} type="search" maxLength={200} />
      <SelectField
        field={field('kind', asked.kind)}
        label={accounts.organisation.kind}
        empty={words.allKinds}
        choices={organisationKinds.map((kind) => ({ value: kind, text: site.organisationKinds[kind] }))}
      />
      <SelectField
        field={field('province', asked.province)}
        label={accounts.organisation.province}
        empty={words.allProvinces}
        choices={provinces.map((province) => ({ value: province.code, text: province[language] }))}
      />
      <Button>{words.find}</Button>
    </form>
  )
}

function Entry({ entry }: { readonly entry: DirectoryEntry }) {
  const { site } = useMessages()
  const language = useLanguage()
  const name = inLanguage(entry.name, language)
  const about = inLanguage(entry.description, language)
  const place = provinceName(language, entry.province)
  return (
    <li className="border-b border-line py-4">
      <h2 className="text-lg">
        <Link to={`/organisations/${entry.id}`}>
          {name ? <Foreign language={name.language}>{name.text}</Foreign> : entry.id}
        </Link>
      </h2>
      <p className="text-sm text-muted">
        {[site.organisationKinds[entry.kind], place].filter((part) => part !== null).join(' · ')}
      </p>
      {about ? (
        <p className="mt-1 line-clamp-2 max-w-[75ch]">
          <Foreign language={about.language}>{about.text}</Foreign>
        </p>
      ) : null}
      {entry.services.length > 0 ? (
        <ul className="mt-2 flex flex-wrap gap-2">
          {entry.services.map((service) => (
            <li key={service}>
              <Tag>{site.legalServices[service]}</Tag>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}
