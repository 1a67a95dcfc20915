import { fold } from './fold.ts'
import type { Plan } from './plan.ts'

/** Set by hand on known-item queries made from real titles; only their proportions matter. */
const WEIGHT = { first: 1, title: 1.2, adjacent: 0.8, start: 0.8, whole: 0.6, tones: 1.5 } as const
/** Credit for diacritics: where the word stands, or when it stands in neither title nor summary. */
const IN_SUMMARY = 0.8
const UNKNOWN = 0.4

/**
 * Scores one candidate. `first` is its score in the first ranking, with 1 for the best; `exactTitle` and
 * `exactSummary` are `Entry.exact`, the latter asked for only where it decides.
 */
export type SecondRanking = (first: number, exactTitle: string, exactSummary: () => string) => number

/**
 * The second ranking: the share of the query found in the title (weighted by rarity), words that follow each other
 * there as they were typed, a title that begins with or is the query, and diacritics that agree with the typed ones.
 * `rarity` gives the weight of each of the plan's units.
 */
export function secondRanking(plan: Plan, rarity: number[]): SecondRanking {
  const words = plan.words.map((word) => ({
    folded: word.folded,
    prefix: word.prefix,
    weight: rarity[word.unit] ?? 0,
    closed: ` ${word.folded}${word.prefix ? '' : ' '}`,
    spelled: ` ${word.toned} `,
  }))
  const total = words.reduce((sum, word) => sum + word.weight, 0) || 1
  const pairs = words.slice(1).map((word, index) => ` ${words[index]?.folded ?? ''}${word.closed}`)
  const whole = ` ${words.map((word) => word.folded).join(' ')}`
  const beginning = words.at(-1)?.prefix === true ? whole : `${whole} `

  return (first, exactTitle, exactSummary) => {
    const title = fold(exactTitle)
    let score = WEIGHT.first * first
    let inTitle = 0
    for (const word of words) if (title.includes(word.closed)) inTitle += word.weight
    score += (WEIGHT.title * inTitle) / total
    if (pairs.length > 0) {
      let adjacent = 0
      for (const pair of pairs) if (title.includes(pair)) adjacent++
      score += (WEIGHT.adjacent * adjacent) / pairs.length
    }
    if (title.includes(beginning)) {
      for (const one of title.split('\uE000')) {
        if (!one.startsWith(beginning)) continue
        score += WEIGHT.start + (one.trimEnd() === whole ? WEIGHT.whole : 0)
        break
      }
    }
    return plan.typedWithMarks ? score + (WEIGHT.tones * agreement(title, exactTitle, exactSummary)) / total : score
  }

  /** The weight of the words whose diacritics agree with the typed ones. */
  function agreement(title: string, exactTitle: string, exactSummary: () => string): number {
    let agreeing = 0
    let summary: string | undefined
    for (const word of words) {
      if (exactTitle.includes(word.spelled)) agreeing += word.weight
      else {
        summary ??= exactSummary()
        if (summary.includes(word.spelled)) agreeing += word.weight * IN_SUMMARY
        else if (word.prefix || !(title.includes(word.closed) || fold(summary).includes(word.closed))) {
          agreeing += word.weight * UNKNOWN
        }
      }
    }
    return agreeing
  }
}
