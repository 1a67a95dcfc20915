import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { localPath, useFormats, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { answer, arrive, demand, goTo, parse, queryOf } from '#http'
import {
  ownSearches,
  removeSearch,
  type SearchLine,
  searchesOnAPage,
  setSearchState,
} from '#modules/saved-searches/server'
import { Badge, Button, ButtonLink, Empty, Link, Pagination } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { AccountPage } from './account-page.tsx'
import { Unreachable } from './search-parts.tsx'

export const meta = pageMeta

const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) })

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { page } = parse(query, queryOf(arrival.url))
  const { actor, language } = arrival
  const found = demand(arrival, await ownSearches({ actor, language, page }))
  const { title, lead } = messagesOf(language).savedSearches
  return {
    page: pageFacts(arrival, { title, description: lead, closed: true }),
    found,
    at: page,
    pageCount: Math.ceil(found.total / searchesOnAPage),
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, form } = arrival
  const id = typeof form['search'] === 'string' ? form['search'] : ''
  if (form['form'] === 'remove')
    return answer(arrival, await removeSearch(actor, id), () => goTo(arrival, '/account/searches', 'search_removed'))
  return answer(arrival, await setSearchState(actor, id, form), (state) =>
    goTo(arrival, '/account/searches', state === 'paused' ? 'search_paused' : 'search_resumed'),
  )
}

export default function Searches() {
  const words = useMessages().savedSearches
  const { found, at, pageCount } = useLoaderData<typeof loader>()
  const { searches, total, allowed, reachable } = found
  return (
    <AccountPage
      part="searches"
      title={words.title}
      lead={words.lead}
      actions={<ButtonLink to="/search">{words.toSearch}</ButtonLink>}
    >
      {reachable ? null : <Unreachable />}
      {total === 0 ? (
        <Empty
          action={
            <ButtonLink to="/search" weight="primary">
              {words.toSearch}
            </ButtonLink>
          }
        >
          {words.empty}
        </Empty>
      ) : (
        <>
          <p className="mb-2 text-sm text-muted">{words.kept(total, allowed)}</p>
          <ul className="border-t border-line">
            {searches.map((search) => (
              <li key={search.id} className="border-b border-line py-4">
                <Search search={search} />
              </li>
            ))}
          </ul>
          <Pagination page={at} pageCount={pageCount} to={(page) => `/account/searches?page=${String(page)}`} />
        </>
      )}
    </AccountPage>
  )
}

function Standing({ search }: { readonly search: SearchLine }) {
  const words = useMessages().savedSearches
  if (search.frequency === 'never') return <Badge>{words.states.silent}</Badge>
  const on = search.state === 'active' && search.organisation?.left !== true
  return (
    <Badge standing={on ? 'good' : 'waiting'}>
      {on ? words.frequencies[search.frequency] : `${words.frequencies[search.frequency]} · ${words.states.paused}`}
    </Badge>
  )
}

function Search({ search }: { readonly search: SearchLine }) {
  const words = useMessages().savedSearches
  const language = useLanguage()
  const format = useFormats()
  const { organisation } = search
  const name = organisation ? organisation.name[language] || organisation.name.vi : ''
  const facts = [
    search.total === null
      ? words.resultsUnknown
      : `${words.results}: ${words.resultCount(format.number(search.total))}`,
    search.toldAt === null ? words.neverTold : `${words.told}: ${format.dateTime(search.toldAt)}`,
    `${words.created} ${format.date(search.createdAt)}`,
    ...(organisation ? [`${words.organisation}: ${name}`] : []),
  ]
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h2 className="min-w-0 text-lg break-words">
          <Link to={search.path}>{search.name}</Link>
        </h2>
        <Standing search={search} />
      </div>
      <p className="mt-1 max-w-[75ch] break-words">{search.words.line}</p>
      <p className="mt-1 text-sm text-muted">{facts.join('\u00a0· ')}</p>
      {organisation?.left ? (
        <p className="mt-2 border-l-4 border-caution bg-caution-wash px-3 py-2">{words.left(name)}</p>
      ) : null}
      <Actions search={search} />
    </>
  )
}

function Actions({ search }: { readonly search: SearchLine }) {
  const { savedSearches: words, site } = useMessages()
  const language = useLanguage()
  const paused = search.state === 'paused'
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
      <ButtonLink to={`/account/searches/${search.id}`} aria-label={words.editOne(search.name)}>
        {site.edit}
      </ButtonLink>
      {search.frequency === 'never' ? null : (
        <Form method="post" action={localPath(language, '/account/searches')}>
          <input type="hidden" name="form" value="state" />
          <input type="hidden" name="search" value={search.id} />
          <input type="hidden" name="state" value={paused ? 'active' : 'paused'} />
          <Button weight="secondary" aria-label={paused ? words.resumeOne(search.name) : words.pauseOne(search.name)}>
            {paused ? words.resume : words.pause}
          </Button>
        </Form>
      )}
      <Removal search={search} />
    </div>
  )
}

/** Says what will happen before it does, without script: it opens on its own line. */
function Removal({ search }: { readonly search: SearchLine }) {
  const { savedSearches: words, site } = useMessages()
  const language = useLanguage()
  return (
    <details className="open:basis-full">
      <summary
        className="inline-flex min-h-11 items-center text-danger underline"
        aria-label={words.removeOne(search.name)}
      >
        {words.remove}
      </summary>
      <Form
        method="post"
        action={localPath(language, '/account/searches')}
        className="mt-1 max-w-[75ch] space-y-3 border-l-4 border-danger bg-danger-wash p-4"
      >
        <input type="hidden" name="form" value="remove" />
        <input type="hidden" name="search" value={search.id} />
        <p>{words.removeHelp}</p>
        <div className="flex flex-wrap gap-3">
          <Button weight="danger">{words.removeSubmit}</Button>
          <ButtonLink to="/account/searches">{site.cancel}</ButtonLink>
        </div>
      </Form>
    </details>
  )
}
