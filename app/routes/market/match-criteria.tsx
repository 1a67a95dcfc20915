import { useFormats, useLanguage, useMessages } from '#i18n'
import { type Bilingual, otherLanguage } from '#kernel'
import { isCriterion, type Reason } from '#modules/matching'
import type { MatchQuestion, ShownMatch } from '#modules/matching/server'
import { Badge, Foreign } from '#ui'
import { standingOfVerdict } from './match-standing.ts'
import { PressForm } from './press-form.tsx'

/** A text in the reader's language, else in the other, marked as such. */
export function InEither({ text }: { readonly text: Bilingual }) {
  const language = useLanguage()
  const shown = text[language] === '' ? otherLanguage(language) : language
  return <Foreign language={shown}>{text[shown]}</Foreign>
}

/** How many criteria are met, not met and not known, in words. */
export function Counted({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { matching } = useMessages()
  const format = useFormats()
  const criteria = reasons.filter(isCriterion)
  const of = (standing: string) => format.number(criteria.filter((reason) => reason.standing === standing).length)
  return <>{matching.counted(of('met'), of('not_met'), of('unknown'))}</>
}

interface CriteriaProps {
  readonly match: ShownMatch
  /** The page's action asks the owner for what is not known; absent where the reader cannot ask. */
  readonly asking: boolean
  readonly reply: unknown
}

/** Each criterion with its verdict, the sentence that rests on, and what became of a question about it. */
export function Criteria({ match, asking, reply }: CriteriaProps) {
  const { matching } = useMessages()
  const criteria = match.reasons.filter(isCriterion)
  if (criteria.length === 0) return <p className="text-muted">{matching.noCriteria}</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {criteria.map((reason) => (
        <li key={reason.key} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[8.5rem_1fr]">
          <div>
            <Badge standing={standingOfVerdict(reason.standing)}>{matching.standings[reason.standing]}</Badge>
          </div>
          <div className="max-w-[75ch]">
            <p>
              <InEither text={reason.criterion} />
              <span className="ml-2 text-sm text-muted">{matching.criterion[reason.kind]}</span>
            </p>
            <Sentence reason={reason} />
            <Question
              question={match.questions.find(({ key }) => key === reason.key) ?? null}
              technologyId={match.other.id}
              criterion={reason.key}
              asking={asking && reason.standing === 'unknown'}
              reply={reply}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The sentence a verdict rests on, in its own words and language; of an unknown the nearest one. */
export function Sentence({ reason }: { readonly reason: Pick<Reason, 'evidence' | 'standing'> }) {
  const { matching } = useMessages()
  const { evidence, standing } = reason
  if (!evidence) return standing === 'unknown' ? <p className="mt-1 text-sm text-muted">{matching.noSentence}</p> : null
  return (
    <div className="mt-1 text-sm">
      {standing === 'unknown' ? <p className="text-muted">{matching.nearest}</p> : null}
      <blockquote className="border-l-2 border-edge pl-3">
        <Foreign language={evidence.language}>{evidence.text}</Foreign>
        <span className="ml-2 text-muted">{`(${matching.places[evidence.place]})`}</span>
      </blockquote>
    </div>
  )
}

interface QuestionProps {
  readonly question: MatchQuestion | null
  readonly technologyId: string
  readonly criterion: string
  readonly asking: boolean
  readonly reply: unknown
}

function Question({ question, technologyId, criterion, asking, reply }: QuestionProps) {
  const { matching } = useMessages()
  const format = useFormats()
  const words = matching.questions
  if (question)
    return (
      <p className="mt-1 text-sm text-muted">
        {question.state === 'asked'
          ? words.asked(format.date(question.askedAt))
          : words.answered(format.date(question.answeredAt ?? question.askedAt))}
      </p>
    )
  if (!asking) return null
  return (
    <div className="mt-1">
      <PressForm
        name={`ask-${technologyId}-${criterion}`}
        values={{ act: 'ask', technologyId, criterion }}
        reply={reply}
        weight="quiet"
      >
        {matching.need.ask}
      </PressForm>
    </div>
  )
}
