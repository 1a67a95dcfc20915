import type { FacetName, SearchDocument } from '#search'
import type { Question } from './questions.ts'

/** The facets that every engine of the bench counts. */
export const countedFacets = [
  'kind',
  'language',
  'field',
  'industry',
  'trl',
  'ipStatus',
  'rights',
  'province',
] as const satisfies readonly FacetName[]

export const hitsShown = 10

export interface Answer {
  /** The first ten, best first. */
  readonly ids: readonly string[]
}

/** An engine as the bench sees it. */
export interface Contestant {
  /** Fills the empty index. */
  build(documents: AsyncIterable<SearchDocument[]>): Promise<void>
  /** The best ten, and for questions with filters the counts of all facets, each without its own filter. */
  ask(question: Question): Promise<Answer>
  close(): Promise<void>
}

/** The one text of a document of the bench. */
export function textOf(document: SearchDocument): { language: 'vi' | 'en'; title: string; summary: string } {
  const language = document.texts.vi ? 'vi' : 'en'
  const { title = '', summary = '' } = document.texts[language] ?? {}
  return { language, title, summary }
}

/** The value of each facet, one a document: the most special field, and rights as a set. */
export function valuesOf(document: SearchDocument): Record<(typeof countedFacets)[number], string> {
  const { facets } = document
  return {
    kind: document.kind,
    language: textOf(document).language,
    field: facets.field[0] ?? '',
    industry: facets.industry[0] ?? '',
    trl: facets.trl ?? '',
    ipStatus: facets.ipStatus[0] ?? '',
    rights: facets.rights.join(' '),
    province: facets.province ?? '',
  }
}

/** The words of a question for a query language, without signs that mean something in it. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
