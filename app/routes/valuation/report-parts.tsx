import { useFormats, useMessages } from '#i18n'
import { languages } from '#kernel'
import type { ValuationFacts } from '#modules/valuation/server'
import { Link, Table } from '#ui'

/** The signed reports of a valuation, the newest first. */
export function SignedReports({ reports }: Pick<ValuationFacts, 'reports'>) {
  const { workbench: words } = useMessages()
  const format = useFormats()
  return (
    <Table
      caption={words.report.signed}
      rows={reports}
      rowKey={({ id }) => id}
      columns={[
        {
          head: words.mandate.report,
          cell: ({ id, number }) => (
            <Link to={`/reports/${id}`} className="inline-flex min-h-6 items-center">
              {words.report.number(number)}
            </Link>
          ),
        },
        { head: words.report.signedBy, cell: ({ signedBy }) => signedBy },
        { head: words.report.signedAt, cell: ({ signedAt }) => format.dateTime(signedAt) },
        {
          head: words.report.hash,
          cell: ({ hash }) => <span className="font-mono text-xs break-all">{`${hash.slice(0, 16)}…`}</span>,
        },
      ]}
    />
  )
}

/** The files of a report: in both languages, to read and to edit, and its data. */
export function ReportFiles({ to, json = true }: { readonly to: string; readonly json?: boolean }) {
  const { workbench: words } = useMessages()
  const own = words.report
  const files = languages.flatMap((language) => [
    { name: `report-${language}.pdf`, text: own.pdf(own.languages[language]) },
    { name: `report-${language}.docx`, text: own.docx(own.languages[language]) },
  ])
  const all = json ? [...files, { name: 'report.json', text: own.json }] : files
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {all.map(({ name, text }) => (
        <li key={name}>
          <Link to={`${to}/${name}`} reloadDocument className="inline-flex min-h-6 items-center">
            {text}
          </Link>
        </li>
      ))}
    </ul>
  )
}
