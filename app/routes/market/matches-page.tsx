import { useFormats, useLanguage, useMessages } from '#i18n'
import { otherLanguage } from '#kernel'
import { answerVerdicts, type MatchSide } from '#modules/matching'
import type { OwnMatches } from '#modules/matching/server'
import { Button, ButtonLink, Empty, Notice, Page, RadioGroup, ReplyForm, Section, TextArea, useReplyForm } from '#ui'
import { DeclinedMatches, MatchArticle } from './match-article.tsx'
import { InEither } from './match-criteria.tsx'

interface MatchesPageProps {
  readonly side: MatchSide
  readonly matches: OwnMatches
  readonly reply: unknown
  readonly listPath: string
  readonly listTitle: string
  readonly searchPath: string
}

const unfolded = 3

/** The matches of one listing for its owner's people. */
export function MatchesPage({ side, matches, reply, listPath, listTitle, searchPath }: MatchesPageProps) {
  const { matching, site } = useMessages()
  const format = useFormats()
  const words = matching[side]
  const { listing, open, declined, toAnswer, mayWork } = matches
  return (
    <Page
      title={words.section}
      lead={words.lead}
      trail={[
        { to: '/work', text: site.myWork },
        { to: listPath, text: listTitle },
        { to: `${listPath}/${listing.id}`, text: listing.title },
      ]}
      actions={<ButtonLink to="/help/matching">{matching.help}</ButtonLink>}
    >
      {matches.waiting && matches.inView ? <Notice>{matching.waiting}</Notice> : null}
      {toAnswer.length > 0 ? (
        <Section title={matching.questions.title} id="questions">
          <p className="mb-3 max-w-[75ch] text-muted">{matching.questions.lead}</p>
          <ul className="divide-y divide-line border-y border-line">
            {toAnswer.map((question) => (
              <li key={question.id} id={question.id} className="scroll-mt-4 py-4">
                <Answer question={question} mayWork={mayWork} reply={reply} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={words.found(format.number(open.length))} id="matches">
        {open.length > 0 ? (
          <>
            {mayWork && side === 'need' ? (
              <p className="mb-4 max-w-[75ch] text-muted">{matching.need.askHelp}</p>
            ) : null}
            {side === 'technology' ? (
              <p className="mb-4 max-w-[75ch] text-muted">{matching.technology.unknownHelp}</p>
            ) : null}
            {open.map((match, index) => (
              <MatchArticle
                key={match.other.id}
                match={match}
                side={side}
                mayWork={mayWork}
                unfolded={index < unfolded}
                reply={reply}
              />
            ))}
          </>
        ) : (
          <Empty action={<ButtonLink to={searchPath}>{words.noneAction}</ButtonLink>}>
            {matches.inView ? words.none : words.notInView}
          </Empty>
        )}
      </Section>
      {declined.length > 0 ? (
        <Section title={words.declined} id="declined">
          <DeclinedMatches matches={declined} side={side} mayWork={mayWork} reply={reply} />
        </Section>
      ) : null}
    </Page>
  )
}

interface AnswerProps {
  readonly question: OwnMatches['toAnswer'][number]
  readonly mayWork: boolean
  readonly reply: unknown
}

/** A question with the form that answers it. */
function Answer({ question, mayWork, reply }: AnswerProps) {
  const { matching } = useMessages()
  const language = useLanguage()
  const words = matching.questions
  const form = useReplyForm({ name: `answer-${question.id}`, reply, values: { verdict: '', text: '' } })
  const title = question.need[language] || question.need[otherLanguage(language)]
  const asker = question.asker?.[language] ?? matching.hiddenOwner
  return (
    <>
      <p className="text-sm text-muted">{words.asks(asker, title)}</p>
      <p className="mt-1 max-w-[75ch] font-semibold">
        <InEither text={question.criterion} />
      </p>
      {mayWork ? (
        <ReplyForm of={form} className="mt-3 max-w-[75ch] space-y-3">
          <input type="hidden" name="act" value="answer" />
          <input type="hidden" name="questionId" value={question.id} />
          <RadioGroup
            field={form.fields.verdict}
            label={words.verdict}
            choices={answerVerdicts.map((verdict) => ({ value: verdict, text: words.verdicts[verdict] }))}
          />
          <TextArea field={form.fields.text} label={words.text} help={words.textHelp} rows={3} />
          <Button>{words.send}</Button>
        </ReplyForm>
      ) : null}
    </>
  )
}
