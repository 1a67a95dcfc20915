import type { ShownText } from '../entry.ts'
import { wordsOf } from '../fold.ts'
import type { Plan } from '../plan.ts'
import { secondRanking } from '../rank.ts'
import { linesOf } from '../tokens.ts'
import { typedAnswers } from '../understand.ts'
import { Vocabulary } from '../vocabulary.ts'

/**
 * Ranks hits again by what Meilisearch cannot see: marks that were typed, beginnings of titles, words that follow each
 * other. `first` is the place in its own order, 1 for the first, falling to 0.
 */
export function ranking(plan: Plan, rarity: number[]): (first: number, texts: ShownText[]) => number {
  const understanding = {
    plan,
    weights: plan.words.map((word) => rarity[word.unit] ?? 0),
    chosen: plan.words.map(() => null),
    answers: plan.words.flatMap((word, at) => {
      const unit = plan.units[word.unit]
      return unit && plan.words[at - 1]?.unit !== word.unit ? typedAnswers(plan, unit, at) : []
    }),
  }
  const last = plan.words.at(-1)
  return (first, texts) => {
    const { titles, summaries } = linesOf({
      titles: texts.map((text) => text.title),
      summaries: texts.map((text) => text.summary),
    })
    // What the unfinished word becomes is known only from the text that is ranked.
    const vocabulary = new Vocabulary()
    if (last?.prefix === true) {
      for (const { folded } of wordsOf(`${titles.text} ${summaries.text}`)) {
        if (folded.startsWith(last.folded)) vocabulary.lexicon.add(folded, 1)
      }
    }
    const { ofTitle, score } = secondRanking(understanding, vocabulary)
    return score(first, ofTitle(titles.prints), summaries.prints, false)
  }
}
