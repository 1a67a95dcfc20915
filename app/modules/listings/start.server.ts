import { reader, transaction } from '#db'
import { now } from '#platform/clock'
import { publish, schedule } from '#platform/jobs'
import { listingProcess } from './process.ts'
import { expireListings } from './review.server.ts'
import { endedListings, endingListings } from './store.server.ts'

const hour = 3_600_000
const day = 24 * hour
const atOnce = 500

/**
 * Tells the news `listing.ending` (subject: the organisation; payload: kind, how many, when the first ends, days left)
 * at each reminder of the process table. Told again the next day: who hears it keeps it to one notice.
 */
export async function remindOfEnding(): Promise<void> {
  const at = now()
  for (const { remindAfterDays, lapseAfterDays } of listingProcess.deadlines)
    for (const reminder of remindAfterDays) {
      const days = lapseAfterDays - reminder
      const ending = await endingListings(reader(), at, at + days * day)
      await transaction(async (tx) => {
        for (const { organisationId, kind, listings, first } of ending)
          await publish(tx, {
            topic: 'listing.ending',
            subjectId: organisationId,
            payload: { kind, listings, first, days },
          })
      })
    }
}

/** Reminds of listings that end soon, and ends the view of those whose year is over. */
export function startListings(): void {
  schedule('listings whose validity ends soon', day, remindOfEnding)
  schedule('listings whose validity ended', hour, async () => {
    for (;;) {
      const ended = await endedListings(reader(), now(), atOnce)
      if (ended.length === 0 || (await expireListings(ended)) === 0) return
    }
  })
}
