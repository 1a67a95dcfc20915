import type { ReactNode } from 'react'
import { useMessages } from '#i18n'
import {
  type ChartWidth,
  spiderChart,
  type StatedSensitivity,
  tornadoChart,
  type ValuationModel,
} from '#modules/valuation'
import { ButtonLink, Empty, Figure, Section, Table } from '#ui'
import { useFigures } from './figures.ts'
import { useInputNames, useTargetName } from './names.ts'

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
  conclusion,
}: {
  readonly model: ValuationModel
  /** Where the point is reconciled. */
  readonly conclusion: string
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
    return input?.value.kind === 'series'
      ? figures.percent(value)
      : input?.unit === 'money'
        ? figures.drawn(value)
        : figures.by(input?.unit ?? 'none', value)
  }
  if (!tornado && !spider && !twoWay) {
    const [refusal] = sensitivity.refusals
    if (!refusal) return null
    return (
      <Section title={`${words.risk.sensitivity}: ${nameOf(sensitivity.of)}`}>
        {refusal.path === 'reconciliation' ? (
          <Empty action={<ButtonLink to={conclusion}>{words.parts.conclusion}</ButtonLink>}>
            {words.risk.needsPoint}
          </Empty>
        ) : (
          <Empty>{names.refusal(refusal)}</Empty>
        )}
      </Section>
    )
  }
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
