import { type Formats, localPath, type Messages, useFormats, useLanguage, useMessages } from '#i18n'
import type { Question } from '#modules/catalogue'
import { Button } from '#ui'
import { facetValueName } from './names.ts'
import type { Counts } from './search-choice.tsx'
import { HiddenQuestion } from './search-path.tsx'

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const field = 'block min-h-10 w-full min-w-0 rounded-plain border border-edge bg-raised px-2 text-sm text-ink'

interface RangeProps {
  readonly question: Question
}

/** What a range of prices comes to, in short figures. */
export function priceRangeText(
  { from, to }: { readonly from: number | null; readonly to: number | null },
  words: Messages['catalogue']['search'],
  format: Formats,
): string {
  const short = (amount: number) => format.moneyShort({ amount, currency: 'VND' })
  if (from !== null && to !== null) return words.amountBetween(short(from), short(to))
  return from !== null ? words.amountFrom(short(from)) : words.amountTo(short(to ?? 0))
}

/** From which readiness level to which. */
export function ReadinessRange({ question }: RangeProps) {
  const words = useMessages().catalogue.search
  const language = useLanguage()
  const { from, to } = question.ranges.trl ?? { from: null, to: null }
  const ends = [
    { name: 'trlFrom', label: words.from, value: from },
    { name: 'trlTo', label: words.to, value: to },
  ]
  return (
    <form action={localPath(language, '/search')} className="mt-2">
      <HiddenQuestion question={question} without={ends.map(({ name }) => name)} />
      <fieldset>
        <legend className="text-sm text-muted">{words.trlRange}</legend>
        <div className="mt-1 flex items-end gap-2">
          {ends.map(({ name, label, value }) => (
            <label key={name} className="grow text-sm">
              {label}
              <select name={name} defaultValue={value ?? ''} className={field}>
                <option value="">{words.any}</option>
                {levels.map((level) => (
                  <option key={level} value={level}>
                    {level}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <Apply text={words.trlRange} />
        </div>
      </fieldset>
    </form>
  )
}

/** From which price to which, in đồng, with what was understood in short figures. */
export function PriceRange({ question }: RangeProps) {
  const words = useMessages().catalogue.search
  const language = useLanguage()
  const format = useFormats()
  const range = question.ranges.price
  const ends = [
    { name: 'priceFrom', label: words.from, value: range?.from ?? null },
    { name: 'priceTo', label: words.to, value: range?.to ?? null },
  ]
  return (
    <form action={localPath(language, '/search')}>
      <HiddenQuestion question={question} without={ends.map(({ name }) => name)} />
      <div className="grid grid-cols-2 items-end gap-2">
        {ends.map(({ name, label, value }) => (
          <label key={name} className="min-w-0 grow text-sm">
            {label}
            <input
              name={name}
              autoComplete="off"
              maxLength={40}
              defaultValue={value === null ? '' : format.number(value)}
              aria-describedby="price-help"
              className={field}
            />
          </label>
        ))}
      </div>
      {range ? (
        <p className="mt-1 text-sm font-semibold">{words.priceNow(priceRangeText(range, words, format))}</p>
      ) : null}
      <p id="price-help" className="mt-1 text-sm text-muted">
        {words.priceHelp}
      </p>
      <div className="mt-2">
        <Apply text={words.priceOrBudget} />
      </div>
    </form>
  )
}

/** A province where the rights are still on offer, from a list: nearly all of them are in most offers. */
export function TerritoryProvince({ question, counts }: RangeProps & { readonly counts: Counts }) {
  const messages = useMessages()
  const words = messages.catalogue.search
  const language = useLanguage()
  const format = useFormats()
  const chosen = question.filters.territory ?? []
  if (counts.length === 0) return null
  const named = counts
    .map(({ value, count }) => ({ value, count, name: facetValueName(messages, language, 'territory', value) }))
    .sort((a, b) => a.name.localeCompare(b.name, language))
  return (
    <form action={localPath(language, '/search')} className="mt-2">
      <HiddenQuestion question={question} without={['territory']} />
      <div className="flex items-end gap-2">
        <label className="min-w-0 grow text-sm">
          {words.territoryProvince}
          <select
            name="territory"
            defaultValue={named.find(({ value }) => chosen.includes(value))?.value ?? ''}
            className={field}
          >
            <option value="">{words.chooseProvince}</option>
            {named.map(({ value, count, name }) => (
              <option key={value} value={value}>
                {words.counted(name, format.number(count))}
              </option>
            ))}
          </select>
        </label>
        <Apply text={words.territoryProvince} />
      </div>
    </form>
  )
}

function Apply({ text }: { readonly text: string }) {
  const words = useMessages().catalogue.search
  return (
    <Button weight="secondary" className="min-h-10 shrink-0 px-3 py-1 text-sm" aria-label={`${words.apply}: ${text}`}>
      {words.apply}
    </Button>
  )
}
