import { localPath, useLanguage, useMessages } from '#i18n'
import { comparePath } from '#modules/catalogue'
import { textFor } from '#modules/technologies'
import type { SheetFacts } from '#modules/technologies/server'
import { Badge, Link } from '#ui'
import { CompareCell, type CompareRow } from './compare-rows.tsx'

interface CompareTableProps {
  readonly sheets: readonly SheetFacts[]
  readonly rows: readonly CompareRow[]
}

/** The technologies as columns, the criteria as rows; scrolls sideways by itself, also by keyboard. */
export function CompareTable({ sheets, rows }: CompareTableProps) {
  const words = useMessages().catalogue.compare
  const several = sheets.length > 1
  return (
    <div
      role="region"
      aria-label={words.table}
      tabIndex={0}
      className="overflow-x-auto border-y border-line print:overflow-visible print:text-[8pt]"
    >
      <table className="border-collapse text-left print:w-full print:table-fixed">
        <caption className="sr-only">{words.table}</caption>
        <thead>
          <tr className="border-b-2 border-line">
            <th
              scope="col"
              className="sticky left-0 z-1 w-28 min-w-28 bg-paper px-2 py-3 align-bottom text-sm font-semibold sm:w-44 sm:min-w-44 print:static print:bg-transparent print:w-[16%] print:min-w-0"
            >
              {words.criterion}
            </th>
            {sheets.map((sheet) => (
              <Head key={sheet.id} sheet={sheet} all={sheets} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells, differs }) => (
            <tr key={key} className="border-b border-line print:break-inside-avoid">
              <th
                scope="row"
                className="sticky left-0 z-1 bg-paper px-2 py-2 align-top text-sm font-semibold print:static print:bg-transparent"
              >
                {name}
                {several ? <Difference differs={differs} /> : null}
              </th>
              {cells.map((cell, index) => (
                <td key={index} className="border-l border-line px-3 py-2 align-top">
                  <CompareCell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Whether the technologies differ in a criterion: a shape and a word. */
function Difference({ differs }: { readonly differs: boolean }) {
  const words = useMessages().catalogue.compare
  return (
    <span className={`block font-normal ${differs ? 'text-action' : 'text-muted'}`}>
      <span aria-hidden="true">{differs ? '≠ ' : '= '}</span>
      {differs ? words.differs : words.same}
    </span>
  )
}

function Head({ sheet, all }: { readonly sheet: SheetFacts; readonly all: readonly SheetFacts[] }) {
  const words = useMessages().catalogue.compare
  const language = useLanguage()
  const title = textFor(sheet.shown.profile, 'title', language)
  const others = all.flatMap(({ id }) => (id === sheet.id ? [] : [id]))
  return (
    <th
      scope="col"
      className="w-72 min-w-56 border-l border-line px-3 py-3 align-top font-normal print:w-auto print:min-w-0"
    >
      <Link
        to={`/technologies/${sheet.id}`}
        className="font-semibold"
        {...(title.language === language ? {} : { lang: title.language })}
      >
        {title.text}
      </Link>
      {sheet.state === 'reserved' ? (
        <span className="mt-1 block">
          <Badge standing="waiting">{words.reserved}</Badge>
        </span>
      ) : null}
      <span className="mt-1 flex flex-wrap gap-x-4 text-sm print:hidden">
        {sheet.state === 'reserved' ? null : (
          <Link to={`/technologies/${sheet.id}/request`} rel="nofollow" className="inline-flex min-h-6 items-center">
            {words.ask}
          </Link>
        )}
        <a
          href={localPath(language, comparePath(others))}
          rel="nofollow"
          aria-label={words.remove(title.text)}
          className="inline-flex min-h-6 items-center"
        >
          {words.removeShort}
        </a>
      </span>
    </th>
  )
}
