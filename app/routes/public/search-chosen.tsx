import { useFormats, useLanguage, useMessages } from '#i18n'
import { cleared, narrowings, type Question, toggled, without } from '#modules/catalogue'
import { facetValueName } from './names.ts'
import { useSearchPath } from './search-path.tsx'
import { priceRangeText } from './search-ranges.tsx'

/** What narrows a search in words, each with the question without it. */
export function useChosen(question: Question): readonly { readonly text: string; readonly less: Question }[] {
  const messages = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const words = messages.catalogue.search
  return narrowings(question).flatMap((narrowing) => {
    if (narrowing.by === 'filter') {
      const { name } = narrowing
      return (question.filters[name] ?? []).map((value) => ({
        text: facetValueName(messages, language, name, value),
        less: toggled(question, name, value),
      }))
    }
    const range = question.ranges[narrowing.name]
    if (!range) return []
    const text = narrowing.name === 'trl' ? words.trlChosen(range.from, range.to) : priceRangeText(range, words, format)
    return [{ text: narrowing.name === 'trl' ? text : capital(text), less: without(question, narrowing) }]
  })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What is chosen, each to be taken away by itself, and all at once. */
export function ChosenFilters({ question }: { readonly question: Question }) {
  const words = useMessages().catalogue.search
  const path = useSearchPath()
  const chosen = useChosen(question)
  if (chosen.length === 0) return null
  const chip =
    'inline-flex min-h-8 items-center gap-2 rounded-plain border border-action bg-action-wash px-2.5 text-sm no-underline'
  return (
    <ul aria-label={words.chosen} className="mb-3 flex flex-wrap items-center gap-2">
      {chosen.map(({ text, less }) => (
        <li key={text}>
          <a href={path(less)} aria-label={words.removeFilter(text)} rel="nofollow" className={chip}>
            {text}
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a href={path(cleared(question))} className="inline-flex min-h-8 items-center px-1 text-sm">
          {words.clear}
        </a>
      </li>
    </ul>
  )
}
