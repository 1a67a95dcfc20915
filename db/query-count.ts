import { AsyncLocalStorage } from 'node:async_hooks'

interface Tally {
  queries: number
}

const tallies = new AsyncLocalStorage<Tally>()

/** Counts one statement against the work it was sent for. */
export function noteQuery(): void {
  const tally = tallies.getStore()
  if (tally) tally.queries += 1
}

/** Runs `work` and tells how many statements it has sent so far whenever `queries()` is asked. */
export function countQueries<T>(work: (queries: () => number) => T): T {
  const tally: Tally = { queries: 0 }
  return tallies.run(tally, () => work(() => tally.queries))
}
