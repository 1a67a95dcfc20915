import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { Formats, Messages } from '#i18n'
import { currencies, type Issue } from '#kernel'
import { type TypedTerms, termsLimits, typedAmount } from '#modules/deals'
import { royaltyBaseNames } from '#modules/valuation'
import { Checkbox, type Field, RadioGroup, SelectField, TextArea, TextField } from '#ui'
import { adding, Row, RowButton, rowKey, Rows, Wide } from '../market/technology-rows.tsx'

export interface TermsFormValues extends TypedTerms {
  note: string
  read: string
  formKey: string
}

interface FieldsProps {
  readonly form: FormMetadata<TermsFormValues, readonly Issue[]>
  readonly fields: {
    readonly [K in keyof TermsFormValues]-?: FieldMetadata<TermsFormValues[K], TermsFormValues, readonly Issue[]>
  }
  readonly messages: Messages
  readonly format: Formats
  readonly language: 'vi' | 'en'
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="space-y-5 border-t border-line pt-4">
      <legend className="sr-only">{title}</legend>
      <p aria-hidden="true" className="text-xl font-semibold">
        {title}
      </p>
      {children}
    </fieldset>
  )
}

/** The right, where, for what and how long. Functions and not components, so that the summary of errors finds the labels. */
export function scopeFields({ fields, messages }: FieldsProps): ReactNode {
  const { negotiation: words, technologies } = messages
  const { parts, form: help } = words
  return (
    <>
      <Group title={words.groups.right}>
        <RadioGroup
          field={fields.rightKind}
          label={parts.rightKind}
          choices={(['use', 'ownership'] as const).map((right) => ({ value: right, text: words.rights[right] }))}
        />
        <SelectField
          field={fields.exclusivity}
          label={parts.exclusivity}
          help={help.ofUseOnly}
          empty={help.notStated}
          choices={(['exclusive', 'sole', 'non_exclusive'] as const).map((one) => ({
            value: one,
            text: technologies.exclusivities[one],
          }))}
        />
        <SelectField
          field={fields.sublicence}
          label={parts.sublicence}
          help={help.ofUseOnly}
          empty={help.notStated}
          choices={(['none', 'with_consent', 'free'] as const).map((one) => ({
            value: one,
            text: technologies.sublicences[one],
          }))}
        />
        <TextArea
          field={fields.territories}
          label={parts.territories}
          help={help.territoriesHelp}
          rows={3}
          maxLength={8000}
        />
        <TextField
          field={fields.fieldOfUse}
          label={parts.fieldOfUse}
          help={help.fieldOfUseHelp}
          maxLength={1000}
          optional
        />
      </Group>
      <Group title={words.groups.term}>
        <p className="max-w-[75ch] text-sm text-muted">{help.endHelp}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            field={fields.effectiveOn}
            label={parts.effectiveOn}
            help={help.effectiveHelp}
            type="date"
            optional
          />
          <TextField field={fields.endsOn} label={parts.endsOn} type="date" optional />
          <TextField field={fields.termYears} label={help.termYears} inputMode="decimal" autoComplete="off" optional />
        </div>
      </Group>
    </>
  )
}

