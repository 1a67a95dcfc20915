/** Thrown when more waits than can be answered in time. */
interface BusyError extends Error {
  readonly retryAfterSeconds: number
}

// By its shape: searches and computations have errors of their own, and a development server may hold a class twice.
function isBusy(error: unknown): error is BusyError {
  return error instanceof Error && 'retryAfterSeconds' in error && typeof error.retryAfterSeconds === 'number'
}

/**
 * Whether something failed because more waits than can be answered in time.
 *
 * @returns after how many whole seconds to ask again; null for any other failure
 */
export function busySeconds(error: unknown): number | null {
  return isBusy(error) ? Math.max(1, Math.ceil(error.retryAfterSeconds)) : null
}
