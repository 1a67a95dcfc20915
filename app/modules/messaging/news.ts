/** Every kind of news that people are told; the words of each stand in the catalogue under the same name. */
export const newsKinds = [
  'listing.propose',
  'listing.return',
  'listing.submit',
  'listing.publish',
  'listing.ask_changes',
  'listing.reject',
  'listing.suspend',
  'listing.resume',
  'listing.ending',
  'listing.expire',
  'listing.reserve',
  'listing.free',
  'listing.close',
  'listing.withdraw',
  'listing.import',
  'consent.asked',
  'consent.given',
  'consent.refused',
  'request.made',
  'request.ask',
  'request.answer',
  'request.accept',
  'request.decline',
  'request.withdraw',
  'request.lapse',
  'request.reminder',
  'terms.offer',
  'terms.counter',
  'terms.revise',
  'terms.reopen',
  'terms.accept',
  'terms.withdraw',
  'message.sent',
  'matches.need',
  'matches.technology',
  'match.asked',
  'match.answered',
  'mandate.asked',
  'mandate.accept',
  'mandate.accept_for_both',
  'mandate.decline',
  'mandate.consent',
  'mandate.refuse',
  'mandate.withdraw',
  'mandate.deliver',
  'organisation.asked',
  'organisation.verified',
  'organisation.refused',
] as const
export type NewsKind = (typeof newsKinds)[number]

export function isNewsKind(kind: string): kind is NewsKind {
  return (newsKinds as readonly string[]).includes(kind)
}

/** What news speaks of. A value in two languages is given as `nameVi` and `nameEn` and read as `name`. */
export type NewsValues = Readonly<Record<string, string>>

/** The values in a reader's language: `titleVi` or `titleEn` becomes `title`, the other language where one is empty. */
export function valuesIn(language: 'vi' | 'en', values: NewsValues): NewsValues {
  const own = language === 'vi' ? 'Vi' : 'En'
  const other = language === 'vi' ? 'En' : 'Vi'
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    const bare = /^(.+)(?:Vi|En)$/.exec(name)?.[1]
    if (bare === undefined) result[name] = value
    else result[bare] = values[bare + own] || values[bare + other] || ''
  }
  return result
}

/** A text with its `{name}` filled in; a name that is not given leaves nothing. */
export function filled(text: string, values: NewsValues): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '').trim()
}
