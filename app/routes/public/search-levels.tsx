import { useLanguage, useMessages } from '#i18n'
import { facetValues, liesWithin, type Question, toggled, valueAbove } from '#modules/catalogue'
import { facetValueName } from './names.ts'
import { Choice, type Counts } from './search-choice.tsx'
import { useSearchPath } from './search-path.tsx'

interface LevelProps {
  readonly name: 'field' | 'ipc'
  readonly question: Question
  readonly counts: Counts
}

/** A classification with levels: what lies beneath a value stands under it once it, or something in it, is chosen. */
export function LevelChoices(props: LevelProps & { readonly above?: string | null }) {
  const { name, question, counts, above = null } = props
  const messages = useMessages()
  const language = useLanguage()
  const path = useSearchPath()
  const chosen = question.filters[name] ?? []
  const order = facetValues[name]
  const place = (value: string) => (name === 'field' ? order.indexOf(value) : 0)
  const level = counts
    .filter(({ value }) => valueAbove(name, value) === above)
    .sort((a, b) => place(a.value) - place(b.value) || (a.value < b.value ? -1 : 1))
  if (level.length === 0) return null
  return (
    <ul className={above === null ? 'text-sm' : 'ml-1 border-l border-line pl-3'}>
      {level.map(({ value, count }) => {
        const open = chosen.some((other) => other === value || liesWithin(name, other, value))
        return (
          <li key={value}>
            <Choice
              text={facetValueName(messages, language, name, value)}
              count={count}
              chosen={chosen.includes(value)}
              href={path(toggled(question, name, value))}
            />
            {open ? <LevelChoices {...props} above={value} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
