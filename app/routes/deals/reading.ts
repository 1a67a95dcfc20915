import type { Bilingual, Language } from '#kernel'

/** A name or title in the reader's language, else in the other; null stays null. */
export function inLanguage(text: Bilingual, language: Language): string
export function inLanguage(text: Bilingual | null, language: Language): string | null
export function inLanguage(text: Bilingual | null, language: Language): string | null {
  return text === null ? null : text[language] || text.vi || text.en
}
