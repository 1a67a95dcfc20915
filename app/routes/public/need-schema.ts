import { classified, provinces, scienceFields } from '#classifications'
import { localPath } from '#i18n'
import type { Language } from '#kernel'
import { needText } from '#modules/needs'
import type { PublishedNeed } from '#modules/needs/server'

/** A need as schema.org's Demand, within the organisation that seeks it where its name is open. */
export function needSchema(need: PublishedNeed, address: string, language: Language): Record<string, unknown> {
  const { profile, organisation } = need
  const { pathname, origin } = new URL(address)
  const field = profile.fields[0] === undefined ? undefined : classified(scienceFields, profile.fields[0])
  const province = need.province === null ? undefined : classified(provinces, need.province)
  const { from, to, currency } = profile.budget
  const units = (amount: number) => (currency === 'USD' ? amount / 100 : amount)
  const demand = {
    '@type': 'Demand',
    name: needText(profile, 'title', language).text,
    description: needText(profile, 'wanted', language).text,
    identifier: need.id,
    url: origin + localPath(language, pathname),
    itemOffered: {
      '@type': 'Service',
      name: needText(profile, 'title', language).text,
      ...(field ? { category: field[language] } : {}),
    },
    ...(province ? { areaServed: { '@type': 'AdministrativeArea', name: province[language] } } : {}),
    ...(from === null && to === null
      ? {}
      : {
          priceSpecification: {
            '@type': 'PriceSpecification',
            priceCurrency: currency,
            ...(from === null ? {} : { minPrice: units(from) }),
            ...(to === null ? {} : { maxPrice: units(to) }),
          },
        }),
    ...(profile.neededOn === null ? {} : { availabilityEnds: profile.neededOn }),
    ...(need.validUntil === null ? {} : { validThrough: new Date(need.validUntil).toISOString().slice(0, 10) }),
  }
  if (!organisation) return { '@context': 'https://schema.org', ...demand }
  return {
    '@context': 'https://schema.org',
    '@type': need.organisationKind === 'institute' ? 'ResearchOrganization' : 'Organization',
    name: organisation.name[language] || organisation.name.vi,
    url: origin + localPath(language, `/organisations/${organisation.id}`),
    seeks: demand,
  }
}
