import { useFormats, useLanguage, useMessages } from '#i18n'
import type { Terms, TermsPart, TermsState, VersionStanding } from '#modules/deals'
import type { TermsHead, VersionLine } from '#modules/deals/server'
import { Badge, Button, ButtonLink, Facts, Link, ReplyForm, Section, type Standing, TextArea, useReplyForm } from '#ui'
import { inLanguage } from '../../shell/reading.ts'
import { useTermsWords } from './terms-words.ts'

const ofStates: Readonly<Record<TermsState, Standing>> = {
  none: 'plain',
  offered: 'waiting',
  agreed: 'good',
  reopened: 'waiting',
}

const ofVersions: Readonly<Record<VersionStanding, Standing>> = {
  open: 'waiting',
  replaced: 'plain',
  withdrawn: 'plain',
  agreed: 'good',
}

export function VersionBadge({ standing }: { readonly standing: VersionStanding }) {
  const { standings } = useMessages().negotiation
  return <Badge standing={ofVersions[standing]}>{standings[standing]}</Badge>
}

interface HeadProps {
  readonly found: Pick<TermsHead, 'requestId' | 'state' | 'turn' | 'own' | 'parties' | 'verbs'>
}

/** What the box above says of whose turn it is. */
export function useTurnWords({ found, open, agreed }: HeadProps & { open: number | null; agreed: number | null }) {
  const { where } = useMessages().negotiation
  const language = useLanguage()
  const other = inLanguage(found.parties[found.own === 'transferor' ? 'transferee' : 'transferor'], language)
  if (found.turn === 'own') return { heading: where.own, next: where.ownNext(open ?? 0) }
  if (found.turn === 'other') return { heading: where.other(other), next: where.otherNext }
  return agreed === null
    ? { heading: where.none, next: where.noneNext }
    : { heading: where.agreed(agreed), next: where.agreedNext }
}

const numberOf = (versions: readonly Pick<VersionLine, 'number' | 'standing'>[], standing: VersionStanding) =>
  versions.find((one) => one.standing === standing)?.number ?? null

/** Whose turn it is and what happens next, before anything else. */
export function WhereTermsStand({
  found,
  versions,
}: {
  readonly found: TermsHead
  readonly versions: readonly VersionLine[]
}) {
  const { negotiation: words, deals } = useMessages()
  const agreed = numberOf(versions, 'agreed')
  const { heading, next } = useTurnWords({ found, open: numberOf(versions, 'open'), agreed })
  return (
    <section aria-labelledby="turn" className="mb-6 border-t-4 border-action bg-wash px-4 py-4">
      <h2 id="turn" className="text-xl">
        {heading}
      </h2>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Badge standing={ofStates[found.state]}>{words.states[found.state]}</Badge>
        <span className="text-muted">{words.youAre[found.own]}</span>
      </p>
      {found.mayAct || found.turn === 'either' ? <p className="mt-2 max-w-[75ch]">{next}</p> : null}
      {found.state === 'reopened' && agreed !== null ? (
        <p className="mt-2 max-w-[75ch]">{words.where.stillAgreed(agreed)}</p>
      ) : null}
      {found.mayAct ? null : <p className="mt-2 max-w-[75ch] text-muted">{deals.page.readOnly}</p>}
    </section>
  )
}

type Answer = 'accept' | 'withdraw'
const answers: readonly Answer[] = ['accept', 'withdraw']

function repliedTo(reply: unknown): unknown {
  return typeof reply === 'object' && reply !== null && 'form' in reply ? reply.form : null
}

/** What the reader may do with the open version, or a way to offer another. */
export function TermsActions({
  found,
  open,
  reply,
}: {
  readonly found: TermsHead
  readonly open: number | null
  readonly reply: unknown
}) {
  const { negotiation: words } = useMessages()
  const offering = found.verbs.find((verb) => verb !== 'accept' && verb !== 'withdraw')
  const answering = open === null ? [] : answers.filter((verb) => found.verbs.includes(verb))
  if (offering === undefined && answering.length === 0) return null
  return (
    <Section title={words.actions}>
      {answering.length === 0 || open === null ? null : (
        <div className="mb-4 max-w-[75ch] divide-y divide-line border-y border-line">
          {answering.map((verb) => (
            <details key={verb} open={repliedTo(reply) === verb} className="group py-1">
              <summary className="flex min-h-11 items-center gap-2 font-semibold text-action">
                <span aria-hidden="true" className="inline-block transition-none group-open:rotate-90">
                  →
                </span>
                {words.answers[verb](open)}
              </summary>
              <div className="pb-4 pl-5">
                <AnswerForm verb={verb} number={open} reply={reply} requestId={found.requestId} />
              </div>
            </details>
          ))}
        </div>
      )}
      {offering === undefined ? null : (
        <ButtonLink
          to={`/requests/${found.requestId}/terms/new`}
          weight={answering.length === 0 ? 'primary' : 'secondary'}
        >
          {words.verbs[offering]}
        </ButtonLink>
      )}
    </Section>
  )
}

