import { classified, type Classified, provinces } from '#classifications'
import type { Formats, Messages } from '#i18n'
import type { Language } from '#kernel'
import { rightsBasisNames, rightStatusNames, rightTypes, type TechnologyProfile } from '#modules/technologies'

/** The name of a code in a classification; the code itself where there is none. */
export function nameIn(list: readonly Classified[], code: string, language: Language): string {
  return classified(list, code)?.[language] ?? code
}

/** The name of a territory: a province, the country, the world. */
export function territoryName(code: string, messages: Messages, language: Language): string {
  if (code === 'VN') return messages.technologies.wholeCountry
  if (code === 'WORLD') return messages.technologies.world
  return nameIn(provinces, code, language)
}

type Right = TechnologyProfile['rights'][number]

export function rightTypeName(type: Right['type'], language: Language): string {
  return rightTypes.find((known) => known.key === type)?.[language] ?? type
}

export function rightStatusName(status: Right['status'], language: Language): string {
  return rightStatusNames[status][language]
}

export function basisName(basis: TechnologyProfile['owners'][number]['basis'], language: Language): string {
  return rightsBasisNames[basis][language]
}

/** Which right is offered and how exclusively, in a line. */
export function offerName(offer: TechnologyProfile['offers'][number], messages: Messages): string {
  const { rightsOffered, exclusivities } = messages.technologies
  const right = rightsOffered[offer.right]
  return offer.exclusivity === null ? right : `${right}, ${lowered(exclusivities[offer.exclusivity])}`
}

/** The price in a line, as lists and the sheet's head have it. */
export function priceLine(price: TechnologyProfile['price'], messages: Messages, format: Formats): string {
  const { priceKinds, sheet } = messages.technologies
  switch (price.mode) {
    case 'asking':
      return `${format.money(price)} (${lowered(priceKinds[price.kind])})`
    case 'open':
      return sheet.priceOpen
    case 'valuation':
      return sheet.priceValuation
    case 'unstated':
      return sheet.priceUnstated
  }
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
