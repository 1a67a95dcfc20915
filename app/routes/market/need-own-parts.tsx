import { useFormats, useLanguage, useMessages } from '#i18n'
import { criteria } from '#modules/listings'
import type { OwnNeed } from '#modules/needs/server'
import { Badge, Facts, Link, Prose, Section, type Standing, Table } from '#ui'
import { needLines } from './need-lines.ts'

interface PartProps {
  readonly need: OwnNeed
}

/** What the working document says, line by line. */
export function Content({ need }: PartProps) {
  const messages = useMessages()
  const lines = needLines(need.profile, messages, useFormats(), useLanguage())
  return (
    <Section title={messages.needs.own.content}>
      <Facts
        facts={lines.map((line) => ({
          term: line.label,
          value: line.text === '' ? '' : <span className="block max-w-[75ch] whitespace-pre-line">{line.text}</span>,
        }))}
      />
    </Section>
  )
}

/** What has changed since the version that was reviewed last. */
export function Changes({ need }: PartProps) {
  const messages = useMessages()
  const format = useFormats()
  const language = useLanguage()
  const words = messages.needs.own
  if (!need.reviewed) return null
  const before = new Map(
    needLines(need.reviewed.profile, messages, format, language).map((line) => [line.key, line.text]),
  )
  const changed = needLines(need.profile, messages, format, language).filter(
    (line) => line.text !== before.get(line.key),
  )
  if (changed.length === 0) return null
  return (
    <Section title={words.changes}>
      <p className="mb-2 text-muted">{words.changesHelp(need.reviewed.number)}</p>
      <Table
        caption={words.changes}
        rows={changed}
        rowKey={(line) => line.key}
        columns={[
          { head: words.part, cell: (line) => line.label },
          {
            head: words.before,
            cell: (line) => <del className="whitespace-pre-line text-muted">{before.get(line.key)}</del>,
          },
          {
            head: words.after,
            cell: (line) => <ins className="whitespace-pre-line no-underline">{line.text}</ins>,
          },
        ]}
      />
    </Section>
  )
}

const decisionStandings: Readonly<Record<OwnNeed['reviews'][number]['decision'], Standing>> = {
  publish: 'good',
  ask_changes: 'waiting',
  reject: 'stopped',
}

/** Each review with its scores and the reason given. */
export function Reviews({ need }: PartProps) {
  const { needs } = useMessages()
  const format = useFormats()
  const words = needs.own
  return (
    <Section title={words.reviews}>
      {need.reviews.length === 0 ? <p className="text-muted">{words.noReviews}</p> : null}
      <ul className="space-y-5">
        {need.reviews.map((review) => (
          <li key={review.id} className="border-l-4 border-line pl-4">
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <Badge standing={decisionStandings[review.decision]}>{words.decisions[review.decision]}</Badge>
              <span>{format.date(review.createdAt)}</span>
              <span className="text-muted">{words.version(review.version)}</span>
            </p>
            <p className="mt-1 text-sm text-muted">
              {[
                ...criteria.map((criterion) => words.score(words.scores[criterion], review[criterion])),
                words.sum(criteria.reduce((sum, criterion) => sum + review[criterion], 0)),
              ].join(' · ')}
            </p>
            <div className="mt-2">
              <Prose text={review.reason} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Versions({ need }: PartProps) {
  const { needs } = useMessages()
  const format = useFormats()
  const words = needs.own
  return (
    <Section title={words.versions}>
      {need.versions.length === 0 ? (
        <p className="text-muted">{words.noVersions}</p>
      ) : (
        <ul className="space-y-1">
          {need.versions.map((version) => (
            <li key={version.number}>
              <Link
                to={`/work/needs/${need.standing.id}/preview?version=${String(version.number)}`}
                className="inline-flex min-h-6 items-center"
              >
                {words.version(version.number)}
              </Link>
              {` · ${format.dateTime(version.createdAt)}`}
              {version.by === null ? null : ` · ${version.by}`}
              {version.number === need.standing.publishedVersion && need.inView ? ` · ${words.inView}` : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The record of the need, newest first. */
export function History({ need }: PartProps) {
  const { needs } = useMessages()
  const format = useFormats()
  const words = needs.own
  return (
    <Section title={words.history}>
      <Table
        caption={words.history}
        rows={need.history}
        rowKey={(entry) => entry.id}
        columns={[
          { head: words.at, cell: (entry) => <span className="whitespace-nowrap">{format.dateTime(entry.at)}</span> },
          {
            head: words.did,
            cell: (entry) => (
              <>
                {words.actions[entry.action] ?? entry.action}
                {entry.reason === '' ? null : <span className="block text-sm text-muted">{entry.reason}</span>}
              </>
            ),
          },
          { head: words.who, cell: (entry) => entry.by ?? words.byExchange },
        ]}
      />
    </Section>
  )
}
