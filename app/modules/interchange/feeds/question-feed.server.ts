import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import { done, type Language, refuse, type Result } from '#kernel'
import { type Question, questionOf, questionPath } from '#modules/catalogue'
import { type Found, type FoundRow, questionInWords, searchCatalogue } from '#modules/catalogue/server'
import { now } from '#platform/clock'
import { config } from '#platform/config'
import { atomFeed } from './atom.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { jsonFeed } from './json-feed.ts'

const entriesOnAPage = 50
const day = 86_400_000

const writers = {
  atom: { path: '/search.atom', type: 'application/atom+xml; charset=utf-8', write: atomFeed },
  json: { path: '/search.json', type: 'application/feed+json; charset=utf-8', write: jsonFeed },
} as const

export type FeedFormat = keyof typeof writers

/** A text to be answered with. */
export interface WrittenFeed {
  readonly body: string
  readonly type: string
  /** When the youngest change in it was made. Milliseconds since 1970 UTC. */
  readonly updated: number
}

const folders = { technology: '/technologies/', need: '/needs/' } as const

const plain = (segments: FoundRow['title']): string => segments.map((segment) => segment.text).join('')

/** A name by RFC 4151 that stays the same when the exchange moves to TLS or another port. */
const tag = (specific: string): string => `tag:${new URL(config().origin).hostname},2026:${specific}`

const address = (language: Language, path: string): string => config().origin + localPath(language, path)

function entryOf(row: FoundRow, language: Language): FeedEntry {
  const { id, kind, card } = row
  const { owner, publishedAt, updatedAt } = card
  return {
    id: tag(id),
    url: address(language, folders[kind] + id),
    title: plain(row.title),
    summary: plain(row.snippet),
    language: row.language,
    kind: { term: kind, label: messagesOf(language).site.listingKinds[kind] },
    author: owner && {
      name: owner.name[language] || owner.name.vi,
      url: address(language, `/organisations/${owner.id}`),
    },
    published: publishedAt,
    // A version is written before it is reviewed and published.
    updated: Math.max(publishedAt, updatedAt ?? publishedAt),
  }
}

function feedOf(question: Question, language: Language, path: string, found: Found): Feed {
  const { exchange } = config()
  const pageCount = Math.max(1, Math.ceil(found.complete / entriesOnAPage))
  const words = questionInWords(question, language)
  // What holds only some of the words is for somebody who looks on; a feed that is followed would drown in it.
  const entries = found.rows.slice(0, found.partialFrom).map((row) => entryOf(row, language))
  const query = (page: number) => questionPath({ ...question, page }).slice('/search'.length)
  const at = (page: number) => address(language, path + query(page))
  return {
    id: tag(`${localPath(language, '/search')}${query(1)}`),
    title: `${words.line} · ${exchange.name[language]}`,
    subtitle: messagesOf(language).openData.feeds.subtitle(exchange.name[language]),
    language,
    // An empty feed has to name a moment; one that stays the same for a day lets readers keep what they have.
    updated: entries.reduce((latest, entry) => Math.max(latest, entry.updated), 0) || Math.floor(now() / day) * day,
    self: at(found.page),
    page: address(language, questionPath({ ...question, page: 1 })),
    first: at(1),
    previous: found.page > 1 ? at(Math.min(found.page - 1, pageCount)) : null,
    next: found.page < pageCount ? at(found.page + 1) : null,
    author: { name: exchange.name[language], url: address(language, '/') },
    entries,
  }
}

/**
 * The results of a question as visitors see them, 50 a page; the newest first unless the query names an order.
 *
 * @returns refusal 404 `not_found` for a page that does not exist
 * @throws SearchBusyError
 */
export async function questionFeed(
  format: FeedFormat,
  query: URLSearchParams,
  language: Language,
): Promise<Result<WrittenFeed>> {
  const asked = questionOf(query)
  const sort = query.get('sort') === asked.sort ? asked.sort : 'newest'
  const question: Question = { ...asked, sort, explain: false }
  const found = await searchCatalogue({ question, language, organisationId: null, pageSize: entriesOnAPage })
  if (found.page !== question.page) return refuse('not_found', 404)
  const { path, type, write } = writers[format]
  const feed = feedOf(question, language, path, found)
  return done({ body: write(feed), type, updated: feed.updated })
}
