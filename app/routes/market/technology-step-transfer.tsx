import { useState } from 'react'
import { useLanguage, useMessages } from '#i18n'
import { currencies, type Currency } from '#kernel'
import {
  exclusivities,
  priceKinds,
  priceModes,
  rightsOffered,
  sublicences,
  territories,
  transferForms,
  transferMethods,
  valuationPurposes,
} from '#modules/technologies'
import { Checkbox, CheckboxGroup, MoneyField, RadioGroup, SelectField, TextField, useReplyForm } from '#ui'
import { territoryName } from '../public/technology-names.ts'
import { adding, Row, RowButton, rowKey, Rows, Wide } from './technology-rows.tsx'
import { StepForm, type StepProps } from './technology-step-frame.tsx'

type TransferForm = {
  version: string
  offers: {
    right: string
    exclusivity: string
    sublicence: string
    territory: string[]
    fieldOfUse: string
    termMonths: string
    quantityLimit: string
    researchOnly: string
  }[]
  forms: string[]
  methods: string[]
  mode: string
  kind: string
  amount: string
  currency: string
  purpose: string
  neededOn: string
}

export function TransferStep({ facts, reply, autosave }: StepProps) {
  const messages = useMessages()
  const { technologies } = messages
  const language = useLanguage()
  const words = technologies.editor
  const sheet = technologies.sheet
  const of = useReplyForm<TransferForm>({
    name: 'transfer',
    reply,
    values: { ...facts.values, version: String(facts.version) },
  })
  const { fields, form } = of
  const [currency, setCurrency] = useState<Currency>(fields.currency.initialValue === 'USD' ? 'USD' : 'VND')
  return (
    <StepForm of={of} sent={fields.version.initialValue} facts={facts} autosave={autosave}>
      <Rows
        title={sheet.offers}
        help={words.offerHelp}
        id="transfer-offers-list"
        issues={fields.offers.errors}
        add={
          <RowButton
            of={adding(form, fields.offers.name, {
              right: 'use',
              exclusivity: 'non_exclusive',
              sublicence: 'none',
              territory: ['VN'],
            })}
          >
            {words.addOffer}
          </RowButton>
        }
      >
        {fields.offers.getFieldList().map((item, index) => {
          const row = item.getFieldset()
          return (
            <Row key={rowKey(item)} form={form} list={fields.offers.name} index={index} name={words.offerRow}>
              <SelectField
                field={row.right}
                label={words.right}
                choices={rightsOffered.map((right) => ({ value: right, text: technologies.rightsOffered[right] }))}
              />
              <SelectField
                field={row.exclusivity}
                label={sheet.exclusivity}
                choices={exclusivities.map((one) => ({ value: one, text: technologies.exclusivities[one] }))}
                empty={words.exclusivityNone}
              />
              <Wide>
                <TextField field={row.fieldOfUse} label={sheet.fieldOfUse} maxLength={500} optional />
              </Wide>
              <TextField field={row.termMonths} label={words.termMonths} inputMode="numeric" optional />
              <TextField field={row.quantityLimit} label={sheet.quantityLimit} maxLength={300} optional />
              <Wide>
                <SelectField
                  field={row.sublicence}
                  label={sheet.sublicence}
                  choices={sublicences.map((one) => ({ value: one, text: technologies.sublicences[one] }))}
                />
              </Wide>
              <Wide>
                <div
                  className="max-h-64 overflow-y-auto border border-line p-3"
                  tabIndex={0}
                  role="region"
                  aria-label={`${sheet.territory}, ${sheet.offerNumber(index + 1)}`}
                >
                  <CheckboxGroup
                    field={row.territory}
                    label={sheet.territory}
                    help={words.territoryHelp}
                    choices={territories.map((code) => ({
                      value: code,
                      text: territoryName(code, messages, language),
                    }))}
                    columns={3}
                  />
                </div>
              </Wide>
              <Wide>
                <Checkbox field={row.researchOnly} label={sheet.researchOnly} />
              </Wide>
            </Row>
          )
        })}
      </Rows>
      <CheckboxGroup
        field={fields.forms}
        label={sheet.forms}
        choices={transferForms.map((one) => ({ value: one, text: technologies.transferForms[one] }))}
        columns={2}
      />
      <CheckboxGroup
        field={fields.methods}
        label={sheet.methods}
        choices={transferMethods.map((one) => ({ value: one, text: technologies.transferMethods[one] }))}
        columns={2}
      />
      <div className="group space-y-5 border-t border-line pt-4">
        <RadioGroup
          field={fields.mode}
          label={words.priceMode}
          choices={priceModes
            .filter((mode) => mode !== 'unstated')
            .map((mode) => ({ value: mode, text: technologies.priceModes[mode] }))}
        />
        <fieldset className="hidden space-y-4 border-l-4 border-line pl-4 group-has-[[name=mode][value=asking]:checked]:block">
          <legend className="sr-only">{words.whenAsking}</legend>
          <SelectField
            field={fields.kind}
            label={words.priceKind}
            choices={priceKinds.map((kind) => ({ value: kind, text: technologies.priceKinds[kind] }))}
          />
          <div
            onChange={(event) => {
              if (event.target instanceof HTMLSelectElement) setCurrency(event.target.value === 'USD' ? 'USD' : 'VND')
            }}
          >
            <SelectField
              field={fields.currency}
              label={words.currency}
              choices={currencies.map((code) => ({ value: code, text: words.currencies[code] }))}
            />
          </div>
          <MoneyField field={fields.amount} label={words.amount} help={words.amountHelp} currency={currency} />
        </fieldset>
        <fieldset className="hidden space-y-4 border-l-4 border-line pl-4 group-has-[[name=mode][value=valuation]:checked]:block">
          <legend className="sr-only">{words.whenValuation}</legend>
          <SelectField
            field={fields.purpose}
            label={sheet.purpose}
            choices={valuationPurposes.map((one) => ({ value: one, text: technologies.valuationPurposes[one] }))}
          />
          <TextField field={fields.neededOn} label={sheet.neededOn} type="date" optional />
        </fieldset>
        <p className="text-sm text-muted">{sheet.priceNote}</p>
      </div>
    </StepForm>
  )
}
