import type { Bilingual, Language } from '#kernel'

/** The mark for a text that is not in the page's language, for what reads it aloud. */
export function languageMark(text: Bilingual, page: Language): { readonly lang?: Language } {
  if (text[page] !== '') return {}
  return { lang: page === 'vi' ? 'en' : 'vi' }
}

/** A name or title in the reader's language, else in the other; null stays null. */
export function inLanguage(text: Bilingual, language: Language): string
export function inLanguage(text: Bilingual | null, language: Language): string | null
export function inLanguage(text: Bilingual | null, language: Language): string | null {
  return text === null ? null : text[language] || text.vi || text.en
}
