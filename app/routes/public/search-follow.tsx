import { localPath, useLanguage, useMessages } from '#i18n'
import type { Language } from '#kernel'
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

const feedTypes = { '/search.atom': 'application/atom+xml', '/search.json': 'application/feed+json' } as const

/** The question as feeds, for the head of its page. */
export function feedsOf(question: Question, language: Language) {
  return Object.entries(feedTypes).map(([path, type]) => ({
    type,
    href: localPath(language, path + queryOf(question)),
  }))
}

/** How to go on hearing of a search: keep it, or follow it in a feed reader. */
export function Follow({ question }: { readonly question: Question }) {
  const words = useMessages().catalogue.search
  const language = useLanguage()
  const feeds = [
    { path: '/search.atom', text: words.atom },
    { path: '/search.json', text: words.jsonFeed },
  ] as const
  return (
    <nav aria-label={words.follow} className="mt-6 border-t border-line pt-3 text-sm">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        <li>
          <Link to={savePath(question)} rel="nofollow" className="inline-flex min-h-6 items-center font-semibold">
            {words.save}
          </Link>
        </li>
        {feeds.map(({ path, text }) => (
          <li key={path}>
            <a
              href={localPath(language, path + queryOf(question))}
              rel="nofollow"
              type={feedTypes[path]}
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
