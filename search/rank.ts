import { fold } from './fold.ts'
import type { Entry } from './entry.ts'
import type { Plan } from './plan.ts'

/** Set by hand on known-item queries made from real titles; only their proportions matter. */
const WEIGHT = { first: 1, title: 1.2, adjacent: 0.8, start: 0.8, whole: 0.6, tones: 1.5 } as const
/** Credit for diacritics: where the word stands, or when it stands in neither title nor summary. */
const IN_SUMMARY = 0.8
const UNKNOWN = 0.4

/** Scores one candidate; `first` is its score in the first ranking, brought to 0..1 within the pool. */
export type SecondRanking = (first: number, exact: Entry['exact']) => number

/**
 * The second ranking: the share of the query found in the title (weighted by rarity), words that follow each other
 * there as they were typed, a title that begins with or is the query, and diacritics that agree with the typed ones.
 * `rarity` gives the weight of each of the plan's units.
 */
export function secondRanking(plan: Plan, rarity: number[]): SecondRanking {
  const words = plan.words.map((word) => ({ ...word, weight: rarity[word.unit] ?? 0 }))
  const total = words.reduce((sum, word) => sum + word.weight, 0) || 1
  const closed = (word: { folded: string; prefix: boolean }) => (word.prefix ? ` ${word.folded}` : ` ${word.folded} `)
  const pairs = words.slice(1).map((word, index) => ` ${words[index]?.folded ?? ''}${closed(word)}`)
  const whole = ` ${words.map((word) => word.folded).join(' ')}`
  const beginning = words.at(-1)?.prefix === true ? whole : `${whole} `

  return (first, exact) => {
    const title = fold(exact.title)
    let score = WEIGHT.first * first
    let inTitle = 0
    for (const word of words) if (title.includes(closed(word))) inTitle += word.weight
    score += (WEIGHT.title * inTitle) / total
    if (pairs.length > 0)
      score += (WEIGHT.adjacent * pairs.filter((pair) => title.includes(pair)).length) / pairs.length
    for (const one of title.split('\uE000')) {
      if (!one.startsWith(beginning)) continue
      score += WEIGHT.start + (one.trimEnd() === whole ? WEIGHT.whole : 0)
      break
    }
    if (!plan.typedWithMarks) return score

    const summary = fold(exact.summary)
    let agreeing = 0
    for (const word of words) {
      const spelled = ` ${word.toned} `
      if (exact.title.includes(spelled)) agreeing += word.weight
      else if (exact.summary.includes(spelled)) agreeing += word.weight * IN_SUMMARY
      else if (word.prefix || !(title.includes(closed(word)) || summary.includes(closed(word)))) {
        agreeing += word.weight * UNKNOWN
      }
    }
    return score + (WEIGHT.tones * agreeing) / total
  }
}
