import type { Result } from '#kernel'
import { setClock } from '#platform/clock'
import { drainOutbox } from '#platform/jobs'

const day = 86_400_000

/** What happens in the demonstration and when; carried out in order, each with the clock at its moment. */
export class Timeline {
  readonly #events: { readonly at: number; readonly order: number; readonly run: () => Promise<void> }[] = []
  readonly #now: number

  constructor(now: number) {
    this.#now = now
  }

  /** A moment so many days ago (fractions count), in the working hours of Vietnam (UTC+7), never in the future. */
  ago(days: number): number {
    const raw = this.#now - days * day
    const midnight = Math.floor((raw + 7 * 3_600_000) / day) * day - 7 * 3_600_000
    const working = midnight + 8 * 3_600_000 + ((raw - midnight) / day) * 9 * 3_600_000
    return Math.floor(Math.min(working, this.#now - 60_000))
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