interface AnswerProps {
  readonly verb: Answer
  readonly number: number
  readonly requestId: string
  readonly reply: unknown
}

function AnswerForm({ verb, number, reply }: AnswerProps) {
  const words = useMessages().negotiation
  const form = useReplyForm<Record<'note', string>>({ name: verb, reply })
  return (
    <ReplyForm of={form} className="space-y-4">
      <p className="text-muted">{verb === 'accept' ? words.acceptHelp(number) : words.withdrawHelp(number)}</p>
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="number" value={String(number)} />
      <TextArea field={form.fields.note} label={words.note} rows={3} maxLength={2000} optional />
      <Button weight={verb === 'accept' ? 'primary' : 'danger'}>{words.answers[verb](number)}</Button>
    </ReplyForm>
  )
}

/** Who offered a version and when, and how it ended. */
export function VersionOrigin({
  version,
  parties,
}: {
  readonly version: VersionLine
  readonly parties: TermsHead['parties']
}) {
  const { negotiation: words } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const { side, personName, createdAt, closedAt, closerName, standing } = version
  const closed =
    closedAt === null || standing === 'open'
      ? null
      : standing === 'replaced'
        ? words.closed.replaced(format.dateTime(closedAt))
        : words.closed[standing](closerName ?? '', format.dateTime(closedAt))
  return (
    <p className="text-sm text-muted">
      {words.offeredBy(
        `${words.sides[side]}, ${inLanguage(parties[side], language)}`,
        personName,
        format.dateTime(createdAt),
      )}
      {closed === null ? null : <span className="block">{closed}</span>}
    </p>
  )
}

/** A part of terms: one line, or several as a list. */
function PartValue({ part, terms }: { readonly part: TermsPart; readonly terms: Terms }) {
  const { lines } = useTermsWords()
  const all = lines(part, terms)
  if (all.length === 1) return <span className="whitespace-pre-line">{all[0]}</span>
  return (
    <ul className="space-y-1">
      {all.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** The parts in which a version differs from the one before it, side by side. */
export function ChangedParts({ version, before }: { readonly version: VersionLine; readonly before: VersionLine }) {
  const { negotiation: words } = useMessages()
  if (version.changed === null) return null
  if (version.changed.length === 0) return <p className="text-muted">{words.unchanged}</p>
  return (
    <dl className="border-y border-line">
      {version.changed.map((part) => (
        <div
          key={part}
          className="grid gap-x-6 gap-y-1 border-b border-line py-2 last:border-0 sm:grid-cols-[minmax(9rem,14rem)_1fr_1fr]"
        >
          <dt>{words.parts[part]}</dt>
          <dd className="min-w-0 text-muted">
            <span className="block text-sm">{words.before}</span>
            <PartValue part={part} terms={before.content} />
          </dd>
          <dd className="min-w-0 font-semibold">
            <span className="block text-sm font-normal text-muted">{words.after}</span>
            <PartValue part={part} terms={version.content} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Parts of terms as facts; those that say nothing are left out, those that changed are marked. */
export function TermsFacts({
  parts,
  terms,
  changed = [],
}: {
  readonly parts: readonly TermsPart[]
  readonly terms: Terms
  readonly changed?: readonly TermsPart[]
}) {
  const { negotiation: words } = useMessages()
  const { says } = useTermsWords()
  return (
    <Facts
      facts={parts
        .filter((part) => says(part, terms) || changed.includes(part))
        .map((part) => ({
          term: changed.includes(part) ? (
            <>
              {words.parts[part]}
              <span className="ml-2 rounded-plain border border-caution px-1 text-sm whitespace-nowrap text-caution">
                {words.changedMark}
              </span>
            </>
          ) : (
            words.parts[part]
          ),
          value: <PartValue part={part} terms={terms} />,
        }))}
    />
  )
}

/** A link to a version by its number. */
export function VersionLink({ requestId, number }: { readonly requestId: string; readonly number: number }) {
  const words = useMessages().negotiation
  return (
    <Link to={`/requests/${requestId}/terms/${String(number)}`} className="inline-flex min-h-6 items-center">
      {words.version(number)}
    </Link>
  )
}
