import { limit, type Limit } from '#http'
import { done, type Result } from '#kernel'

/** Counts one use against each limit in turn; the first that is exceeded refuses. */
export async function within(...uses: readonly (readonly [kind: Limit, key: string])[]): Promise<Result<null>> {
  for (const [kind, key] of uses) {
    const allowed = await limit(kind, key)
    if (!allowed.ok) return allowed
  }
  return done(null)
}

/** What an address of mail is counted by; bounded, whatever was typed. */
export function mailKey(typed: unknown): string {
  return typeof typed === 'string' ? typed.toLowerCase().slice(0, 254) : ''
}
