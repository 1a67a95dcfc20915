import type { ReactNode } from 'react'
import { issueText, useFormats, useLanguage, useMessages } from '#i18n'
import type { LineReport, TermsReport } from '#modules/terminology/server'
import { Table } from '#ui'
import { fieldName } from '../public/term-names.ts'
import { TermPair } from '../public/term-pair.tsx'

const refusedShown = 1000
const takenShown = 100

/** What became of many pasted lines: the sums, what can be done next, then the lines, those refused first. */
export function TermsReported({ report, children }: { readonly report: TermsReport; readonly children: ReactNode }) {
  const words = useMessages().terminology.many
  const format = useFormats()
  const sums = report.carriedOut ? words.sumsDone : words.sums
  const lines = (outcome: 'refused' | 'taken') =>
    report.lines.filter((line) => (line.outcome === 'refused') === (outcome === 'refused'))
  return (
    <div className="space-y-6">
      <div role="status">
        <p className="text-lg font-semibold">{sums(format.number(report.taken), format.number(report.refused))}</p>
        {report.carriedOut ? null : <p>{words.checkedLead}</p>}
      </div>
      {children}
      <Refused lines={lines('refused')} />
      <Taken lines={lines('taken')} />
    </div>
  )
}

function More({ of, shown }: { readonly of: number; readonly shown: number }) {
  const words = useMessages().terminology.many
  const format = useFormats()
  return of > shown ? <p className="mt-2 text-muted">{words.more(format.number(of - shown))}</p> : null
}

function Refused({ lines }: { readonly lines: readonly LineReport[] }) {
  const messages = useMessages()
  const words = messages.terminology.many
  const format = useFormats()
  if (lines.length === 0) return null
  return (
    <div>
      <h3 className="mb-2 font-semibold">{words.refusedLines}</h3>
      <Table
        caption={words.refusedLines}
        rows={lines.slice(0, refusedShown)}
        rowKey={({ number }) => String(number)}
        columns={[
          { head: words.line, numeric: true, cell: ({ number }) => format.number(number) },
          { head: words.content, cell: ({ text }) => <span className="break-words">{text}</span> },
          { head: messages.terminology.one.reason, cell: ({ fault }) => (fault ? issueText(messages, fault) : null) },
        ]}
      />
      <More of={lines.length} shown={refusedShown} />
    </div>
  )
}

function Taken({ lines }: { readonly lines: readonly LineReport[] }) {
  const { terminology } = useMessages()
  const words = terminology.many
  const format = useFormats()
  const language = useLanguage()
  if (lines.length === 0) return null
  return (
    <div>
      <h3 className="mb-2 font-semibold">{words.takenLines}</h3>
      <Table
        caption={words.takenLines}
        rows={lines.slice(0, takenShown)}
        rowKey={({ number }) => String(number)}
        columns={[
          { head: words.line, numeric: true, cell: ({ number }) => format.number(number) },
          {
            head: terminology.desk.pair,
            cell: ({ pair, text }) => (pair ? <TermPair pair={{ ...pair, language: null }} /> : text),
          },
          {
            head: terminology.field,
            cell: ({ pair }) => fieldName(language, pair?.field ?? null) ?? terminology.noField,
          },
          { head: words.outcome, cell: ({ outcome }) => words.outcomes[outcome] },
        ]}
      />
      <More of={lines.length} shown={takenShown} />
    </div>
  )
}
