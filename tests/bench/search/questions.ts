import { type FacetName, fold, type Language } from '#search'
import { type Chance, chanceOf } from '../../../scripts/search-eval/chance.ts'
import { isFunctionWord } from '../../../scripts/search-eval/function-words.ts'
import { withOneError } from '../../../scripts/search-eval/slips.ts'
import type { Corpus } from './corpus.ts'

/** The kinds of questions, in the order of the table. */
export const groups = ['words', 'typing', 'unmarked', 'error', 'long', 'filter', 'odd'] as const

export type Group = (typeof groups)[number]

export interface Question {
  readonly text: string
  readonly language: Language
  /** The last word is not finished. */
  readonly unfinished: boolean
  readonly filters: Partial<Record<FacetName, string[]>>
  /** The document that the words were taken from. */
  readonly source: string
}

/** Titles of ten prefixes each make the questions of somebody typing. */
const PREFIXES = 10

/** What nobody means, or means no good with; `%` stands for a word of the index. */
const odd = [
  '',
  '% ',
  'a',
  'đ',
  '!!! --- ""',
  '% '.repeat(10_000),
  '😀 🚀 %',
  '水处理 한국어 техника %',
  '"% %',
  '-% -"',
  'NEAR(% %, 3)',
  '% OR % AND NOT %',
  'title:% ^% {summary}',
  '%* *% *',
  '%\0%',
  '(%+)+$'.repeat(40),
  'a b c d e g h i k l m n o p q r s t u v x y',
  '%'.repeat(40),
  '\u0301\u0309\u0323'.repeat(50),
  '1 2 3 4 5 6 7 8 9 0',
  '- - - - % "" "" ',
  '"the of and" "của và các" %',
]

const isContent = (word: string) =>
  /^[\p{L}\p{M}\p{N}]{2,}$/u.test(word) && !isFunctionWord(word.toLowerCase()) && !/^\d+$/.test(word)

/** Between `least` and `most` words in a row, one of them of content; null where the text is too short. */
function stretch(text: string, least: number, most: number, chance: Chance): string | null {
  const words = text.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
  const length = least + chance.below(most - least + 1)
  if (words.length < length) return null
  const from = chance.below(words.length - length + 1)
  const chosen = words.slice(from, from + length)
  return chosen.some(isContent) ? chosen.join(' ') : null
}

interface Drawn {
  readonly id: string
  readonly language: Language
  readonly title: string
  readonly summary: string
  readonly facets: Partial<Record<FacetName, string[]>>
}

/**
 * The questions of a group: the same for every engine. No two rounds have one in common, so that an engine which
 * remembers answers has nothing to remember.
 *
 * @param among how many documents of the corpus they are taken from
 */
export function questionsOf(corpus: Corpus, among: number, group: Group, count: number, round: number): Question[] {
  const chance = chanceOf(1, 'questions', group, String(round))

  function draw(language: Language): Drawn {
    const number = chance.below(Math.floor(among / 2)) * 2 + (language === 'vi' ? 0 : 1)
    const document = corpus.document(number)
    const { title = '', summary = '' } = document.texts[language] ?? {}
    const { field, trl, province, ipStatus, industry } = document.facets
    const facets = { field, trl: [trl ?? ''], province: [province ?? ''], ipStatus, industry }
    return { id: document.id, language, title, summary, facets }
  }

  function one(language: Language): Question[] {
    const drawn = draw(language)
    const { title, summary, id: source } = drawn
    const plain = (text: string | null): Question[] =>
      text === null || text === '' ? [] : [{ text, language, unfinished: false, filters: {}, source }]
    switch (group) {
      case 'words':
        return plain(stretch(title, 1, 3, chance))
      case 'unmarked':
        return plain(stretch(fold(title), 3, 6, chance))
      case 'error': {
        const text = stretch(title, 3, 6, chance)
        return plain(text === null ? null : withOneError(text, chance))
      }
      case 'long':
        return plain(stretch(summary, 8, 12, chance))
      case 'odd':
        return [
          {
            text: chance.pick(odd).replaceAll('%', stretch(title, 1, 1, chance) ?? 'x'),
            language,
            unfinished: false,
            filters: {},
            source,
          },
        ]
      case 'filter': {
        const names = chance.shuffled(['field', 'trl', 'province', 'ipStatus', 'industry'] as const)
        const filters = Object.fromEntries(
          names.slice(0, 1 + chance.below(2)).map((name) => [name, (drawn.facets[name] ?? []).slice(0, 1)]),
        )
        return plain(stretch(title, 1, 2, chance)).map((question) => ({ ...question, filters }))
      }
      case 'typing': {
        const typed = chance.next() < 0.5 ? title : fold(title)
        const first = 2 + chance.below(10)
        return Array.from({ length: PREFIXES }, (_none, at) => typed.slice(0, first + at).trimEnd())
          .filter((text, at, all) => text !== all[at - 1] && text.length < typed.length)
          .map((text) => ({ text, language, unfinished: true, filters: {}, source }))
      }
    }
  }

  const questions: Question[] = []
  for (let turn = 0; questions.length < count; turn++)
    questions.push(...one(group === 'unmarked' || turn % 2 === 0 ? 'vi' : 'en'))
  return questions.slice(0, count)
}
