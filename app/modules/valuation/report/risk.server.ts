import { type Block } from '#platform/documents'
import { type Contributions } from '../engine/risk/contribution.ts'
import { type Spider, type Tornado, type TwoWayTable } from '../engine/risk/sensitivity.ts'
import { type Warning } from '../engine/worked.ts'
import { type ValuationReport } from '../model/report.ts'
import { distributionDrawing, tornadoDrawing } from './drawings.server.ts'
import { warningBlocks } from './methods.server.ts'
import { type Speech } from './speech.server.ts'
import { figures, folded, row, words } from './tables.server.ts'

type Targets = ValuationReport['figures']['simulation']['targets']
type Simulated = NonNullable<Targets[number]['simulation']>['result']

interface Found {
  of: string
  result: Simulated
}

function contributionTable(speech: Speech, of: string, { items }: Contributions): Block[] {
  const { columns, captions } = speech.say
  return folded(
    speech,
    captions.contribution(speech.approach(of)),
    [words(columns.input), figures(columns.rank), figures(columns.share)],
    items.map(({ name, rankCorrelation, share }) =>
      row(speech.input(name), speech.number(rankCorrelation, 4), speech.percent(share, 2)),
    ),
  )
}

function statisticsTable(speech: Speech, found: readonly Found[]): Block[] {
  const { say, words: named } = speech
  const money = (of: (result: Simulated) => number) => found.map(({ result }) => speech.amount(of(result)))
  const first = found[0]?.result
  const rows = [
    row(named.steps.mean, ...money(({ mean }) => mean)),
    row(named.steps.standard_error, ...money(({ standardError }) => standardError)),
    row(named.steps.stdev, ...money(({ stdev }) => stdev)),
    row(named.steps.least, ...money(({ min }) => min)),
    ...(first?.percentiles ?? []).map(({ probability }, at) =>
      row(
        named.percentile(speech.number(probability * 100, 2)),
        ...money((result) => result.percentiles[at]?.value ?? NaN),
      ),
    ),
    row(named.steps.greatest, ...money(({ max }) => max)),
    ...(first?.exceedances ?? []).map(({ threshold }, at) =>
      row(
        say.above(`${speech.number(threshold, 6)} ${speech.unit}`),
        ...found.map(({ result }) => speech.percent(result.exceedances[at]?.probability ?? NaN, 2)),
      ),
    ),
  ]
  const heads = [words(say.columns.statistic), ...found.map(({ of }) => figures(speech.approach(of)))]
  return folded(speech, `${say.captions.simulation} (${speech.unit})`, heads, rows)
}

function convergenceTable(speech: Speech, { of, result }: Found): Block[] {
  const { columns, captions } = speech.say
  return folded(
    speech,
    `${captions.convergence(speech.approach(of))} (${speech.unit})`,
    [figures(columns.trials), figures(columns.mean), figures(columns.error)],
    result.convergence.map(({ trials, mean, standardError }) =>
      row(speech.number(trials, 0), speech.amount(mean), speech.amount(standardError)),
    ),
  )
}

/** The simulation: its settings, what came out for each method and the point, and whether it settled. */
export function simulationBlocks(speech: Speech): Block[] {
  const { say, report, words: named } = speech
  const { targets } = report.figures.simulation
  const heading = { kind: 'heading', level: 1, text: say.sections.simulation } as const
  if (targets.length === 0) return [heading, { kind: 'paragraph', tone: 'plain', text: say.noSimulation }]
  const { trials, sampling, seed } = report.model.simulation
  const found = targets.flatMap(({ of, simulation }) => (simulation ? [{ of, result: simulation.result }] : []))
  const main = found.find(({ of }) => of === 'reconciliation') ?? found[0]
  const contribution = targets.find(({ of }) => of === main?.of)?.contribution?.result
  return [
    heading,
    {
      kind: 'paragraph',
      tone: 'plain',
      text: say.simulationLead(speech.number(trials, 0), named.samplings[sampling], String(seed)),
    },
    ...warningBlocks(
      targets.flatMap(({ of, refusal, simulation }) => [
        ...(refusal ? [`${speech.approach(of)}: ${speech.refusal(refusal)}`] : []),
        ...(simulation?.warnings ?? []).map((one) => `${speech.approach(of)}: ${speech.warning(one)}`),
      ]),
    ),
    ...(found.length === 0 ? [] : statisticsTable(speech, found)),
    ...(main ? distributionDrawing(speech, main.result) : []),
    ...(main?.result.converged === true ? [{ kind: 'paragraph', tone: 'plain', text: say.converged } as const] : []),
    ...(main ? convergenceTable(speech, main) : []),
    ...(main && contribution ? contributionTable(speech, main.of, contribution) : []),
  ]
}

