import { SearchBusyError } from '#search'

/** The seconds to wait before asking again, where an error says that too many questions wait; null for any other. */
export function searchBusyFor(error: unknown): number | null {
  return error instanceof SearchBusyError ? error.retryAfterSeconds : null
}
