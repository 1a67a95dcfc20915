import { type Classified, greenTags, industries, ipcSections, provinces, scienceFields } from '#classifications'
import type { Formats, Messages } from '#i18n'
import type { Language } from '#kernel'
import type { PriceGuidance, Question } from '#modules/catalogue'

type FacetName = keyof Question['filters']

const byCode = (list: readonly Classified[]) => new Map(list.map((entry) => [entry.code, entry]))
const places = byCode(provinces)
const classifications: Readonly<Partial<Record<FacetName, ReadonlyMap<string, Classified>>>> = {
  field: byCode(scienceFields),
  industry: byCode(industries),
  ipc: byCode(ipcSections),
  green: byCode(greenTags),
  territory: places,
  province: places,
}

/** What a filter's value is called; the value itself where it has no name. */
export function facetValueName(messages: Messages, language: Language, name: FacetName, value: string): string {
  const { catalogue, site } = messages
  const words: Readonly<Partial<Record<FacetName, Readonly<Record<string, string>>>>> = {
    kind: catalogue.search.kinds,
    trl: catalogue.stages,
    ipStatus: catalogue.protections,
    rights: catalogue.rights,
    language: site.languageNames,
  }
  if (name === 'territory' && value === 'VN') return messages.technologies.wholeCountry
  if (name === 'territory' && value === 'WORLD') return messages.technologies.world
  const known = classifications[name]?.get(value)?.[language]
  if (name === 'ipc' && known !== undefined) return catalogue.search.ipcCode(value, known)
  return known ?? words[name]?.[value] ?? value
}

/** A province's name, or nothing where none is given. */
export function provinceName(language: Language, code: string | null): string | null {
  return code === null ? null : (places.get(code)?.[language] ?? null)
}

/** What a row says of money. */
export function priceWords(messages: Messages, format: Formats, price: PriceGuidance): string {
  const words = messages.catalogue.row
  switch (price.mode) {
    case 'asking':
      return words[price.kind](format.moneyShort(price))
    case 'budget': {
      const { from, to, currency } = price
      const short = (amount: number) => format.moneyShort({ amount, currency })
      if (from !== null && to !== null) return from === to ? short(from) : words.budgetRange(short(from), short(to))
      return to !== null ? words.budgetUpTo(short(to)) : words.budgetFrom(short(from ?? 0))
    }
    default:
      return words[price.mode]
  }
}
