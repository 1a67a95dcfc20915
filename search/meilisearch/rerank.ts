import type { ShownText } from '../entry.ts'
import { toned, wordsOf } from '../fold.ts'
import type { Plan } from '../plan.ts'
import { secondRanking } from '../rank.ts'

const BOUNDARY = ' \uE000 '

/** The words of some texts with their marks, as `Entry.exact` holds them. */
function exactWords(texts: string[]): string {
  const words = texts.map((text) =>
    wordsOf(text)
      .map((word) => toned(word.typed))
      .join(' '),
  )
  return ` ${words.filter((text) => text !== '').join(BOUNDARY)} `
}

/**
 * Ranks hits again by what Meilisearch cannot see: marks that were typed, beginnings of titles, words that follow each
 * other. `first` is the place in its own order, 1 for the first, falling to 0.
 */
export function ranking(plan: Plan, rarity: number[]): (first: number, texts: ShownText[]) => number {
  const rank = secondRanking(plan, rarity)
  return (first, texts) =>
    rank(first, exactWords(texts.map((text) => text.title)), () => exactWords(texts.map((text) => text.summary)))
}
