import type { Connection } from './connection.ts'
import { visibleTo } from './filter.ts'
import { termText, type Term } from './query.ts'
import { exactAttributes } from './settings.ts'

const MOST_KEPT = 10_000
/** Documents written after which counts are asked for again. */
const WRITTEN = 1000

type Query = Parameters<Connection['search']>[0][number]

/**
 * In how many public documents terms stand, up to what one search reaches. Kept between searches, since a few documents
 * more or less change no ranking; that a term is absent is asked for each time.
 */
export class TermCounts {
  #known = new Map<string, number>()
  #written = 0

  noteWritten(documents: number): void {
    this.#written += documents
    if (this.#written > WRITTEN) this.clear()
  }

  clear(): void {
    this.#known.clear()
    this.#written = 0
  }

  of(term: Term): number {
    return this.#known.get(termText(term)) ?? 0
  }

  /** The texts whose counts must be asked for first; the empty one stands for all documents. */
  missing(terms: readonly Term[]): string[] {
    const texts = new Set(['', ...terms.map(termText)])
    return [...texts].filter((text) => !this.#known.has(text))
  }

  question(text: string): Query {
    return {
      q: text,
      attributesToSearchOn: [...exactAttributes],
      matchingStrategy: 'all',
      filter: [visibleTo({ organisationId: null })],
      hitsPerPage: 0,
    }
  }

  note(text: string, count: number): void {
    if (this.#known.size > MOST_KEPT) this.#known.clear()
    if (count > 0) this.#known.set(text, count)
  }

  /** How much a term counts by how rare it is. */
  rarity(term: Term): number {
    return Math.log(1 + ((this.#known.get('') ?? 0) + 1) / (this.of(term) + 0.5))
  }
}
