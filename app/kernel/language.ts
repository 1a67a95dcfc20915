/** The languages of the exchange; Vietnamese is the source. */
export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

export function otherLanguage(language: Language): Language {
  return language === 'vi' ? 'en' : 'vi'
}

/** A text in both languages. */
export interface Bilingual {
  readonly vi: string
  readonly en: string
}
