import { useFormats, useLanguage, useMessages } from '#i18n'
import { benchmarksFor, type RateBenchmark, rateBenchmarks, type RoyaltyBase } from '#modules/valuation'
import { Facts, Foreign, Notice, Section, Table, Tag } from '#ui'

interface PublishedRatesProps {
  readonly field: string | null
  readonly base: RoyaltyBase
  /** The current one, by which the age of the figures is told. */
  readonly year: number
}

/** The published rates by industry, those near the chosen field first, with all that is to be held against them. */
export function PublishedRates({ field, base, year }: PublishedRatesProps) {
  const { published: words } = useMessages().royaltyRates
  const near = field === null ? [] : benchmarksFor([field], [])
  const others = rateBenchmarks.industries.filter((one) => !near.includes(one))
  return (
    <Section title={words.title}>
      <p className="mb-4 max-w-[75ch]">{words.lead}</p>
      {base === rateBenchmarks.base ? null : <Notice tone="caution">{words.otherBase}</Notice>}
      <Benchmarks rows={[...near, ...others, rateBenchmarks.all]} near={near} />
      <h3 className="mt-8 mb-3 text-lg">{words.about}</h3>
      <About year={year} />
    </Section>
  )
}

function Benchmarks({
  rows,
  near,
}: {
  readonly rows: readonly RateBenchmark[]
  readonly near: readonly RateBenchmark[]
}) {
  const { published: words } = useMessages().royaltyRates
  const language = useLanguage()
  const format = useFormats()
  const share = (rate: number) => format.shareInColumn(rate * 10_000)
  return (
    <Table
      caption={words.caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          head: words.industry,
          cell: (one) => (
            <span className={`block min-w-32 ${one === rateBenchmarks.all ? 'font-semibold' : ''}`}>
              {`${one.name[language]} `}
              {near.includes(one) ? <Tag>{words.near}</Tag> : null}
            </span>
          ),
        },
        { head: words.low, numeric: true, cell: ({ low }) => share(low) },
        {
          head: words.median,
          numeric: true,
          cell: ({ median }) => <span className="font-semibold">{share(median)}</span>,
        },
        { head: words.high, numeric: true, cell: ({ high }) => share(high) },
        { head: words.licences, numeric: true, cell: ({ licences }) => format.number(licences) },
      ]}
    />
  )
}

function About({ year }: { readonly year: number }) {
  const { published: words } = useMessages().royaltyRates
  const format = useFormats()
  const { source, furtherSource, years, verified, all } = rateBenchmarks
  const age = (since: number) => format.number(year - since)
  return (
    <Facts
      facts={[
        { term: words.source, value: <Source of={source} /> },
        { term: words.published, value: words.publishedIn(source.year, age(source.year)) },
        { term: words.years, value: words.yearsOf(years.from, years.until, age(years.until), age(years.from)) },
        { term: words.country, value: words.countryOf },
        { term: words.base, value: words.baseOf },
        {
          term: words.checked,
          value: `${words.licencesChecked(format.number(all.licences))} ${verified.rates ? words.ratesChecked : words.ratesUnchecked}`,
        },
        {
          term: words.cautions,
          value: (
            <ul className="list-disc space-y-1 pl-5">
              {[words.wide, words.furtherSays, words.quarterRule].map((caution) => (
                <li key={caution}>{caution}</li>
              ))}
            </ul>
          ),
        },
        { term: words.further, value: <Source of={furtherSource} /> },
      ]}
    />
  )
}

interface SourceProps {
  readonly of: {
    readonly authors: string
    readonly title: string
    readonly published: string
    readonly year: number
    readonly address: string
  }
}

function Source({ of: { authors, title, published, year, address } }: SourceProps) {
  return (
    <Foreign language="en">
      {`${authors} `}
      <a href={address} rel="noopener">
        {title}
      </a>
      {`, ${published}, ${String(year)}.`}
    </Foreign>
  )
}
