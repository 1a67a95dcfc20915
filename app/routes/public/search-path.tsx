import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { localPath, useLanguage } from '#i18n'
import { type Question, questionPath } from '#modules/catalogue'

/** Numbers of the technologies that are kept for comparison while searching on. */
const KeptContext = createContext<readonly string[]>([])

/** All links and forms inside keep these technologies. */
export function KeptForComparison({
  ids,
  children,
}: {
  readonly ids: readonly string[]
  readonly children: ReactNode
}) {
  return <KeptContext.Provider value={ids}>{children}</KeptContext.Provider>
}

export function useKept(): readonly string[] {
  return useContext(KeptContext)
}

/** Gives the address of a question in the reader's language, with what is kept for comparison. */
export function useSearchPath(): (question: Question) => string {
  const language = useLanguage()
  const kept = useKept()
  return useMemo(() => (question) => localPath(language, withKept(questionPath(question), kept)), [language, kept])
}

/** An address of the search with what is kept for comparison. */
export function withKept(path: string, kept: readonly string[]): string {
  if (kept.length === 0) return path
  return `${path}${path.includes('?') ? '&' : '?'}${kept.map((id) => `with=${id}`).join('&')}`
}

/** All of a question as hidden fields of a form, but for what the form itself asks. */
export function HiddenQuestion({
  question,
  without = [],
}: {
  readonly question: Question
  readonly without?: readonly string[]
}) {
  const kept = useKept()
  const query = new URL(withKept(questionPath({ ...question, page: 1 }), kept), 'http://site').searchParams
  return (
    <>
      {[...query].map(([name, value]) =>
        without.includes(name) ? null : <input key={name + value} type="hidden" name={name} value={value} />,
      )}
    </>
  )
}
