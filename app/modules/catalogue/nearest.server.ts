import { type Asked, type FoundRow, searchCatalogue } from './market.server.ts'
import { cleared, everything, type Narrowing, narrowings, type Question, without } from './question.ts'

/** What is offered where a question finds nothing. */
export interface Nearest {
  /** What could be given up, each with how many listings there would be then, the most first; never with none. */
  readonly widened: readonly { readonly narrowing: Narrowing; readonly total: number }[]
  /** How many there are without anything that narrows; null where nothing does. */
  readonly all: number | null
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
  const narrow = narrowings(question)
  const totalOf = async (other: Question) => (await searchCatalogue({ ...asked, question: other, pageSize: 1 })).total
  const totals = await Promise.all(
    narrow.map(async (narrowing) => ({ narrowing, total: await totalOf(without(question, narrowing)) })),
  )
  const widened = totals.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
  const all = narrow.length === 0 ? null : await totalOf(cleared(question))
  const open = { ...cleared(question), explain: false }
  const ways = [
    { by: 'widened', question: open },
    { by: 'widened', question: { ...open, filters: {} } },
    { by: 'loosened', question: { ...open, filters: {}, text: loosened(question.text), exact: false } },
    { by: 'newest', question: { ...everything, sort: 'newest' } },
  ] as const
  for (const way of ways) {
    if (way.by !== 'newest' && way.question.text === '') continue
    const { rows } = await searchCatalogue({ ...asked, question: way.question })
    if (rows.length > 0) return { widened, all, rows, ...way }
  }
  return { widened, all, rows: [], by: 'newest', question: everything }
}
