import { fingerprint, otherLanguage } from '#kernel'
import { type NeedProfile, type NeedTextField, needTextFields } from './profile.ts'

/** A text for a reader: in their language, else in the other; `older` when its source has changed since. */
export interface ReadableNeedText {
  readonly text: string
  readonly language: 'vi' | 'en'
  readonly older: boolean
}

function older(profile: NeedProfile, field: NeedTextField): boolean {
  const made = profile.translatedFrom[field]
  return made !== undefined && made !== fingerprint(profile.texts[profile.sourceLanguage][field])
}

/** One of the need's texts for a reader. */
export function needText(profile: NeedProfile, field: NeedTextField, reader: 'vi' | 'en'): ReadableNeedText {
  const own = profile.texts[reader][field]
  if (own === '')
    return { text: profile.texts[otherLanguage(reader)][field], language: otherLanguage(reader), older: false }
  return { text: own, language: reader, older: reader !== profile.sourceLanguage && older(profile, field) }
}

/** The texts whose translation was made from a source that has changed since. */
export function olderTranslations(profile: NeedProfile): NeedTextField[] {
  return needTextFields.filter((field) => older(profile, field))
}

/** The profile with each translation that says nothing of its source taken to be made from the source as it stands. */
export function withTranslationsMarked(profile: NeedProfile): NeedProfile {
  const translated = profile.texts[otherLanguage(profile.sourceLanguage)]
  const marks = { ...profile.translatedFrom }
  for (const field of needTextFields)
    if (translated[field] !== '') marks[field] ??= fingerprint(profile.texts[profile.sourceLanguage][field])
  return { ...profile, translatedFrom: marks }
}
