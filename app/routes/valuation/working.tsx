import { Fragment } from 'react'
import { useLanguage, useMessages } from '#i18n'
import {
  type EvaluatedScenario,
  formulaIn,
  formulaParts,
  type FormulaPart,
  legendOf,
  type Meaning,
  symbolIn,
  type ValuationModel,
} from '#modules/valuation'
import { Section, Table } from '#ui'
import { useFigures } from './figures.ts'
import { useWarningText } from './warnings.ts'

interface WorkingsProps {
  readonly model: ValuationModel
  readonly evaluated: EvaluatedScenario
}

/** No line ends between a letter and its exponent or index. */
const joined = (text: string): string => `\u2060${text}`

/** A formula with its exponents above the line and its indices below it. */
function Formula({ parts }: { readonly parts: readonly FormulaPart[] }) {
  return parts.map(({ text, stand }, at) =>
    stand === 'raised' ? (
      <sup key={at}>{joined(text)}</sup>
    ) : stand === 'lowered' ? (
      <sub key={at}>{joined(text)}</sub>
    ) : (
      <Fragment key={at}>{text}</Fragment>
    ),
  )
}

/** What the symbols stand for that no step names. */
function Legend({ meanings }: { readonly meanings: readonly Meaning[] }) {
  const { workbench: words, valuation } = useMessages()
  const language = useLanguage()
  if (meanings.length === 0) return null
  const slots: Readonly<Record<string, { readonly name: string }>> = valuation.slots
  const columns: Readonly<Record<string, string>> = valuation.columns
  const said = (one: Meaning): string => {
    if ('word' in one) return valuation.symbols[one.word]
    return 'slot' in one ? (slots[one.slot]?.name ?? one.slot) : (columns[one.column] ?? one.column)
  }
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-muted sm:max-w-3xl">
      <dt className="col-span-2 font-semibold">{words.result.legend}</dt>
      {meanings.map((one) => (
        <div key={one.symbol} className="contents">
          <dt>
            <Formula parts={symbolIn(one.symbol, language)} />
          </dt>
          <dd>
            <Formula parts={formulaParts(said(one))} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** How each value arose, step by step, with what the methods warn of. */
export function Workings({ model, evaluated }: WorkingsProps) {
  const { workbench: words, valuation } = useMessages()
  const language = useLanguage()
  const figures = useFigures(model.head)
  const warningText = useWarningText(figures)
  const worked = evaluated.approaches.flatMap(({ approach, method, worked: one }) =>
    one ? [{ approach, method, steps: one.steps, warnings: one.warnings }] : [],
  )
  if (worked.length === 0) return null
  return (
    <Section title={words.result.working}>
      <div className="space-y-4">
        {worked.map(({ approach, method, steps, warnings: said }) => (
          <details key={approach} className="open-print border-t border-line pt-3">
            <summary className="cursor-pointer py-1 font-semibold">{valuation.methods[method]}</summary>
            {said.length > 0 ? (
              <ul className="mt-2 list-disc pl-5 text-sm">
                {said.map((one) => (
                  <li key={one.code}>{warningText(one)}</li>
                ))}
              </ul>
            ) : null}
            <div className="mt-2 text-sm">
              <Table
                caption={words.result.workingOf(valuation.methods[method])}
                rows={steps.map((step, at) => ({ ...step, at }))}
                rowKey={({ at }) => String(at)}
                columns={[
                  {
                    head: words.result.step,
                    cell: ({ label, symbol }) => (
                      <>
                        {`${valuation.steps[label as keyof typeof valuation.steps]} (`}
                        <Formula parts={symbolIn(symbol, language)} />
                        {')'}
                      </>
                    ),
                  },
                  {
                    head: words.result.formula,
                    cell: ({ formula }) => <Formula parts={formulaIn(formula, language)} />,
                  },
                  {
                    head: words.result.numbers,
                    cell: ({ numbers }) => (
                      <span className="break-words">
                        <Formula parts={formulaIn(numbers, language)} />
                      </span>
                    ),
                  },
                  { head: words.result.result, numeric: true, cell: ({ value, unit }) => figures.by(unit, value) },
                ]}
              />
              <Legend meanings={legendOf(method, steps)} />
            </div>
          </details>
        ))}
      </div>
    </Section>
  )
}
