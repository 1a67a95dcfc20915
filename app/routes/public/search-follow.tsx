import { localPath, useLanguage, useMessages } from '#i18n'
import { type Question, questionPath } from '#modules/catalogue'
import { Link } from '#ui'

const queryOf = (question: Question): string => {
  const path = questionPath({ ...question, explain: false, page: 1 })
  return path.includes('?') ? path.slice(path.indexOf('?')) : ''
}

/** Where a question is kept and followed, without the language. */
export function savePath(question: Question): string {
  return `/account/searches/new${queryOf(question)}`
}

/** How to go on hearing of a search: keep it, or follow it in a feed reader. */
export function Follow({ question }: { readonly question: Question }) {
  const words = useMessages().catalogue.search
  const language = useLanguage()
  const feeds = [
    { path: '/search.atom', text: words.atom, type: 'application/atom+xml' },
    { path: '/search.json', text: words.jsonFeed, type: 'application/feed+json' },
  ]
  return (
    <nav aria-label={words.follow} className="mt-6 border-t border-line pt-3 text-sm">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        <li>
          <Link to={savePath(question)} rel="nofollow" className="inline-flex min-h-6 items-center font-semibold">
            {words.save}
          </Link>
        </li>
        {feeds.map(({ path, text, type }) => (
          <li key={path}>
            <a
              href={localPath(language, path + queryOf(question))}
              rel="nofollow"
              type={type}
              className="inline-flex min-h-6 items-center"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
