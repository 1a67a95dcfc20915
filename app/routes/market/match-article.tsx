import type { ReactNode } from 'react'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { otherLanguage } from '#kernel'
import { isCriterion, matchDeclineReasons, type MatchSide } from '#modules/matching'
import type { ShownMatch } from '#modules/matching/server'
import { Button, ButtonLink, Link, ReplyForm, SelectField, useReplyForm } from '#ui'
import { Counted, Criteria, InEither } from './match-criteria.tsx'
import { Factors } from './match-factors.tsx'
import { PressForm } from './press-form.tsx'

interface MatchProps {
  readonly match: ShownMatch
  readonly side: MatchSide
  readonly mayWork: boolean
  /** Shown unfolded. */
  readonly unfolded: boolean
  readonly reply: unknown
}

const summaryLength = 240

function shortened(text: string): string {
  if (text.length <= summaryLength) return text
  const cut = text.slice(0, summaryLength)
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`
}

/** One match: whose, how many points, each criterion with its sentence, what else counts, and what can be done. */
export function MatchArticle({ match, side, mayWork, unfolded, reply }: MatchProps) {
  const { matching } = useMessages()
  const format = useFormats()
  const language = useLanguage()
  const { other } = match
  const words = matching[side]
  const title = other.title[language] || other.title[otherLanguage(language)]
  const shown = other.summary[language] === '' ? otherLanguage(language) : language
  return (
    <article id={other.id} className="scroll-mt-4 border-t border-line py-6 first:border-0 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="max-w-[60ch] text-lg">
          <Link to={`/${side === 'need' ? 'technologies' : 'needs'}/${other.id}`}>
            <InEither text={other.title} />
          </Link>
        </h3>
        <p className="font-semibold whitespace-nowrap tabular-nums">{matching.score(format.number(match.score))}</p>
      </div>
      <p className="mt-1 text-sm text-muted">
        {other.owner === null ? matching.hiddenOwner : <InEither text={other.owner} />}
        {other.owner !== null && other.verified ? ` · ${matching.verified}` : null}
        {' · '}
        <Counted reasons={match.reasons} />
      </p>
      <p className="mt-2 max-w-[75ch]" {...(shown === language ? {} : { lang: shown })}>
        {shortened(other.summary[shown])}
      </p>
      {other.reserved ? <p className="mt-2 text-caution">{matching.reserved}</p> : null}
      <details className="mt-3" {...(unfolded ? { open: true } : {})}>
        <summary className="inline-flex min-h-6 cursor-pointer items-center text-action underline">
          {matching.all}
        </summary>
        <div className="mt-3">
          <h4 className="mb-2 font-semibold">{matching.criteria}</h4>
          <Criteria match={match} asking={side === 'need' && mayWork} reply={reply} />
          <h4 className="mt-5 mb-2 font-semibold">{matching.details}</h4>
          <Factors of={title} reasons={match.reasons} />
        </div>
      </details>
      {mayWork ? (
        <Actions label={words.open(title)}>
          {side === 'need' ? (
            <NeedActions match={match} reply={reply} />
          ) : other.reserved ? null : (
            <ButtonLink to={`/needs/${other.id}/answer`} weight="primary">
              {matching.technology.answer}
            </ButtonLink>
          )}
          <Decline match={match} side={side} reply={reply} />
        </Actions>
      ) : null}
    </article>
  )
}

function Actions({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="mt-4 flex flex-wrap items-start gap-3">
      {children}
    </div>
  )
}

function NeedActions({ match, reply }: Pick<MatchProps, 'match' | 'reply'>) {
  const { matching } = useMessages()
  const asked = new Set(match.questions.map(({ key }) => key))
  const open = match.reasons
    .filter(isCriterion)
    .filter(({ standing, key }) => standing === 'unknown' && !asked.has(key))
  return (
    <>
      {match.other.reserved ? null : (
        <ButtonLink to={`/technologies/${match.other.id}/request`} weight="primary">
          {matching.need.request}
        </ButtonLink>
      )}
      {open.length > 0 ? (
        <PressForm
          name={`ask-${match.other.id}`}
          values={{ act: 'ask', technologyId: match.other.id, criterion: 'all' }}
          reply={reply}
        >
          {matching.need.askAll}
        </PressForm>
      ) : null}
    </>
  )
}

function Decline({ match, side, reply }: Pick<MatchProps, 'match' | 'side' | 'reply'>) {
  const { matching } = useMessages()
  const words = matching.decline
  const name = `decline-${match.other.id}`
  const form = useReplyForm({ name, reply, values: { reason: '' } })
  const idField = side === 'need' ? 'technologyId' : 'needId'
  return (
    <details {...(form.refusal ? { open: true } : {})}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center px-2 text-action underline">
        {words.open}
      </summary>
      <ReplyForm of={form} className="mt-2 max-w-md space-y-3">
        <input type="hidden" name="act" value="decline" />
        <input type="hidden" name={idField} value={match.other.id} />
        <SelectField
          field={form.fields.reason}
          label={words.reason}
          empty={words.choose}
          help={side === 'need' ? words.needHelp : words.technologyHelp}
          choices={matchDeclineReasons.map((reason) => ({ value: reason, text: matching.declineReasons[reason] }))}
        />
        <Button weight="danger">{words.send}</Button>
      </ReplyForm>
    </details>
  )
}

/** The matches that were declined, each with its reason and the way back. */
export function DeclinedMatches({
  matches,
  side,
  mayWork,
  reply,
}: Pick<MatchProps, 'side' | 'mayWork' | 'reply'> & { readonly matches: readonly ShownMatch[] }) {
  const { matching } = useMessages()
  const idField = side === 'need' ? 'technologyId' : 'needId'
  return (
    <ul className="divide-y divide-line">
      {matches.map((match) => (
        <li key={match.other.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div className="max-w-[60ch]">
            <Link to={`/${side === 'need' ? 'technologies' : 'needs'}/${match.other.id}`}>
              <InEither text={match.other.title} />
            </Link>
            {match.declined === null ? null : (
              <p className="text-sm text-muted">{matching.decline.because(matching.declineReasons[match.declined])}</p>
            )}
          </div>
          {mayWork ? (
            <PressForm
              name={`restore-${match.other.id}`}
              values={{ act: 'restore', [idField]: match.other.id }}
              reply={reply}
            >
              {matching.decline.undo}
            </PressForm>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
