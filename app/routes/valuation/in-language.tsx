import { useLanguage } from '#i18n'
import type { Bilingual } from '#kernel'
import { inLanguage, languageMark } from '../../shell/reading.ts'

/** A title or name in the reader's language, else in the other and marked as such. */
export function InLanguage({ text }: { readonly text: Bilingual }) {
  const language = useLanguage()
  return <span {...languageMark(text, language)}>{inLanguage(text, language)}</span>
}

/** A step of a page's trail that bears a title. */
export function useTitledStep() {
  const language = useLanguage()
  return (to: string, title: Bilingual) => ({
    to,
    text: inLanguage(title, language),
    ...languageMark(title, language),
  })
}
