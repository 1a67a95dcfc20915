import { type Block } from '#platform/documents'
import { type ValuationReport } from '../model/report.ts'
import { type Speech } from './speech.server.ts'
import { figures, folded, row, words } from './tables.server.ts'
import { spreadText, valueTable, valueText } from './values.server.ts'

type Assumption = ValuationReport['assumptions'][number]

function usedBy(speech: Speech, { usedBy: uses, id }: Assumption): string {
  const { say } = speech
  if (uses.length === 0) return id.startsWith('register.') ? '' : say.unused
  return say.usedBy([...new Set(uses.map(({ approach }) => speech.approach(approach)))].join('; '))
}

function ledgerRow(speech: Speech, assumption: Assumption) {
  const { words: named, format } = speech
  const { id, unit, value, source, enteredBy, enteredAt } = assumption
  return row(
    { text: speech.input(id), note: usedBy(speech, assumption) },
    {
      text: withUnit(speech, unit, valueText(speech, assumption, value), value.kind),
      note: spreadText(speech, assumption) ?? '',
    },
    { text: named.sources[source.kind], note: source.reference },
    { text: enteredBy.name, note: format.date(Date.parse(enteredAt)) },
  )
}

/** A figure with its unit, where the unit is not part of how it is written. */
function withUnit(
  { unit: money, words: named, report }: Speech,
  unit: Assumption['unit'],
  text: string,
  kind: string,
): string {
  if (kind !== 'number' && kind !== 'series') return text
  const foreign = report.head.currency !== '' && /[A-Z]{3}$/.test(text)
  if (unit === 'money' && !foreign) return `${text} ${money}`
  return unit === 'years' ? `${text} ${named.stepUnits.years}` : text
}

/** The ledger: each input with its value, spread, source, and who entered it and when; then the tables among them. */
export function assumptionBlocks(speech: Speech): Block[] {
  const { say, report } = speech
  const { assumptions, model } = report
  if (assumptions.length === 0)
    return [
      { kind: 'heading', level: 1, text: say.sections.assumptions },
      { kind: 'paragraph', tone: 'plain', text: say.noInputs },
    ]
  const { columns, captions } = say
  const heads = [
    { ...words(columns.assumption), share: 30 },
    { ...words(columns.value), share: 27 },
    { ...words(columns.source), share: 24 },
    { ...words(columns.entered), share: 19 },
  ]
  const correlations = model.correlations.map(({ inputs, rank }) =>
    row(speech.input(inputs[0]), speech.input(inputs[1]), speech.number(rank, 4)),
  )
  return [
    { kind: 'heading', level: 1, text: say.sections.assumptions },
    { kind: 'paragraph', tone: 'plain', text: say.assumptionsLead },
    { kind: 'table', caption: captions.ledger, columns: heads, rows: assumptions.map((one) => ledgerRow(speech, one)) },
    ...assumptions.flatMap((one) => (one.value.kind === 'table' ? valueTable(speech, one, one.value) : [])),
    ...(correlations.length === 0
      ? []
      : folded(
          speech,
          captions.correlations,
          [words(columns.input), words(columns.other), figures(columns.rank)],
          correlations,
        )),
  ]
}
