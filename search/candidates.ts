import type { Candidate, CandidateQuery } from './engine.ts'
import { wordsOf } from './fold.ts'
import type { ReadableStore } from './store.ts'
import { rarityOf } from './understand.ts'

const MOST_WORDS = 100
/** Postings read for one question, rarest words first. */
const BUDGET = 200_000
const MOST = 500

/**
 * The documents that hold most of the weight of the texts' words, each word counted once by its best weight times its
 * rarity. Never compares all documents: it reads the postings of the rarest words up to a budget.
 */
export function candidatesFrom(store: ReadableStore, query: CandidateQuery): Candidate[] {
  const weights = new Map<string, number>()
  for (const { text, weight } of query.texts)
    for (const { folded } of wordsOf(text))
      if (folded.length > 1) weights.set(folded, Math.max(weights.get(folded) ?? 0, weight))
  const { columns } = store
  const words = [...weights]
    .map(([word, weight]) => {
      const frequency = store.vocabulary.lexicon.count(word)
      return { word, frequency, worth: weight * rarityOf(columns.size, frequency) }
    })
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency || b.worth - a.worth)
    .slice(0, MOST_WORDS)
  const held = new Float64Array(columns.capacity)
  const touched: number[] = []
  let total = 0
  let left = BUDGET
  for (const { word, frequency, worth } of words) {
    left -= frequency
    if (left < 0 && touched.length > 0) break
    total += worth
    for (const slot of store.postings.hits({ words: [word], prefix: false }).slots) {
      if (held[slot] === 0) touched.push(slot)
      held[slot] = (held[slot] ?? 0) + worth
    }
  }
  const visible = columns.visibleTo(query.reader.organisationId)
  const { lists } = columns.select([Uint32Array.from(visible ? touched.filter(visible) : touched)], query)
  const newer = columns.comparison('newest')
  const limit = Math.min(Math.max(1, Math.trunc(query.limit) || 1), MOST)
  return Array.from(lists[0] ?? [])
    .sort((a, b) => (held[b] ?? 0) - (held[a] ?? 0) || newer(a, b))
    .slice(0, limit)
    .map((slot) => ({ id: columns.idOf(slot), score: (held[slot] ?? 0) / total }))
}
