import { answerNeed, moveRequest, requestTechnology, sendMessage } from '#modules/deals/server'
import type { Cast } from './cast.ts'
import { demonstrationNeeds } from './content/needs.ts'
import { demonstrationPeople } from './content/people.ts'
import { demonstrationTechnologies } from './content/technologies.ts'
import type { DemonstrationRequest } from './demonstration.ts'
import { granted, type Timeline } from './timeline.ts'

/** Days between one step of a request and the next, where there is time for that. */
const pace = 2
const pause = 20 * 60_000

interface Listings {
  readonly technologies: ReadonlyMap<string, string>
  readonly needs: ReadonlyMap<string, string>
}

/** The organisation that owns the listing a request is about. */
function receiverOf({ about }: DemonstrationRequest): string {
  const [entries, key] =
    'technology' in about ? [demonstrationTechnologies, about.technology] : [demonstrationNeeds, about.need]
  const entry = entries.find((one) => one.key === key)
  if (!entry) throw new Error(`The demonstration has no ${key}`)
  return entry.owner
}

async function make(entry: DemonstrationRequest, cast: Cast, listings: Listings): Promise<string> {
  const { about, rightsWanted, key, intendedUse, volume, timing, message } = entry
  const input = {
    proposal: intendedUse,
    rightWanted: rightsWanted.right,
    exclusivityWanted: rightsWanted.exclusivity ?? 'undecided',
    volume,
    timing,
    message,
    formKey: `demonstration-${key}`.slice(0, 64),
  }
  const actor = cast.actor(entry.by, entry.from)
  const made =
    'technology' in about
      ? await requestTechnology({ actor, listingId: listings.technologies.get(about.technology) ?? '', input })
      : await answerNeed({
          actor,
          listingId: listings.needs.get(about.need) ?? '',
          input: { ...input, offeredListingId: listings.technologies.get(about.offering) ?? '' },
        })
  return granted(key, made).id
}

/**
 * Puts the requests with their moves and messages on the timeline, after the listings they are about.
 *
 * @returns the ids by the keys of the entries, as they come about
 */
export function addRequests(
  timeline: Timeline,
  cast: Cast,
  entries: readonly DemonstrationRequest[],
  listings: Listings,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const [turn, entry] of entries.entries()) {
    const sides = [entry.from, receiverOf(entry)]
    const actorOf = (key: string) => {
      const person = demonstrationPeople.find((one) => one.key === key)
      return cast.actor(key, person?.memberships.find((member) => sides.includes(member.organisation))?.organisation)
    }
    const request = { id: '', version: 1 }
    const steps: (() => Promise<void>)[] = [
      async () => {
        request.id = await make(entry, cast, listings)
        ids.set(entry.key, request.id)
      },
      ...entry.moves.map((move) => async () => {
        const { verb, text, reason } = move
        const input = { verb, version: request.version, text, declineReason: reason ?? '' }
        const moved = await moveRequest({ actor: actorOf(move.by), requestId: request.id, input })
        request.version = granted(entry.key, moved).version
      }),
      ...entry.messages.map((message, index) => async () => {
        const input = { text: message.text, formKey: `message-${entry.key}-${String(index)}`.slice(-64) }
        granted(entry.key, await sendMessage({ actor: actorOf(message.by), requestId: request.id, input }))
      }),
    ]
    const between = Math.min(pace, entry.daysAgo / steps.length)
    let at = 0
    for (const [index, step] of steps.entries()) {
      at = Math.max(timeline.ago(entry.daysAgo - between * index, turn), at + pause)
      timeline.add(at, step)
    }
  }
  return ids
}
