import { and, count, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { reader } from '#db'
import type { Language } from '#kernel'
import { organisations } from '#modules/accounts/server'
import { type ListingKind, statesInView } from '#modules/listings'
import { listings, publishedListingsOf } from '#modules/listings/server'
import { now } from '#platform/clock'
import type { SearchHit, SearchResult } from '#search'
import { answered } from './answers.server.ts'
import { type Card, cardSchema } from './card.ts'
import { engine } from './engine.server.ts'
import { documentsOf } from './indexing.server.ts'
import { everything, type Question } from './question.ts'

/** A listing as a row of a list. Title and snippet are in `language`, with what was searched for marked. */
export interface Row extends Pick<SearchHit, 'id' | 'kind' | 'language' | 'title' | 'snippet'> {
  readonly card: Card
}

/** A row of a result: how well it answers, and why. */
export interface FoundRow extends Row, Pick<SearchHit, 'match' | 'reasons' | 'score'> {}

export interface Found extends Omit<SearchResult, 'hits' | 'query'> {
  readonly rows: readonly FoundRow[]
  /** Which of the rows is the first that holds only some of the words; the number of rows if none does. */
  readonly partialFrom: number
}

/** A question with who asks it, in which language. */
export interface Asked {
  readonly question: Question
  readonly language: Language
  /** The organisation on whose behalf is searched; null for a visitor. */
  readonly organisationId: string | null
  readonly pageSize: number
}

function rowOf({ card, ...hit }: SearchHit): FoundRow[] {
  const parsed = cardSchema.safeParse(card)
  return parsed.success ? [{ ...hit, card: parsed.data }] : []
}

/** Answers a question from the index alone: no query reaches the database. */
export async function searchCatalogue(asked: Asked): Promise<Found> {
  return answered(JSON.stringify(asked), () => find(asked))
}

async function find({ question, language, organisationId, pageSize }: Asked): Promise<Found> {
  const filters = Object.fromEntries(Object.entries(question.filters).map(([name, values]) => [name, [...values]]))
  const {
    hits,
    query: _terms,
    ...found
  } = await engine().search({
    text: question.text,
    reader: { organisationId },
    language,
    exact: question.exact,
    explain: question.explain,
    filters,
    ranges: question.ranges,
    sort: question.sort,
    page: question.page,
    pageSize,
  })
  const rows = hits.flatMap(rowOf)
  const partialFrom = Math.min(Math.max(0, found.complete - (found.page - 1) * pageSize), rows.length)
  return { rows, partialFrom, ...found }
}

/** The listings published last. */
export async function newestListings(kind: ListingKind, language: Language, most: number): Promise<readonly Row[]> {
  const question = { ...everything, filters: { kind: [kind] }, sort: 'newest' as const }
  const { rows } = await searchCatalogue({ question, language, organisationId: null, pageSize: most })
  return rows
}

/**
 * What an organisation has on the market under its own name, the newest first: a need whose name is hidden is not
 * among it.
 */
export async function listingsOf(organisationId: string, language: Language, most: number): Promise<readonly Row[]> {
  const documents = await documentsOf(reader(), await publishedListingsOf(reader(), organisationId, most))
  return documents.flatMap(({ id, kind, texts, card }): Row[] => {
    const parsed = cardSchema.parse(card)
    const shown = texts[language] ? language : texts.vi ? 'vi' : 'en'
    const text = texts[shown]
    if (parsed.owner === null || !text) return []
    const plain = (words: string) => [{ text: words, hit: false }]
    return [{ id, kind, language: shown, title: plain(text.title), snippet: plain(text.summary), card: parsed }]
  })
}

/** What stands on the market, in numbers. */
export interface MarketFigures {
  readonly technologies: number
  readonly needs: number
  /** Verified institutes, enterprises and intermediaries. */
  readonly organisations: number
}

/** The condition of being in public view at this moment. */
export const inView = () =>
  and(
    isNotNull(listings.publishedVersion),
    inArray(listings.state, [...statesInView]),
    or(isNull(listings.validUntil), gt(listings.validUntil, now())),
  )

/** Counts what is in view now, from the records. */
export async function marketFigures(): Promise<MarketFigures> {
  const kinds = await reader()
    .select({ kind: listings.kind, count: count() })
    .from(listings)
    .where(inView())
    .groupBy(listings.kind)
  const [verified] = await reader()
    .select({ count: count() })
    .from(organisations)
    .where(and(eq(organisations.verification, 'verified'), ne(organisations.kind, 'operator')))
  const of = (kind: ListingKind) => kinds.find((row) => row.kind === kind)?.count ?? 0
  return { technologies: of('technology'), needs: of('need'), organisations: verified?.count ?? 0 }
}
