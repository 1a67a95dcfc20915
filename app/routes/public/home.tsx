import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { arrive } from '#http'
import { localPath, useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { newestListings } from '#modules/catalogue/server'
import { config } from '#platform/config'
import { ButtonLink, Empty, Link, Section } from '#ui'
import { pageMeta } from '../../shell/meta.ts'
import { exchangeFigures } from './figures.server.ts'
import { type ListedRow, ListingRow } from './listing-row.tsx'
import { SearchForm } from './search-form.tsx'

const shown = 5

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { language } = await arrive(args)
  const { home } = messagesOf(language).catalogue
  const { origin, exchange } = config()
  const name = exchange.name[language]
  const address = origin + localPath(language, '/')
  const [technologies, needs, figures] = await Promise.all([
    newestListings('technology', language, shown),
    newestListings('need', language, shown),
    exchangeFigures(),
  ])
  return {
    page: {
      title: name,
      description: home.description,
      site: name,
      schema: {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name,
        url: address,
        inLanguage: language,
        potentialAction: {
          '@type': 'SearchAction',
          target: {
            '@type': 'EntryPoint',
            urlTemplate: `${origin}${localPath(language, '/search')}?q={search_term_string}`,
          },
          'query-input': 'required name=search_term_string',
        },
      },
    },
    technologies,
    needs,
    figures,
  }
}

export default function Home() {
  const { technologies, needs, figures } = useLoaderData<typeof loader>()
  const { home } = useMessages().catalogue
  return (
    <>
      <div className="border-b border-line bg-action-wash">
        <div className="mx-auto max-w-6xl px-4 py-8 sm:py-12">
          <h1 className="max-w-[30ch] text-2xl sm:text-4xl">{home.title}</h1>
          <p className="mt-3 mb-6 max-w-[65ch] text-lg">{home.lead}</p>
          <SearchForm />
        </div>
      </div>
      <div className="mx-auto max-w-6xl px-4 py-8">
        <Newest
          title={home.newestNeeds}
          rows={needs}
          empty={home.noNeeds}
          all={{ to: '/search?kind=need', text: home.allNeeds }}
          add={{ to: '/work/needs/new', text: home.post }}
        />
        <Newest
          title={home.newestTechnologies}
          rows={technologies}
          empty={home.noTechnologies}
          all={{ to: '/search?kind=technology', text: home.allTechnologies }}
          add={{ to: '/work/technologies/new', text: home.offer }}
        />
        <Figures figures={figures} />
        <HowItWorks />
      </div>
    </>
  )
}

interface Way {
  readonly to: string
  readonly text: string
}

function Newest({
  title,
  rows,
  empty,
  all,
  add,
}: {
  readonly title: string
  readonly rows: readonly ListedRow[]
  readonly empty: string
  readonly all: Way
  readonly add: Way
}) {
  return (
    <Section title={title} aside={<Link to={all.to}>{all.text}</Link>}>
      {rows.length === 0 ? (
        <Empty action={<ButtonLink to={add.to}>{add.text}</ButtonLink>}>{empty}</Empty>
      ) : (
        <ul className="border-t border-line">
          {rows.map((row) => (
            <ListingRow key={row.id} row={row} level={3} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Figures({ figures }: { readonly figures: Awaited<ReturnType<typeof exchangeFigures>> }) {
  const { home } = useMessages().catalogue
  const format = useFormats()
  const names = ['technologies', 'needs', 'organisations'] as const
  return (
    <Section title={home.figures}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-5">
        {names.map((name) => (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-muted">{home.figureNames[name]}</dt>
            <dd className="text-3xl font-semibold text-action tabular-nums">{format.number(figures[name])}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-muted">{home.figuresNote}</p>
    </Section>
  )
}

function HowItWorks() {
  const { home } = useMessages().catalogue
  return (
    <Section title={home.how}>
      <div className="grid gap-8 md:grid-cols-3">
        {(['institute', 'enterprise', 'consultant'] as const).map((who) => {
          const reader = home.readers[who]
          return (
            <section key={who} className="flex flex-col">
              <h3 className="text-lg">{reader.title}</h3>
              <ol className="mt-2 mb-4 grow list-decimal space-y-2 pl-5">
                {reader.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              <div>
                <ButtonLink to={reader.to}>{reader.action}</ButtonLink>
              </div>
            </section>
          )
        })}
      </div>
    </Section>
  )
}
