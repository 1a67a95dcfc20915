import type { z } from 'zod'
import { useFormats, useLanguage, useMessages } from '#i18n'
import type { AnonymisedRates, rateQuestionSchema } from '#modules/valuation'
import { Empty, Section, Table } from '#ui'
import { fieldName } from './term-names.ts'

interface SignedRatesProps {
  readonly question: z.output<typeof rateQuestionSchema>
  readonly told: AnonymisedRates
}

/** What the signed contracts of the exchange tell of a question, and how it is made sure that they tell no more. */
export function SignedRates({ question, told }: SignedRatesProps) {
  const { royaltyRates: words, valuation } = useMessages()
  const { own } = words
  const language = useLanguage()
  const { field, right, exclusivity, base } = question
  const chosen = [
    fieldName(language, field),
    right && valuation.rights[right],
    exclusivity && words.exclusivities[exclusivity],
  ].filter((part) => part !== null)
  return (
    <Section title={own.title}>
      <p className="mb-3 text-muted">
        {`${chosen.length === 0 ? own.all : chosen.join(' · ')} · ${words.base}: ${words.bases[base]}`}
      </p>
      {told.kind === 'too_few' ? (
        <Empty>{chosen.length === 0 ? own.tooFew : `${own.tooFew} ${own.tooFewHelp}`}</Empty>
      ) : (
        <Quartiles told={told} />
      )}
      <details className="mt-4 max-w-[75ch]">
        <summary className="cursor-pointer py-1">{own.how}</summary>
        <ul className="mt-2 list-disc space-y-1 pl-5">
          {own.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
    </Section>
  )
}

function Quartiles({ told }: { readonly told: Extract<AnonymisedRates, { kind: 'rates' }> }) {
  const { own } = useMessages().royaltyRates
  const format = useFormats()
  const rows = [
    { name: own.lower, means: own.lowerMeans, rate: told.lower },
    { name: own.median, means: own.medianMeans, rate: told.median },
    { name: own.upper, means: own.upperMeans, rate: told.upper },
  ]
  return (
    <div className="max-w-3xl">
      <Table
        caption={own.caption}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          {
            head: own.figure,
            cell: ({ name, means }) => (
              <>
                <span className="font-semibold">{name}</span>
                <span className="block text-sm text-muted">{means}</span>
              </>
            ),
          },
          {
            head: own.value,
            numeric: true,
            cell: ({ rate }) => <span className="text-xl font-semibold">{format.share(rate * 10_000)}</span>,
          },
        ]}
      />
      <p className="mt-3">{`${own.rests(format.number(told.deals), told.firstYear, told.lastYear)} ${own.rounded}`}</p>
    </div>
  )
}
