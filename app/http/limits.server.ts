import { RateLimiterMemory } from 'rate-limiter-flexible'
import { refuse, done, type Result } from '#kernel'

/** How many questions a program may ask from one place in so many seconds. */
export const openQuestions = { points: 120, seconds: 60 } as const

const limiters = {
  /** Wrong passwords for one address of mail. */
  signIn: new RateLimiterMemory({ points: 10, duration: 900 }),
  /** Sign-ins from one place. */
  signInFrom: new RateLimiterMemory({ points: 60, duration: 900 }),
  registerFrom: new RateLimiterMemory({ points: 20, duration: 3600 }),
  /** Letters to one address: confirmations, forgotten passwords, invitations. */
  letter: new RateLimiterMemory({ points: 5, duration: 3600 }),
  letterFrom: new RateLimiterMemory({ points: 30, duration: 3600 }),
  upload: new RateLimiterMemory({ points: 200, duration: 3600 }),
  message: new RateLimiterMemory({ points: 60, duration: 600 }),
  /** What is offered while somebody types, from one place: an office may share it. */
  suggest: new RateLimiterMemory({ points: 600, duration: 60 }),
  /** Questions of programs to the search: the API and the feeds. */
  open: new RateLimiterMemory({ points: openQuestions.points, duration: openQuestions.seconds }),
} as const

export type Limit = keyof typeof limiters

/**
 * Counts one use against a limit.
 *
 * @returns refusal 429 `too_many` with the minutes, and the seconds, to wait
 */
export async function limit(kind: Limit, key: string): Promise<Result<null>> {
  try {
    await limiters[kind].consume(key)
    return done(null)
  } catch (rejection) {
    if (rejection instanceof Error) throw rejection
    const wait = (rejection as { msBeforeNext?: number }).msBeforeNext ?? 60_000
    const seconds = Math.max(1, Math.ceil(wait / 1000))
    return refuse('too_many', 429, { values: { minutes: Math.ceil(seconds / 60), seconds } })
  }
}

/** Gives back what was counted, after a success. */
export async function forgive(kind: Limit, key: string): Promise<void> {
  await limiters[kind].delete(key)
}

/** Gives one use back, after a success that should not count. */
export async function giveBack(kind: Limit, key: string): Promise<void> {
  await limiters[kind].reward(key)
}
