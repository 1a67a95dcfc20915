import { reader } from '#db'
import { done, type Result } from '#kernel'
import { type Actor, may } from '#modules/accounts'
import { statesInView } from '#modules/listings'
import { listingLines, publishedListings } from '#modules/listings/server'
import { matchSides, type MatchSide } from '../question.ts'
import { matchFigures, questionsAbout } from '../store.server.ts'

export interface OverviewLine {
  readonly id: string
  readonly title: string
  readonly found: number
  /** The best score, or null without a match. */
  readonly best: number | null
  /** Questions that wait for an answer. */
  readonly questions: number
}

const shownAtMost = 200

/** The listings of the organisation acted for that are in view, with how much they match. */
export async function matchOverview(actor: Actor): Promise<Result<Record<MatchSide, readonly OverviewLine[]>>> {
  const allowed = may(actor, 'need.read')
  if (!allowed.ok) return allowed
  const organisationId = allowed.value.organisation?.id ?? ''
  const linesOf = async (side: MatchSide): Promise<OverviewLine[]> => {
    const db = reader()
    const listed = await listingLines(db, {
      organisationId,
      kind: side,
      states: statesInView,
      limit: shownAtMost,
      offset: 0,
    })
    const ids = listed.lines.map(({ id }) => id)
    const inView = new Set((await publishedListings(db, ids)).map(({ id }) => id))
    const figures = await matchFigures(db, side, ids)
    const questions = side === 'technology' ? await questionsAbout(db, { technologyIds: ids }) : []
    return listed.lines
      .filter(({ id }) => inView.has(id))
      .map(({ id, title }) => ({
        id,
        title,
        found: figures.get(id)?.found ?? 0,
        best: figures.get(id)?.best ?? null,
        questions: questions.filter((question) => question.technologyId === id && question.state === 'asked').length,
      }))
      .sort((a, b) => b.questions - a.questions || (b.best ?? 0) - (a.best ?? 0) || (a.id < b.id ? -1 : 1))
  }
  const [need, technology] = await Promise.all(matchSides.map(linesOf))
  return done({ need: need ?? [], technology: technology ?? [] })
}
