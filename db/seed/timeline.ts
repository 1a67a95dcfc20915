import type { Result } from '#kernel'
import { setClock } from '#platform/clock'
import { drainOutbox } from '#platform/jobs'

const hour = 3_600_000
const day = 24 * hour

/** What happens in the demonstration and when; carried out in order, each with the clock at its moment. */
export class Timeline {
  readonly #events: { readonly at: number; readonly order: number; readonly run: () => Promise<void> }[] = []
  readonly #now: number

  constructor(now: number) {
    this.#now = now
  }

  /**
   * A moment so many whole days ago, between 8 and 17 o'clock in Vietnam (UTC+7), never in the future.
   *
   * @param turn spreads what happens on one day over its hours
   */
  ago(days: number, turn = 0): number {
    const midnight = Math.floor((this.#now + 7 * hour) / day - days) * day - 7 * hour
    const spread = (days * 0.618 + turn * 0.382) % 1
    return Math.floor(Math.min(midnight + (8 + 9 * spread) * hour, this.#now - 60_000))
  }

  add(at: number, run: () => Promise<void>): void {
    this.#events.push({ at, order: this.#events.length, run })
  }

  /** Carries everything out; the news of each event is handled at its moment. Gives the real clock back. */
  async play(): Promise<void> {
    this.#events.sort((a, b) => a.at - b.at || a.order - b.order)
    try {
      for (const event of this.#events) {
        setClock(() => event.at)
        await event.run()
        await drainOutbox()
      }
    } finally {
      setClock(null)
    }
  }
}

/** The value of a result; what was refused in the demonstration is a mistake in its content. */
export function granted<T>(what: string, result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`${what}: ${JSON.stringify(result.refusal)}`)
}
