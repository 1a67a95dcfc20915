import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answer, arrive, demand, goTo } from '#http'
import { useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { exclusivities, rightKinds, royaltyBaseNames } from '#modules/valuation'
import { newRateFacts, recordSignedRate } from '#modules/valuation/server'
import { Button, Checkbox, Page, RadioGroup, ReplyForm, SelectField, TextField, useReplyForm } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { fieldGroups } from '../public/term-names.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const { formKey, year } = demand(arrival, newRateFacts(arrival.actor))
  const { title, lead } = messagesOf(arrival.language).royaltyRates.adding
  return {
    page: pageFacts(arrival, { title, description: lead, closed: true }),
    values: {
      reference: '',
      taxCode: '',
      technology: '',
      field: '',
      rightKind: '',
      exclusivity: '',
      base: '',
      rate: '',
      signedYear: String(year),
      confirmed: '',
      formKey,
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { actor, language, form: input } = arrival
  return answer(arrival, await recordSignedRate({ actor, language, input }), ({ id }) =>
    goTo(arrival, `/operator/rates/${id}`, 'rate_recorded'),
  )
}

export default function NewRate() {
  const { values } = useLoaderData<typeof loader>()
  const { royaltyRates, site, valuation } = useMessages()
  const words = royaltyRates.adding
  const language = useLanguage()
  const form = useReplyForm<typeof values>({ name: 'rate', reply: useActionData<typeof action>(), values })
  const { fields } = form
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="reading"
      trail={[
        { to: '/operator', text: site.operatorDesk },
        { to: '/operator/rates', text: royaltyRates.desk.title },
      ]}
    >
      <ReplyForm of={form}>
        <input type="hidden" name="formKey" value={values.formKey} />
        <TextField
          field={fields.reference}
          label={words.reference}
          help={words.referenceHelp}
          maxLength={200}
          autoComplete="off"
        />
        <TextField
          field={fields.taxCode}
          label={words.taxCode}
          help={words.taxCodeHelp}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField
          field={fields.technology}
          label={words.technology}
          help={words.technologyHelp}
          maxLength={300}
          autoComplete="off"
          optional
        />
        <SelectField field={fields.field} label={words.field} empty={site.choose} groups={fieldGroups(language)} />
        <SelectField
          field={fields.rightKind}
          label={royaltyRates.right}
          empty={site.choose}
          choices={rightKinds.map((right) => ({ value: right, text: valuation.rights[right] }))}
        />
        <RadioGroup
          field={fields.exclusivity}
          label={royaltyRates.exclusivity}
          columns={2}
          choices={exclusivities.map((one) => ({ value: one, text: royaltyRates.exclusivities[one] }))}
        />
        <SelectField
          field={fields.base}
          label={royaltyRates.base}
          empty={site.choose}
          choices={royaltyBaseNames.map((base) => ({ value: base, text: royaltyRates.bases[base] }))}
        />
        <TextField
          field={fields.rate}
          label={words.rate}
          help={words.rateHelp}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField field={fields.signedYear} label={words.signedYear} inputMode="numeric" autoComplete="off" />
        <Checkbox field={fields.confirmed} label={words.confirmed} />
        <Button>{words.submit}</Button>
      </ReplyForm>
    </Page>
  )
}
