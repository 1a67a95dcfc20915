import { classified, scienceFields } from '#classifications'
import { localPath } from '#i18n'
import type { Language } from '#kernel'
import { textFor } from '#modules/technologies'
import type { SheetFacts } from '#modules/technologies/server'

/** A technology as schema.org's Product with an Offer, of what visitors may see; its price only where one is asked. */
export function technologySchema(sheet: SheetFacts, language: Language): Record<string, unknown> {
  const { profile } = sheet.shown
  const { pathname, origin } = new URL(sheet.address)
  const url = origin + localPath(language, pathname)
  const price = profile.price.mode === 'asking' ? profile.price : null
  const field = profile.fields[0] === undefined ? undefined : classified(scienceFields, profile.fields[0])
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: textFor(profile, 'title', language).text,
    description: textFor(profile, 'teaser', language).text,
    productID: sheet.id,
    url,
    ...(field ? { category: field[language] } : {}),
    keywords: profile.keywords[language].join(', '),
    identifier: profile.rights
      .filter((right) => right.number !== '')
      .map((right) => ({ '@type': 'PropertyValue', propertyID: `${right.type} ${right.office}`, value: right.number })),
    offers: {
      '@type': 'Offer',
      url,
      availability:
        sheet.state === 'reserved' ? 'https://schema.org/LimitedAvailability' : 'https://schema.org/InStock',
      ...(price
        ? { price: price.currency === 'USD' ? price.amount / 100 : price.amount, priceCurrency: price.currency }
        : {}),
      ...(sheet.validUntil === null ? {} : { validThrough: new Date(sheet.validUntil).toISOString().slice(0, 10) }),
      seller: {
        '@type': sheet.organisation.kind === 'institute' ? 'ResearchOrganization' : 'Organization',
        name: sheet.organisation.name[language],
        url: origin + localPath(language, `/organisations/${sheet.organisation.id}`),
      },
    },
  }
}
