import { reader } from '#db'
import { type Bilingual, busySeconds, done, type Language, refuse, type Result } from '#kernel'
import { type Actor, actingAs, may, type SignedIn } from '#modules/accounts'
import { organisationsByIds } from '#modules/accounts/server'
import { type Question, questionOf, questionPath } from '#modules/catalogue'
import { questionInWords, type QuestionInWords, searchCatalogue } from '#modules/catalogue/server'
import { askedBy } from '../commands/save-search.server.ts'
import { askedPath, type Frequency, nameLength, searchesAllowed, type SearchState } from '../saved-search.ts'
import { countOf, type SavedSearch, searchAsked, searchesOf, searchOf } from '../store.server.ts'

export const searchesOnAPage = 10

/** A saved search as its owner sees it. */
export interface SearchLine {
  readonly id: string
  readonly name: string
  /** The page of its results, without the language. */
  readonly path: string
  readonly words: QuestionInWords
  readonly frequency: Frequency
  readonly state: SearchState
  readonly toldAt: number | null
  readonly createdAt: number
  readonly version: number
  /** How many listings hold all its words now, as letters count; null while the search is busy. */
  readonly total: number | null
  /** The organisation it was saved for. */
  readonly organisation: { readonly name: Bilingual; readonly left: boolean } | null
}

/** The question of a search from the path it is kept as. */
export function questionAt(path: string): Question {
  return questionOf(new URL(path, 'http://site').searchParams)
}

async function totalOf(question: Question, language: Language, organisationId: string | null): Promise<number | null> {
  try {
    return (await searchCatalogue({ question, language, organisationId, pageSize: 1 })).complete
  } catch (error) {
    if (busySeconds(error) !== null) return null
    throw error
  }
}

async function linesOf(by: SignedIn, language: Language, searches: readonly SavedSearch[]): Promise<SearchLine[]> {
  const organisations = await organisationsByIds(
    reader(),
    searches.flatMap((search) => search.organisationId ?? []),
  )
  const lines: SearchLine[] = []
  for (const search of searches) {
    const question = questionAt(search.path)
    const organisation = search.organisationId === null ? null : organisations.get(search.organisationId)
    const left = organisation ? !by.memberships.some((member) => member.id === organisation.id) : false
    lines.push({
      id: search.id,
      name: search.name,
      path: search.path,
      words: questionInWords(question, language),
      frequency: search.frequency,
      state: search.state,
      toldAt: search.toldAt,
      createdAt: search.createdAt,
      version: search.version,
      total: await totalOf(question, language, left ? null : search.organisationId),
      organisation: organisation ? { name: organisation.name, left } : null,
    })
  }
  return lines
}

/** One page of the reader's saved searches, the newest first. */
export async function ownSearches(asked: {
  actor: Actor
  language: Language
  page: number
}): Promise<Result<{ searches: SearchLine[]; total: number; allowed: number; reachable: boolean }>> {
  const allowed = may(asked.actor, 'account.use')
  if (!allowed.ok) return allowed
  const { personId, emailConfirmed } = allowed.value
  const searches = await searchesOf(reader(), personId, searchesOnAPage, (asked.page - 1) * searchesOnAPage)
  return done({
    searches: await linesOf(allowed.value, asked.language, searches),
    total: await countOf(reader(), personId),
    allowed: searchesAllowed,
    reachable: emailConfirmed,
  })
}

/**
 * One of the reader's saved searches.
 *
 * @returns refusals: 401, 404 for other people's
 */
export async function ownSearch(asked: { actor: Actor; language: Language; id: string }): Promise<Result<SearchLine>> {
  const allowed = may(asked.actor, 'account.use')
  if (!allowed.ok) return allowed
  const search = await searchOf(reader(), allowed.value.personId, asked.id)
  const [line] = search ? await linesOf(allowed.value, asked.language, [search]) : []
  return line ? done(line) : refuse('not_found', 404)
}

/** A search that is about to be saved. */
export interface SearchToSave {
  readonly path: string
  readonly words: QuestionInWords
  readonly name: string
  readonly frequency: Frequency
  readonly total: number | null
  /** The same search is kept already. */
  readonly known: boolean
  readonly full: boolean
  readonly allowed: number
  readonly organisation: Bilingual | null
  readonly reachable: boolean
}

/** What a search would be saved as: refused to visitors. */
export async function searchToSave(asked: {
  actor: Actor
  language: Language
  question: Question
}): Promise<Result<SearchToSave>> {
  const allowed = may(asked.actor, 'account.use')
  if (!allowed.ok) return allowed
  const { personId, organisation, emailConfirmed } = allowed.value
  const { question, language } = asked
  const path = askedPath(question)
  const organisationId = actingAs(asked.actor)
  const known = await searchAsked(reader(), personId, askedBy(organisationId, path))
  const words = questionInWords(question, language)
  return done({
    path: questionPath(questionAt(path)),
    words,
    name:
      known?.name ??
      words.name
        .slice(0, nameLength)
        .replace(/[\ud800-\udbff]$/, '')
        .trim(),
    frequency: known?.frequency ?? 'daily',
    total: await totalOf(questionAt(path), language, organisationId),
    known: known !== null,
    full: known === null && (await countOf(reader(), personId)) >= searchesAllowed,
    allowed: searchesAllowed,
    organisation: organisation?.name ?? null,
    reachable: emailConfirmed,
  })
}
