import { reader } from '#db'
import { now } from '#platform/clock'
import { schedule } from '#platform/jobs'
import { expireListings } from './review.server.ts'
import { endedListings } from './store.server.ts'

const hour = 3_600_000
const atOnce = 500

/** Ends the view of listings whose year is over, hour by hour. */
export function startListings(): void {
  schedule('listings whose validity ended', hour, async () => {
    for (;;) {
      const ended = await endedListings(reader(), now(), atOnce)
      if (ended.length === 0 || (await expireListings(ended)) === 0) return
    }
  })
}
