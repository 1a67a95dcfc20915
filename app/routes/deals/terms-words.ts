import { useFormats, useLanguage, useMessages } from '#i18n'
import { type Terms, type TermsPart, termsParts } from '#modules/deals'
import { decimalInText } from '#modules/valuation'

/** How the parts of terms are written in the reader's language: a line, or several. */
export function useTermsWords() {
  const { negotiation: words, technologies, royaltyRates } = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const percent = (rate: string) => `${decimalInText(rate, language, -2)}${language === 'vi' ? ' %' : '%'}`
  const plain = (decimal: string) => decimalInText(decimal, language)
  const none = words.nothing

  const lines = (part: TermsPart, terms: Terms): readonly string[] => {
    const money = (amount: number) => format.money({ amount, currency: terms.currency })
    const amount = (minor: number | null) => [minor === null ? none : money(minor)]
    switch (part) {
      case 'rightKind':
        return [words.rights[terms.rightKind]]
      case 'exclusivity':
        return [terms.exclusivity === null ? words.form.notStated : technologies.exclusivities[terms.exclusivity]]
      case 'sublicence':
        return [terms.sublicence === null ? words.form.notStated : technologies.sublicences[terms.sublicence]]
      case 'territories':
        return terms.territories
      case 'fieldOfUse':
        return [terms.fieldOfUse || words.anyField]
      case 'effectiveOn':
        return [terms.effectiveOn === null ? words.onSigning : format.day(terms.effectiveOn)]
      case 'endsOn':
        return [terms.endsOn === null ? words.nothing : format.day(terms.endsOn)]
      case 'termYears':
        return [
          terms.termYears === null
            ? terms.endsOn === null
              ? words.untilRightsEnd
              : words.nothing
            : words.years(plain(terms.termYears)),
        ]
      case 'currency':
        return [technologies.editor.currencies[terms.currency]]
      case 'free':
        return [terms.free ? words.yes : words.no]
      case 'upfront':
      case 'minimum':
      case 'totalCap':
        return amount(terms[part])
      case 'milestones':
        return terms.milestones.length === 0
          ? [none]
          : terms.milestones.map((one) => words.milestoneLine(one.name, plain(one.year), money(one.amount)))
      case 'royaltyRate':
        return [terms.royaltyRate === null ? none : percent(terms.royaltyRate)]
      case 'tiers':
        return terms.tiers.length === 0
          ? [none]
          : terms.tiers.map(({ from, to, rate }) =>
              to === null
                ? from === 0
                  ? words.singleTierLine(percent(rate))
                  : words.lastTierLine(money(from), percent(rate))
                : from === 0
                  ? words.firstTierLine(money(to), percent(rate))
                  : words.tierLine(money(from), money(to), percent(rate)),
            )
      case 'royaltyBase':
        return [terms.royaltyBase === null ? none : royaltyRates.bases[terms.royaltyBase]]
      case 'improvements':
      case 'otherConditions':
        return [terms[part] || none]
    }
  }

  /** Whether terms say something of a part. */
  const says = (part: TermsPart, terms: Terms): boolean => {
    const value = terms[part]
    if (part === 'termYears') return terms.endsOn === null
    if (part === 'fieldOfUse' || part === 'effectiveOn') return true
    return !(value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0))
  }

  return { lines, says, percent }
}

/** The parts under the headings of a page, in order. */
export const termsGroups = {
  right: ['rightKind', 'exclusivity', 'sublicence', 'territories', 'fieldOfUse'],
  term: ['effectiveOn', 'endsOn', 'termYears'],
  payment: ['free', 'upfront', 'milestones', 'royaltyRate', 'tiers', 'royaltyBase', 'minimum', 'totalCap'],
  other: ['improvements', 'otherConditions'],
} as const satisfies Record<string, readonly TermsPart[]>

/** Parts told in short, where a version stands in a list. */
export const partsInShort: readonly TermsPart[] = termsParts.filter((part) =>
  ['rightKind', 'exclusivity', 'territories', 'endsOn', 'termYears', ...termsGroups.payment].includes(part),
)
