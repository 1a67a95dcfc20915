import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { arrive } from '#http'
import { useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { newestListings, siteSchema } from '#modules/catalogue/server'
import { type ExchangeFigures, exchangeFigures } from '#modules/statistics/server'
import { ButtonLink, Empty, Link, Section } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { type ListedRow, ListingRow } from './listing-row.tsx'
import { SearchForm } from './search-form.tsx'

const shown = 4

export const meta = pageMeta

export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers()

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { language } = arrival
  const { home } = messagesOf(language).catalogue
  const [technologies, needs, figures] = await Promise.all([
    newestListings('technology', language, shown),
    newestListings('need', language, shown),
    exchangeFigures(),
  ])
  return {
    page: pageFacts(arrival, { title: home.title, description: home.description, schema: siteSchema(language) }),
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
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
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
        </div>
        <div className="mt-10">
          <Figures figures={figures} />
          <HowItWorks />
        </div>
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
    <section>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-xl">{title}</h2>
        <Link to={all.to}>{all.text}</Link>
      </div>
      {rows.length === 0 ? (
        <Empty action={<ButtonLink to={add.to}>{add.text}</ButtonLink>}>{empty}</Empty>
      ) : (
        <ul className="border-t border-line">
          {rows.map((row) => (
            <ListingRow key={row.id} row={row} narrow />
          ))}
        </ul>
      )}
    </section>
  )
}

function Figures({ figures }: { readonly figures: ExchangeFigures }) {
  const { home } = useMessages().catalogue
  const format = useFormats()
  const names = ['technologies', 'needs', 'organisations', 'requests', 'accepted'] as const
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
