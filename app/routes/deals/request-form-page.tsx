import type { ReactNode } from 'react'
import { refusalText, useLanguage, useMessages } from '#i18n'
import { exclusivitiesWanted, rightsWanted } from '#modules/deals'
import type { requestForm } from '#modules/deals/server'
import { Button, ButtonLink, Notice, Page, RadioGroup, ReplyForm, SelectField, TextArea, useReplyForm } from '#ui'
import { inLanguage } from '../../shell/reading.ts'

type FormFacts = Extract<Awaited<ReturnType<typeof requestForm>>, { ok: true }>['value']

interface RequestFormPageProps {
  readonly kind: 'transfer' | 'answer'
  readonly form: FormFacts
  readonly reply: unknown
}

/** The page on which a technology is asked for or a need answered, or what keeps the reader from it. */
export function RequestFormPage({ kind, form, reply }: RequestFormPageProps) {
  const messages = useMessages()
  const language = useLanguage()
  const { deals } = messages
  const words = deals.form
  const title = inLanguage(form.title, language)
  const listing = kind === 'transfer' ? `/technologies/${form.listingId}` : `/needs/${form.listingId}`
  const receiver = inLanguage(form.receiver, language) ?? words.hiddenReceiver
  return (
    <Page
      title={kind === 'transfer' ? words.transferTitle : words.answerTitle}
      lead={kind === 'transfer' ? words.transferLead(receiver) : words.answerLead(receiver)}
      width="reading"
      trail={[{ to: listing, text: title }]}
    >
      {form.barrier === null ? (
        <Fields kind={kind} form={form} reply={reply} />
      ) : (
        <>
          <Notice tone="caution" title={words.barrier}>
            <p>{refusalText(messages, form.barrier)}</p>
          </Notice>
          <div className="flex flex-wrap gap-3">
            <WayOut form={form} barrier={form.barrier} />
            <ButtonLink to={listing}>{words.toListing}</ButtonLink>
          </div>
        </>
      )}
    </Page>
  )
}

function WayOut({ form, barrier }: { readonly form: FormFacts; readonly barrier: string }): ReactNode {
  const words = useMessages().deals.form
  if (form.openRequestId !== null)
    return (
      <ButtonLink weight="primary" to={`/requests/${form.openRequestId}`}>
        {words.toOpen}
      </ButtonLink>
    )
  if (barrier === 'auth.organisation' || barrier === 'auth.unverified')
    return (
      <ButtonLink weight="primary" to="/account/organisations">
        {barrier === 'auth.organisation' ? words.toOrganisations : words.toVerify}
      </ButtonLink>
    )
  return null
}

function Fields({ kind, form: facts, reply }: RequestFormPageProps) {
  const { deals } = useMessages()
  const words = deals.form
  const transfer = kind === 'transfer'
  const form = useReplyForm<
    Record<
      | 'proposal'
      | 'rightWanted'
      | 'exclusivityWanted'
      | 'volume'
      | 'timing'
      | 'message'
      | 'offeredListingId'
      | 'formKey',
      string
    >
  >({
    name: 'request',
    reply,
    values: { rightWanted: 'undecided', exclusivityWanted: 'undecided', formKey: facts.formKey },
  })
  const { fields } = form
  return (
    <ReplyForm of={form}>
      <input type="hidden" name="formKey" value={fields.formKey.initialValue ?? facts.formKey} />
      <TextArea
        field={fields.proposal}
        label={transfer ? words.intendedUse : words.offered}
        help={transfer ? words.intendedUseHelp : words.offeredHelp}
        rows={transfer ? 4 : 8}
        maxLength={4000}
      />
      {transfer ? (
        <>
          <RadioGroup
            field={fields.rightWanted}
            label={words.right}
            choices={rightsWanted.map((right) => ({ value: right, text: deals.rightsWanted[right] }))}
          />
          <RadioGroup
            field={fields.exclusivityWanted}
            label={words.exclusivity}
            choices={exclusivitiesWanted.map((choice) => ({ value: choice, text: deals.exclusivitiesWanted[choice] }))}
          />
        </>
      ) : (
        <SelectField
          field={fields.offeredListingId}
          label={words.ownTechnology}
          choices={facts.offers.map((offer) => ({ value: offer.id, text: offer.title }))}
          empty={words.noTechnology}
          optional
        />
      )}
      <TextArea
        field={fields.volume}
        label={transfer ? words.volume : words.answerVolume}
        rows={2}
        maxLength={1000}
        optional
      />
      <TextArea
        field={fields.timing}
        label={transfer ? words.timing : words.answerTiming}
        help={words.timingHelp}
        rows={2}
        maxLength={1000}
        optional
      />
      <TextArea field={fields.message} label={words.message} help={words.messageHelp} rows={7} maxLength={4000} />
      <p className="text-sm text-muted">{words.open}</p>
      <Button>{transfer ? words.sendTransfer : words.sendAnswer}</Button>
    </ReplyForm>
  )
}
