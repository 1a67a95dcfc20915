import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { arrive, demand, parse } from '#http'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { may } from '#modules/accounts'
import { inLanguage, organisationSchema } from '#modules/directory'
import { listingsOf } from '#modules/catalogue/server'
import { publicOrganisation } from '#modules/directory/server'
import { Badge, ButtonLink, Facts, Foreign, Link, Notice, Page, Prose, Section, Tag } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { ListingRow } from './listing-row.tsx'
import { provinceName } from './names.ts'

export const meta = pageMeta

/** More than these are found by searching for the name. */
const rowsShown = 20

const Params = z.object({ id: z.string().max(60) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(Params, args.params)
  const { organisation, address } = demand(arrival, await publicOrganisation(id))
  const { language, actor } = arrival
  const title = inLanguage(organisation.name, language)?.text ?? organisation.name.vi
  const about = inLanguage(organisation.description, language)?.text ?? title
  return {
    page: pageFacts(arrival, {
      title,
      description: about.slice(0, 300),
      closed: !organisation.verified,
      schema: organisation.verified ? organisationSchema(organisation, language, address) : null,
    }),
    organisation,
    rows: await listingsOf(organisation.id, language, rowsShown),
    mayEdit: may(actor, 'organisation.edit', { organisationId: id }).ok,
  }
}

export default function Organisation() {
  const { organisation, rows, mayEdit } = useLoaderData<typeof loader>()
  const { accounts, site } = useMessages()
  const words = accounts.directory
  const language = useLanguage()
  const format = useFormats()
  const name = inLanguage(organisation.name, language)
  const other = organisation.name[language === 'vi' ? 'en' : 'vi']
  const about = inLanguage(organisation.description, language)
  return (
    <Page
      trail={[{ to: '/organisations', text: words.title }]}
      title={name ? <Foreign language={name.language}>{name.text}</Foreign> : organisation.id}
      {...(other !== '' && other !== name?.text
        ? { lead: <Foreign language={language === 'vi' ? 'en' : 'vi'}>{other}</Foreign> }
        : {})}
      actions={
        mayEdit ? <ButtonLink to={`/account/organisations/${organisation.id}`}>{words.edit}</ButtonLink> : undefined
      }
    >
      <p className="mb-6 flex flex-wrap items-center gap-3">
        <span>{site.organisationKinds[organisation.kind]}</span>
        <Badge standing={organisation.verified ? 'good' : 'waiting'}>
          {organisation.verified ? words.verified : words.unverified}
        </Badge>
      </p>
      {organisation.verified ? null : <Notice tone="caution">{words.unverifiedText}</Notice>}
      <Section title={words.about}>
        {about ? (
          <>
            {about.language === language ? null : <p className="mb-2 text-sm text-muted">{words.inOtherLanguage}</p>}
            <Prose text={about.text} lang={about.language === language ? undefined : about.language} />
          </>
        ) : (
          <p className="text-muted">{words.noDescription}</p>
        )}
      </Section>
      {organisation.services.length > 0 ? (
        <Section title={accounts.organisation.services}>
          <ul className="flex flex-wrap gap-2">
            {organisation.services.map((service) => (
              <li key={service}>
                <Tag>{site.legalServices[service]}</Tag>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={words.facts}>
        <Facts
          facts={[
            { term: accounts.organisation.taxCode, value: organisation.taxCode },
            {
              term: accounts.organisation.address,
              value: organisation.address === '' ? null : <Foreign language="vi">{organisation.address}</Foreign>,
            },
            { term: accounts.organisation.province, value: provinceName(language, organisation.province) },
            {
              term: accounts.organisation.website,
              value:
                organisation.website === '' ? null : (
                  <a
                    href={organisation.website}
                    rel="nofollow noopener noreferrer"
                    className="inline-flex min-h-6 items-center break-all"
                  >
                    {organisation.website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
                  </a>
                ),
            },
            { term: words.memberSince, value: format.date(organisation.createdAt) },
          ]}
        />
      </Section>
      {rows.length > 0 ? (
        <Section
          title={words.listings}
          aside={
            rows.length === rowsShown ? (
              <Link to={`/search?q=${encodeURIComponent(`"${organisation.name.vi}"`)}`}>{words.allListings}</Link>
            ) : undefined
          }
        >
          <ul>
            {rows.map((row) => (
              <ListingRow key={row.id} row={row} narrow />
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
