import { type Block } from '#platform/documents'
import { type Speech } from './speech.server.ts'
import { conclusionFacts } from './opening.server.ts'
import { warningBlocks } from './methods.server.ts'
import { figures, folded, row, words } from './tables.server.ts'
import { valueText } from './values.server.ts'

/** From the methods to a range and a point: weights, reasons, and what stands in the way where there is no point. */
export function reconciliationBlocks(speech: Speech): Block[] {
  const { say, report, words: named } = speech
  const { reconciliation, warnings } = report.figures.base
  const { range, point } = report.model.reconciliation
  const { columns, captions } = say
  const rows = reconciliation.parts.map(({ approach, value, weight, contribution, reason }) =>
    row(
      { text: speech.approach(approach), note: reason },
      speech.amount(value),
      weight === null ? '–' : speech.percent(weight),
      contribution === null ? '–' : speech.amount(contribution),
    ),
  )
  const total = reconciliation.weighted
  const sum =
    total === null ? [] : [{ ...row(say.weightedMean, '', speech.percent(1), speech.amount(total)), strong: true }]
  const faults = reconciliation.faults.map(({ code, approach }) =>
    named.reconciliationFaults[code](approach === null ? {} : { approach: speech.approach(approach) }),
  )
  const weighted = total === null ? '–' : speech.whole(total)
  return [
    { kind: 'heading', level: 1, text: say.sections.reconciliation },
    ...warningBlocks([...faults, ...warnings.map((one) => speech.modelWarning(one))]),
    ...(rows.length === 0
      ? []
      : folded(
          speech,
          captions.weights,
          [
            words(columns.approach),
            figures(`${columns.value} (${speech.unit})`),
            figures(columns.weight),
            figures(`${columns.contribution} (${speech.unit})`),
          ],
          [...rows, ...sum],
        )),
    {
      kind: 'facts',
      rows: [
        ...conclusionFacts(speech),
        ...(reconciliation.point === null
          ? []
          : [
              {
                term: say.rangeSet,
                value: range.kind === 'stated' ? say.ranges.stated(range.reason) : say.ranges.approaches,
              },
              {
                term: say.pointSet,
                value: point.kind === 'stated' ? say.points.stated(point.reason, weighted) : say.points.weighted,
              },
            ]),
      ],
    },
  ]
}

/** The base and all scenarios side by side: what they change and what comes out. */
export function scenarioBlocks(speech: Speech): Block[] {
  const { say, report } = speech
  const { base, scenarios } = report.figures
  const heading = { kind: 'heading', level: 1, text: say.sections.scenarios } as const
  if (scenarios.length === 0) return [heading, { kind: 'paragraph', tone: 'plain', text: say.noScenarios }]
  const { columns, captions } = say
  const name = (id: string) => {
    const found = report.model.scenarios.find((one) => one.id === id)
    return found ? speech.text(found.name) || id : id
  }
  const changed = report.assumptions.filter(({ inScenarios }) => inScenarios.length > 0)
  const overrides = changed.map((one) =>
    row(
      speech.input(one.id),
      valueText(speech, one, one.value),
      ...scenarios.map(({ scenario }) => {
        const set = one.inScenarios.find((other) => other.scenario === scenario)
        return set ? valueText(speech, one, set.value) : '–'
      }),
    ),
  )
  const heads = (column: typeof words, base: string) => [
    words(base),
    column(columns.base),
    ...scenarios.map(({ scenario }) => column(name(scenario))),
  ]
  const shown = (value: number | null) => (value === null ? say.refused : speech.amount(value))
  const all = [base, ...scenarios]
  const rows = [
    ...base.approaches.map(({ approach }) =>
      row(
        speech.approach(approach),
        ...all.map(({ approaches }) => shown(approaches.find((one) => one.approach === approach)?.value ?? null)),
      ),
    ),
    ...(['low', 'high', 'point'] as const).map((part) => ({
      ...row(
        {
          low: `${say.facts.range}: ${columns.low}`,
          high: `${say.facts.range}: ${columns.high}`,
          point: say.facts.point,
        }[part],
        ...all.map(({ reconciliation }) => {
          const value = reconciliation[part]
          return value === null ? '–' : speech.amount(value)
        }),
      ),
      strong: part === 'point',
    })),
  ]
  return [
    heading,
    ...(overrides.length === 0 ? [] : folded(speech, captions.overrides, heads(words, columns.assumption), overrides)),
    ...folded(speech, `${captions.scenarios} (${speech.unit})`, heads(figures, columns.approach), rows),
  ]
}
