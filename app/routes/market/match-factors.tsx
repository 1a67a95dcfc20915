import { type Formats, type Messages, useFormats, useLanguage, useMessages } from '#i18n'
import { type Classified, industries, scienceFields } from '#classifications'
import type { Language } from '#kernel'
import { isCriterion, type Reason } from '#modules/matching'
import { Badge, Table } from '#ui'
import { Sentence } from './match-criteria.tsx'
import { standingOfVerdict } from './match-standing.ts'

type Factor = Exclude<Reason, { kind: 'must' | 'nice' }>

function namesOf(list: readonly Classified[], codes: readonly string[], language: Language): string {
  return codes.map((code) => list.find((entry) => entry.code === code)?.[language] ?? code).join('; ')
}

/** What a factor rests on, in a sentence. */
function because(reason: Factor, messages: Messages, format: Formats, language: Language): string {
  const words = messages.matching.why
  const shared = (names: string) => (names === '' ? words.noneShared : words.shared(names))
  switch (reason.kind) {
    case 'subject':
      return words.subject(format.share(Math.round(reason.likeness * 100) * 100))
    case 'field':
      return shared(namesOf(scienceFields, reason.shared, language))
    case 'industry':
      return shared(namesOf(industries, reason.shared, language))
    case 'ipc':
      return reason.classes.length === 0 ? words.noneShared : words.ipc(reason.classes.join(', '))
    case 'readiness':
      return reason.claimed === null
        ? words.readinessUnstated(String(reason.wanted))
        : words.readiness(String(reason.wanted), String(reason.claimed))
    case 'capacity':
      return reason.evidence ? '' : words.capacity
    case 'budget':
      return budgetWords(reason, messages, format)
    case 'territory':
      return words.territory[reason.why]
    case 'language':
      return words.language[reason.standing]
    case 'place':
      return words.place[reason.standing]
    case 'answering':
      if (reason.standing === 'unknown') return words.fewRequests
      return [
        words.answering(format.number(reason.answeredInTime), format.number(reason.asked)),
        ...(reason.medianHours === null ? [] : [words.median(format.number(Math.round(reason.medianHours)))]),
      ].join(', ')
  }
}

function budgetWords(reason: Extract<Reason, { kind: 'budget' }>, messages: Messages, format: Formats): string {
  const words = messages.matching.why
  const { price, limit, indicative } = reason
  if (price === null) return words.noPrice
  const asked = `${format.moneyShort(price)}${indicative ? ` (${words.indicative})` : ''}`
  return limit !== null && limit.currency === price.currency
    ? words.budget(asked, format.moneyShort(limit))
    : words.price(asked)
}

/** What the score of a match (named by `of`) is made of beside the criteria, as a table. */
export function Factors({ of, reasons }: { readonly of: string; readonly reasons: readonly Reason[] }) {
  const messages = useMessages()
  const format = useFormats()
  const language = useLanguage()
  const words = messages.matching
  const factors = reasons.filter((reason): reason is Factor => !isCriterion(reason))
  return (
    <Table
      caption={words.detailsOf(of)}
      rows={factors}
      rowKey={(reason) => reason.kind}
      columns={[
        { head: words.columns.factor, cell: (reason) => words.kinds[reason.kind] },
        {
          head: words.columns.standing,
          cell: (reason) => (
            <Badge standing={standingOfVerdict(reason.standing)}>{words.standings[reason.standing]}</Badge>
          ),
        },
        {
          head: words.columns.because,
          cell: (reason) => (
            <div className="min-w-56">
              {because(reason, messages, format, language)}
              {reason.evidence ? <Sentence reason={reason} /> : null}
            </div>
          ),
        },
        {
          head: words.columns.points,
          numeric: true,
          cell: (reason) =>
            words.points(format.number(Math.round(reason.points * 10) / 10), format.number(reason.most)),
        },
      ]}
    />
  )
}
