import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { arrive } from '#http'
import { formats, localPath, useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import { actingAs } from '#modules/accounts'
import { type Question, questionOf, questionPath } from '#modules/catalogue'
import { searchCatalogue } from '#modules/catalogue/server'
import { ButtonLink, Link, Notice, Page, Pagination } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { type ListedRow, ListingRow } from './listing-row.tsx'
import { chosenCount, ChosenFilters, clearedPath, Filters } from './search-filters.tsx'
import { SearchForm } from './search-form.tsx'

const rowsOnPage = 20
const kinds = ['technology', 'need'] as const
const sorts = ['relevance', 'newest', 'trl', 'price'] as const

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, language, url } = arrival
  const question = questionOf(url.searchParams)
  const found = await searchCatalogue({ question, language, organisationId: actingAs(actor), pageSize: rowsOnPage })
  const { answeredBy = 'embedded' } = found
  return data(
    { page: pageFacts(arrival, facts(question, language, found.total)), question, found },
    { headers: { 'X-Search-Engine': answeredBy } },
  )
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

function facts(question: Question, language: Language, total: number) {
  const words = messagesOf(language).catalogue.search
  const text = question.text.slice(0, 80)
  return {
    title: heading(question, words),
    description: text === '' ? words.description : words.descriptionFor(text, formats(language).number(total)),
    closed: questionPath(question) !== '/search',
  }
}

type Words = ReturnType<typeof messagesOf>['catalogue']['search']

/** The one kind of listing asked for, or null for both. */
function kindOf(question: Question): 'technology' | 'need' | null {
  const chosen = question.filters.kind ?? []
  return chosen.length === 1 ? (kinds.find((kind) => kind === chosen[0]) ?? null) : null
}

function heading(question: Question, words: Words): string {
  if (question.text !== '') return words.titleFor(question.text.slice(0, 80))
  const kind = kindOf(question)
  return kind ? words.titleOf[kind] : words.title
}

export default function Search() {
  const { question, found } = useLoaderData<typeof loader>()
  const words = useMessages().catalogue.search
  const { facets, total, page, pageCount, rows, partialFrom } = found
  return (
    <Page title={heading(question, words)}>
      <SearchForm question={question} />
      <Kinds question={question} counts={facets.kind} />
      <div className="mt-4 lg:grid lg:grid-cols-[17rem_1fr] lg:gap-8">
        <aside aria-label={words.filters} className="mb-4">
          <Filters question={question} facets={facets} />
        </aside>
        <div>
          <ChosenFilters question={question} />
          {total === 0 ? (
            <NothingFound question={question} />
          ) : (
            <>
              <Order question={question} total={total} />
              <Results rows={rows} partialFrom={partialFrom} first={page === 1} />
              <Pagination
                page={page}
                pageCount={pageCount}
                to={(other) => questionPath({ ...question, page: other })}
              />
            </>
          )}
        </div>
      </div>
    </Page>
  )
}

function Kinds({
  question,
  counts,
}: {
  readonly question: Question
  readonly counts: readonly { readonly value: string; readonly count: number }[]
}) {
  const words = useMessages().catalogue.search
  const language = useLanguage()
  const format = useFormats()
  const current = kindOf(question)
  const countOf = (kind: string) => counts.find(({ value }) => value === kind)?.count ?? 0
  const choices = [
    { kind: null, text: words.everything, count: countOf('technology') + countOf('need') },
    ...kinds.map((kind) => ({ kind, text: words.kinds[kind], count: countOf(kind) })),
  ]
  return (
    <nav aria-label={words.kindsLabel} className="mt-4 border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {choices.map(({ kind, text, count }) => {
          const on = kind === current
          const { kind: _other, ...filters } = question.filters
          const path = questionPath({
            ...question,
            filters: kind ? { ...filters, kind: [kind] } : filters,
            page: 1,
          })
          return (
            <li key={text}>
              <a
                href={localPath(language, path)}
                {...(on ? { 'aria-current': 'page' as const } : {})}
                className={`-mb-px inline-flex min-h-11 items-center gap-2 border-b-2 no-underline ${on ? 'border-action font-semibold text-action' : 'border-transparent text-ink hover:border-edge'}`}
              >
                {text}
                <span className="text-sm font-normal text-muted tabular-nums">{format.number(count)}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function Order({ question, total }: { readonly question: Question; readonly total: number }) {
  const words = useMessages().catalogue.search
  const language = useLanguage()
  const format = useFormats()
  // Without words the best match is the newest, and needs have no readiness.
  const offered = sorts.filter(
    (sort) => (sort !== 'relevance' || question.text !== '') && (sort !== 'trl' || kindOf(question) !== 'need'),
  )
  const current = question.text === '' && question.sort === 'relevance' ? 'newest' : question.sort
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line pb-2">
      <p className="font-semibold">{words.total(total, format.number(total))}</p>
      <nav aria-label={words.sort}>
        <ul className="flex flex-wrap gap-x-4 text-sm">
          {offered.map((sort) => (
            <li key={sort}>
              <a
                href={localPath(language, questionPath({ ...question, sort, page: 1 }))}
                rel="nofollow"
                {...(sort === current ? { 'aria-current': 'true' as const } : {})}
                className={`inline-block py-1 ${sort === current ? 'font-semibold text-ink no-underline' : ''}`}
              >
                {words.sorts[sort]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

function Results({
  rows,
  partialFrom,
  first,
}: {
  readonly rows: readonly ListedRow[]
  readonly partialFrom: number
  readonly first: boolean
}) {
  const words = useMessages().catalogue.search
  const whole = rows.slice(0, partialFrom)
  const partial = rows.slice(partialFrom)
  return (
    <>
      {whole.length > 0 ? <List label={words.results} rows={whole} /> : null}
      {partial.length > 0 ? (
        <>
          {whole.length > 0 ? (
            <p className="border-b border-line bg-wash px-3 py-2 text-sm font-semibold">{words.partial}</p>
          ) : first ? (
            <p className="mt-3 border-l-4 border-edge bg-wash px-4 py-2">{words.onlyPartial}</p>
          ) : null}
          <List label={words.partial} rows={partial} />
        </>
      ) : null}
    </>
  )
}

function List({ label, rows }: { readonly label: string; readonly rows: readonly ListedRow[] }) {
  return (
    <ul aria-label={label}>
      {rows.map((row) => (
        <ListingRow key={row.id} row={row} />
      ))}
    </ul>
  )
}

function NothingFound({ question }: { readonly question: Question }) {
  const words = useMessages().catalogue.search
  const need = question.text === '' ? '/work/needs/new' : `/work/needs/new?title=${encodeURIComponent(question.text)}`
  return (
    <Notice title={words.emptyTitle(question.text)}>
      <ul className="my-2 list-disc space-y-1 pl-5">
        {question.text === '' ? null : <li>{words.emptyFewer}</li>}
        {chosenCount(question) > 0 ? (
          <li>
            <Link to={clearedPath(question)}>{words.emptyFilters}</Link>
          </li>
        ) : null}
        <li>
          <Link to="/search">{words.emptyAll}</Link>
        </li>
      </ul>
      <ButtonLink to={need} weight="primary" rel="nofollow">
        {words.emptyNeed}
      </ButtonLink>
    </Notice>
  )
}
