import type { ReactNode } from 'react'
import type { Messages } from '#i18n'
import { rightKinds, valueBases } from '#modules/valuation'
import { type Field, SelectField, TextArea, TextField } from '#ui'

type Asked = 'purpose' | 'rightKind' | 'territory' | 'basis' | 'valuationDate'

/**
 * What an estimate and a mandate both ask: what is valued, why, on which basis and for which day. A function and not a
 * component, so that the form's summary of errors finds the labels.
 */
export function askedFields(
  fields: Readonly<Record<Asked, Field>>,
  { workbench: { head }, valuation }: Messages,
  basisHelp?: string,
): ReactNode {
  return (
    <>
      <TextArea field={fields.purpose} label={head.purpose} help={head.purposeHelp} rows={2} />
      <SelectField
        field={fields.rightKind}
        label={head.right}
        choices={rightKinds.map((right) => ({ value: right, text: valuation.rights[right] }))}
      />
      <TextField field={fields.territory} label={head.territory} help={head.territoryHelp} optional />
      <SelectField
        field={fields.basis}
        label={head.basis}
        help={basisHelp}
        choices={valueBases.map((basis) => ({ value: basis, text: valuation.bases[basis] }))}
      />
      <TextField field={fields.valuationDate} label={head.valuationDate} type="date" />
    </>
  )
}
