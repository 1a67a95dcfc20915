import type { MatchKind } from '../engine.ts'
import type { Connection } from './connection.ts'
import type { TermCounts } from './counts.ts'
import type { Term } from './query.ts'

/** Orders in which words are left out, each with another rare one at the end. */
const MOST_ROTATIONS = 4
/** A partial hit holds this share of the weight that the best one holds, or all words but one of three and more. */
const SHARE = 0.6

/** Terms that occur, in orders from whose end Meilisearch leaves out one after the other. */
export function rotationsOf(terms: readonly Term[], counts: TermCounts): Term[][] {
  const present = terms
    .filter((term) => counts.of(term) > 0)
    .map((term) => ({ ...term, prefix: false }))
    .sort((a, b) => counts.of(a) - counts.of(b))
  const orders = [present]
  for (let at = 0; at < Math.min(present.length, MOST_ROTATIONS) && present.length > 1; at++) {
    const last = present[at]
    const others = present.filter((_, index) => index !== at)
    // A phrase is never left out by itself.
    if (last) orders.push(last.words.length > 1 ? others : [...others, last])
  }
  return orders.filter((order) => order.length > 0)
}

interface Answered {
  terms: readonly Term[]
  rotations: Term[][]
  /** One for each rotation. */
  answers: Awaited<ReturnType<Connection['search']>>
  counts: TermCounts
}

/** The share of the weight that documents hold which are no complete hits, where it is enough; at most so many. */
export function partialWeights(
  { terms, rotations, answers, counts }: Answered,
  complete: ReadonlyMap<string, MatchKind>,
  most: number,
): Map<string, number> {
  const held = new Map<string, { weight: number; terms: number }>()
  for (const [index, order] of rotations.entries()) {
    for (const hit of answers[index]?.hits ?? []) {
      const words = hit._rankingScoreDetails?.words
      const dropped = words ? words.maxMatchingWords - words.matchingWords : 0
      const kept = order.slice(0, Math.max(1, order.length - dropped))
      const weight = kept.reduce((sum, term) => sum + counts.rarity(term), 0)
      if (weight > (held.get(hit.id)?.weight ?? 0)) held.set(hit.id, { weight, terms: kept.length })
    }
  }
  for (const id of complete.keys()) held.delete(id)
  const whole = (rotations[0] ?? []).reduce((sum, term) => sum + counts.rarity(term), 0)
  const best = complete.size > 0 ? whole : Math.max(0, ...[...held.values()].map((one) => one.weight))
  const enough = terms.length > 2 ? terms.length - 1 : Infinity
  const kept = [...held].filter(([, one]) => one.weight >= best * SHARE || one.terms >= enough)
  kept.sort((a, b) => b[1].weight - a[1].weight)
  return new Map(kept.slice(0, most).map(([id, { weight }]) => [id, weight / (whole || 1)]))
}
