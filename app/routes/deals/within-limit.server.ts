import { limit } from '#http'
import type { Result } from '#kernel'
import type { Actor } from '#modules/accounts'

/** Lets a person write to others only so often; visitors are turned away by the command itself. */
export async function withinLimit<T>(actor: Actor, write: () => Promise<Result<T>>): Promise<Result<T>> {
  if (actor.kind === 'visitor') return write()
  const allowed = await limit('message', actor.personId)
  return allowed.ok ? write() : allowed
}
