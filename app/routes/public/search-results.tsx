import { localPath, useLanguage, useMessages } from '#i18n'
import { mostCompared } from '#modules/catalogue'
import { Button } from '#ui'
import { type ListedRow, ListingRow } from './listing-row.tsx'
import { useKept } from './search-path.tsx'

const compareForm = 'compare'

interface ResultsProps {
  readonly rows: readonly ListedRow[]
  /** Which row is the first that holds only some of the words. */
  readonly partialFrom: number
  /** Whether this is the first page. */
  readonly first: boolean
}

/** The rows: those with all of the words, and beneath them those with some; and the form that compares what is picked. */
export function Results({ rows, partialFrom, first }: ResultsProps) {
  const words = useMessages().catalogue.search
  const whole = rows.slice(0, partialFrom)
  const partial = rows.slice(partialFrom)
  return (
    <>
      <KeptPicks rows={rows} />
      {whole.length > 0 ? <RowList label={words.results} rows={whole} /> : null}
      {partial.length > 0 ? (
        <>
          {whole.length > 0 ? (
            <p className="border-b border-line bg-wash px-3 py-2 text-sm font-semibold">{words.partial}</p>
          ) : first ? (
            <p className="mt-3 border-l-4 border-edge bg-wash px-4 py-2">{words.onlyPartial}</p>
          ) : null}
          <RowList label={words.partial} rows={partial} />
        </>
      ) : null}
      <CompareForm rows={rows} />
    </>
  )
}

/** Rows under a name; technologies among them can be picked for comparison where the page has the form for it. */
export function RowList({ label, rows }: { readonly label: string; readonly rows: readonly ListedRow[] }) {
  const kept = useKept()
  return (
    <ul aria-label={label}>
      {rows.map((row) => (
        <ListingRow key={row.id} row={row} pick={{ form: compareForm, picked: kept.includes(row.id) }} />
      ))}
    </ul>
  )
}

/** What was kept from before and is not among the rows: it stands before them, and so comes first. */
export function KeptPicks({ rows }: Pick<ResultsProps, 'rows'>) {
  return (
    <>
      {useKept()
        .filter((id) => !rows.some((row) => row.id === id))
        .map((id) => (
          <input key={id} type="hidden" name="id" value={id} form={compareForm} />
        ))}
    </>
  )
}

/** Sends what is picked in the rows above to be set side by side. */
export function CompareForm({ rows }: Pick<ResultsProps, 'rows'>) {
  const words = useMessages().catalogue.compare
  const language = useLanguage()
  if (!rows.some(({ kind }) => kind === 'technology')) return null
  return (
    <form
      id={compareForm}
      action={localPath(language, '/compare')}
      className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <Button weight="secondary">{words.submit}</Button>
      <p className="text-sm text-muted">{words.help(mostCompared)}</p>
    </form>
  )
}
