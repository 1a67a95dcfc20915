import type { ReactNode } from 'react'
import { localPath, useLanguage, useMessages } from '#i18n'

/** How a state stands: a word with a shape, never colour alone. */
export type Standing = 'waiting' | 'moving' | 'good' | 'stopped' | 'plain'

const standings: Readonly<Record<Standing, { readonly box: string; readonly shape: string }>> = {
  waiting: { box: 'border-caution text-caution', shape: '◔' },
  moving: { box: 'border-action text-action', shape: '◑' },
  good: { box: 'border-action bg-action-wash text-action', shape: '●' },
  stopped: { box: 'border-danger text-danger', shape: '■' },
  plain: { box: 'border-edge text-muted', shape: '○' },
}

/** A state's name. */
export function Badge({
  standing = 'plain',
  children,
}: {
  readonly standing?: Standing
  readonly children: ReactNode
}) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-plain border px-2 py-0.5 text-sm whitespace-nowrap ${standings[standing].box}`}
    >
      <span aria-hidden="true" className="text-xs">
        {standings[standing].shape}
      </span>
      {children}
    </span>
  )
}

/** A short fact about a listing, without a state. */
export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className="inline-block rounded-plain bg-wash px-2 py-0.5 text-sm">{children}</span>
}

interface Fact {
  readonly term: ReactNode
  readonly value: ReactNode
}

/** Facts as terms and values; a fact whose value is null is left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const shown = facts.filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== '')
  return (
    <dl className="grid gap-x-6 sm:grid-cols-[minmax(10rem,16rem)_1fr] sm:gap-y-2">
      {shown.map((fact, index) => (
        <div key={index} className="contents">
          <dt className="text-muted">{fact.term}</dt>
          <dd className="mb-3 min-w-0 sm:mb-0">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface Column<Row> {
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  readonly numeric?: boolean
  /** Holds a word or two, such as a year, and needs no room for more. */
  readonly short?: boolean
}

export interface TableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

/** Words that a narrow screen would otherwise set one to a line. */
function leastWidth(
  place: number,
  { numeric, short }: { readonly numeric?: boolean; readonly short?: boolean },
): string {
  return numeric || short ? '' : place === 0 ? 'min-w-40' : 'min-w-24'
}

/** A table that scrolls sideways by itself on a narrow screen. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    <div className="overflow-x-auto" role="region" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b-2 border-line">
            {columns.map((column, index) => (
              <th
                key={index}
                scope="col"
                className={`px-2 py-2 align-bottom text-sm font-semibold ${column.numeric ? 'text-right' : ''} ${leastWidth(index, column)}`}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line">
              {columns.map((column, index) => (
                <td
                  key={index}
                  className={`px-2 py-2 align-top ${column.numeric ? 'text-right whitespace-nowrap tabular-nums' : ''}`}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PaginationProps {
  readonly page: number
  readonly pageCount: number
  /** The address of a page, without the language prefix. */
  readonly to: (page: number) => string
}

/** Links to the pages before and after, and where one stands. */
export function Pagination({ page, pageCount, to }: PaginationProps) {
  const messages = useMessages()
  const language = useLanguage()
  if (pageCount <= 1) return null
  const step = 'inline-flex min-h-11 items-center rounded-plain border border-edge px-4 no-underline'
  return (
    <nav aria-label={messages.site.pages} className="mt-6 flex flex-wrap items-center justify-between gap-3">
      {page > 1 ? (
        <a rel="prev" href={localPath(language, to(page - 1))} className={step}>
          {messages.site.previous}
        </a>
      ) : (
        <span />
      )}
      <span>{messages.site.page(page, pageCount)}</span>
      {page < pageCount ? (
        <a rel="next" href={localPath(language, to(page + 1))} className={step}>
          {messages.site.next}
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

/** Text in the other language than the page's, marked so for screen readers. */
export function Foreign({ language, children }: { readonly language: 'vi' | 'en'; readonly children: ReactNode }) {
  const page = useLanguage()
  return language === page ? <>{children}</> : <span lang={language}>{children}</span>
}

/** Text with the words that were found marked. */
export function Marked({
  segments,
}: {
  readonly segments: readonly { readonly text: string; readonly hit: boolean }[]
}) {
  return <>{segments.map((segment, index) => (segment.hit ? <mark key={index}>{segment.text}</mark> : segment.text))}</>
}

/** The steps of a long form: where one is, which are complete. */
export function Steps({
  label,
  steps,
  current,
}: {
  readonly label: string
  readonly steps: readonly { readonly to: string; readonly text: string; readonly note?: string }[]
  readonly current: number
}) {
  const language = useLanguage()
  return (
    <nav aria-label={label} className="mb-6">
      <ol className="flex flex-wrap gap-x-5 gap-y-1 border-b border-line pb-3 text-sm">
        {steps.map((step, index) => (
          <li key={step.to}>
            <a
              href={localPath(language, step.to)}
              {...(index === current ? { 'aria-current': 'step' as const } : {})}
              className={`inline-block py-1 ${index === current ? 'font-semibold text-ink no-underline' : ''}`}
            >
              {`${String(index + 1)}. ${step.text}`}
              {step.note ? <span className="ml-1 text-muted">{step.note}</span> : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
