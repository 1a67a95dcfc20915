import type { NeedProfile } from '#modules/needs'
import type { TechnologyProfile } from '#modules/technologies'
import { formsIn, type Term, tellingWords, termsOf } from './words.ts'

/** Where a term of the need's subject stands in the technology, and how much that counts. */
const inTitle = 1
const inTeaser = 0.85
const inText = 0.55

/** A technology's subject: its terms by how prominent they stand. */
export type PreparedSubject = ReadonlyMap<string, number>

function note(places: Map<string, number>, text: string, worth: number): void {
  for (const form of formsIn(tellingWords(text)))
    if (form !== '') places.set(form, Math.max(worth, places.get(form) ?? 0))
}

/** @param open a profile as `publicTechnology` leaves it */
export function preparedSubject(open: TechnologyProfile): PreparedSubject {
  const places = new Map<string, number>()
  for (const language of ['vi', 'en'] as const) {
    const texts = open.texts[language]
    note(places, texts.title, inTitle)
    for (const keyword of open.keywords[language]) note(places, keyword, inTitle)
    note(places, texts.teaser, inTeaser)
    note(places, texts.applications, inTeaser)
    note(places, texts.problem, inText)
    note(places, texts.solution, inText)
    note(places, texts.advantages, inText)
  }
  for (const line of open.comparison) note(places, line.criterion, inText)
  return places
}

/** What a need is about: title and keywords in full, what is wanted in part. */
export interface NeedSubject {
  readonly keywords: readonly (readonly Term[])[]
  readonly title: readonly Term[]
  readonly wanted: readonly Term[]
}

/** @param open a profile as `publicNeed` leaves it; one entry a language it is written in */
export function needSubjects(open: NeedProfile): NeedSubject[] {
  return (['vi', 'en'] as const)
    .filter((language) => open.texts[language].title !== '')
    .map((language) => ({
      keywords: open.keywords[language].map((keyword) => termsOf(keyword)).filter((terms) => terms.length > 0),
      title: termsOf(open.texts[language].title),
      wanted: termsOf(open.texts[language].wanted),
    }))
}

function shareOf(terms: readonly Term[], places: PreparedSubject): number {
  let all = 0
  let found = 0
  for (const { form, weight } of terms) {
    all += weight
    found += weight * (places.get(form) ?? 0)
  }
  return all === 0 ? 0 : found / all
}

/** A mean that counts a part that is there for the whole more than parts scattered. */
const squared = (share: number): number => Math.min(1, share) ** 1.5

/** How alike the subjects are, 0 to 1: the keywords one by one, the title, and a little of what is wanted. */
export function subjectLikeness(need: readonly NeedSubject[], technology: PreparedSubject): number {
  const likenesses = need.map(({ keywords, title, wanted }) => {
    const named = keywords.map((terms) => squared(shareOf(terms, technology)))
    const byKeyword = named.length === 0 ? null : named.reduce((sum, share) => sum + share, 0) / named.length
    const byTitle = squared(shareOf(title, technology))
    const byText = squared(shareOf(wanted, technology))
    const rest = (3 * byTitle + byText) / 4
    return byKeyword === null ? rest : 0.5 * byKeyword + 0.5 * rest
  })
  // Half of the words of a need in one technology is already close: no text holds them all.
  return Math.min(1, Math.max(0, ...likenesses) / 0.6)
}