/** What is paid: once, by results, by sales. */
export function paymentFields(props: FieldsProps): ReactNode {
  const { form, fields, messages, language } = props
  const { negotiation: words, technologies, royaltyRates } = messages
  const { parts, form: help } = words
  const currency = fields.currency.initialValue === 'USD' ? 'USD' : 'VND'
  const inWords = (field: Field): ReactNode => {
    const amount = typeof field.initialValue === 'string' ? typedAmount(field.initialValue, language, currency) : null
    if (amount === null) return null
    return (
      <p className="mt-1 text-sm text-muted">
        {`${messages.site.inWords}: ${props.format.moneyInWords({ amount, currency })}`}
      </p>
    )
  }
  const amount = (field: Field, label: string, more?: string) => (
    <div>
      <TextField field={field} label={label} help={more} inputMode="decimal" autoComplete="off" optional />
      {inWords(field)}
    </div>
  )
  return (
    <Group title={words.groups.payment}>
      <SelectField
        field={fields.currency}
        label={parts.currency}
        help={help.currencyHelp}
        choices={currencies.map((code) => ({ value: code, text: technologies.editor.currencies[code] }))}
      />
      <p className="text-sm text-muted">{help.inUnits(help.currencyNames[currency])}</p>
      {amount(fields.upfront, parts.upfront, help.upfrontHelp)}
      <Checkbox field={fields.free} label={help.free} />
      <Rows
        title={help.milestones}
        help={help.milestonesHelp}
        id={fields.milestones.id}
        issues={fields.milestones.errors}
        add={
          fields.milestones.getFieldList().length >= termsLimits.milestones ? null : (
            <RowButton of={adding(form, fields.milestones.name, { name: '', year: '', amount: '' })}>
              {help.addMilestone}
            </RowButton>
          )
        }
      >
        {fields.milestones.getFieldList().map((item, index) => {
          const row = item.getFieldset()
          return (
            <Row key={rowKey(item)} form={form} list={fields.milestones.name} index={index} name={help.milestone}>
              <Wide>
                <TextField field={row.name} label={help.milestoneName} maxLength={200} />
              </Wide>
              <TextField field={row.year} label={help.milestoneYear} inputMode="decimal" autoComplete="off" />
              <div>
                <TextField field={row.amount} label={help.milestoneAmount} inputMode="decimal" autoComplete="off" />
                {inWords(row.amount)}
              </div>
            </Row>
          )
        })}
      </Rows>
      <div className="space-y-5 border-t border-line pt-4">
        <p className="text-lg font-semibold">{help.royalty}</p>
        <p className="max-w-[75ch] text-sm text-muted">{help.royaltyHelp}</p>
        <TextField
          field={fields.royaltyRate}
          label={help.royaltyRate}
          inputMode="decimal"
          autoComplete="off"
          className="max-w-40"
          optional
        />
        <Rows
          title={parts.tiers}
          help={help.tiersHelp}
          id={fields.tiers.id}
          issues={fields.tiers.errors}
          add={
            fields.tiers.getFieldList().length >= termsLimits.tiers ? null : (
              <RowButton of={adding(form, fields.tiers.name, { from: '', to: '', rate: '' })}>{help.addTier}</RowButton>
            )
          }
        >
          {fields.tiers.getFieldList().map((item, index) => {
            const row = item.getFieldset()
            return (
              <Row key={rowKey(item)} form={form} list={fields.tiers.name} index={index} name={help.tier}>
                <TextField
                  field={row.from}
                  label={help.tierFrom}
                  help={index === 0 ? undefined : help.tierFromHelp}
                  inputMode="decimal"
                  autoComplete="off"
                  optional
                />
                <TextField field={row.to} label={help.tierTo} inputMode="decimal" autoComplete="off" optional />
                <TextField field={row.rate} label={help.tierRate} inputMode="decimal" autoComplete="off" />
              </Row>
            )
          })}
        </Rows>
        <SelectField
          field={fields.royaltyBase}
          label={parts.royaltyBase}
          empty={words.nothing}
          choices={royaltyBaseNames.map((base) => ({ value: base, text: royaltyRates.bases[base] }))}
        />
        {amount(fields.minimum, parts.minimum, help.minimumHelp)}
        {amount(fields.totalCap, parts.totalCap, help.totalCapHelp)}
      </div>
    </Group>
  )
}

/** What else is agreed. */
export function otherFields({ fields, messages }: FieldsProps): ReactNode {
  const { groups, parts, form: help } = messages.negotiation
  return (
    <Group title={groups.other}>
      <TextArea
        field={fields.improvements}
        label={parts.improvements}
        help={help.improvementsHelp}
        rows={4}
        maxLength={termsLimits.text}
        optional
      />
      <TextArea
        field={fields.otherConditions}
        label={parts.otherConditions}
        help={help.otherHelp}
        rows={5}
        maxLength={termsLimits.text}
        optional
      />
    </Group>
  )
}
