import { classified, provinces } from '#classifications'
import type { Bilingual, Language } from '#kernel'
import type { OrganisationKind } from '#modules/accounts'

interface Described {
  readonly kind: OrganisationKind
  readonly name: Bilingual
  readonly description: Bilingual
  readonly taxCode: string | null
  readonly province: string | null
  readonly address: string
  readonly website: string
}

/** A text in the language wanted, or in the other one where it is missing; null when there is neither. */
export function inLanguage(
  text: Bilingual,
  language: Language,
): { readonly text: string; readonly language: Language } | null {
  const other = language === 'vi' ? 'en' : 'vi'
  if (text[language] !== '') return { text: text[language], language }
  return text[other] === '' ? null : { text: text[other], language: other }
}

/** An organisation in the vocabulary of schema.org. */
export function organisationSchema(
  organisation: Described,
  language: Language,
  address: string,
): Readonly<Record<string, unknown>> {
  const { name, website, taxCode } = organisation
  const description = inLanguage(organisation.description, language)
  const province = organisation.province === null ? undefined : classified(provinces, organisation.province)
  return {
    '@context': 'https://schema.org',
    '@type': organisation.kind === 'institute' ? 'ResearchOrganization' : 'Organization',
    '@id': address,
    name: name.vi,
    ...(name.en === '' ? {} : { alternateName: name.en }),
    url: website === '' ? address : website,
    ...(description ? { description: description.text } : {}),
    ...(taxCode === null ? {} : { taxID: taxCode }),
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'VN',
      ...(province ? { addressRegion: province.vi } : {}),
      ...(organisation.address === '' ? {} : { streetAddress: organisation.address }),
    },
  }
}
