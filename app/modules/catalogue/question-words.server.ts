import { type Classified, greenTags, industries, ipcSections, provinces, scienceFields } from '#classifications'
import { formats } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import { type FacetName, facetNames, type Range } from '#search'
import type { Question } from './question.ts'

/** What a question asks for, in words. */
export interface QuestionInWords {
  /** The words searched for, in quotes; empty where none are. */
  readonly text: string
  /** What it is narrowed by: `Lĩnh vực`, [`Khoa học nông nghiệp`, …]. */
  readonly narrowed: readonly { readonly name: string; readonly values: readonly string[] }[]
  /** All of it on one line: `“sấy lạnh” · Lĩnh vực: …`. */
  readonly line: string
  /** All of it as short as a name: `sấy lạnh, Khoa học nông nghiệp`. */
  readonly name: string
}

const classifications: Readonly<Partial<Record<FacetName, readonly Classified[]>>> = {
  field: scienceFields,
  industry: industries,
  ipc: ipcSections,
  green: greenTags,
  territory: provinces,
  province: provinces,
}

function valueName(language: Language, facet: FacetName, value: string): string {
  const { catalogue, site, technologies } = messagesOf(language)
  const words: Readonly<Partial<Record<FacetName, Readonly<Record<string, string>>>>> = {
    kind: catalogue.search.kinds,
    trl: catalogue.stages,
    ipStatus: catalogue.protections,
    rights: catalogue.rights,
    territory: { VN: technologies.wholeCountry, WORLD: technologies.world },
    language: site.languageNames,
  }
  const entry = classifications[facet]?.find((one) => one.code === value)
  return entry?.[language] ?? words[facet]?.[value] ?? value
}

function rangeWords(
  words: { from: (from: string) => string; to: (to: string) => string; both: (from: string, to: string) => string },
  write: (value: number) => string,
  { from, to }: Range,
): string {
  if (from === null) return to === null ? '' : words.to(write(to))
  if (to === null) return words.from(write(from))
  return from === to ? write(from) : words.both(write(from), write(to))
}

/** Says what a question asks for, in a language. */
export function questionInWords(question: Question, language: Language): QuestionInWords {
  const { catalogue, questions } = messagesOf(language)
  const format = formats(language)
  const narrowed = facetNames.flatMap((facet) => {
    const values = (question.filters[facet] ?? []).map((value) => valueName(language, facet, value))
    return values.length > 0 ? [{ name: catalogue.facets[facet], values }] : []
  })
  const { trl, price } = question.ranges
  if (trl) narrowed.push({ name: questions.trl, values: [rangeWords(questions.range, String, trl)] })
  if (price) {
    const write = (amount: number) => format.moneyShort({ amount, currency: 'VND' })
    narrowed.push({ name: questions.price, values: [rangeWords(questions.range, write, price)] })
  }
  // Who asked for a phrase has set quotes already.
  const text = question.text === '' || question.text.includes('"') ? question.text : questions.quoted(question.text)
  const exactly = question.exact && question.text !== '' ? [questions.exact] : []
  const lists = narrowed.map(({ name, values }) => `${name}: ${values.join(', ')}`)
  const parts = [...(text === '' ? [] : [text]), ...exactly, ...lists]
  const short = narrowed.flatMap(({ name, values }) =>
    name === questions.trl ? `${name} ${values.join(', ')}` : values,
  )
  const bare = question.text.replaceAll('"', '').trim()
  if (bare !== '') short.unshift(bare)
  return {
    text,
    narrowed,
    line: parts.length > 0 ? parts.join(' · ') : questions.everything,
    name: short.length > 0 ? short.join(', ') : questions.everything,
  }
}
