import { localPath, useFormats, useLanguage, useMessages } from '#i18n'
import { cleared, narrowings, type Question, questionPath, without } from '#modules/catalogue'
import type { Nearest } from '#modules/catalogue/server'
import { ButtonLink, Link, Notice } from '#ui'
import { CompareForm, KeptPicks, RowList } from './search-results.tsx'
import { useChosen } from './search-chosen.tsx'
import { savePath } from './search-follow.tsx'
import { useSearchPath } from './search-path.tsx'

interface NothingProps {
  readonly question: Question
  readonly nearest: Nearest
}

/** Nothing found: what to give up, what comes closest, and how to be found or told instead. */
export function NothingFound({ question, nearest }: NothingProps) {
  const words = useMessages().catalogue.search
  const { text } = question
  const tight = nearest.widened.length > 0 || (nearest.all ?? 0) > 0
  const need = text === '' ? '/work/needs/new' : `/work/needs/new?title=${encodeURIComponent(text)}`
  return (
    <>
      <Notice title={tight ? words.emptyTight(text) : words.emptyTitle(text)}>
        {tight ? <Widened question={question} nearest={nearest} /> : null}
        <ul className="my-2 list-disc space-y-1 pl-5">
          {text === '' || tight ? null : <li>{words.emptyFewer}</li>}
          <li>
            <Link to="/search">{words.emptyAll}</Link>
          </li>
          {text === '' || tight ? null : (
            <li>
              <Link to={`/terms?text=${encodeURIComponent(text)}`}>{words.emptyTerm}</Link>
            </li>
          )}
        </ul>
        <div className="flex flex-wrap gap-3">
          <ButtonLink to={need} weight="primary" rel="nofollow">
            {words.emptyNeed}
          </ButtonLink>
          <ButtonLink to={savePath(question)} rel="nofollow">
            {words.emptyAlert}
          </ButtonLink>
        </div>
      </Notice>
      <NearestRows nearest={nearest} />
    </>
  )
}

/** Which filter to give up, and how many results there would be. */
function Widened({ question, nearest }: NothingProps) {
  const words = useMessages().catalogue.search
  const format = useFormats()
  const path = useSearchPath()
  const nameOf = useNarrowingNames(question)
  return (
    <>
      <p className="mt-2">{words.emptyWiden}</p>
      <ul className="my-1 list-disc space-y-1 pl-5">
        {nearest.widened.map(({ narrowing, total }) => (
          <li key={narrowing.by + narrowing.name}>
            <a href={path(without(question, narrowing))} rel="nofollow">
              {words.widened(nameOf(narrowing.by + narrowing.name), format.number(total))}
            </a>
          </li>
        ))}
        {nearest.all === null || nearest.all === 0 || narrowings(question).length < 2 ? null : (
          <li>
            <a href={path(cleared(question))} rel="nofollow">
              {words.widenedAll(format.number(nearest.all))}
            </a>
          </li>
        )}
      </ul>
    </>
  )
}

/** The words of each narrowing: all values of a filter together. */
function useNarrowingNames(question: Question): (key: string) => string {
  const chosen = useChosen(question)
  const names = new Map<string, string>()
  let at = 0
  for (const { by, name } of narrowings(question)) {
    const count = by === 'filter' ? (question.filters[name]?.length ?? 0) : 1
    const texts = chosen.slice(at, at + count).map(({ text }) => text)
    names.set(by + name, texts.length > 3 ? `${texts.slice(0, 3).join(', ')}…` : texts.join(', '))
    at += count
  }
  return (key) => names.get(key) ?? ''
}

function NearestRows({ nearest: { rows, by, question } }: Pick<NothingProps, 'nearest'>) {
  const words = useMessages().catalogue.search
  const language = useLanguage()
  if (rows.length === 0) return null
  const title = words.nearest[by]
  return (
    <section>
      <div className="flex flex-wrap items-baseline justify-between gap-3 border-b border-line pb-2">
        <h2 className="text-xl">{title}</h2>
        <a href={localPath(language, questionPath(question))} rel="nofollow">
          {words.nearestAll}
        </a>
      </div>
      <KeptPicks rows={rows} />
      <RowList label={title} rows={rows} />
      <CompareForm rows={rows} />
    </section>
  )
}
