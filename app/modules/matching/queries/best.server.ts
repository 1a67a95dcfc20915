import type { Reader } from '#db'
import type { Bilingual } from '#kernel'
import { publishedListings } from '#modules/listings/server'
import { publicTechnology, readTechnology } from '#modules/technologies'
import { matchCounts, matchesOfNeed } from '../store.server.ts'
import { leastScore } from '../weights.ts'

/** What a need is offered: how much, how much of it was declined, and the best. */
export interface NeedMatches {
  readonly shown: number
  readonly declined: number
  readonly best: readonly { readonly technologyId: string; readonly title: Bilingual; readonly score: number }[]
}

/** The best matches of some needs that are in view, for the operator. */
export async function bestMatches(
  db: Reader,
  needIds: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, NeedMatches>> {
  const counts = await matchCounts(db, needIds)
  const found = new Map<string, NeedMatches>()
  for (const needId of needIds) {
    const rows = (await matchesOfNeed(db, needId)).filter(({ score }) => score >= leastScore)
    const listings = await publishedListings(
      db,
      rows.slice(0, most).map(({ technologyId }) => technologyId),
    )
    const titles = new Map(
      listings.map((listing) => {
        const { texts } = publicTechnology(readTechnology(listing.document)).profile
        return [listing.id, { vi: texts.vi.title, en: texts.en.title }]
      }),
    )
    found.set(needId, {
      shown: counts.get(needId)?.shown ?? 0,
      declined: counts.get(needId)?.declined ?? 0,
      best: rows.slice(0, most).flatMap(({ technologyId, score }) => {
        const title = titles.get(technologyId)
        return title ? [{ technologyId, title, score }] : []
      }),
    })
  }
  return found
}
