import { onNewsInBatches } from '#platform/jobs'
import { forgetTerms } from './in-use.server.ts'
import { scheduleUnanswered } from './unanswered.server.ts'

/** Follows changes that another process made, and writes what was searched for in vain. */
export function startTerminology(): void {
  onNewsInBatches('terms.changed', 'forget the terminology shown', () => {
    forgetTerms()
    return Promise.resolve()
  })
  scheduleUnanswered()
}
