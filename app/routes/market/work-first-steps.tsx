import { useMessages } from '#i18n'
import type { MyWork } from '#modules/deals/server'
import { Link, Section } from '#ui'

/** What a newcomer does first, until all of it is done. */
export function FirstSteps({ work }: { readonly work: MyWork }) {
  const words = useMessages().messaging.work
  const { emailConfirmed, organisation, verified, secondFactor } = work.steps
  const own = work.organisation === null ? '/account/organisations' : `/account/organisations/${work.organisation.id}`
  const steps = [
    { done: emailConfirmed, to: '/account', text: words.confirmEmail, help: words.confirmEmailHelp },
    { done: organisation, to: '/account/organisations', text: words.join, help: words.joinHelp },
    { done: verified, to: organisation ? `${own}/verification` : own, text: words.verify, help: words.verifyHelp },
    ...(secondFactor === null
      ? []
      : [
          {
            done: secondFactor,
            to: '/account/second-factor',
            text: words.secondFactor,
            help: words.secondFactorHelp,
          },
        ]),
  ]
  if (steps.every((step) => step.done)) return null
  return (
    <Section title={words.begin}>
      <p className="mb-3 max-w-[75ch]">{words.beginLead}</p>
      <ol className="max-w-[75ch] divide-y divide-line border-y border-line">
        {steps.map((step, index) => (
          <li key={step.text} className="flex gap-3 py-3">
            <span aria-hidden="true" className={step.done ? 'text-action' : 'text-muted'}>
              {step.done ? '✓' : `${String(index + 1)}.`}
            </span>
            <div>
              {step.done ? (
                <span className="text-muted">{`${step.text} (${words.doneStep})`}</span>
              ) : (
                <>
                  <Link to={step.to} className="inline-flex min-h-6 items-center font-semibold">
                    {step.text}
                  </Link>
                  <p className="text-sm text-muted">{step.help}</p>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
