import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { arrive } from '#http'
import { useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { config } from '#platform/config'
import { Page, Prose, Section, Table } from '#ui'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await arrive(args)
  const { privacy } = messagesOf(language).catalogue
  const { exchange } = config()
  return {
    page: { title: privacy.title, description: privacy.description, site: exchange.name[language] },
    exchange,
  }
}

export default function Privacy() {
  const { exchange } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const { privacy } = useMessages().catalogue
  const columns = privacy.dataColumns
  return (
    <Page title={privacy.title} lead={privacy.lead} width="reading">
      <Section title={privacy.controllerTitle}>
        <Prose text={privacy.controller(exchange.operator[language], exchange.address[language], exchange.email)} />
      </Section>
      <Section title={privacy.dataTitle}>
        <Table
          caption={privacy.dataTitle}
          columns={[
            { head: columns.what, cell: (row) => row.what },
            { head: columns.why, cell: (row) => row.why },
            { head: columns.how, cell: (row) => row.how },
          ]}
          rows={privacy.data}
          rowKey={(row) => row.what}
        />
      </Section>
      <Section title={privacy.basisTitle}>
        <Prose text={privacy.basis} />
      </Section>
      <Section title={privacy.shareTitle}>
        <List items={privacy.share} />
      </Section>
      <Section title={privacy.cookiesTitle} id="cookies">
        <Prose text={privacy.cookies} />
      </Section>
      <Section title={privacy.rightsTitle} id="rights">
        <p>{privacy.rightsLead}</p>
        <List items={privacy.rights} />
        <div className="mt-3">
          <Prose text={privacy.rightsHow(exchange.email)} />
        </div>
      </Section>
      <Section title={privacy.safetyTitle}>
        <Prose text={privacy.safety} />
      </Section>
    </Page>
  )
}

function List({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className="max-w-[75ch] list-disc space-y-1 pl-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
