import { useMessages } from '#i18n'
import type { Language } from '#kernel'
import { decimalInText } from '#modules/valuation'
import type { RateStanding } from '#modules/valuation/server'
import { Badge } from '#ui'

/** How a recorded rate stands. */
export function RateBadge({ standing }: { readonly standing: RateStanding }) {
  const words = useMessages().royaltyRates.desk.standings
  switch (standing.kind) {
    case 'counts':
      return <Badge standing="good">{words.counts}</Badge>
    case 'counts_from':
      return <Badge standing="waiting">{words.counts_from(standing.year)}</Badge>
    case 'withdrawn':
      return <Badge standing="stopped">{words.withdrawn}</Badge>
  }
}

/** A recorded rate as it was recorded, to its last figure. */
export function rateInText(rate: string, language: Language): string {
  return `${decimalInText(rate, language, -2)}${language === 'vi' ? ' %' : '%'}`
}
