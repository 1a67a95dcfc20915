import { z } from 'zod'
import { type Arrival, goTo, parse } from '#http'
import { withNext } from './onward.server.ts'

const Params = z.object({ id: z.string().max(60) })

/**
 * The organisation a page of its members is about.
 *
 * @throws Response to the list of organisations, for switching, when the reader belongs to it but acts as another
 */
export function organisationIn(arrival: Arrival, params: unknown): string {
  const { id } = parse(Params, params)
  const { actor } = arrival
  if (actor.kind === 'person' && actor.organisation?.id !== id && actor.memberships.some((one) => one.id === id))
    throw goTo(arrival, withNext('/account/organisations', arrival.path))
  return id
}
