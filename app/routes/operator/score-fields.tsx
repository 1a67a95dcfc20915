import { type ReactNode, useState } from 'react'
import { issueText, useMessages } from '#i18n'
import { criteria, type Criterion, verdictOf } from '#modules/listings'
import { type Field, RadioGroup, TextArea } from '#ui'

const steps = ['0', '1', '2', '3', '4', '5'] as const
const bands = ['block', 'weak', 'fair', 'good'] as const

/** What a form with these fields sends. */
export type ScoreValues = Record<Criterion | 'decision' | 'reason', string>

interface ScoreFieldsProps {
  readonly fields: Readonly<Record<Criterion | 'decision' | 'reason', Field>>
}

function chosen(field: Field): number | null {
  const value = field.initialValue
  return typeof value === 'string' && /^[0-5]$/.test(value) ? Number(value) : null
}

/** The four criteria with their guidance, the decision and its reason. With script the sum and verdict follow along. */
export function ScoreFields({ fields }: ScoreFieldsProps) {
  const { moderation } = useMessages()
  const words = moderation.scores
  const [scores, setScores] = useState<Partial<Record<Criterion, number>>>(() =>
    Object.fromEntries(
      criteria.flatMap((criterion) => {
        const score = chosen(fields[criterion])
        return score === null ? [] : [[criterion, score]]
      }),
    ),
  )
  return (
    <>
      <p className="max-w-[75ch]">{words.rule}</p>
      {criteria.map((criterion) => (
        <Scale
          key={criterion}
          field={fields[criterion]}
          label={words.criteria[criterion]}
          onScore={(score) => {
            setScores((before) => ({ ...before, [criterion]: score }))
          }}
        >
          <Guidance criterion={criterion} />
        </Scale>
      ))}
      <Verdict scores={scores} />
      <RadioGroup
        field={fields.decision}
        label={words.decision}
        columns={3}
        choices={(['publish', 'ask_changes', 'reject'] as const).map((value) => ({
          value,
          text: words.decisions[value],
        }))}
      />
      <TextArea field={fields.reason} label={words.reason} help={words.reasonHelp} rows={5} maxLength={4000} />
    </>
  )
}

function Verdict({ scores }: { readonly scores: Partial<Record<Criterion, number>> }) {
  const { moderation } = useMessages()
  const { advantages, clarity, cooperation, guidelines } = scores
  const whole =
    advantages === undefined || clarity === undefined || cooperation === undefined || guidelines === undefined
      ? null
      : { advantages, clarity, cooperation, guidelines }
  const sum = criteria.reduce((total, criterion) => total + (scores[criterion] ?? 0), 0)
  return (
    <p role="status" className="font-semibold">
      {whole ? `${moderation.scores.live(sum)}: ${moderation.scores.verdicts[verdictOf(whole)]}` : null}
    </p>
  )
}

function Guidance({ criterion }: { readonly criterion: Criterion }) {
  const { moderation } = useMessages()
  const { guidance, bands: names } = moderation.scores
  return (
    <dl className="mb-2 grid max-w-[75ch] grid-cols-[2.5rem_1fr] text-sm text-muted">
      {bands.map((band) => (
        <div key={band} className="contents">
          <dt className="font-semibold">{names[band]}</dt>
          <dd>{guidance[criterion][band]}</dd>
        </div>
      ))}
    </dl>
  )
}

interface ScaleProps {
  readonly field: Field
  readonly label: string
  readonly onScore: (score: number) => void
  readonly children: ReactNode
}

function Scale({ field, label, onScore, children }: ScaleProps) {
  const messages = useMessages()
  const first = chosen(field)
  const wrong = (field.errors?.length ?? 0) > 0
  return (
    <fieldset {...(wrong ? { 'aria-describedby': field.errorId } : {})}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {children}
      <div id={field.id} className="grid max-w-md grid-cols-6 gap-1 sm:gap-2">
        {steps.map((step) => (
          <label
            key={step}
            className="flex min-h-11 items-center justify-center gap-1.5 rounded-plain border border-edge bg-raised"
          >
            <input
              type="radio"
              name={field.name}
              value={step}
              defaultChecked={first === Number(step)}
              onChange={() => {
                onScore(Number(step))
              }}
              className="size-5 accent-action"
            />
            {step}
          </label>
        ))}
      </div>
      {wrong ? (
        <p id={field.errorId} className="mt-1 font-semibold text-danger">
          {field.errors?.map((issue) => issueText(messages, issue)).join(' ')}
        </p>
      ) : null}
    </fieldset>
  )
}
