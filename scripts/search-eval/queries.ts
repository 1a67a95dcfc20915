import { z } from 'zod'
import type { Language } from '#search'
import { linesOf } from './lines.ts'
import type { Relevant } from './measures.ts'

/** A question with the answers that are wanted. */
export interface Query {
  readonly class: string
  readonly query: string
  /** Language of the page it is asked on; null where it is not said. */
  readonly lang: Language | null
  readonly relevant: Relevant
}

const line = z.object({
  class: z.string().min(1),
  query: z.string(),
  lang: z.enum(['vi', 'en']).nullish(),
  relevant: z.record(z.string(), z.number().min(0)),
})

/** The queries of a file, in its order; those without any relevant document are only counted. */
export async function readQueries(path: string): Promise<{ queries: Query[]; withoutAnswer: number }> {
  const queries: Query[] = []
  let withoutAnswer = 0
  for await (const read of linesOf(path, line)) {
    const relevant = new Map(Object.entries(read.relevant).filter(([, grade]) => grade > 0))
    if (relevant.size === 0) withoutAnswer += 1
    else queries.push({ class: read.class, query: read.query, lang: read.lang ?? null, relevant })
  }
  return { queries, withoutAnswer }
}
