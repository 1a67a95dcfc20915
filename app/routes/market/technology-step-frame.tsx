import type { FormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { issueText, useFormats, useMessages } from '#i18n'
import type { Issue } from '#kernel'
import { type Gap, type Step, steps } from '#modules/technologies'
import type { EditorFacts } from '#modules/technologies/server'
import { Button, Link, Notice, ReplyForm } from '#ui'
import type { Autosave } from './technology-editor.ts'

/** What every step of the editor is given. */
export interface StepProps {
  readonly facts: EditorFacts
  readonly reply: unknown
  readonly autosave: Autosave
}

interface StepFormProps<T extends Record<string, unknown>> extends Pick<StepProps, 'facts' | 'autosave'> {
  readonly of: {
    readonly form: FormMetadata<T, readonly Issue[]>
    readonly name: string
    readonly refusal: { readonly code: string } | null
    readonly held: boolean
  }
  /** The version that the form had when it was sent. */
  readonly sent: unknown
  readonly children: ReactNode
  /** In place of the ordinary buttons. */
  readonly buttons?: ReactNode
}

/** After these the page shows the newest version, which the next save is meant for. */
const renewing = ['version_conflict', 'technology.incomplete']

/** The form of a step: saves as it goes, and by its buttons. */
export function StepForm<T extends Record<string, unknown>>({
  of,
  sent,
  facts,
  autosave,
  children,
  buttons,
}: StepFormProps<T>) {
  const { technologies } = useMessages()
  const words = technologies.editor
  const renewed = of.refusal !== null && renewing.includes(of.refusal.code)
  const version = autosave.version ?? (renewed || typeof sent !== 'string' ? facts.version : sent)
  // Only once the form is meant for the newest version does saving again do what the notice says.
  const conflict = of.refusal?.code === 'version_conflict' && sent !== String(facts.version)
  return (
    <div {...autosave.handlers}>
      {conflict ? (
        <Notice tone="caution" title={words.newer}>
          <p className="mb-2">{words.newerText}</p>
          <Link to={`/work/technologies/${facts.id}`} target="_blank" rel="noopener">
            {words.seeNewer}
          </Link>
        </Notice>
      ) : null}
      <ReplyForm of={of}>
        {/* The first button of a form is the one that the Enter key presses. */}
        <button type="submit" name="to" value="next" hidden />
        <input type="hidden" name="version" value={version} />
        {children}
        <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
          {buttons ?? (
            <>
              <Button name="to" value="next">
                {words.saveAndContinue}
              </Button>
              <Button name="to" value="own" weight="secondary">
                {words.saveAndLeave}
              </Button>
            </>
          )}
          <SavingStatus autosave={autosave} />
        </div>
      </ReplyForm>
    </div>
  )
}

function SavingStatus({ autosave: { state } }: Pick<StepProps, 'autosave'>) {
  const messages = useMessages()
  const words = messages.technologies.editor
  const format = useFormats()
  const text = (): string => {
    switch (state.kind) {
      case 'still':
        return ''
      case 'saving':
        return messages.site.saving
      case 'saved':
        return words.savedAt(format.dateTime(state.at).slice(-5))
      case 'refused':
        if (state.code === 'version_conflict') return words.newer
        return state.issues.length === 0
          ? words.saveFailed
          : `${words.saveInvalid} ${state.issues.map((issue) => issueText(messages, issue)).join(' ')}`
    }
  }
  return (
    <p role="status" aria-live="polite" className="text-sm text-muted">
      {text()}
    </p>
  )
}

/** The steps by name; choosing one saves the present one first. */
export function StepNav({ facts, missing }: Pick<StepProps, 'facts'> & { readonly missing: readonly Gap[] }) {
  const { technologies } = useMessages()
  const words = technologies.editor
  return (
    <nav aria-label={words.steps} className="mb-6">
      <ol className="flex flex-wrap gap-x-1 gap-y-1 border-b border-line pb-3 text-sm">
        {steps.map((step, index) => {
          const count = missing.filter((gap) => gap.step === step).length
          const here = step === facts.step
          return (
            <li key={step}>
              <button
                type="submit"
                form={facts.step}
                name="to"
                value={step}
                {...(here ? { 'aria-current': 'step' as const } : {})}
                className={`inline-flex min-h-8 cursor-pointer items-center gap-1 rounded-plain px-2 py-1 ${
                  here ? 'bg-action-wash font-semibold' : 'text-action underline underline-offset-4'
                }`}
              >
                {`${String(index + 1)}. ${technologies.steps[step]}`}
                {count > 0 ? (
                  <span className="rounded-plain border border-caution px-1 text-xs text-caution no-underline">
                    <span aria-hidden="true">{count}</span>
                    <span className="sr-only">{words.missingCount(count)}</span>
                  </span>
                ) : null}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

interface GapListProps {
  readonly id: string
  readonly gaps: readonly Gap[]
  /** The form whose summary of errors points to these lines. */
  readonly form?: string
  /** The step whose form is open on the page: a line of another step saves that form on its way. */
  readonly here?: Step
}

const lineStyle = 'cursor-pointer text-left align-top text-action underline underline-offset-4'

/** Gaps by step, the open one first, each leading to its field. */
export function GapList({ id, gaps, form, here }: GapListProps) {
  const messages = useMessages()
  const { technologies } = messages
  const concerned = steps
    .filter((step) => gaps.some((gap) => gap.step === step))
    .sort((one, other) => Number(other === here) - Number(one === here))
  const line = ({ step, field, code }: Gap) => {
    const anchor = `${step}-${fieldAnchor(field)}`
    const text = issueText(messages, { code })
    if (here === undefined) return <Link to={`/work/technologies/${id}/edit/${step}#${anchor}`}>{text}</Link>
    if (here === step) return <a href={`#${anchor}`}>{text}</a>
    return (
      <button type="submit" form={here} name="to" value={`${step}#${anchor}`} className={lineStyle}>
        {text}
      </button>
    )
  }
  return (
    <ul className="space-y-3">
      {concerned.map((step) => (
        <li key={step}>
          <p className="text-sm font-semibold">{technologies.steps[step]}</p>
          <ul className="list-disc space-y-1 pl-5 text-sm">
            {gaps
              .filter((gap) => gap.step === step)
              .map((gap) => (
                <li key={`${gap.field} ${gap.code}`} {...(form ? { id: `${form}-${step}.${gap.field}` } : {})}>
                  {line(gap)}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** A list as a whole has no field of its own: its heading is where to look. */
const lists = ['evidence', 'rights', 'offers', 'funding', 'owners', 'authors', 'comparison']
const fieldAnchor = (field: string): string => (lists.includes(field) ? `${field}-list` : field)

/** What is missing and what would be better, step by step. */
export function Coach({ facts, missing }: Pick<StepProps, 'facts'> & { readonly missing: readonly Gap[] }) {
  const { technologies } = useMessages()
  const words = technologies.editor
  const advice = facts.advice.filter((gap) => gap.step === facts.step)
  const all: readonly Step[] = steps
  const here = all.indexOf(facts.step)
  return (
    <aside
      aria-labelledby="coach"
      className="border-t-4 border-line bg-wash px-4 py-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
    >
      <h2 id="coach" className="mb-1 text-lg">
        {words.coach}
      </h2>
      <p className="mb-3 text-sm text-muted">{words.step(here + 1, steps.length)}</p>
      <h3 className="mb-1 font-semibold">{words.missing}</h3>
      {missing.length === 0 ? (
        <p className="text-sm">{words.nothingMissing}</p>
      ) : (
        <GapList id={facts.id} gaps={missing} form={facts.step} here={facts.step} />
      )}
      {advice.length > 0 ? (
        <>
          <h3 className="mb-1 mt-4 font-semibold">{words.advice}</h3>
          <GapList id={facts.id} gaps={advice} here={facts.step} />
        </>
      ) : null}
    </aside>
  )
}
