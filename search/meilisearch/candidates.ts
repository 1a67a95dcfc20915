import type { Candidate, CandidateQuery } from '../engine.ts'
import { wordsOf } from '../fold.ts'
import type { Means } from './answer.ts'
import { narrowedTo, visibleTo } from './filter.ts'
import { termText, type Term } from './query.ts'
import { exactAttributes, MOST_HITS } from './settings.ts'

const MOST_WORDS = 100
/** Documents read for one question, rarest words first. */
const BUDGET = 5000
const MOST = 500

/** The documents that hold most of the weight of the texts' rarest words; asks for each of these words by itself. */
export async function candidatesFrom({ connection, counts }: Means, query: CandidateQuery): Promise<Candidate[]> {
  const weights = new Map<string, number>()
  for (const { text, weight } of query.texts)
    for (const { folded } of wordsOf(text))
      if (folded.length > 1) weights.set(folded, Math.max(weights.get(folded) ?? 0, weight))
  const terms = [...weights].map(([word, weight]) => ({ term: termOf(word), weight }))
  // Counting is one request; of a very long text the words that count most are asked for.
  terms.sort((a, b) => b.weight - a.weight || b.term.asked.length - a.term.asked.length)
  const considered = terms.slice(0, MOST_WORDS * 2)
  const missing = counts.missing(considered.map(({ term }) => term))
  if (missing.length > 0) {
    const answers = await connection.search(missing.map((text) => counts.question(text)))
    for (const [index, text] of missing.entries()) counts.note(text, answers[index]?.totalHits ?? 0)
  }
  const rarest = considered
    .map(({ term, weight }) => ({ term, frequency: counts.of(term), worth: weight * counts.rarity(term) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency || b.worth - a.worth)
    .slice(0, MOST_WORDS)
  let left = BUDGET
  const asked = rarest.filter(({ frequency }, index) => {
    left -= frequency
    return left >= 0 || index === 0
  })
  if (asked.length === 0) return []
  const filter = [visibleTo(query.reader), ...narrowedTo(query)]
  const answers = await connection.search(
    asked.map(({ term }) => ({
      q: termText(term),
      attributesToSearchOn: [...exactAttributes],
      matchingStrategy: 'all' as const,
      filter,
      limit: MOST_HITS,
      attributesToRetrieve: ['id', 'publishedAt'],
    })),
  )
  const held = new Map<string, { weight: number; publishedAt: number }>()
  for (const [index, { worth }] of asked.entries()) {
    for (const { id, publishedAt } of answers[index]?.hits ?? []) {
      held.set(id, { weight: (held.get(id)?.weight ?? 0) + worth, publishedAt })
    }
  }
  const total = asked.reduce((sum, { worth }) => sum + worth, 0)
  const limit = Math.min(Math.max(1, Math.trunc(query.limit) || 1), MOST)
  return [...held]
    .sort(
      ([a, one], [b, other]) => other.weight - one.weight || other.publishedAt - one.publishedAt || (a < b ? -1 : 1),
    )
    .slice(0, limit)
    .map(([id, { weight }]) => ({ id, score: weight / total }))
}

function termOf(word: string): Term {
  return { words: [word], prefix: false, unit: -1, asked: word, free: true }
}
