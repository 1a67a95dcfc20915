import { type Block } from '#platform/documents'
import { type Step, type Warning } from '../engine/worked.ts'
import { legendOf } from '../legend.ts'
import { valuationMethods } from '../model/engines.ts'
import { type ValuationReport } from '../model/report.ts'
import { type Speech } from './speech.server.ts'
import { figures, folded, row, words } from './tables.server.ts'
import { valueText } from './values.server.ts'

type Approach = ValuationReport['figures']['base']['approaches'][number]

/** What readers are warned of, one under another. */
export function warningBlocks(texts: readonly string[]): Block[] {
  return texts.map((text) => ({ kind: 'paragraph', tone: 'caution', text }))
}

function stepRow(speech: Speech, { label, symbol, formula, numbers, value, unit }: Step) {
  const { words: named } = speech
  const written = speech.formula(formula)
  const put = speech.formula(numbers)
  return row(
    { text: speech.named(named.steps, label), note: speech.notation(symbol) },
    { text: written, note: put === written ? '' : put },
    unit === 'years' ? `${speech.by(unit, value)} ${named.stepUnits.years}` : speech.by(unit, value),
  )
}

function inputsTable(speech: Speech, approach: string): Block[] {
  const { say, report, words: named } = speech
  const given = report.model.approaches.find(({ id }) => id === approach)?.inputs ?? {}
  const rows = Object.entries(given).flatMap(([slot, id]) => {
    const input = report.model.inputs.find((one) => one.id === id)
    if (!input) return []
    const name = speech.slot(slot)
    const own = speech.input(id)
    return [
      row(
        { text: name, note: own === name ? '' : own },
        valueText(speech, input, input.value),
        named.sources[input.source.kind],
      ),
    ]
  })
  if (rows.length === 0) return []
  const { columns, captions } = say
  return folded(speech, captions.inputs, [words(columns.input), words(columns.value), words(columns.source)], rows)
}

function working(speech: Speech, method: Approach['method'], steps: readonly Step[]): Block[] {
  const legend = legendOf(method, steps).map((one) => speech.meaning(one))
  if (steps.length === 0) return []
  const { columns, captions, legend: symbols } = speech.say
  return [
    {
      kind: 'table',
      caption: captions.working,
      columns: [
        { ...words(columns.step), share: 32 },
        { ...words(columns.formula), share: 48 },
        { ...figures(columns.result), share: 20 },
      ],
      rows: steps.map((step) => stepRow(speech, step)),
    },
    ...(legend.length === 0
      ? []
      : ([{ kind: 'paragraph', tone: 'muted', text: `${symbols}: ${legend.join('; ')}.` }] as const)),
  ]
}

function approachBlocks(speech: Speech, { approach, method, value, refusal, working: worked }: Approach): Block[] {
  const { say, words: named, report } = speech
  const reason = report.model.approaches.find(({ id }) => id === approach)?.reason.trim() ?? ''
  const warnings = (worked?.warnings ?? []) as readonly Warning[]
  return [
    { kind: 'heading', level: 2, text: speech.approach(approach) },
    {
      kind: 'paragraph',
      tone: 'muted',
      text: `${named.families[valuationMethods[method].family]}. ${named.methodLeads[method]}`,
    },
    ...(reason === '' ? [] : [{ kind: 'paragraph', tone: 'plain', text: say.reasonOf(reason) } as const]),
    ...(value === null ? [] : [{ kind: 'facts', rows: [{ term: say.valueOf, value: speech.whole(value) }] } as const]),
    ...(refusal === null ? [] : warningBlocks([speech.refusal(refusal)])),
    ...warningBlocks(warnings.map((one) => speech.warning(one))),
    ...inputsTable(speech, approach),
    ...working(speech, method, worked?.steps ?? []),
  ]
}

/** Each method in use with its reason, inputs, working and warnings; then those that were considered and not used. */
export function methodBlocks(speech: Speech): Block[] {
  const { say, report } = speech
  const { approaches } = report.figures.base
  const others = report.model.approaches.filter(({ enabled }) => !enabled)
  return [
    { kind: 'heading', level: 1, text: say.sections.methods },
    { kind: 'paragraph', tone: 'plain', text: say.standard },
    ...(approaches.length === 0 ? [{ kind: 'paragraph', tone: 'plain', text: say.noApproaches } as const] : []),
    ...(approaches.some(({ working: worked }) => worked)
      ? [{ kind: 'paragraph', tone: 'muted', text: say.workingNote } as const]
      : []),
    ...approaches.flatMap((one) => approachBlocks(speech, one)),
    ...(others.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: say.notUsed },
          {
            kind: 'list',
            ordered: false,
            items: others.map(({ id, reason }) => `${speech.approach(id)}${reason.trim() === '' ? '' : `: ${reason}`}`),
          },
        ] as const)),
  ]
}
