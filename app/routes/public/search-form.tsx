import { localPath, useLanguage, useMessages } from '#i18n'
import { everything, type Question } from '#modules/catalogue'
import { Button } from '#ui'
import script from './search-box.js?url'
import { HiddenQuestion } from './search-path.tsx'

interface SearchFormProps {
  readonly question?: Question
  /** Under a heading that says the same: on a phone nothing but the box is seen. */
  readonly compact?: boolean
}

/** The search box; a new search keeps the filters and the order that were chosen. Script adds what it may become. */
export function SearchForm({ question = everything, compact = false }: SearchFormProps) {
  const { search: words, suggest } = useMessages().catalogue
  const language = useLanguage()
  return (
    <form role="search" action={localPath(language, '/search')} className="max-w-3xl">
      <label htmlFor="q" className={`mb-1 block font-semibold ${compact ? 'max-sm:sr-only' : ''}`}>
        {words.label}
      </label>
      <div
        className="relative flex gap-2"
        data-suggestions={localPath(language, '/search/suggestions')}
        data-label={suggest.label}
        data-recent={suggest.recent}
        data-forget={suggest.forget}
        data-count={suggest.count}
        data-none={suggest.none}
      >
        <input
          id="q"
          name="q"
          type="search"
          maxLength={400}
          defaultValue={question.text}
          placeholder={words.placeholder}
          autoComplete="off"
          enterKeyHint="search"
          aria-describedby="q-hint"
          className="min-h-12 w-full min-w-0 rounded-plain border border-edge bg-raised px-3 text-ink placeholder:text-muted"
        />
        <Button className="min-h-12 shrink-0 px-6">{words.submit}</Button>
      </div>
      <p id="q-hint" className={`mt-1 text-sm text-muted ${compact ? 'max-sm:sr-only' : ''}`}>
        {words.hint}
      </p>
      <HiddenQuestion question={question} without={['q', 'exact', 'why']} />
      <script type="module" src={script} />
    </form>
  )
}
