import { useFormats, useMessages } from '#i18n'
import {
  type ChartWidth,
  convergenceChart,
  distributionChart,
  type EvaluatedScenario,
  nearestCorrelations,
  type StatedTarget,
  type ValuationModel,
} from '#modules/valuation'
import { Facts, Figure, Notice, Section, Table } from '#ui'
import { useFigures } from './figures.ts'
import { useInputNames, useTargetName } from './names.ts'
import { useWarningText } from './warnings.ts'

interface TargetProps {
  readonly model: ValuationModel
  readonly target: StatedTarget
  /** The model without uncertainty. */
  readonly base: EvaluatedScenario | undefined
}

/** The spread of one approach, or of the point: its figures, its distribution, how it settled. */
export function SimulationFigures({ model, target, base }: TargetProps) {
  const { workbench: words, valuation } = useMessages()
  const figures = useFigures(model.head)
  const format = useFormats()
  const nameOf = useTargetName(model)
  const names = useInputNames(model)
  const warningText = useWarningText(figures)
  const { simulation, refusal } = target
  const title = nameOf(target.of)
  if (!simulation) return <Section title={title}>{refusal ? <p>{names.refusal(refusal)}</p> : null}</Section>
  const { result, warnings } = simulation
  const at = (probability: number) => result.percentiles.find((one) => one.probability === probability)?.value
  const [low, median, high] = [at(0.05), at(0.5), at(0.95)]
  const baseValue =
    base?.approaches.find(({ approach }) => approach === target.of)?.value ??
    (target.of === 'reconciliation' ? (base?.reconciliation.point ?? null) : null)
  const marks = [
    ...(low === undefined ? [] : [{ label: valuation.percentile('5'), value: low }]),
    ...(median === undefined ? [] : [{ label: valuation.percentile('50'), value: median, strong: true }]),
    ...(high === undefined ? [] : [{ label: valuation.percentile('95'), value: high }]),
    { label: words.charts.mean, value: result.mean },
    ...(baseValue === null ? [] : [{ label: words.charts.base, value: baseValue }]),
  ]
  const drawn = (width: ChartWidth) =>
    distributionChart({
      histogram: result.histogram,
      marks,
      within: low === undefined || high === undefined ? null : { low, high },
      formatShare: figures.percent,
      labels: {
        axis: figures.unit,
        share: words.charts.share,
        beyond: words.charts.beyond,
        none: words.result.notYet,
      },
      width,
      format: figures.drawn,
    })
  const settled = (width: ChartWidth) =>
    convergenceChart({
      points: result.convergence,
      formatTrials: format.number,
      labels: { axis: figures.unit, trials: words.charts.trials, mean: words.charts.mean, none: words.result.none },
      width,
      format: figures.drawn,
    })
  return (
    <Section title={title}>
      <Facts
        facts={[
          { term: words.risk.mean, value: figures.whole(result.mean) },
          { term: words.risk.stdev, value: figures.whole(result.stdev) },
          { term: words.risk.error, value: figures.whole(result.standardError) },
          ...result.exceedances.map(({ threshold, probability }) => ({
            term: words.risk.above(figures.whole(threshold)),
            value: figures.percent(probability),
          })),
        ]}
      />
      {warnings.length > 0 ? (
        <ul className="mt-3 list-disc pl-5 text-sm">
          {warnings.map((one) => (
            <li key={one.code}>{warningText(one)}</li>
          ))}
        </ul>
      ) : null}
      <Figure
        title={`${words.charts.distribution}: ${title}`}
        description={words.charts.distributionOf(format.number(result.trials))}
        narrow={drawn('narrow')}
        wide={drawn('wide')}
        table={{
          caption: words.charts.percentile,
          rows: result.percentiles,
          rowKey: ({ probability }) => String(probability),
          columns: [
            {
              head: words.charts.percentile,
              short: true,
              cell: ({ probability }) => valuation.percentile(String(probability * 100)),
            },
            { head: words.result.value, numeric: true, cell: ({ value }) => figures.whole(value) },
            {
              head: words.charts.interval,
              numeric: true,
              cell: ({ from, to }) => `${figures.whole(from)} – ${figures.whole(to)}`,
            },
          ],
        }}
      />
      <Figure
        title={words.charts.convergence}
        description={words.charts.convergenceOf}
        narrow={settled('narrow')}
        wide={settled('wide')}
        table={{
          caption: words.charts.convergence,
          rows: result.convergence,
          rowKey: ({ trials }) => String(trials),
          columns: [
            { head: words.charts.trials, numeric: true, cell: ({ trials }) => format.number(trials) },
            { head: words.charts.mean, numeric: true, cell: ({ mean }) => figures.whole(mean) },
            { head: words.risk.error, numeric: true, cell: ({ standardError }) => figures.whole(standardError) },
          ],
        }}
      />
    </Section>
  )
}

/** What could be stated instead of correlations that cannot hold together. */
export function NearestCorrelations({ model }: Pick<TargetProps, 'model'>) {
  const { workbench: words } = useMessages()
  const figures = useFigures(model.head)
  const names = useInputNames(model)
  const nearest = nearestCorrelations(model)
  if (!nearest) return null
  return (
    <Notice tone="caution" title={words.risk.nearest}>
      <ul className="list-disc pl-5">
        {nearest.map(({ inputs: [one, other], rank }) => (
          <li key={`${one} ${other}`}>{`${names.input(one)} – ${names.input(other)}: ${figures.plain(rank)}`}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** How much of the spread each uncertain input brings, result by result. */
export function ContributionTable({
  model,
  targets,
}: {
  readonly model: ValuationModel
  readonly targets: readonly StatedTarget[]
}) {
  const { workbench: words } = useMessages()
  const figures = useFigures(model.head)
  const names = useInputNames(model)
  const nameOf = useTargetName(model)
  const known = targets.flatMap(({ of, contribution }) =>
    contribution ? [{ of, items: contribution.result.items }] : [],
  )
  const inputs = [...new Set(known.flatMap(({ items }) => items.map(({ name }) => name)))]
  if (inputs.length === 0) return null
  return (
    <Section title={words.risk.contribution}>
      <Table
        caption={words.risk.contribution}
        rows={inputs}
        rowKey={(input) => input}
        columns={[
          { head: words.charts.input, cell: (input) => names.input(input) },
          ...known.map(({ of, items }) => ({
            head: nameOf(of),
            numeric: true,
            cell: (input: string) => {
              const share = items.find(({ name }) => name === input)?.share
              return share === undefined ? '–' : figures.percent(share)
            },
          })),
        ]}
      />
    </Section>
  )
}
