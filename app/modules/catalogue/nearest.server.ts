import { type Asked, type FoundRow, searchCatalogue } from './market.server.ts'
import { cleared, everything, type Narrowing, narrowings, type Question, without } from './question.ts'

/** What is offered where a question finds nothing. */
export interface Nearest {
  /** What could be given up, each with how many listings there would be then, the most first; never with none. */
  readonly widened: readonly { readonly narrowing: Narrowing; readonly total: number }[]
  /** The listings that come closest. */
  readonly rows: readonly FoundRow[]
  /** How they were found: without what narrows, with the words taken loosely, or not by the words at all. */
  readonly by: 'widened' | 'loosened' | 'newest'
  /** The question that gives these rows. */
  readonly question: Question
}

/** The words without quotes and minuses, so that each of them may be found by itself. */
const loosened = (text: string): string =>
  text
    .replace(/["“”„]/g, ' ')
    .replace(/(^|\s)-+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/** What comes closest to a question that finds nothing. */
export async function nearestTo(asked: Asked): Promise<Nearest> {
  const { question } = asked
  const totals = await Promise.all(
    narrowings(question).map(async (narrowing) => {
      const { total } = await searchCatalogue({ ...asked, question: without(question, narrowing), pageSize: 1 })
      return { narrowing, total }
    }),
  )
  const widened = totals.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
  const open = { ...cleared(question), filters: {}, explain: false }
  const ways = [
    { by: 'widened', question: open },
    { by: 'loosened', question: { ...open, text: loosened(question.text), exact: false } },
    { by: 'newest', question: { ...everything, sort: 'newest' } },
  ] as const
  for (const way of ways) {
    if (way.by !== 'newest' && way.question.text === '') continue
    const { rows } = await searchCatalogue({ ...asked, question: way.question })
    if (rows.length > 0) return { widened, rows, ...way }
  }
  return { widened, rows: [], by: 'newest', question: everything }
}
