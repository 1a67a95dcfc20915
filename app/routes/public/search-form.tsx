import { localPath, useLanguage, useMessages } from '#i18n'
import { everything, type Question } from '#modules/catalogue'
import { Button } from '#ui'

/** The search box; a new search keeps the filters and the order that were chosen. */
export function SearchForm({ question = everything }: { readonly question?: Question }) {
  const words = useMessages().catalogue.search
  const language = useLanguage()
  return (
    <form role="search" action={localPath(language, '/search')} className="max-w-3xl">
      <label htmlFor="q" className="mb-1 block font-semibold">
        {words.label}
      </label>
      <div className="flex gap-2">
        <input
          id="q"
          name="q"
          type="search"
          maxLength={400}
          defaultValue={question.text}
          placeholder={words.placeholder}
          aria-describedby="q-hint"
          className="min-h-12 w-full min-w-0 rounded-plain border border-edge bg-raised px-3 text-ink placeholder:text-muted"
        />
        <Button className="min-h-12 shrink-0 px-6">{words.submit}</Button>
      </div>
      <p id="q-hint" className="mt-1 text-sm text-muted">
        {words.hint}
      </p>
      {Object.entries(question.filters).flatMap(([name, values]) =>
        values.map((value) => <input key={name + value} type="hidden" name={name} value={value} />),
      )}
      {question.sort === 'relevance' ? null : <input type="hidden" name="sort" value={question.sort} />}
    </form>
  )
}
