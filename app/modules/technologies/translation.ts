import { fingerprint, otherLanguage } from '#kernel'
import { type TechnologyProfile, type TextField, textFields } from './profile.ts'

/** How a text's translation stands: nothing to translate, not made, made from the present source, from an older one. */
export type TranslationState = 'empty' | 'missing' | 'current' | 'stale'

type Translated = Pick<TechnologyProfile, 'sourceLanguage' | 'texts' | 'translatedFrom'>

/** The state of one field's translation, by the fingerprint of the source it was made from. */
export function translationState(profile: Translated, field: TextField): TranslationState {
  const source = profile.texts[profile.sourceLanguage][field]
  const translation = profile.texts[otherLanguage(profile.sourceLanguage)][field]
  if (source === '') return 'empty'
  if (translation === '') return 'missing'
  return profile.translatedFrom[field] === fingerprint(source) ? 'current' : 'stale'
}

/** The fields whose translation is in this state. */
export function translationsThatAre(profile: Translated, state: TranslationState): TextField[] {
  return textFields.filter((field) => translationState(profile, field) === state)
}

/**
 * The fingerprints after new translations came in: a translation that was changed, or that its writer confirms, counts
 * as made from the present source; an emptied one is forgotten; the others stay as they were.
 */
export function translatedNow(
  before: Translated,
  translations: Readonly<Record<TextField, string>>,
  confirmed: readonly TextField[],
): TechnologyProfile['translatedFrom'] {
  const old = before.texts[otherLanguage(before.sourceLanguage)]
  const marks: TechnologyProfile['translatedFrom'] = {}
  for (const field of textFields) {
    if (translations[field] === '') continue
    const fresh = translations[field] !== old[field] || confirmed.includes(field)
    const mark = fresh ? fingerprint(before.texts[before.sourceLanguage][field]) : before.translatedFrom[field]
    if (mark !== undefined) marks[field] = mark
  }
  return marks
}

/** A profile whose translations are all taken to be made from the source as it stands. */
export function withTranslationsMarked(profile: TechnologyProfile): TechnologyProfile {
  const translations = profile.texts[otherLanguage(profile.sourceLanguage)]
  return { ...profile, translatedFrom: translatedNow(profile, translations, textFields) }
}

/** A text for a reader: in their language, or in the other when there is none; `older` when the source has changed since. */
export interface ReadableText {
  readonly text: string
  readonly language: 'vi' | 'en'
  readonly older: boolean
}

export function textFor(profile: Translated, field: TextField, reader: 'vi' | 'en'): ReadableText {
  const own = profile.texts[reader][field]
  if (own === '')
    return { text: profile.texts[otherLanguage(reader)][field], language: otherLanguage(reader), older: false }
  const translated = reader !== profile.sourceLanguage
  return { text: own, language: reader, older: translated && translationState(profile, field) === 'stale' }
}
