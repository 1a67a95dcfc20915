import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import { busySeconds, type Language } from '#kernel'
import { questionPath } from '#modules/catalogue'
import { type Found, type FoundRow, searchCatalogue } from '#modules/catalogue/server'
import { config } from '#platform/config'
import { type Problem, type ProblemCode, problemStatus, type SearchAnswer } from './answer.ts'
import { deepest, type Fault, type ParameterName, readCall, type SearchCall } from './parameters.ts'

export const searchApiPath = '/api/v1/search'

/** Where the API is called, without a query. */
export const searchApiAddress = (): string => config().origin + searchApiPath

const folders = { technology: '/technologies/', need: '/needs/' } as const

const address = (language: Language, path: string): string => config().origin + localPath(language, path)

const plain = (segments: FoundRow['title']): string => segments.map((segment) => segment.text).join('')

const time = (at: number): string => new Date(at).toISOString()

/** Which problem a call met, in the caller's language; the rest of what a caller should know goes by headers. */
export function problem(code: ProblemCode, language: Language, faults: readonly Fault[] = []): Problem {
  const words = messagesOf(language).openData
  return {
    type: `${address(language, '/api')}#${code}`,
    title: words.problems[code].title,
    status: problemStatus[code],
    detail: words.problems[code].detail,
    code,
    ...(faults.length > 0 ? { faults: faults.map((one) => ({ ...one, detail: words.faults[one.fault] })) } : {}),
  }
}

function itemOf(row: FoundRow, language: Language): SearchAnswer['items'][number] {
  const { id, kind, card, score, match, reasons } = row
  return {
    id,
    externalId: card.externalId,
    kind,
    language: row.language,
    title: plain(row.title),
    summary: plain(row.snippet),
    url: address(language, folders[kind] + id),
    score,
    match,
    reasons: (reasons ?? []).map(({ asked, reading, found, places }) => ({ asked, reading, found, places })),
    publishedAt: time(card.publishedAt),
    updatedAt: card.updatedAt === null ? null : time(card.updatedAt),
  }
}

/** The address of the same call for another page; parameters at their defaults are left out. */
function callAddress({ question, lang, limit }: SearchCall, page: number, asked: URLSearchParams): string {
  const query = new URLSearchParams(questionPath({ ...question, explain: false, page }).slice('/search?'.length))
  for (const [name, value] of [
    ['lang', lang],
    ['limit', String(limit)],
  ] as const satisfies readonly (readonly [ParameterName, string])[])
    if (asked.has(name)) query.set(name, value)
  const text = query.toString()
  return `${searchApiAddress()}${text === '' ? '' : `?${text}`}`
}

function answerOf(call: SearchCall, found: Found, asked: URLSearchParams): SearchAnswer {
  const { question, lang, limit } = call
  const { total, complete, page, pageCount, correction, translations, facets, rows } = found
  const at = (other: number) => callAddress(call, other, asked)
  return {
    total,
    complete,
    page,
    pages: pageCount,
    limit,
    correction,
    translations,
    items: rows.map((row) => itemOf(row, lang)),
    facets,
    links: {
      self: at(page),
      next: page < pageCount && (page + 1) * limit <= deepest ? at(page + 1) : null,
      previous: page > 1 ? at(page - 1) : null,
      page: address(lang, questionPath({ ...question, explain: false, page: 1 })),
    },
  }
}

export type Called =
  | { readonly ok: true; readonly answer: SearchAnswer }
  | { readonly ok: false; readonly problem: Problem; readonly retryAfter: number | null }

const refused = (told: Problem, retryAfter: number | null = null): Called => ({ ok: false, problem: told, retryAfter })

/** Answers a program's question as visitors are answered on the search page; problems are told, not thrown. */
export async function callSearch(query: URLSearchParams): Promise<Called> {
  const language = query.get('lang') === 'en' ? 'en' : 'vi'
  const read = readCall(query)
  if ('faults' in read) return refused(problem('invalid_parameters', language, read.faults))
  const { call } = read
  try {
    const found = await searchCatalogue({
      question: call.question,
      language: call.lang,
      organisationId: null,
      pageSize: call.limit,
    })
    if (found.page !== call.question.page) return refused(problem('no_such_page', language))
    return { ok: true, answer: answerOf(call, found, query) }
  } catch (error) {
    const seconds = busySeconds(error)
    if (seconds === null) throw error
    return refused(problem('busy', language), seconds)
  }
}
