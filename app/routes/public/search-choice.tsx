import { useFormats, useMessages } from '#i18n'

/** The values of a filter, each with how many listings it would give. */
export type Counts = readonly { readonly value: string; readonly count: number }[]

/** One value: chosen with a tick and a word for those who do not see it, else with what it would give. */
export function Choice({
  text,
  count,
  chosen,
  href,
}: {
  readonly text: string
  readonly count: number
  readonly chosen: boolean
  readonly href: string
}) {
  const words = useMessages().catalogue.search
  const format = useFormats()
  return (
    <div className="flex justify-between gap-3">
      <a
        href={href}
        rel="nofollow"
        {...(chosen ? { 'aria-label': words.removeFilter(text) } : {})}
        className={`py-1 no-underline hover:underline ${chosen ? 'font-semibold' : 'text-ink'}`}
      >
        {chosen ? `✓ ${text}` : text}
      </a>
      <span className="py-1 text-muted tabular-nums">{format.number(count)}</span>
    </div>
  )
}
