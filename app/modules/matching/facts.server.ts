import type { Reader } from '#db'
import type { Answering } from './engine/terms.ts'

/** What other modules know of owners and technologies; given at the start, since those modules come after this one. */
export interface DealFacts {
  /** How organisations answered the requests they were sent; those without any may be left out. */
  readonly answering: (db: Reader, organisationIds: readonly string[]) => Promise<ReadonlyMap<string, Answering>>
  /** Which of these technologies are promised to somebody alone. */
  readonly taken: (db: Reader, technologyIds: readonly string[]) => Promise<ReadonlySet<string>>
}

const nothingKnown: DealFacts = {
  answering: () => Promise.resolve(new Map()),
  taken: () => Promise.resolve(new Set()),
}

let known: DealFacts = nothingKnown

/** Tells matching where the facts of deals come from. */
export function useDealFacts(facts: DealFacts): void {
  known = facts
}

export const dealFacts = (): DealFacts => known
