import type { ReactNode } from 'react'
import { useFormats, useMessages } from '#i18n'
import {
  type ChartWidth,
  convergenceChart,
  distributionChart,
  type EvaluatedScenario,
  nearestCorrelations,
  spiderChart,
  type StatedSensitivity,
  type StatedTarget,
  tornadoChart,
  type ValuationModel,
} from '#modules/valuation'
import { Facts, Figure, Notice, Section, Table } from '#ui'
import { useFigures } from './figures.ts'
import { useInputNames } from './names.ts'
import { useWarningText } from './warnings.ts'

function useTargetName(model: ValuationModel) {
  const { workbench: words, valuation } = useMessages()
  return (of: string): string => {
    const method = model.approaches.find(({ id }) => id === of)?.method
    return method ? valuation.methods[method] : words.risk.reconciled
  }
}

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

function TwoWay({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}) {
  return (
    <div className="my-6 max-w-3xl">
      <p className="font-semibold">{title}</p>
      <p className="mb-2 text-sm text-muted">{lead}</p>
      {children}
    </div>
  )
}

/** How the value moves with one input at a time, with several steps of it, and with two at once. */
export function SensitivityFigures({
  model,
  sensitivity,
}: {
  readonly model: ValuationModel
  readonly sensitivity: StatedSensitivity
}) {
  const { workbench: words } = useMessages()
  const figures = useFigures(model.head)
  const names = useInputNames(model)
  const nameOf = useTargetName(model)
  const [tornado, spider, twoWay] = [
    sensitivity.tornado?.result,
    sensitivity.spider?.result,
    sensitivity.twoWay?.result,
  ]
  const written = (id: string, value: number): string => {
    const input = model.inputs.find((one) => one.id === id)
    return input?.value.kind === 'series' ? figures.percent(value) : figures.by(input?.unit ?? 'none', value)
  }
  if (!tornado && !spider && !twoWay) return null
  const bars = (tornado?.bars ?? []).map((bar) => ({
    label: names.input(bar.name),
    lowValue: bar.lowValue,
    highValue: bar.highValue,
    lowInput: written(bar.name, bar.lowCaseInput),
    highInput: written(bar.name, bar.highCaseInput),
    swing: bar.swing,
  }))
  const barsDrawn = (width: ChartWidth) =>
    tornadoChart({
      base: tornado?.baseValue ?? 0,
      bars,
      labels: { axis: figures.unit, base: words.charts.base, none: words.result.none },
      width,
      format: figures.drawn,
    })
  const linesDrawn = (width: ChartWidth) =>
    spiderChart({
      base: spider?.baseValue ?? 0,
      lines: (spider?.lines ?? []).map(({ name, points }) => ({ label: names.input(name), points })),
      formatChange: figures.percent,
      labels: { axis: figures.unit, change: words.risk.variation, none: words.result.none },
      width,
      format: figures.drawn,
    })
  const axes = model.sensitivity.twoWay
  return (
    <Section title={`${words.risk.sensitivity}: ${nameOf(sensitivity.of)}`}>
      {tornado ? (
        <Figure
          title={words.charts.tornado}
          description={words.charts.tornadoOf}
          narrow={barsDrawn('narrow')}
          wide={barsDrawn('wide')}
          table={{
            caption: words.charts.tornado,
            rows: bars,
            rowKey: ({ label }) => label,
            columns: [
              { head: words.charts.input, cell: ({ label }) => label },
              {
                head: words.charts.low,
                numeric: true,
                cell: ({ lowInput, lowValue }) => `${figures.whole(lowValue)} (${lowInput})`,
              },
              {
                head: words.charts.high,
                numeric: true,
                cell: ({ highInput, highValue }) => `${figures.whole(highValue)} (${highInput})`,
              },
              { head: words.charts.swing, numeric: true, cell: ({ swing }) => figures.whole(swing) },
            ],
          }}
        />
      ) : null}
      {spider ? (
        <Figure
          title={words.charts.spider}
          description={words.charts.spiderOf}
          narrow={linesDrawn('narrow')}
          wide={linesDrawn('wide')}
          table={{
            caption: words.charts.spider,
            rows: spider.lines,
            rowKey: ({ name }) => name,
            columns: [
              { head: words.charts.input, cell: ({ name }) => names.input(name) },
              ...(spider.lines[0]?.points ?? []).map(({ change }, at) => ({
                head: figures.percent(change),
                numeric: true,
                cell: ({ points }: { readonly points: readonly { readonly value: number }[] }) =>
                  figures.amount(points[at]?.value ?? 0),
              })),
            ],
          }}
        />
      ) : null}
      {twoWay && axes ? (
        <TwoWay
          title={words.risk.twoWay}
          lead={words.charts.twoWayOf(names.input(axes.row.input), names.input(axes.column.input), figures.unit)}
        >
          <Table
            caption={words.risk.twoWay}
            rows={twoWay.values.map((values, at) => ({ values, at }))}
            rowKey={({ at }) => String(at)}
            columns={[
              {
                head: names.input(axes.row.input),
                cell: ({ at }) => written(axes.row.input, Number(axes.row.values[at])),
              },
              ...axes.column.values.map((value, at) => ({
                head: written(axes.column.input, Number(value)),
                numeric: true,
                cell: ({ values }: { readonly values: readonly number[] }) => figures.amount(values[at] ?? 0),
              })),
            ]}
          />
        </TwoWay>
      ) : null}
    </Section>
  )
}
