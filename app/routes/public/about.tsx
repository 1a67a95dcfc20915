import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { arrive } from '#http'
import { useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { config } from '#platform/config'
import { ButtonLink, Facts, Notice, Page, Prose, Section } from '#ui'
import { pageMeta } from '../../shell/meta.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await arrive(args)
  const { about } = messagesOf(language).catalogue
  const { exchange, demonstration } = config()
  return {
    page: { title: about.title, description: about.description, site: exchange.name[language] },
    exchange,
    demonstration,
  }
}

export default function About() {
  const { exchange, demonstration } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const { about } = useMessages().catalogue
  return (
    <Page title={about.title} lead={about.lead(exchange.name[language])} width="reading">
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
            { term: about.operator, value: exchange.operator[language] },
            { term: about.address, value: exchange.address[language] },
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
