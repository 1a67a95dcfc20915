import { useMessages } from '#i18n'
import type { Question } from '#modules/catalogue'
import { useSearchPath } from './search-path.tsx'

interface UnderstoodProps {
  readonly question: Question
  /** The words as they were understood, where something was mended. */
  readonly correction: string | null
  readonly translations: readonly { readonly asked: string; readonly terms: readonly string[] }[]
}

/** What was searched for instead of, or beside, the words as they were typed, and the way to have it otherwise. */
export function Understood({ question, correction, translations }: UnderstoodProps) {
  const words = useMessages().catalogue.search
  const path = useSearchPath()
  if (question.text === '') return null
  if (question.exact)
    return (
      <p className="mb-3">
        {`${words.exactNow} `}
        <a href={path({ ...question, exact: false, page: 1 })} rel="nofollow">
          {words.inexactly}
        </a>
      </p>
    )
  const also = translations.filter(({ terms }) => terms.length > 0)
  if (correction === null && also.length === 0) return null
  return (
    <div className="mb-3 border-l-4 border-action bg-action-wash px-4 py-2">
      {correction === null ? null : (
        <p>
          {`${words.correctedTo} `}
          <strong className="font-semibold">{correction}</strong>
          {' · '}
          <a href={path({ ...question, exact: true, page: 1 })} rel="nofollow">
            {words.exactly(question.text)}
          </a>
        </p>
      )}
      {also.length === 0 ? null : (
        <p className="text-sm">
          {`${words.alsoFor} `}
          {also.map(({ asked, terms }) => words.insteadOf(terms.join(', '), asked)).join('; ')}
        </p>
      )}
    </div>
  )
}
