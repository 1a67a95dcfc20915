import { useMessages } from '#i18n'
import { type EvaluatedScenario, modelWarningUnits, type ValuationModel } from '#modules/valuation'
import { Section } from '#ui'
import { type Figures, useFigures } from './figures.ts'
import { useInputNames } from './names.ts'

type Names = ReturnType<typeof useInputNames>

/** What is shown of a scenario: as evaluated, or as a signed report states it. */
type Shown = Pick<EvaluatedScenario, 'reconciliation' | 'warnings'> & {
  readonly approaches: readonly Pick<
    EvaluatedScenario['approaches'][number],
    'approach' | 'method' | 'value' | 'refusal'
  >[]
}

interface ResultProps {
  readonly model: ValuationModel
  readonly evaluated: Shown
  readonly heading?: 'section' | 'aside'
}

/** What the approaches say, the range and the point, and what stands in their way. */
export function ResultPanel({ model, evaluated, heading = 'aside' }: ResultProps) {
  const { workbench: words } = useMessages()
  const content = <ResultBody model={model} evaluated={evaluated} />
  if (heading === 'section')
    return (
      <Section title={words.result.title}>
        <div className="max-w-3xl">{content}</div>
      </Section>
    )
  return (
    <section aria-labelledby="result-title" className="max-w-3xl border-t-4 border-action bg-wash px-4 py-4">
      <h2 id="result-title" className="mb-2 text-lg">
        {words.result.title}
      </h2>
      {content}
    </section>
  )
}

/** Said once for all inputs, not for each. */
const unsourced = 'source_without_reference'

/** A name and its figure; the figures of all lines end at one edge. */
const line = 'flex flex-wrap items-baseline justify-between gap-x-4'

function ResultBody({ model, evaluated }: ResultProps) {
  const { workbench: words, valuation } = useMessages()
  const figures = useFigures(model.head)
  const names = useInputNames(model)
  const { approaches, reconciliation, warnings } = evaluated
  const { point, low, high, faults } = reconciliation
  const methodOf = (id: string | null) => {
    const method = model.approaches.find((approach) => approach.id === id)?.method
    return method ? valuation.methods[method] : (id ?? '')
  }
  const inWords = point === null ? null : figures.inWords(point)
  const withoutSource = warnings.flatMap(({ code, input }) =>
    code === unsourced && input !== null ? [names.input(input)] : [],
  )
  if (approaches.length === 0) return <p>{words.result.none}</p>
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {approaches.map(({ approach, method, value, refusal }) => (
          <li key={approach} className="py-2">
            <p className={line}>
              <span className="text-sm text-muted">{valuation.methods[method]}</span>
              {value === null ? (
                <span className="ml-auto text-sm">{words.result.notYet}</span>
              ) : (
                <span className="ml-auto font-semibold tabular-nums">{figures.whole(value)}</span>
              )}
            </p>
            {value === null && refusal !== null ? <p className="text-sm text-muted">{names.refusal(refusal)}</p> : null}
          </li>
        ))}
      </ul>
      <dl className="mt-3 space-y-2">
        {low === null || high === null || low === high ? null : (
          <div className={line}>
            <dt className="text-sm text-muted">{words.result.range}</dt>
            <dd className="ml-auto tabular-nums">{`${figures.whole(low)} – ${figures.whole(high)}`}</dd>
          </div>
        )}
        {point === null ? null : (
          <div className={line}>
            <dt className="text-sm text-muted">{words.result.point}</dt>
            <dd className="ml-auto">
              <strong className="text-xl tabular-nums">{figures.whole(point)}</strong>
            </dd>
            {inWords === null ? null : <dd className="w-full text-right text-sm text-muted">{inWords}</dd>}
          </div>
        )}
      </dl>
      <Lines
        title={words.result.faults}
        lines={faults.map(({ code, approach }) =>
          valuation.reconciliationFaults[code]({ approach: methodOf(approach) }),
        )}
      />
      <Lines
        title={words.result.warnings}
        lines={[
          ...warnings
            .filter(({ code }) => code !== unsourced && !faults.some((fault) => fault.code === code))
            .map((warning) => warningText(warning, { valuation, names, figures })),
          ...(withoutSource.length === 0 ? [] : [words.result.unsourced(withoutSource.join('; '))]),
        ]}
      />
    </>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <div className="mt-3 text-sm">
      <p className="font-semibold">{title}</p>
      <ul className="list-disc space-y-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function warningText(
  { code, input, values }: EvaluatedScenario['warnings'][number],
  {
    valuation,
    names,
    figures,
  }: { valuation: ReturnType<typeof useMessages>['valuation']; names: Names; figures: Figures },
): string {
  const units = modelWarningUnits[code]
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    units[name] === 'money' ? figures.whole(value) : figures.plain(value),
  ])
  return valuation.modelWarnings[code]({
    ...(Object.fromEntries(shown) as Record<string, string>),
    input: input === null ? '' : names.input(input),
  })
}
