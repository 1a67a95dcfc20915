import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { arrive } from '#http'
import { formats, useFormats, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import { actingAs } from '#modules/accounts'
import { comparedOf, comparePath, type Question, questionOf, questionPath } from '#modules/catalogue'
import { nearestTo, searchCatalogue } from '#modules/catalogue/server'
import { noteUnanswered } from '#modules/terminology/server'
import { Link, Page, Pagination } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { ChosenFilters } from './search-chosen.tsx'
import { NothingFound } from './search-empty.tsx'
import { Filters } from './search-filters.tsx'
import { feedsOf, Follow } from './search-follow.tsx'
import { SearchForm } from './search-form.tsx'
import { KeptForComparison, useKept, useSearchPath, withKept } from './search-path.tsx'
import { Results } from './search-results.tsx'
import { Understood } from './search-understood.tsx'

const rowsOnPage = 20
const nearestRows = 5
const kinds = ['technology', 'need'] as const
const sorts = ['relevance', 'newest', 'trl', 'price'] as const

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, language, url } = arrival
  const question = questionOf(url.searchParams)
  const kept = comparedOf(url.searchParams, 'with').ids
  const asked = { question, language, organisationId: actingAs(actor) }
  const found = await searchCatalogue({ ...asked, pageSize: rowsOnPage })
  if (question.page === 1 && question.text !== '' && found.complete === 0) noteUnanswered(question.text, language)
  const nearest = found.total === 0 ? await nearestTo({ ...asked, pageSize: nearestRows }) : null
  const { answeredBy = 'embedded' } = found
  return data(
    { page: pageFacts(arrival, facts(question, language, found.total)), question, kept, found, nearest },
    { headers: { 'X-Search-Engine': answeredBy } },
  )
}

export const headers: HeadersFunction = ({ errorHeaders, loaderHeaders }) => errorHeaders ?? loaderHeaders

function facts(question: Question, language: Language, total: number) {
  const words = messagesOf(language).catalogue.search
  const text = question.text.slice(0, 80)
  return {
    title: heading(question, words),
    description: text === '' ? words.description : words.descriptionFor(text, formats(language).number(total)),
    closed: questionPath(question) !== '/search',
    feeds: feedsOf(question, language),
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
  const { question, kept, found, nearest } = useLoaderData<typeof loader>()
  const words = useMessages().catalogue.search
  const { facets, total, page, pageCount, rows, partialFrom } = found
  return (
    <KeptForComparison ids={kept}>
      <Page title={heading(question, words)}>
        <SearchForm question={question} compact />
        <Kinds question={question} counts={facets.kind} />
        <div className="mt-4 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-8">
          <aside aria-label={words.filters} className="mb-4">
            <Filters question={question} facets={facets} />
          </aside>
          <div>
            <Kept question={question} />
            <Understood question={question} correction={found.correction} translations={found.translations} />
            <ChosenFilters question={question} />
            {nearest ? (
              <NothingFound question={question} nearest={nearest} />
            ) : (
              <>
                <Order question={question} total={total} />
                <Results rows={rows} partialFrom={partialFrom} first={page === 1} />
                <Pagination
                  page={page}
                  pageCount={pageCount}
                  to={(other) => withKept(questionPath({ ...question, page: other }), kept)}
                />
                <Follow question={question} />
              </>
            )}
          </div>
        </div>
      </Page>
    </KeptForComparison>
  )
}

/** What was picked before and is still to be compared. */
function Kept({ question }: { readonly question: Question }) {
  const words = useMessages().catalogue.compare
  const kept = useKept()
  if (kept.length === 0) return null
  return (
    <p className="mb-3 border-l-4 border-action bg-action-wash px-4 py-2">
      {`${words.held(kept.length)} `}
      <Link to={comparePath(kept)}>{words.heldShow}</Link>
      {' · '}
      <Link to={questionPath(question)}>{words.heldDrop}</Link>
    </p>
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
  const searchPath = useSearchPath()
  const format = useFormats()
  const current = kindOf(question)
  const countOf = (kind: string) => counts.find(({ value }) => value === kind)?.count ?? 0
  const choices = [
    { kind: null, text: words.everything, count: countOf('technology') + countOf('need') },
    ...kinds.map((kind) => ({ kind, text: words.kinds[kind], count: countOf(kind) })),
  ]
  return (
    <nav aria-label={words.kindsLabel} className="mt-3 border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {choices.map(({ kind, text, count }) => {
          const on = kind === current
          const { kind: _other, ...filters } = question.filters
          return (
            <li key={text}>
              <a
                href={searchPath({ ...question, filters: kind ? { ...filters, kind: [kind] } : filters, page: 1 })}
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
  const path = useSearchPath()
  const format = useFormats()
  // Without words the best match is the newest, and needs have no readiness.
  const offered = sorts.filter(
    (sort) => (sort !== 'relevance' || question.text !== '') && (sort !== 'trl' || kindOf(question) !== 'need'),
  )
  const current = question.text === '' && question.sort === 'relevance' ? 'newest' : question.sort
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line pb-2">
      <div className="flex grow flex-wrap items-baseline justify-between gap-x-5 lg:justify-start">
        <p className="font-semibold">{words.total(total, format.number(total))}</p>
        {question.text === '' ? null : (
          <p className="text-sm">
            <a href={path({ ...question, explain: !question.explain })} rel="nofollow" className="inline-block py-1">
              {question.explain ? words.whyHide : words.why}
            </a>
          </p>
        )}
      </div>
      <nav aria-label={words.sort} className="max-w-full overflow-x-auto">
        <ul className="flex gap-x-4 text-sm whitespace-nowrap">
          {offered.map((sort) => (
            <li key={sort}>
              <a
                href={path({ ...question, sort, page: 1 })}
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
