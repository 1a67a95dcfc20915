import { useMessages } from '#i18n'
import type { MandatePage } from '#modules/valuation/server'
import { Button, RadioGroup, ReplyForm, Section, TextArea, TextField, useReplyForm } from '#ui'

interface FormsProps {
  readonly found: MandatePage
  readonly reply: unknown
}

/** What the reader's side may do now. */
export function MandateForms({ found, reply }: FormsProps) {
  const { verbs } = found
  const accepts = verbs.find((verb) => verb === 'accept' || verb === 'accept_for_both')
  return (
    <>
      {accepts ? <Accept verb={accepts} found={found} reply={reply} /> : null}
      {verbs.includes('consent') ? <Consent found={found} reply={reply} /> : null}
      {(['decline', 'refuse', 'withdraw'] as const).map((verb) =>
        verbs.includes(verb) ? <WithReason key={verb} verb={verb} found={found} reply={reply} /> : null,
      )}
    </>
  )
}

function Hidden({ verb, version }: { readonly verb: string; readonly version: number }) {
  return (
    <>
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="version" value={String(version)} />
    </>
  )
}

interface Declaring extends Record<string, unknown> {
  conflict: string
  conflictText: string
  accreditation: string
  accreditationBody: string
  accreditedUntil: string
  valuerName: string
}

function Accept({ verb, found, reply }: FormsProps & { readonly verb: string }) {
  const { workbench: words } = useMessages()
  const own = words.mandate
  const values: Declaring = {
    conflict: '',
    conflictText: '',
    accreditation: '',
    accreditationBody: '',
    accreditedUntil: '',
    valuerName: found.declarer,
  }
  const form = useReplyForm<Declaring>({ name: 'accept', reply, values })
  const { fields } = form
  return (
    <Section title={own.accept}>
      <div className="max-w-3xl">
        <ReplyForm of={form}>
          <Hidden verb={verb} version={found.mandate.version} />
          <TextField field={fields.valuerName} label={own.valuerName} autoComplete="name" />
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField field={fields.accreditation} label={own.accreditation} autoComplete="off" />
            <TextField field={fields.accreditationBody} label={own.accreditationBody} autoComplete="off" />
            <TextField field={fields.accreditedUntil} label={own.accreditedUntil} type="date" />
          </div>
          <div className="group space-y-5">
            <RadioGroup
              field={fields.conflict}
              label={own.conflict}
              choices={(['none', 'disclosed'] as const).map((one) => ({ value: one, text: own.conflicts[one] }))}
            />
            <div className="group-not-has-[[value=disclosed]:checked]:hidden">
              <TextArea field={fields.conflictText} label={own.conflictText} rows={3} />
            </div>
          </div>
          <Button>{own.accept}</Button>
        </ReplyForm>
      </div>
    </Section>
  )
}

function Consent({ found, reply }: FormsProps) {
  const { workbench: words } = useMessages()
  const form = useReplyForm({ name: 'consent', reply })
  return (
    <Section title={words.mandate.consent}>
      <ReplyForm of={form}>
        <Hidden verb="consent" version={found.mandate.version} />
        <p className="max-w-[75ch]">{words.mandate.consentHelp}</p>
        <Button>{words.mandate.consent}</Button>
      </ReplyForm>
    </Section>
  )
}

function WithReason({ verb, found, reply }: FormsProps & { readonly verb: 'decline' | 'refuse' | 'withdraw' }) {
  const { workbench: words } = useMessages()
  const own = words.mandate
  const form = useReplyForm<{ text: string }>({ name: verb, reply, values: { text: '' } })
  return (
    <Section title={own[verb]}>
      <div className="max-w-3xl">
        <ReplyForm of={form}>
          <Hidden verb={verb} version={found.mandate.version} />
          <p className="max-w-[75ch]">{own.endHelp[verb]}</p>
          <TextArea field={form.fields.text} label={own.reason} rows={2} />
          <Button weight="danger">{own[verb]}</Button>
        </ReplyForm>
      </div>
    </Section>
  )
}
