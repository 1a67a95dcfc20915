import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '#i18n'
import { facetValues, narrowings, type Question, toggled } from '#modules/catalogue'
import { facetValueName } from './names.ts'
import { Choice, type Counts } from './search-choice.tsx'
import { LevelChoices } from './search-levels.tsx'
import { useSearchPath } from './search-path.tsx'
import { PriceRange, ReadinessRange, TerritoryProvince } from './search-ranges.tsx'

type FacetName = keyof Question['filters']

interface FiltersProps {
  readonly question: Question
  readonly facets: Readonly<Record<FacetName, Counts>>
}

interface GroupProps {
  readonly question: Question
  readonly name: FacetName
  readonly counts: Counts
}

/** Lists without an order of their own stand by how much each choice would give. */
const byCount: readonly FacetName[] = ['industry', 'green', 'province']
/** Beneath these a reader looks first; the others open by themselves where something in them is chosen. */
const openAtFirst: readonly FacetName[] = ['field', 'trl', 'rights']
const shownAtFirst = 8

/** How many choices are made beside the kind of listing, each range as one. */
function chosenCount(question: Question): number {
  return narrowings(question).reduce(
    (count, { by, name }) => count + (by === 'filter' ? (question.filters[name]?.length ?? 0) : 1),
    0,
  )
}

/** Everything that narrows a search: lists of links, each with what it would give, and small forms for ranges. */
export function Filters({ question, facets }: FiltersProps) {
  const { catalogue } = useMessages()
  const of = <N extends FacetName>(name: N) => ({ question, name, counts: facets[name] })
  const onlyNeeds = question.filters.kind?.length === 1 && question.filters.kind[0] === 'need'
  return (
    <details className="open-wide">
      <summary className="min-h-11 content-center rounded-plain border border-edge px-4 font-semibold">
        {catalogue.search.filtersChosen(chosenCount(question))}
      </summary>
      <div className="pt-2 lg:pt-0">
        <Group {...of('field')}>
          <LevelChoices {...of('field')} />
        </Group>
        <Group {...of('trl')} also={question.ranges.trl !== undefined || (!onlyNeeds && facets.trl.length > 0)}>
          <Choices {...of('trl')} />
          <ReadinessRange question={question} />
        </Group>
        <PriceGroup question={question} />
        <Group {...of('rights')}>
          <Choices {...of('rights')} />
        </Group>
        <Group {...of('territory')}>
          <Choices {...of('territory')} counts={facets.territory.filter(({ value }) => wide.includes(value))} />
          <TerritoryProvince
            question={question}
            counts={facets.territory.filter(({ value }) => !wide.includes(value))}
          />
        </Group>
        <Group {...of('province')}>
          <Choices {...of('province')} />
        </Group>
        <Group {...of('industry')}>
          <Choices {...of('industry')} />
        </Group>
        <Group {...of('ipStatus')}>
          <Choices {...of('ipStatus')} />
        </Group>
        <Group {...of('ipc')}>
          <LevelChoices {...of('ipc')} />
        </Group>
        <Group {...of('green')}>
          <Choices {...of('green')} />
        </Group>
        <Group {...of('language')}>
          <Choices {...of('language')} />
        </Group>
      </div>
    </details>
  )
}

/** Territories that hold others. */
const wide: readonly string[] = ['VN', 'WORLD']

/** One filter under its name; nothing where it has nothing to choose. */
function Group({
  question,
  name,
  counts,
  also = false,
  children,
}: GroupProps & { readonly also?: boolean; readonly children: ReactNode }) {
  const { catalogue } = useMessages()
  const chosen = (question.filters[name]?.length ?? 0) > 0
  if (counts.length === 0 && !also) return null
  return (
    <FilterBox title={catalogue.facets[name]} open={chosen || openAtFirst.includes(name)}>
      {children}
    </FilterBox>
  )
}

function PriceGroup({ question }: { readonly question: Question }) {
  const words = useMessages().catalogue.search
  const { kind = [] } = question.filters
  const title = kind.length !== 1 ? words.priceOrBudget : kind[0] === 'need' ? words.budget : words.price
  return (
    <FilterBox title={title} open>
      <PriceRange question={question} />
    </FilterBox>
  )
}

function FilterBox({
  title,
  open,
  children,
}: {
  readonly title: string
  readonly open: boolean
  readonly children: ReactNode
}) {
  return (
    <details open={open} className="group border-b border-line last:border-0">
      <summary className="flex min-h-11 list-none items-center justify-between gap-2 text-sm font-semibold">
        <h3>{title}</h3>
        <span aria-hidden="true" className="text-muted group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  )
}

function inOrder(name: FacetName, counts: Counts): Counts {
  if (byCount.includes(name)) return counts
  const order = facetValues[name]
  return [...counts].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
}

/** The values of a filter without levels; the most of a long list under one more disclosure. */
function Choices({ name, question, counts }: GroupProps) {
  const { catalogue } = useMessages()
  const ordered = inOrder(name, counts)
  const chosen = question.filters[name] ?? []
  const rest = ordered.slice(shownAtFirst).filter(({ value }) => !chosen.includes(value))
  const shown = ordered.filter((entry) => !rest.includes(entry))
  return (
    <>
      <ChoiceList name={name} question={question} counts={shown} />
      {rest.length > 1 ? (
        <details>
          <summary className="py-1 text-sm text-action">{catalogue.search.more(rest.length)}</summary>
          <ChoiceList name={name} question={question} counts={rest} />
        </details>
      ) : (
        <ChoiceList name={name} question={question} counts={rest} />
      )}
    </>
  )
}

function ChoiceList({ name, question, counts }: GroupProps) {
  const messages = useMessages()
  const language = useLanguage()
  const path = useSearchPath()
  const chosen = question.filters[name] ?? []
  if (counts.length === 0) return null
  const plain = path({ ...question, page: 1 })
  const add = `${plain}${plain.includes('?') ? '&' : '?'}${name}=`
  return (
    <ul className="text-sm">
      {counts.map(({ value, count }) => (
        <li key={value}>
          <Choice
            text={facetValueName(messages, language, name, value)}
            count={count}
            chosen={chosen.includes(value)}
            href={chosen.includes(value) ? path(toggled(question, name, value)) : add + value}
          />
        </li>
      ))}
    </ul>
  )
}
