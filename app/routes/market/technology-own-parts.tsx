import { Form } from '@remix-run/react'
import { localPath, useFormats, useLanguage, useMessages } from '#i18n'
import { criteria } from '#modules/listings'
import { moveWantsReason, type OwnerVerb } from '#modules/technologies'
import type { OwnFacts, VersionDifference } from '#modules/technologies/server'
import { Badge, Button, Prose, ReplyForm, type Standing, Table, TextArea, useReplyForm } from '#ui'
import { DifferenceView } from './technology-difference.tsx'

interface PartProps {
  readonly facts: OwnFacts
}

type Replied = PartProps & { readonly reply: unknown }

/** The moves open to the reader, drawn from the process table, each with what it does. */
export function Moves({ facts, reply }: Replied) {
  const { technologies } = useMessages()
  if (facts.moves.length === 0) return <p className="text-muted">{technologies.own.noMoves}</p>
  return (
    <ul className="space-y-5">
      {facts.moves.map((verb, index) => (
        <li key={verb}>
          <Move facts={facts} reply={reply} verb={verb} first={index === 0} />
        </li>
      ))}
    </ul>
  )
}

function Move({ facts, reply, verb, first }: Replied & { readonly verb: OwnerVerb; readonly first: boolean }) {
  const { technologies } = useMessages()
  const words = technologies.own
  const of = useReplyForm<{ verb: string; version: string; reason: string }>({ name: verb, reply })
  const lasting = verb === 'withdraw'
  return (
    <ReplyForm of={of} className="max-w-4xl space-y-2">
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="version" value={facts.version} />
      {moveWantsReason(verb) ? <TextArea field={of.fields.reason} label={words.reason} rows={3} /> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button weight={lasting ? 'danger' : first ? 'primary' : 'secondary'}>{words.move[verb]}</Button>
        <p className="min-w-60 flex-1 text-sm text-muted">{words.moveHelp[verb]}</p>
      </div>
    </ReplyForm>
  )
}

const consentStandings: Readonly<Record<OwnFacts['consents'][number]['standing'], Standing>> = {
  none: 'plain',
  outdated: 'waiting',
  asked: 'moving',
  given: 'good',
  refused: 'stopped',
}

/** How each co-owner's consent stands, with the button to ask. */
export function Consents({ facts, reply }: Replied) {
  const { technologies } = useMessages()
  const words = technologies.own
  const language = useLanguage()
  const format = useFormats()
  return (
    <>
      <p className="mb-3 max-w-[75ch] text-sm text-muted">{words.consentHelp}</p>
      <ul className="space-y-4">
        {facts.consents.map((consent) => (
          <li key={consent.organisationId} className="border-l-4 border-line pl-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{consent.name[language]}</span>
              <Badge standing={consentStandings[consent.standing]}>{words.consentStandings[consent.standing]}</Badge>
              {consent.decidedAt === null ? null : (
                <span className="text-sm text-muted">{format.date(consent.decidedAt)}</span>
              )}
            </p>
            {consent.reason === '' ? null : <p>{consent.reason}</p>}
            {(facts.editable || facts.state === 'proposed') &&
            consent.standing !== 'asked' &&
            consent.standing !== 'given' ? (
              <AskConsent organisationId={consent.organisationId} name={consent.name[language]} reply={reply} />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function AskConsent({
  organisationId,
  name,
  reply,
}: {
  readonly organisationId: string
  readonly name: string
  readonly reply: unknown
}) {
  const { technologies } = useMessages()
  const of = useReplyForm<{ organisationId: string }>({ name: `consent-${organisationId}`, reply })
  return (
    <ReplyForm of={of} className="mt-2">
      <input type="hidden" name="organisationId" value={organisationId} />
      <Button weight="secondary" aria-label={technologies.own.askConsentOf(name)}>
        {technologies.own.askConsent}
      </Button>
    </ReplyForm>
  )
}

/** The reviews with their scores and reasons, newest first. */
export function Reviews({ facts }: PartProps) {
  const { technologies } = useMessages()
  const words = technologies.own
  const format = useFormats()
  if (facts.reviews.length === 0) return <p className="text-muted">{words.noReviews}</p>
  return (
    <ul className="space-y-5">
      {facts.reviews.map((review) => (
        <li key={review.id} className="border-l-4 border-line pl-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold">{words.decisions[review.decision]}</span>
            <span className="text-sm text-muted">{`${words.reviewOf(review.version)}, ${format.dateTime(review.createdAt)}`}</span>
          </p>
          <Prose text={review.reason} />
          <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {criteria.map((criterion) => (
              <div key={criterion} className="flex gap-2">
                <dt className="text-muted">{words.criteria[criterion]}</dt>
                <dd>{words.score(review[criterion])}</dd>
              </div>
            ))}
            <div className="flex gap-2">
              <dt className="text-muted">{words.totalScore}</dt>
              <dd className="font-semibold">
                {`${String(criteria.reduce((sum, criterion) => sum + review[criterion], 0))}/20`}
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  )
}

interface VersionsProps extends PartProps {
  readonly compared: VersionDifference | null
  /** Whether the reader chose what to compare. */
  readonly chosen: boolean
}

/** The versions submitted, and what differs between any two documents. */
export function Versions({ facts, compared, chosen }: VersionsProps) {
  const { technologies } = useMessages()
  const words = technologies.own
  const format = useFormats()
  const language = useLanguage()
  if (facts.versions.length === 0) return <p className="text-muted">{words.noVersions}</p>
  const name = (at: number | 'now') => (at === 'now' ? words.workingCopy : words.version(at))
  const places: readonly (number | 'now')[] = ['now', ...facts.versions.map((version) => version.number)]
  const select = (id: string, label: string, value: number | 'now') => (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <select
        id={id}
        name={id}
        defaultValue={String(value)}
        className="min-h-11 rounded-plain border border-edge bg-raised px-3 py-2"
      >
        {places.map((place) => (
          <option key={place} value={place}>
            {name(place)}
          </option>
        ))}
      </select>
    </div>
  )
  const reviewed = facts.reviews[0] !== undefined && !chosen
  return (
    <>
      <Table
        caption={words.versions}
        rows={facts.versions}
        rowKey={(version) => String(version.number)}
        columns={[
          {
            head: words.versions,
            cell: (version) => (
              <>
                {words.version(version.number)}
                {version.published ? <span className="text-sm text-muted">{` (${words.published})`}</span> : null}
              </>
            ),
          },
          { head: words.sentAt, numeric: true, cell: (version) => format.dateTime(version.createdAt) },
        ]}
      />
      {compared ? (
        <>
          <Form
            method="get"
            action={`${localPath(language, `/work/technologies/${facts.id}`)}#versions`}
            className="my-5 flex flex-wrap items-end gap-3"
          >
            {select('from', words.compareFrom, compared.from)}
            {select('to', words.compareTo, compared.to)}
            <Button weight="secondary">{words.compare}</Button>
          </Form>
          <h3 className="mb-1 text-lg">{reviewed ? words.sinceReview : words.difference}</h3>
          <p className="mb-3 text-sm text-muted">{words.differenceBetween(name(compared.from), name(compared.to))}</p>
          <DifferenceView differences={compared.differences} />
        </>
      ) : null}
    </>
  )
}

/** What was done, by whom, newest first. */
export function History({ facts }: PartProps) {
  const { technologies } = useMessages()
  const words = technologies.own
  const format = useFormats()
  const language = useLanguage()
  const steps: Readonly<Record<string, string>> = technologies.steps
  const actions: Readonly<Record<string, string>> = words.actions
  return (
    <ol className="space-y-2">
      {facts.history.map((line, index) => (
        <li key={index} className="flex flex-wrap gap-x-3">
          <span className="text-muted tabular-nums">{format.dateTime(line.at)}</span>
          <span>
            {actions[line.action] ?? line.action}
            {line.part === null ? null : ` (${steps[line.part] ?? line.part})`}
            {line.times > 1 ? `, ${words.times(line.times)}` : null}
          </span>
          <span className="text-muted">{line.organisation?.[language] ?? line.person ?? words.byExchange}</span>
          {line.reason === null ? null : <span className="basis-full pl-4">{line.reason}</span>}
        </li>
      ))}
    </ol>
  )
}
