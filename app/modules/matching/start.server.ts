import { setImmediate as nextTurn } from 'node:timers/promises'
import { reader, transaction } from '#db'
import { catalogueReady } from '#modules/catalogue/server'
import { allPublishedListings } from '#modules/listings/server'
import { now } from '#platform/clock'
import { onNews, onNewsInBatches, publish, schedule } from '#platform/jobs'
import { type DealFacts, useDealFacts } from './facts.server.ts'
import { matchSides } from './question.ts'
import { rematch } from './rematch.server.ts'
import {
  dueListings,
  everPublished,
  forgetTellings,
  markDue,
  markTold,
  needsOfOtherFormula,
  noteTelling,
  untoldOrganisations,
} from './store.server.ts'
import { formulaVersion } from './weights.ts'

const atOnce = 20
const second = 1000
const day = 86_400_000
/** The exchange's day begins at midnight in Vietnam (UTC+7). */
const zone = 7 * 3_600_000
const keptDays = 60

/**
 * Compares listings that changed, the longest waiting first, and tells whom they concern. A part at a time: other news
 * is handled in between, and what is left goes on as news of its own.
 */
async function matchDueListings(): Promise<void> {
  if (!catalogueReady()) {
    await transaction((tx) =>
      publish(tx, { topic: 'matching.due', subjectId: 'matching', notBefore: now() + 5 * second }),
    )
    return
  }
  const due = await dueListings(reader(), atOnce)
  for (const one of due) {
    await rematch(one)
    await nextTurn()
  }
  await tellOfMatches()
  if (due.length === atOnce) await transaction((tx) => publish(tx, { topic: 'matching.due', subjectId: 'matching' }))
}

/**
 * Tells organisations of matches they were not told of, at most once a day for each side: the news `matches.found`
 * (subject: the organisation; payload: side, how many, the day). Those found later that day wait for the next.
 */
export async function tellOfMatches(): Promise<void> {
  const at = now()
  const today = new Date(at + zone).toISOString().slice(0, 10)
  for (const side of matchSides)
    for (const { organisationId, matches } of await untoldOrganisations(reader(), side, 1000))
      await transaction(async (tx) => {
        if (!(await noteTelling(tx, { organisationId, side, day: today, count: matches, at }))) return
        await markTold(tx, side, organisationId)
        await publish(tx, {
          topic: 'matches.found',
          subjectId: organisationId,
          payload: { side, count: matches, day: today },
        })
      })
}

/** Has every need compared again, since days and records pass; those of an older formula are among them. */
async function refresh(): Promise<void> {
  const older = await needsOfOtherFormula(reader(), formulaVersion)
  await transaction((tx) => markDue(tx, older))
  for await (const published of allPublishedListings(reader())) {
    const needs = published.filter(({ kind }) => kind === 'need').map(({ id }) => id)
    await transaction((tx) => markDue(tx, needs))
  }
  await transaction((tx) => forgetTellings(tx, now() - keptDays * day))
}

/** Compares every need in view with its candidates: what changes one by one would lead to, at a fraction of the work. */
export async function matchEveryNeed(): Promise<void> {
  for await (const published of allPublishedListings(reader()))
    for (const { id, kind } of published) if (kind === 'need') await rematch({ listingId: id, since: now() })
  await tellOfMatches()
}

/**
 * Looks for matches as listings change.
 *
 * @param facts where deals tell how owners answer and what is promised
 * @param following `later`: changes are not followed, because many come at once and `matchEveryNeed` ends them
 */
export function startMatching(facts: DealFacts, following: 'at once' | 'later' = 'at once'): void {
  useDealFacts(facts)
  if (following === 'later') return
  onNewsInBatches('listing.changed', 'look for matches', async (ids) => {
    const changed = await everPublished(reader(), ids)
    if (changed.length > 0) await transaction((tx) => markDue(tx, changed))
  })
  onNews('matching.due', 'compare listings that changed', matchDueListings)
  schedule('compare all needs again', day, refresh)
  schedule('tell of matches found late in a day', 3_600_000, tellOfMatches)
}
