import { joined } from '../entry.ts'
import type { ShownText } from '../entry.ts'
import { formsIn } from '../fold.ts'
import type { Plan } from '../plan.ts'
import { printsOf } from '../prints.ts'
import { secondRanking } from '../rank.ts'
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
    const titles = joined(texts.map((text) => formsIn(text.title)))
    const summaries = joined(texts.map((text) => formsIn(text.summary)))
    // What the unfinished word becomes is known only from the text that is ranked.
    const vocabulary = new Vocabulary()
    if (last?.prefix === true) {
      for (const forms of [...titles, ...summaries]) {
        if (forms?.folded.startsWith(last.folded) === true) vocabulary.lexicon.add(forms.folded, 1)
      }
    }
    return secondRanking(understanding, vocabulary)(first, printsOf(titles), printsOf(summaries), false)
  }
}
