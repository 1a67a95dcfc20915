import type { LoaderFunctionArgs } from '@remix-run/node'
import { useRouteLoaderData } from '@remix-run/react'
import { arrive } from '#http'
import { useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { ButtonLink, Facts, Notice, Page, Prose, Section } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import type { Shell } from '../../shell/load.server.ts'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { title, description } = messagesOf(arrival.language).catalogue.about
  return { page: pageFacts(arrival, { title, description }) }
}

export default function About() {
  const shell = useRouteLoaderData<() => Promise<Shell>>('root')
  const { about } = useMessages().catalogue
  if (!shell) return null
  const { exchange, demonstration } = shell
  return (
    <Page title={about.title} lead={about.lead(exchange.name)} width="reading">
      {demonstration ? (
        <Notice tone="caution" title={about.demonstrationTitle}>
          {about.demonstration}
        </Notice>
      ) : null}
      <Section title={about.whatTitle}>
        <Prose text={about.what.join('\n\n')} />
      </Section>
      <Section title={about.rulesTitle} id="rules">
        <ol className="max-w-[75ch] list-decimal space-y-2 pl-5">
          {about.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
      </Section>
      <Section title={about.moneyTitle}>
        <Prose text={about.money} />
      </Section>
      <Section title={about.lawTitle}>
        <ul className="max-w-[75ch] list-disc space-y-1 pl-5">
          {about.law.map((law) => (
            <li key={law}>{law}</li>
          ))}
        </ul>
      </Section>
      <Section title={about.operatorTitle} id="contact">
        <Facts
          facts={[
            { term: about.operator, value: exchange.operator },
            { term: about.address, value: exchange.address },
            { term: about.email, value: <a href={`mailto:${exchange.email}`}>{exchange.email}</a> },
            { term: about.phone, value: exchange.phone },
          ]}
        />
        <div className="mt-5">
          <ButtonLink to="/search" weight="primary">
            {about.toSearch}
          </ButtonLink>
        </div>
      </Section>
    </Page>
  )
}
