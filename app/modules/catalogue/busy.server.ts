import type { SearchBusyError } from '#search'

function isBusy(error: unknown): error is SearchBusyError {
  // By its name: a development server may hold the class twice.
  return error instanceof Error && error.name === 'SearchBusyError' && 'retryAfterSeconds' in error
}

/**
 * Whether something failed because more questions wait than can be answered in time.
 *
 * @returns after how many whole seconds to ask again; null for any other failure
 */
export function busySeconds(error: unknown): number | null {
  return isBusy(error) ? Math.max(1, Math.ceil(error.retryAfterSeconds)) : null
}
