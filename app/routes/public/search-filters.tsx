import { localPath, useFormats, useLanguage, useMessages } from '#i18n'
import { facetValues, type Question, questionPath, toggled } from '#modules/catalogue'
import { facetValueName } from './names.ts'

type FacetName = keyof Question['filters']
type Counts = readonly { readonly value: string; readonly count: number }[]

interface FiltersProps {
  readonly question: Question
  readonly facets: Readonly<Record<FacetName, Counts>>
}

const groups = ['field', 'trl', 'rights', 'ipStatus', 'province', 'language'] as const
/** Lists without an order of their own stand by how much each choice would give. */
const byCount: readonly FacetName[] = ['field', 'province']
const shownAtFirst = 12

/** How many values are chosen beside the kind of listing. */
export function chosenCount(question: Question): number {
  return groups.reduce((count, name) => count + (question.filters[name]?.length ?? 0), 0)
}

/** The filters as lists of links, each with what it would give. */
export function Filters({ question, facets }: FiltersProps) {
  const { catalogue } = useMessages()
  return (
    <details className="open-wide">
      <summary className="min-h-11 content-center rounded-plain border border-edge px-4 font-semibold">
        {catalogue.search.filtersChosen(chosenCount(question))}
      </summary>
      <div className="space-y-5 pt-3 lg:pt-0">
        {groups.map((name) => (
          <FilterGroup key={name} name={name} question={question} counts={facets[name]} />
        ))}
      </div>
    </details>
  )
}

function inOrder(name: FacetName, counts: Counts): Counts {
  if (byCount.includes(name)) return counts
  const order = facetValues[name]
  return [...counts].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
}

function FilterGroup({
  name,
  question,
  counts,
}: {
  readonly name: FacetName
  readonly question: Question
  readonly counts: Counts
}) {
  const { catalogue } = useMessages()
  if (counts.length === 0) return null
  const ordered = inOrder(name, counts)
  const rest = ordered.slice(shownAtFirst)
  return (
    <section>
      <h3 className="text-sm font-semibold">{catalogue.facets[name]}</h3>
      <Choices name={name} question={question} counts={ordered.slice(0, shownAtFirst)} />
      {rest.length > 0 ? (
        <details>
          <summary className="py-1 text-sm text-action">{catalogue.search.more(rest.length)}</summary>
          <Choices name={name} question={question} counts={rest} />
        </details>
      ) : null}
    </section>
  )
}

function Choices({
  name,
  question,
  counts,
}: {
  readonly name: FacetName
  readonly question: Question
  readonly counts: Counts
}) {
  const messages = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const chosen = question.filters[name] ?? []
  const plain = localPath(language, questionPath({ ...question, page: 1 }))
  const add = `${plain}${plain.includes('?') ? '&' : '?'}${name}=`
  return (
    <ul className="text-sm">
      {counts.map(({ value, count }) => {
        const text = facetValueName(messages, language, name, value)
        const on = chosen.includes(value)
        return (
          <li key={value} className="flex justify-between gap-3">
            {on ? (
              <a
                href={localPath(language, questionPath(toggled(question, name, value)))}
                rel="nofollow"
                aria-label={messages.catalogue.search.removeFilter(text)}
                className="py-1 font-semibold no-underline"
              >
                {`✓ ${text}`}
              </a>
            ) : (
              <a href={add + value} rel="nofollow" className="py-1 text-ink no-underline hover:underline">
                {text}
              </a>
            )}
            <span className="py-1 text-muted tabular-nums">{format.number(count)}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** What is chosen, each to be taken away by itself, and all at once. */
export function ChosenFilters({ question }: { readonly question: Question }) {
  const messages = useMessages()
  const language = useLanguage()
  const words = messages.catalogue.search
  if (chosenCount(question) === 0) return null
  const chip =
    'inline-flex min-h-8 items-center gap-2 rounded-plain border border-action bg-action-wash px-2.5 text-sm no-underline'
  return (
    <ul aria-label={words.chosen} className="mb-4 flex flex-wrap items-center gap-2">
      {groups.flatMap((name) =>
        (question.filters[name] ?? []).map((value) => {
          const text = facetValueName(messages, language, name, value)
          return (
            <li key={name + value}>
              <a
                href={localPath(language, questionPath(toggled(question, name, value)))}
                aria-label={words.removeFilter(text)}
                className={chip}
              >
                {text}
                <span aria-hidden="true">×</span>
              </a>
            </li>
          )
        }),
      )}
      <li>
        <a href={localPath(language, clearedPath(question))} className="inline-flex min-h-8 items-center px-1 text-sm">
          {words.clear}
        </a>
      </li>
    </ul>
  )
}

/** The same words and kind of listing without any other filter. */
export function clearedPath(question: Question): string {
  const { kind } = question.filters
  return questionPath({ ...question, filters: kind ? { kind } : {}, page: 1 })
}
