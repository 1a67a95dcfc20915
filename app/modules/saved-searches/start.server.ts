import { reader, transaction } from '#db'
import { busySeconds } from '#kernel'
import { publishedListings } from '#modules/listings/server'
import { now } from '#platform/clock'
import { onNewsInBatches, publish, schedule } from '#platform/jobs'
import { tellingFrequencies } from './saved-search.ts'
import { announce } from './store.server.ts'
import { tellNews } from './jobs/tell.server.ts'

const second = 1000
const minute = 60 * second

/** News of one stretch is told together: what an import publishes in a minute makes a few letters, not hundreds. */
const stretch = 10 * second

/** Numbers listings that can now be found for the first time, and has them told at the end of the stretch. */
async function announceListings(ids: readonly string[]): Promise<void> {
  const shown = await publishedListings(reader(), ids)
  if (shown.length === 0) return
  await transaction(async (tx) => {
    const at = now()
    const inOrder = [...shown].sort((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1))
    if ((await announce(tx, inOrder, at)) === 0) return
    const notBefore = (Math.floor(at / stretch) + 1) * stretch
    await publish(tx, { topic: 'saved_searches.due', subjectId: 'instant', notBefore })
  })
}

async function tellAtOnce(): Promise<void> {
  try {
    await tellNews('instant')
  } catch (error) {
    const seconds = busySeconds(error)
    if (seconds === null) throw error
    const notBefore = now() + seconds * second
    await transaction((tx) => publish(tx, { topic: 'saved_searches.due', subjectId: 'instant', notBefore }))
  }
}

/**
 * Takes the news of listings, after the catalogue, which has then indexed them; and looks every five minutes for
 * letters whose hour has come, and for what was missed while the exchange stood still.
 */
export function startSavedSearches(): void {
  onNewsInBatches('listing.changed', 'announce listings', announceListings)
  onNewsInBatches('saved_searches.due', 'tell at once', tellAtOnce)
  schedule('letters of saved searches', 5 * minute, async () => {
    for (const frequency of tellingFrequencies) await tellNews(frequency)
  })
}
