import { useFormats, useLanguage, useMessages } from '#i18n'
import {
  numberLooksRight,
  offices,
  profileSchema,
  rightKinds,
  rightStatuses,
  rightStatusNames,
  rightTypes,
  suggestedExpiry,
} from '#modules/technologies'
import { Checkbox, SelectField, TextField, useReplyForm } from '#ui'
import { rightTypeName } from '../public/technology-names.ts'
import { adding, Row, RowButton, rowKey, Rows, Wide } from './technology-rows.tsx'
import { StepForm, type StepProps } from './technology-step-frame.tsx'

type RightsForm = {
  version: string
  rights: {
    type: string
    office: string
    number: string
    numberHidden: string
    status: string
    filedOn: string
    expiresOn: string
    holder: string
  }[]
}

/** A row as it was typed, as far as it can be read as a right. */
function readRight(row: Readonly<Record<string, { readonly initialValue?: unknown }>>) {
  const text = (field: string) => {
    const value = row[field]?.initialValue
    return typeof value === 'string' && value !== '' ? value : null
  }
  const parsed = profileSchema.shape.rights.safeParse([
    {
      type: text('type'),
      office: text('office') ?? 'VN',
      number: text('number') ?? '',
      filedOn: text('filedOn'),
      expiresOn: text('expiresOn'),
    },
  ])
  return parsed.success ? parsed.data[0] : undefined
}

export function RightsStep({ facts, reply, autosave }: StepProps) {
  const { technologies } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const words = technologies.editor
  const sheet = technologies.sheet
  const of = useReplyForm<RightsForm>({
    name: 'rights',
    reply,
    values: { ...facts.values, version: String(facts.version) },
  })
  const { fields, form } = of
  const insert = (type: string, status: string) => adding(form, fields.rights.name, { type, status, office: 'VN' })
  return (
    <StepForm of={of} sent={fields.version.initialValue} facts={facts} autosave={autosave}>
      <Rows
        title={sheet.property}
        help={words.noneHelp}
        id="rights-rights-list"
        issues={fields.rights.errors}
        add={
          <>
            <RowButton of={insert('invention_patent', 'filed')}>{words.addRight}</RowButton>
            <RowButton of={insert('know_how', 'none')} weight="quiet">
              {words.addNone}
            </RowButton>
          </>
        }
      >
        {fields.rights.getFieldList().map((item, index) => {
          const row = item.getFieldset()
          const right = readRight(row)
          const example = rightTypes.find((type) => type.key === right?.type)?.example ?? null
          const expiry = right && right.expiresOn === null ? suggestedExpiry(right) : null
          return (
            <Row key={rowKey(item)} form={form} list={fields.rights.name} index={index} name={words.rightRow}>
              <SelectField
                field={row.type}
                label={sheet.kind}
                choices={rightKinds.map((type) => ({ value: type, text: rightTypeName(type, language) }))}
              />
              <SelectField
                field={row.status}
                label={sheet.status}
                choices={rightStatuses.map((status) => ({ value: status, text: rightStatusNames[status][language] }))}
              />
              <SelectField
                field={row.office}
                label={sheet.office}
                choices={offices.map((office) => ({ value: office, text: technologies.offices[office] }))}
              />
              <TextField
                field={row.number}
                label={sheet.number}
                help={
                  right && !numberLooksRight(right)
                    ? words.numberOdd
                    : example !== null && right?.office === 'VN'
                      ? words.numberHelp(example)
                      : undefined
                }
                optional
              />
              <TextField field={row.filedOn} label={sheet.filedOn} type="date" optional />
              <TextField
                field={row.expiresOn}
                label={sheet.expiresOn}
                type="date"
                help={expiry === null ? undefined : words.expirySuggested(format.day(expiry))}
                optional
              />
              <Wide>
                <TextField field={row.holder} label={sheet.holder} maxLength={200} optional />
              </Wide>
              <Wide>
                <Checkbox field={row.numberHidden} label={words.hideNumber} />
              </Wide>
            </Row>
          )
        })}
      </Rows>
    </StepForm>
  )
}
