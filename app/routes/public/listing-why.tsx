import { useMessages } from '#i18n'
import type { ListedReason } from './listing-row.tsx'

/** Ways of taking words that are told of several words at once, where they stand in the same places. */
const together: readonly ListedReason['reading'][] = ['typed', 'mended', 'keys', 'missing']

/** Reasons as few as can be: neighbours that were taken alike and stand in the same places are one. */
function joined(reasons: readonly ListedReason[]): readonly ListedReason[] {
  const lines: ListedReason[] = []
  for (const { asked, reading: taken, found, places } of reasons) {
    const reading = taken === 'beginning' && found.toLowerCase() === asked.toLowerCase() ? 'typed' : taken
    const before = lines.at(-1)
    const alike = before?.reading === reading && together.includes(reading) && before.places.join() === places.join()
    if (before && alike)
      lines.splice(-1, 1, {
        ...before,
        asked: `${before.asked} ${asked}`,
        found: `${before.found} ${found}`.trim(),
      })
    else lines.push({ asked, reading, found, places })
  }
  return lines
}

/** Why a listing was found: each stretch of the words, how it was taken, and where it stands. */
export function Why({ reasons }: { readonly reasons: readonly ListedReason[] }) {
  const words = useMessages().catalogue.search
  if (reasons.length === 0) return null
  return (
    <div className="mt-2 border-l-4 border-line pl-3 text-sm">
      <p className="font-semibold">{words.whyTitle}</p>
      <ul className="list-disc pl-4">
        {joined(reasons).map(({ asked, reading, found, places }, index) => {
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
