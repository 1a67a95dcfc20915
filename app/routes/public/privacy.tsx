import type { LoaderFunctionArgs } from '@remix-run/node'
import { useRouteLoaderData } from '@remix-run/react'
import { arrive } from '#http'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { Facts, Page, Prose, Section } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import type { Shell } from '../../shell/load.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { title, description } = messagesOf(arrival.language).catalogue.privacy
  return { page: pageFacts(arrival, { title, description }) }
}

export default function Privacy() {
  const shell = useRouteLoaderData<() => Promise<Shell>>('root')
  const { privacy } = useMessages().catalogue
  if (!shell) return null
  const { exchange } = shell
  const names = privacy.dataNames
  return (
    <Page title={privacy.title} lead={privacy.lead} width="reading">
      <Section title={privacy.controllerTitle}>
        <Prose text={privacy.controller(exchange.operator, exchange.address, exchange.email)} />
      </Section>
      <Section title={privacy.dataTitle}>
        <ul className="space-y-5">
          {privacy.data.map((row) => (
            <li key={row.what}>
              <p className="mb-1 font-semibold">{row.what}</p>
              <Facts
                facts={[
                  { term: names.why, value: row.why },
                  { term: names.how, value: row.how },
                ]}
              />
            </li>
          ))}
        </ul>
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