function tornadoTable(speech: Speech, { bars }: Tornado): Block[] {
  const { columns, captions } = speech.say
  return folded(
    speech,
    `${captions.tornado} (${speech.unit})`,
    [
      words(columns.input),
      figures(columns.low),
      figures(columns.high),
      figures(columns.valueAtLow),
      figures(columns.valueAtHigh),
      figures(columns.swing),
    ],
    bars.map(({ name, lowCaseInput, highCaseInput, lowValue, highValue, swing }) =>
      row(
        speech.input(name),
        speech.tried(name, lowCaseInput),
        speech.tried(name, highCaseInput),
        speech.amount(lowValue),
        speech.amount(highValue),
        speech.amount(swing),
      ),
    ),
  )
}

function spiderTable(speech: Speech, { lines }: Spider): Block[] {
  const { columns, captions } = speech.say
  const changes = lines[0]?.points.map(({ change }) => change) ?? []
  const sign = (change: number) => `${change > 0 ? '+' : ''}${speech.percent(change, 2)}`
  return folded(
    speech,
    `${captions.spider} (${speech.unit})`,
    [words(columns.change), ...lines.map(({ name }) => figures(speech.input(name)))],
    [
      ...changes.map((change, at) =>
        row(sign(change), ...lines.map(({ points }) => speech.amount(points[at]?.value ?? NaN))),
      ),
      row(
        columns.elasticity,
        ...lines.map(({ elasticity }) => (elasticity === null ? '–' : speech.number(elasticity, 3))),
      ),
    ],
  )
}

function twoWayBlocks(speech: Speech, { values }: TwoWayTable): Block[] {
  const axes = speech.report.model.sensitivity.twoWay
  if (!axes) return []
  const { row: down, column: across } = axes
  const caption = speech.say.captions.twoWay(speech.input(down.input), speech.input(across.input))
  return folded(
    speech,
    `${caption} (${speech.unit})`,
    [
      words(speech.input(down.input)),
      ...across.values.map((value) => figures(speech.tried(across.input, Number(value)))),
    ],
    down.values.map((value, at) =>
      row(speech.tried(down.input, Number(value)), ...(values[at] ?? []).map((one) => speech.amount(one))),
    ),
  )
}

/** How the value moves with its inputs, one at a time and two at a time. */
export function sensitivityBlocks(speech: Speech): Block[] {
  const { say, report } = speech
  const { of, tornado, spider, twoWay, refusals } = report.figures.sensitivity
  const heading = { kind: 'heading', level: 1, text: say.sections.sensitivity } as const
  const refused = warningBlocks([...new Set(refusals.map((one) => speech.refusal(one)))])
  if (!tornado && !spider && !twoWay)
    return [heading, { kind: 'paragraph', tone: 'plain', text: say.noSensitivity }, ...refused]
  const warnings = ((tornado?.warnings ?? []) as readonly Warning[]).map((one) => speech.warning(one))
  const swings = tornado?.result
  return [
    heading,
    {
      kind: 'paragraph',
      tone: 'plain',
      text: say.sensitivityLead(speech.approach(of), speech.percent(report.model.sensitivity.variation)),
    },
    ...warningBlocks(warnings),
    ...refused,
    ...(swings ? [...tornadoDrawing(speech, swings), ...tornadoTable(speech, swings)] : []),
    ...(spider ? spiderTable(speech, spider.result) : []),
    ...(twoWay ? twoWayBlocks(speech, twoWay.result) : []),
  ]
}
