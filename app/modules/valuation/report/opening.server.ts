import { type Block, type Fact } from '#platform/documents'
import { rightName } from './values.server.ts'
import { valuationMethods } from '../model/engines.ts'
import { type Speech } from './speech.server.ts'
import { fieldDrawing } from './drawings.server.ts'
import { figures, folded, row, words } from './tables.server.ts'

/** What kind of document the report is. */
export function titleOf({ say, report }: Speech): string {
  const { kind, valuer } = report.particulars
  return kind === 'mandated' && valuer.licenceNumber !== null ? say.titles.licensed : say.titles[kind]
}

/** The reconciled range and point in figures and words. */
export function conclusionFacts(speech: Speech): Fact[] {
  const { say, report } = speech
  const { low, high, point } = report.figures.base.reconciliation
  const inWords = point === null ? null : speech.inWords(point)
  return [
    { term: say.facts.point, value: point === null ? say.noPoint : speech.whole(point) },
    ...(inWords === null ? [] : [{ term: say.facts.inWords, value: inWords }]),
    ...(low === null || high === null || low === high
      ? []
      : [{ term: say.facts.range, value: say.fromTo(speech.whole(low), speech.whole(high)) }]),
  ]
}

function termOf({ say, report, format }: Speech): string {
  const { from, until } = report.head.right
  if (from !== null && until !== null) return say.term(format.day(from), format.day(until))
  if (from !== null) return say.termFrom(format.day(from))
  return until === null ? say.notStated : say.termUntil(format.day(until))
}

/** The first page: what was valued, for what, when, by whom, and what came out. */
export function coverBlocks(speech: Speech): Block[] {
  const { say, report, words: named, format } = speech
  const { head, particulars } = report
  const { valuer } = particulars
  return [
    {
      kind: 'title',
      over: titleOf(speech),
      text: speech.text(head.subject.title),
      under: say.under(format.day(head.valuationDate)),
    },
    {
      kind: 'facts',
      rows: [
        { term: say.facts.right, value: named.rights[head.right.kind] },
        { term: say.facts.basis, value: named.bases[head.basis] },
        { term: say.facts.purpose, value: head.purpose.trim() === '' ? say.notStated : head.purpose },
        { term: say.facts.valuationDate, value: format.day(head.valuationDate) },
        { term: say.facts.issuedAt, value: format.date(Date.parse(particulars.issuedAt)) },
        { term: say.facts.valuer, value: valuer.name },
        ...(valuer.organisation === null ? [] : [{ term: say.facts.organisation, value: valuer.organisation }]),
        { term: say.facts.licence, value: valuer.licenceNumber ?? say.none },
      ],
    },
    { kind: 'heading', level: 1, text: say.sections.summary },
    { kind: 'facts', rows: conclusionFacts(speech) },
    ...summaryTable(speech),
    ...fieldDrawing(speech),
  ]
}

function summaryTable(speech: Speech): Block[] {
  const { say, report, words: named } = speech
  const { approaches, reconciliation } = report.figures.base
  if (approaches.length === 0) return [{ kind: 'paragraph', tone: 'plain', text: say.noApproaches }]
  const weights = new Map(reconciliation.parts.map((one) => [one.approach, one.weight]))
  const rows = approaches.map(({ approach, method, value }) => {
    const weight = weights.get(approach) ?? null
    const { family } = valuationMethods[method]
    return row(
      { text: speech.approach(approach), note: named.families[family] },
      value === null ? say.refused : speech.whole(value),
      weight === null ? '–' : speech.percent(weight),
    )
  })
  return folded(
    speech,
    say.captions.summary,
    [words(say.columns.approach), figures(say.columns.value), figures(say.columns.weight)],
    rows,
  )
}

/** What was valued: the technology, the right in it, and on what footing. */
export function subjectBlocks(speech: Speech): Block[] {
  const { say, report, words: named } = speech
  const { subject, right, basis, inflation, exchangeRates, currency } = report.head
  const rates = exchangeRates.map((one) =>
    say.exchangeRate(
      one.currency,
      `${speech.decimal(one.rate)} ${currency === 'VND' ? speech.unit : currency}`,
      speech.day(one.on),
      one.reference,
    ),
  )
  return [
    { kind: 'heading', level: 1, text: say.sections.subject },
    {
      kind: 'facts',
      rows: [
        { term: say.facts.subject, value: speech.text(subject.title) },
        ...(subject.technologyId === null ? [] : [{ term: say.facts.reference, value: subject.technologyId }]),
        {
          term: say.facts.identifiers,
          value:
            subject.identifiers.map(({ scheme, value }) => `${rightName(speech, scheme)}: ${value}`).join('\n') ||
            say.none,
        },
        { term: say.facts.right, value: named.rights[right.kind] },
        { term: say.facts.territory, value: right.territory.trim() === '' ? say.wholeTerritory : right.territory },
        { term: say.facts.term, value: termOf(speech) },
        { term: say.facts.basis, value: say.basisOf(named.bases[basis], named.baseHelp[basis]) },
        { term: say.facts.amounts, value: speech.unit },
        {
          term: say.facts.inflation,
          value: inflation === null ? say.real : say.inflationYearly(speech.decimal(inflation, 'rate')),
        },
        ...(rates.length === 0 ? [] : [{ term: say.facts.exchangeRates, value: rates.join('\n') }]),
      ],
    },
  ]
}
