import { useMessages } from '#i18n'
import type { ListedReason } from './listing-row.tsx'

/** Why a listing was found: each stretch of the words, how it was taken, and where it stands. */
export function Why({ reasons }: { readonly reasons: readonly ListedReason[] }) {
  const words = useMessages().catalogue.search
  if (reasons.length === 0) return null
  return (
    <div className="mt-2 border-l-4 border-line pl-3 text-sm">
      <p className="font-semibold">{words.whyTitle}</p>
      <ul className="list-disc pl-4">
        {reasons.map(({ asked, reading, found, places }, index) => {
          const what = words.reading[reading](asked, found)
          return (
            <li key={index} className={reading === 'missing' ? 'text-muted' : ''}>
              {reading === 'missing' || places.length === 0
                ? what
                : words.readingIn(what, places.map((place) => words.places[place]).join(', '))}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
