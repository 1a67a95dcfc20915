import { useLanguage, useMessages } from '#i18n'
import { provinces } from '#classifications'
import { legalServices } from '#modules/accounts'
import { CheckboxGroup, type Field, SelectField, TextArea, TextField } from '#ui'

type Name =
  'nameVi' | 'nameEn' | 'taxCode' | 'province' | 'address' | 'website' | 'descriptionVi' | 'descriptionEn' | 'services'

interface OrganisationFieldsProps {
  readonly fields: Readonly<Record<Name, Field>>
  /** Whether to ask for services: of intermediaries, and while the kind is still open. */
  readonly services: boolean
}

/** The fields of an organisation that are the same when it is set up and when it is edited. */
export function OrganisationFields({ fields, services }: OrganisationFieldsProps) {
  const { accounts, site } = useMessages()
  const words = accounts.organisation
  const language = useLanguage()
  return (
    <>
      <TextField
        field={fields.nameVi}
        label={words.nameVi}
        help={words.nameViHelp}
        autoComplete="organization"
        lang="vi"
      />
      <TextField field={fields.nameEn} label={words.nameEn} optional lang="en" />
      <TextField field={fields.taxCode} label={words.taxCode} help={words.taxCodeHelp} inputMode="numeric" />
      <SelectField
        field={fields.province}
        label={words.province}
        help={words.provinceHelp}
        empty={site.choose}
        choices={provinces.map((province) => ({ value: province.code, text: province[language] }))}
      />
      <TextField field={fields.address} label={words.address} autoComplete="street-address" />
      <TextField field={fields.website} label={words.website} optional inputMode="url" autoComplete="url" />
      {services ? (
        <CheckboxGroup
          field={fields.services}
          label={words.services}
          help={words.servicesHelp}
          columns={2}
          choices={legalServices.map((service) => ({ value: service, text: site.legalServices[service] }))}
        />
      ) : null}
      <TextArea
        field={fields.descriptionVi}
        label={words.descriptionVi}
        help={words.descriptionHelp}
        optional
        rows={6}
        lang="vi"
      />
      <TextArea field={fields.descriptionEn} label={words.descriptionEn} optional rows={6} lang="en" />
    </>
  )
}
